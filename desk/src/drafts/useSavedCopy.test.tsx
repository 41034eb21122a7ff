// @vitest-environment happy-dom
import { ApiError } from '@reglament/api';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Content } from './merge.ts';
import { type Remote, type SavedCopy, useSavedCopy } from './useSavedCopy.ts';

vi.mock('../app/session.tsx', () => ({ useSession: () => ({ account: 'anna' }) }));
vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

type Save = (revision: number, content: Content) => Promise<{ revision: number; savedAtMs: number }>;
const remote = (revision: number, card: Content['card']): Remote => ({
  revision,
  content: { card, files: [] },
  savedAtMs: 0,
});
const stale = () => Promise.reject(new ApiError(409, { code: 'REVISION_STALE' }));
const offline = () => Promise.reject(new ApiError(0, { code: 'OFFLINE' }));

let unmount = () => {};
let copy: SavedCopy;

function Probe({ first, save, read }: { first: Remote; save: Save; read: () => Promise<Remote> }) {
  copy = useSavedCopy('copy:t1', first, save, read);
  return null;
}

async function open(first: Remote, save: Save, read: () => Promise<Remote>): Promise<void> {
  const root = createRoot(document.createElement('div'));
  await act(async () => root.render(<Probe first={first} save={save} read={read} />));
  unmount = () => act(() => root.unmount());
}
const type = (card: Content['card']) =>
  act(async () => copy.change((now) => ({ ...now, card: { ...now.card, ...card } })));
const wait = (ms: number) => act(async () => vi.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
});
afterEach(() => {
  unmount();
  vi.useRealTimers();
});

test('what is typed is saved after a pause with the revision it began from', async () => {
  const save = vi.fn<Save>(async (revision) => ({ revision: revision + 1, savedAtMs: 5 }));
  await open(remote(3, { subject: 'а' }), save, async () => remote(3, {}));
  await type({ subject: 'аб' });
  await type({ subject: 'абв' });
  expect(save).not.toHaveBeenCalled();
  await wait(1_000);
  expect(save.mock.calls).toEqual([[3, { card: { subject: 'абв' }, files: [] }]]);
  expect([copy.state, copy.revision]).toEqual(['saved', 4]);
});

test('a stale revision is joined with what another tab saved and sent again', async () => {
  const save = vi.fn<Save>(async (revision) => (revision === 3 ? stale() : { revision: 8, savedAtMs: 5 }));
  await open(remote(3, { subject: 'а', price: 1 }), save, async () => remote(7, { subject: 'а', price: 2 }));
  await type({ subject: 'моё' });
  await wait(1_000);
  expect(save.mock.calls[1]).toEqual([7, { card: { subject: 'моё', price: 2 }, files: [] }]);
  expect(copy.state).toBe('saved');
});

// Seen red with a clash sent as if there were none: the other tab's words were overwritten without a question.
test('a real clash waits for the person, and what was typed stays', async () => {
  const save = vi.fn<Save>(async (revision) => (revision === 3 ? stale() : { revision: 8, savedAtMs: 5 }));
  await open(remote(3, { subject: 'а' }), save, async () => remote(7, { subject: 'чужое' }));
  await type({ subject: 'моё' });
  await wait(10_000);
  expect(save).toHaveBeenCalledTimes(1);
  expect(copy.clashes).toEqual([{ of: 'field', id: 'subject' }]);
  expect(copy.content.card).toEqual({ subject: 'моё' });
  await act(async () => copy.takeTheirs());
  await wait(1_000);
  expect(save.mock.calls[1]).toEqual([7, { card: { subject: 'чужое' }, files: [] }]);
});

test('without a connection it stays on this computer, survives a reload and goes when the server answers', async () => {
  let up = false;
  const save = vi.fn<Save>(async (revision) => (up ? { revision: revision + 1, savedAtMs: 5 } : offline()));
  await open(remote(3, { subject: 'а' }), save, async () => remote(3, {}));
  await type({ subject: 'моё' });
  await wait(1_000);
  expect(copy.state).toBe('kept');
  unmount();
  await open(remote(3, { subject: 'а' }), save, async () => remote(3, {}));
  expect(copy.content.card).toEqual({ subject: 'моё' });
  up = true;
  await wait(6_000);
  expect([copy.state, copy.revision]).toEqual(['saved', 4]);
});
