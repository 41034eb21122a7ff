// @vitest-environment happy-dom
import type { TaskRow } from '@reglament/api';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test, vi } from 'vitest';
import { buildRow } from '../../decision/testing.ts';
import { useShown } from './useShown.ts';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

let shown: ReturnType<typeof useShown>;
function Probe({ rows }: { rows: readonly TaskRow[] }) {
  shown = useShown(rows, 1, true);
  return null;
}

test('new tasks wait while the pointer or the focus is in the list, and come in when both have left', async () => {
  const root = createRoot(document.createElement('div'));
  const before = [buildRow({ id: 'a' })];
  const after = [buildRow({ id: 'n' }), ...before];
  const ids = () => shown.rows.map(({ id }) => id);
  await act(async () => root.render(<Probe rows={before} />));
  await act(async () => shown.hold('pointer', true));
  await act(async () => shown.hold('focus', true));
  await act(async () => root.render(<Probe rows={after} />));
  expect([ids(), shown.waiting]).toEqual([['a'], ['n']]);
  await act(async () => shown.hold('pointer', false));
  expect(ids()).toEqual(['a']);
  await act(async () => shown.hold('focus', false));
  expect([ids(), shown.waiting]).toEqual([['n', 'a'], []]);
  await act(async () => root.unmount());
});
