// @vitest-environment happy-dom
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { click, get, press, render } from '../testing/test-render.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Menu } from './menu.tsx';
import { Tabs } from './tabs.tsx';
import { ToastProvider, useToast } from './toast.tsx';

function TabsPage() {
  const [value, setValue] = useState('a');
  const tabs = ['a', 'b', 'c'].map((id) => ({ id, title: id }));
  return <Tabs group="g" label="Вид" tabs={tabs} value={value} onChange={setValue} />;
}

test('tabs move and choose with the arrows, one of them is in the order of focus', () => {
  render(<TabsPage />);
  const chosen = () => get('[role=tab][aria-selected=true]');
  press(chosen(), 'ArrowRight');
  expect(chosen().textContent).toBe('b');
  expect(document.activeElement).toBe(chosen());
  press(chosen(), 'End');
  press(chosen(), 'ArrowRight');
  expect(chosen().textContent).toBe('a');
  expect(document.querySelectorAll('[role=tab][tabindex="0"]')).toHaveLength(1);
});

test('a menu opens on its first act, moves with the arrows and gives focus back on Escape', () => {
  const run = vi.fn();
  render(
    <Menu
      label="Ещё"
      items={[
        { id: 'a', label: 'Печать', run: () => {} },
        { id: 'b', label: 'Аннулировать', run },
      ]}
    >
      …
    </Menu>,
  );
  const button = get('[aria-haspopup=menu]');
  click(button);
  expect(document.activeElement?.textContent).toBe('Печать');
  press(document.activeElement ?? button, 'ArrowDown');
  expect(document.activeElement?.textContent).toBe('Аннулировать');
  press(document.activeElement ?? button, 'Escape');
  expect(document.querySelector('[role=menu]')).toBeNull();
  expect(document.activeElement).toBe(button);
  click(button);
  click(document.querySelectorAll<HTMLElement>('[role=menuitem]')[1] ?? button);
  expect(run).toHaveBeenCalledTimes(1);
  expect(document.querySelector('[role=menu]')).toBeNull();
});

function DialogPage() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Отозвать</Button>
      {open && (
        <Dialog title="Отозвать документ" onClose={() => setOpen(false)} actions={<Button>Отозвать</Button>}>
          <p>Визы пропадут.</p>
        </Dialog>
      )}
    </>
  );
}

test('a dialog is modal, named by its title, and gives focus back when it goes', () => {
  render(<DialogPage />);
  const opener = get('button');
  opener.focus();
  click(opener);
  const dialog = get<HTMLDialogElement>('dialog');
  expect(dialog.open).toBe(true);
  expect(document.getElementById(dialog.getAttribute('aria-labelledby') ?? '')?.textContent).toBe(
    'Отозвать документ',
  );
  click(dialog);
  expect(document.querySelector('dialog')).not.toBeNull();
  // The browser turns Escape into `cancel`.
  press(dialog, 'Escape');
  dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
  return vi.waitFor(() => {
    expect(document.querySelector('dialog')).toBeNull();
    expect(document.activeElement).toBe(opener);
  });
});

test('a busy button keeps its words and answers no press', () => {
  const run = vi.fn();
  render(
    <Button busy onClick={run} keys="1">
      Согласовать
    </Button>,
  );
  const button = get('button');
  click(button);
  expect(run).not.toHaveBeenCalled();
  expect([button.getAttribute('aria-busy'), button.getAttribute('aria-keyshortcuts')]).toEqual(['true', '1']);
});

function ToastPage() {
  const show = useToast();
  return <Button onClick={() => show({ text: 'Ссылка скопирована' })}>Скопировать</Button>;
}

test('a toast is said in a live region that was there before it, and goes when closed', () => {
  render(
    <ToastProvider>
      <ToastPage />
    </ToastProvider>,
  );
  expect(get('[role=status]').textContent).toBe('');
  click(get('button'));
  expect(get('[role=status]').textContent).toContain('Ссылка скопирована');
  click(get('[aria-label=Закрыть]'));
  expect(get('[role=status]').textContent).toBe('');
});
