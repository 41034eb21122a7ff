import { expect, type JSHandle, type Locator, type Page } from '@playwright/test';

/**
 * What somebody does in the properties beside the drawing. `within` names the lists and groups that hold the control, from
 * the outermost: «Участники», «Юрист».
 */
export interface Hands {
  fill(label: string, text: string, ...within: string[]): Promise<void>;
  pick(label: string, option: string | RegExp, ...within: string[]): Promise<void>;
  /** Changes a check box. */
  tick(label: string, ...within: string[]): Promise<void>;
  press(button: string, ...within: string[]): Promise<void>;
  /** Unfolds what stands under these words. */
  open(words: string, ...within: string[]): Promise<void>;
}

/** By mouse: everything is pointed at, and only words are typed. */
export function mouseHands(page: Page): Hands {
  const panel = page.getByRole('complementary', { name: 'Свойства' });
  const inside = (within: readonly string[]): Locator =>
    within.reduce(
      (at, name) =>
        at.getByRole('group', { name, exact: true }).or(at.getByRole('list', { name, exact: true })),
      panel,
    );
  // A section may bear the name of the one control in it.
  const control = (label: string, within: readonly string[]) =>
    inside(within).getByLabel(label, { exact: true }).and(page.locator('input, select, textarea'));
  return {
    async fill(label, text, ...within) {
      await control(label, within).fill(text);
    },
    async pick(label, option, ...within) {
      const list = control(label, within);
      const indexOf = async () =>
        (await list.locator('option').allTextContents()).findIndex((each) => fits(each, option));
      await expect.poll(indexOf, `${option} is offered`).toBeGreaterThanOrEqual(0);
      await list.selectOption({ index: await indexOf() });
    },
    async tick(label, ...within) {
      await control(label, within).click();
    },
    async press(button, ...within) {
      await inside(within).getByRole('button', { name: button, exact: true }).click();
    },
    async open(words, ...within) {
      await inside(within).locator('summary').filter({ hasText: words }).click();
    },
  };
}

/** The letters that stand on these keys in the Russian layout. */
const russian: Readonly<Record<string, string>> = {
  KeyA: 'ф',
  KeyC: 'с',
  KeyG: 'п',
  KeyK: 'л',
  KeyN: 'т',
  KeyR: 'к',
  KeyT: 'е',
};

