import type { Page } from '@playwright/test';
import { parseRegulation, printRegulation, type Regulation } from '@reglament/regulation';
import { expect, expectAccessible, newKey, type Office, test } from './lib/office.ts';

interface Sitting {
  readonly page: Page;
  /** The text as it was opened. */
  readonly text: string;
  readonly regulation: Regulation;
  /** Puts the cursor behind some words of the opened text, the first after others. */
  cursorBehind(words: string, after?: string): Promise<void>;
}

/** The contract's working copy, opened by the methodologist with the text beside the drawing. */
async function openText(office: Office, options: { dark?: boolean } = {}): Promise<Sitting> {
  const methodologist = await office.api('ryabova');
  const version = await methodologist.call('regulations.version', {
    params: { id: 'municipal-contract', version: '1' },
  });
  await methodologist.call('workingCopies.create', {
    body: { regulation: version.regulation, base: 1 },
    key: newKey(),
  });
  const reading = parseRegulation(version.regulation);
  if (!reading.ok) throw new Error('The contract does not read');
  const text = printRegulation(reading.regulation);
  const page = await office.sit('ryabova', { path: '/designer/municipal-contract', ...options });
  await expect(page.locator('.node').first()).toBeVisible();
  await page.getByRole('button', { name: 'Текст', exact: true }).click();
  await expect(page.locator('.view-line').first()).toBeVisible();
  return {
    page,
    text,
    regulation: reading.regulation,
    async cursorBehind(words, after = '') {
      const before = text.slice(0, text.indexOf(words, text.indexOf(after)) + words.length);
      const line = before.split('\n').length;
      const column = before.length - before.lastIndexOf('\n');
      await page.getByRole('textbox', { name: /^Текст регламента/ }).focus();
      await page.keyboard.press('Control+g');
      await page.keyboard.type(`${line}:${column}`);
      await page.keyboard.press('Enter');
      await expect(page.getByText(`строка ${line}, столбец ${column}`, { exact: true })).toBeVisible();
    },
  };
}

const node = (page: Page, id: string) => page.locator(`#stage-${id}`);
const note = (page: Page) => page.getByText('Схема ждёт текста');

test('a term changed in the text shows on the drawing, and one undo takes it back', async ({ office }) => {
  const { page, regulation, cursorBehind } = await openText(office);
  const [id, stage] = Object.entries(regulation.stages).find(([, each]) => each.kind === 'signing')!;
  const term = stage.kind === 'signing' ? regulation.deadlines[stage.settings.deadline]!.term : undefined;
  expect(term).toEqual({ amount: 1, unit: 'workingDays' });
  await expect(node(page, id)).toContainText('1 раб. день');
  const deadline = stage.kind === 'signing' ? stage.settings.deadline : '';
  await cursorBehind('"term": {"amount": ', `"${deadline}": {`);
  await page.keyboard.press('Delete');
  await page.keyboard.type('1');
  await page.waitForTimeout(500);
  await page.keyboard.type('2');
  await expect(node(page, id)).toContainText('12 раб. дней');
  await expect(page.getByRole('button', { name: 'Отменить: правка текста' })).toBeEnabled();

  await page.keyboard.press('Control+z');
  await expect(node(page, id)).toContainText('1 раб. день');
  await expect(page.getByRole('button', { name: 'Отменить', exact: true })).toBeDisabled();
  await expect(page.locator('.view-lines')).toContainText('"amount": 1, "unit": "workingDays"');
  await page.keyboard.press('Control+Shift+z');
  await expect(node(page, id)).toContainText('12 раб. дней');
});

