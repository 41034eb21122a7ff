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
  // The first look at the text fetches the editor.
  await expect(page.locator('.view-line').first()).toBeVisible({ timeout: 30_000 });
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
  await page.keyboard.type('3');
  await expect(node(page, id)).toContainText('3 раб. дня');
  await page.keyboard.type('0');
  await expect(node(page, id)).toContainText('30 раб. дней');
  await expect(page.getByRole('button', { name: 'Отменить: правка текста' })).toBeEnabled();

  await page.keyboard.press('Control+z');
  await expect(node(page, id)).toContainText('1 раб. день');
  await expect(page.getByRole('button', { name: 'Отменить', exact: true })).toBeDisabled();
  await expect(page.locator('.view-lines')).toContainText('"amount": 1, "unit": "workingDays"');
  await page.keyboard.press('Control+Shift+z');
  await expect(node(page, id)).toContainText('30 раб. дней');
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
  await page.getByRole('tab', { name: 'Машина XState' }).click();
  await expect(page.locator('.view-lines')).toContainText(`"id": "${last}"`);
  await expectAccessible(page);
});

test('names of this document are offered where the format wants one', async ({ office }) => {
  const { page, cursorBehind } = await openText(office);
  await cursorBehind('"performer": "', '"stages": {');
  await page.keyboard.press('Control+Space');
  await expect(page.locator('.suggest-widget')).toContainText('lawyerЮрист правового отдела');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: /^Текст регламента/ })).toBeFocused();
});

test('the text is read in the dark and breaks no rule of accessibility', async ({ office }) => {
  const { page } = await openText(office, { dark: true });
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
  await cursorBehind('"kind": "', '"stages": {');
  await page.keyboard.press('Control+Space');
  await expect(page.locator('.suggest-widget')).toContainText('acquaintance');
});

test('what lint finds stands under its line', async ({ office }) => {
  const { page, cursorBehind } = await openText(office);
  await cursorBehind('"deadline": "', '"stages": {');
  await page.keyboard.type('no-such-');
  await expect(page.locator('.code .zone')).toContainText('Срока «no-such-');
  await expect(page.locator('.squiggly-error')).toBeVisible();
  await expect(note(page)).toBeHidden();
  await expect(page.getByText('1 ошибка')).toBeVisible();
});

/** Pastes like a person, through the clipboard of the system. */
async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.keyboard.press('Control+v');
}

for (const [kind, hostile, words] of [
  ['of 5 MB', '"a": 1,\n'.repeat(640 * 1024), 'Не вставлено. Документ слишком велик'],
  ['nested a hundred thousand deep', '['.repeat(100_000), 'Не вставлено. Вложенность больше 64'],
] as const)
  test(`a pasted text ${kind} changes nothing and says why, and nothing hangs`, async ({ office }) => {
    const { page, cursorBehind } = await openText(office);
    await cursorBehind('"needs": ');
    await paste(page, hostile);
    await expect(page.getByText(words)).toBeVisible();
    await expect(note(page)).toBeHidden();
    await expect(page.getByRole('button', { name: 'Отменить', exact: true })).toBeDisabled();
  });

for (const [kind, hostile, words] of [
  ['with __proto__', '"__proto__": {"polluted": 1},', 'запрещён'],
  ['with a key twice', '"format": "reglament/1",', 'написан дважды'],
  ['nested a hundred deep', `"a": ${'['.repeat(100)}${']'.repeat(100)},`, 'Вложенность больше 64'],
] as const)
  test(`a text ${kind} is refused in words where it stands`, async ({ office }) => {
    const { page, cursorBehind } = await openText(office);
    await cursorBehind('{');
    await paste(page, hostile);
    await expect(page.locator('.canvas-note')).toContainText(words);
    await expect(page.locator('.code .zone')).toContainText(words);
    await page.getByRole('button', { name: 'Вернуть текст' }).click();
    await expect(note(page)).toBeHidden();
    expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
  });

test('the id of the document is not changed by text', async ({ office }) => {
  const { page, cursorBehind } = await openText(office);
  await cursorBehind('"id": "');
  await page.keyboard.type('x');
  await expect(page.locator('.canvas-note')).toContainText('Имя документа текстом не меняется');
  await page.keyboard.press('Control+z');
  await expect(note(page)).toBeHidden();
});