/** By keyboard only: Tab to a control, arrows in a list, nothing is pointed at and nothing gets the focus otherwise. */
export async function keyboardHands(page: Page) {
  const session = await page.context().newCDPSession(page);
  const { keyboard } = page;

  /** A physical key as the Russian layout has it: the letter is another, the key is the same. */
  async function strike(code: string, { ctrl = false, shift = false } = {}) {
    const key = russian[code] ?? code;
    const common = {
      code,
      key,
      windowsVirtualKeyCode: code.charCodeAt(3),
      modifiers: (ctrl ? 2 : 0) + (shift ? 8 : 0),
    };
    await session.send('Input.dispatchKeyEvent', {
      type: 'keyDown',
      ...common,
      ...(!ctrl && { text: key, unmodifiedText: key }),
    });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common });
  }

  /** Walks by Tab to a control, forwards or back, as somebody who sees how far it is. */
  async function walkTo(target: JSHandle<Element | null>, what: string) {
    for (let looks = 0; looks < 20; looks += 1) {
      const stops = await page.evaluate(stopsTo, target);
      if (stops === 'missing') throw new Error(`There is no ${what}`);
      if (stops === 'lost') throw new Error(`The focus was lost before ${what}`);
      if (stops === 0) return;
      for (let stop = 0; stop < Math.abs(stops); stop += 1)
        await keyboard.press(stops > 0 ? 'Tab' : 'Shift+Tab');
    }
    throw new Error(`Tab does not lead to ${what}`);
  }

  /** Finds a control of the properties by its name, waits while it is not there yet, and walks to it. */
  async function reach(of: 'field' | 'button' | 'summary', label: string, within: readonly string[]) {
    const what = `«${[...within, label].join('», «')}»`;
    const asked = { of, label, within };
    const there = await page.evaluateHandle(findControl, asked);
    const target = (await there.evaluate((element) => element !== null))
      ? there
      : await page.waitForFunction(findControl, asked, { timeout: 10_000 }).catch(() => {
          throw new Error(`There is no ${what}`);
        });
    await walkTo(target as JSHandle<Element | null>, what);
  }

  async function write(text: string) {
    await keyboard.press('Control+A');
    await keyboard.type(text);
  }

  const hands: Hands = {
    async fill(label, text, ...within) {
      await reach('field', label, within);
      await write(text);
    },
    async pick(label, option, ...within) {
      await reach('field', label, within);
      const list = await page.evaluate(() => {
        const select = document.activeElement as HTMLSelectElement;
        return { at: select.selectedIndex, words: [...select.options].map(({ text }) => text) };
      });
      const index = list.words.findIndex((each) => fits(each, option));
      expect(index, `${option} of ${list.words.join(', ')}`).toBeGreaterThanOrEqual(0);
      // An arrow opens the list, further ones walk it, Enter takes.
      await keyboard.press('ArrowDown');
      const key = index > list.at ? 'ArrowDown' : 'ArrowUp';
      for (let step = 0; step < Math.abs(index - list.at); step += 1) await keyboard.press(key);
      await keyboard.press('Enter');
    },
    async tick(label, ...within) {
      await reach('field', label, within);
      await keyboard.press('Space');
    },
    async press(button, ...within) {
      await reach('button', button, within);
      await keyboard.press('Enter');
    },
    async open(words, ...within) {
      await reach('summary', words, within);
      await keyboard.press('Enter');
    },
  };
  /** From the library to the blank canvas of a new regulation, which has the focus then. */
  async function begin(way: string, title: string) {
    await expect(page.getByRole('button', { name: way })).toBeVisible();
    await keyboard.press('Tab');
    await walkTo(await page.getByRole('button', { name: way }).elementHandle(), way);
    await keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await walkTo(await dialog.getByRole('textbox').elementHandle(), 'the name');
    await keyboard.type(title);
    await keyboard.press('Enter');
    const canvas = page.getByRole('application');
    await expect(canvas).toBeVisible();
    await keyboard.press('Tab');
    await walkTo(await canvas.elementHandle(), 'the canvas');
  }
  return { ...hands, begin, strike };
}

function fits(words: string, option: string | RegExp): boolean {
  return typeof option === 'string' ? words === option : option.test(words);
}

/** Runs in the page: the control of the properties that bears a name, inside the lists and groups of these names. */
function findControl({
  of,
  label,
  within,
}: {
  of: 'field' | 'button' | 'summary';
  label: string;
  within: readonly string[];
}): Element | null {
  const nameOf = (element: Element): string => {
    const by = element.getAttribute('aria-labelledby');
    const labels =
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement
        ? [...(element.labels ?? [])]
        : [];
    const words =
      element.getAttribute('aria-label') ??
      (by ? document.getElementById(by)?.textContent : null) ??
      labels[0]?.textContent ??
      element.textContent ??
      '';
    return words.trim();
  };
  const kinds = { field: 'input, select, textarea', button: 'button', summary: 'summary' };
  for (const element of document.querySelectorAll(`.insp :is(${kinds[of]})`)) {
    const name = nameOf(element);
    if (of === 'summary' ? !name.includes(label) : name !== label) continue;
    let rest = [...within];
    for (let at = element.parentElement; at && rest.length > 0; at = at.parentElement) {
      if (!at.matches('[role=group], ul') || nameOf(at) !== rest.at(-1)) continue;
      rest = rest.slice(0, -1);
    }
    if (rest.length === 0) return element;
  }
  return null;
}

/** Runs in the page: how many presses of Tab lead from where the focus is to an element; back when less than none. */
function stopsTo(element: Element | null): number | 'missing' | 'lost' {
  const at = document.activeElement;
  if (!element?.isConnected) return 'missing';
  if (at === element) return 0;
  if (!at || at === document.body) return 'lost';
  const stops = [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex]',
    ),
  ].filter((each) => each.tabIndex >= 0 && !each.matches(':disabled') && each.checkVisibility());
  const [from, to] = [at, element].map((each) => stops.indexOf(each as HTMLElement));
  if (from === undefined || to === undefined || from < 0 || to < 0)
    return at.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING ? 1 : -1;
  return to - from;
}