test('a half written text locks the drawing and says where and why; mended it frees it', async ({
  office,
}) => {
  const { page, text, cursorBehind } = await openText(office);
  await cursorBehind('"format": "reglament/1"');
  await page.keyboard.type('!');
  await expect(note(page)).toBeVisible();
  const line = text.slice(0, text.indexOf('"format"')).split('\n').length;
  await expect(page.locator('.canvas-note')).toContainText(`строка ${line} не читается`);
  await expect(page.locator('.code .zone')).toContainText('Это не JSON');
  await expect(page.locator('.squiggly-error')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Опубликовать' })).toBeDisabled();
  await page.screenshot({ path: '/tmp/x/broken.png' });
  await expectAccessible(page);

  await page.keyboard.press('Backspace');
  await expect(note(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Опубликовать' })).toBeEnabled();
  await expect(page.getByRole('button', { name: 'Отменить', exact: true })).toBeDisabled();

  // Given up instead of mended.
  await page.keyboard.type('!');
  await expect(note(page)).toBeVisible();
  await page.getByRole('button', { name: 'Свойства', exact: true }).click();
  await expect(note(page)).toBeVisible();
  await page.getByRole('button', { name: 'Текст', exact: true }).click();
  await expect(page.locator('.code .zone')).toContainText('Это не JSON');
  await page.getByRole('button', { name: 'Вернуть текст' }).click();
  await expect(note(page)).toBeHidden();
  await expect(page.locator('.code .zone')).toBeHidden();
});

test('a stage moved on the drawing changes its own line and leaves the cursor where it was', async ({
  office,
}) => {
  const { page, regulation, cursorBehind } = await openText(office);
  const id = regulation.start;
  const position = regulation.stages[id]!.position!;
  await cursorBehind(`"${id}": {`, '"stages": {');
  await expect(node(page, id)).toHaveClass(/is-selected/);
  await expect(page.getByRole('textbox', { name: /^Текст регламента/ })).toBeFocused();
  const foot = await page.locator('.txt-foot').textContent();

  await page.keyboard.press('Escape');
  await expect(page.locator('.react-flow')).toBeFocused();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.locator('.view-lines')).toContainText(
    `"position": {"x": ${position.x + 8}, "y": ${position.y}}`,
  );
  expect(await page.locator('.txt-foot').textContent()).toBe(foot);
});

test('a stage chosen on the drawing is brought before the eyes in both texts', async ({ office }) => {
  const { page, regulation } = await openText(office);
  const last = regulation.stageOrder.findLast((id) => regulation.stages[id]!.kind === 'registration')!;
  await node(page, last).click();
  await expect(page.locator('.view-lines')).toContainText(`"${last}": {`);
  await expect(page.locator('.code-chosen').first()).toBeVisible();
  await page.screenshot({ path: '/tmp/x/chosen.png' });
  await page.getByRole('tab', { name: 'Машина XState' }).click();
  await expect(page.locator('.view-lines')).toContainText(`"id": "${last}"`);
  await page.screenshot({ path: '/tmp/x/machine.png' });
  await expectAccessible(page);
});

test('names of this document are offered where the format wants one', async ({ office }) => {
  const { page, cursorBehind } = await openText(office);
  await cursorBehind('"performer": "', '"stages": {');
  await page.keyboard.press('Control+Space');
  await expect(page.locator('.suggest-widget')).toContainText('lawyerЮрист правового отдела');
  await page.screenshot({ path: '/tmp/x/suggest.png' });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: /^Текст регламента/ })).toBeFocused();
});

test('the text is read in the dark and breaks no rule of accessibility', async ({ office }) => {
  const { page } = await openText(office, { dark: true });
  await page.waitForTimeout(500);
  await page.screenshot({ path: '/tmp/x/dark.png' });
  await expectAccessible(page);
});

test('the keyboard leaves the text, and Tab moves the focus when it is asked to', async ({ office }) => {
  const { page } = await openText(office);
  const editor = page.getByRole('textbox', { name: /^Текст регламента/ });
  await editor.focus();
  await page.keyboard.press('Control+m');
  await expect(page.getByText('Tab переводит фокус, Ctrl M вернёт отступы')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(editor).not.toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(editor).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Скачать JSON' })).toBeFocused();
});

test('words of the format are in the language of the reader', async ({ office }) => {
  const { page, cursorBehind } = await openText(office);
  await cursorBehind('"again', '"stages": {');
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Control+i');
  await expect(page.locator('.monaco-hover').first()).toContainText(
    'Кого спрашивают, когда путь проходит через этап ещё раз.',
  );
  await page.screenshot({ path: '/tmp/x/hover.png' });
  await cursorBehind('"kind": "', '"stages": {');
  await page.keyboard.press('Control+Space');
  await expect(page.locator('.suggest-widget')).toContainText('acquaintance');
  await page.waitForTimeout(500);
  await page.keyboard.press('Control+Space');
  await page.waitForTimeout(500);
  await page.screenshot({ path: '/tmp/x/kinds.png' });
});
