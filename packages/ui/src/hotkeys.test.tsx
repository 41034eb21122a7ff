// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { useHotkeys } from './hotkeys.ts';
import { get, press, render } from './testing/test-render.tsx';

const next = vi.fn();
const help = vi.fn();
const open = vi.fn();

function Page({ dialog = false }: { dialog?: boolean }) {
  useHotkeys({ KeyJ: next, 'Shift+Slash': help, Enter: open });
  return (
    <>
      <input />
      <button type="button">Открыть</button>
      {dialog && <dialog open />}
    </>
  );
}

test('keys are physical: the Russian layout changes nothing', () => {
  render(<Page />);
  press(document.body, 'о', { code: 'KeyJ' });
  press(document.body, ',', { code: 'Slash', shiftKey: true });
  expect([next.mock.calls.length, help.mock.calls.length]).toEqual([1, 1]);
});

test('keys are silent while somebody types, with Ctrl, on a button for Enter, and under a dialog', () => {
  next.mockClear();
  const { again } = render(<Page />);
  press(get('input'), 'j', { code: 'KeyJ' });
  press(document.body, 'j', { code: 'KeyJ', ctrlKey: true });
  press(get('button'), 'Enter');
  again(<Page dialog />);
  press(document.body, 'j', { code: 'KeyJ' });
  expect([next.mock.calls.length, open.mock.calls.length]).toEqual([0, 0]);
  again(<Page />);
  press(document.body, 'Enter');
  expect(open).toHaveBeenCalledTimes(1);
});
