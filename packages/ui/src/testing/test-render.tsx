import { createI18n } from '@reglament/i18n';
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach } from 'vitest';
import { I18nProvider } from '../i18n-context.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
const undo: (() => void)[] = [];
afterEach(() => {
  for (const one of undo.splice(0)) one();
});

/** Puts a component on an empty page with Russian words; everything is taken away after the test. */
export function render(node: ReactNode): { host: HTMLElement; again: (next: ReactNode) => void } {
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host);
  const i18n = createI18n('ru');
  const again = (next: ReactNode) => act(() => root.render(<I18nProvider i18n={i18n}>{next}</I18nProvider>));
  again(node);
  undo.push(() => {
    act(() => root.unmount());
    host.remove();
  });
  return { host, again };
}

/** The only element that matches; throws when there is none. */
export function get<E extends HTMLElement = HTMLElement>(selector: string): E {
  const found = document.querySelector<E>(selector);
  if (!found) throw new Error(`No ${selector} in ${document.body.innerHTML}`);
  return found;
}

export function press(target: Element, key: string, over: KeyboardEventInit = {}): void {
  act(() => {
    target.dispatchEvent(
      new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true, ...over }),
    );
  });
}

export const click = (target: HTMLElement) => act(() => target.click());

/** Types as a person does: React hears only of values set through the element's own setter. */
export function type(input: HTMLInputElement, words: string): void {
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, words);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

export const leave = (input: HTMLElement) =>
  act(() => {
    input.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  });
