import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { drawing, takeToEdit } from './lib/drawing.ts';
import { keyboardHands } from './lib/hands.ts';
import { expect, expectAccessible, test } from './lib/office.ts';

const shots = process.env['SHOTS'];
const shoot = async (page: Page, name: string) => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
};

/** Notes of the drawing as a methodologist handles them. */
function notesOf(page: Page) {
  const field = page.locator('.canvas').getByRole('textbox', { name: 'Текст заметки' });
  return {
    note: (words: string): Locator => page.getByRole('group', { name: `заметка: ${words}`, exact: true }),
    /** The field in the note itself. */
    field,
    async write(words: string) {
      await expect(field).toBeFocused();
      await field.fill(words);
      await page.keyboard.press('Control+Enter');
      await expect(field).toBeHidden();
    },
  };
}

async function placeOf(what: Locator) {
  const box = await what.boundingBox();
  if (!box) throw new Error('It is not on the screen');
  return box;
}

test('a methodologist explains the drawing by notes: puts, writes, moves, sizes, doubles and removes them, and they leave with the picture', async ({
  office,
}) => {
  const page = await office.sit('ryabova', { path: '/designer/municipal-contract' });
  await takeToEdit(page);
  const draw = drawing(page);
  const notes = notesOf(page);
  const palette = page.getByRole('complementary', { name: 'Виды этапов' });

  // Out of the palette onto the drawing; the words are written at once.
  await palette
    .getByRole('button', { name: 'Заметка', exact: true })
    .dragTo(draw.canvas, { targetPosition: { x: 560, y: 620 } });
  await notes.write('Экспертиза и финансы спорят о сроке:\nрешили на комиссии 12 ноября');
  const note = notes.note('Экспертиза и финансы спорят о сроке: решили на комиссии 12 ноября');
  await expect(note).toBeVisible();
  await expect(note).toHaveClass(/is-selected/);
  await expectAccessible(page);
  await shoot(page, 'note-new');

  // Dragged; taken back; drawn again.
  const before = await placeOf(note);
  await page.mouse.move(before.x + 30, before.y + 30);
  await page.mouse.down();
  await page.mouse.move(before.x + 110, before.y + 70, { steps: 6 });
  await page.mouse.up();
  await expect.poll(async () => Math.round((await placeOf(note)).x - before.x)).toBeGreaterThan(60);
  await page.getByRole('button', { name: /^Отменить: перемещение заметки/ }).click();
  await expect.poll(async () => Math.round((await placeOf(note)).x - before.x)).toBe(0);

  // Sized by its corner; the properties say by how much, and what is typed there is drawn.
  await note.click();
  const corner = await placeOf(page.locator('.note-grip.bottom.right'));
  await page.mouse.move(corner.x + 4, corner.y + 4);
  await page.mouse.down();
  await page.mouse.move(corner.x + 70, corner.y + 40, { steps: 6 });
  await page.mouse.up();
  const width = draw.panel.getByLabel('Ширина');
  await expect.poll(async () => Number(await width.inputValue())).toBeGreaterThan(230);
  await width.fill('320');
  await expect.poll(async () => (await note.evaluate((element) => element.clientWidth)) ?? 0).toBe(320);

  // In place by a double click, left as it was by Escape; in the properties.
  await note.dblclick();
  await notes.field.fill('не то');
  await page.keyboard.press('Escape');
  await expect(note).toBeVisible();
  await draw.panel.getByLabel('Текст заметки', { exact: true }).fill('Решили на комиссии');
  await expect(notes.note('Решили на комиссии')).toBeVisible();

  // With a stage beside it: doubled, removed and taken back together.
  await notes.note('Решили на комиссии').click();
  await draw.node('Правовая экспертиза').click({ modifiers: ['Shift'] });
  await expect(page.getByRole('heading', { name: 'Выбрано: 1 этап, 1 заметка' })).toBeVisible();
  await draw.canvas.focus();
  await page.keyboard.press('Control+D');
  await expect(notes.note('Решили на комиссии')).toHaveCount(2);
  await page.keyboard.press('Delete');
  await expect(notes.note('Решили на комиссии')).toHaveCount(1);
  await draw.saved();
  await page.reload();
  await expect(notes.note('Решили на комиссии')).toBeVisible();

  // The picture takes the note along; the text names it.
  await page.getByRole('button', { name: 'Ещё', exact: true }).first().click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Скачать схему, SVG' }).click(),
  ]);
  const svg = await readFile(await download.path(), 'utf8');
  expect(svg).toContain('>Решили на комиссии</text>');
  expect(svg).not.toContain('foreignObject');

  // What differs from the published version: no change of meaning, a new note, a sign at it.
  await page.goto('/designer/municipal-contract/diff?from=1&to=copy');
  await expect(page.getByText('По смыслу не изменилось ничего')).toBeVisible();
  await page.getByText(/правка слов и пояснений/).click();
  await expect(page.getByText('Новая заметка')).toBeVisible();
  await expect(page.getByRole('img', { name: 'новая заметка' })).toHaveCount(1);
  await expectAccessible(page);
  await shoot(page, 'note-diff');
});

test('notes are made, reached, written, moved and removed with the keyboard only, in a Russian layout', async ({
  office,
}) => {
  const page = await office.sit('ryabova', { path: '/designer/municipal-contract' });
  await takeToEdit(page);
  const draw = drawing(page);
  const notes = notesOf(page);
  const hands = await keyboardHands(page);
  const said = page.locator('.canvas [role=status]');
  // Until then the drawing that has the focus is the one that is only read.
  await expect(page.getByRole('complementary', { name: 'Виды этапов' })).toBeVisible();
  await draw.canvas.focus();
  await page.keyboard.press('ArrowRight');
  await expect(said).toContainText('Проверка');

  await hands.strike('KeyN', { shift: true });
  await notes.write('Закупку проверяют трое');
  await expect(draw.canvas).toBeFocused();
  await expect(said).toHaveText('заметка: Закупку проверяют трое');

  await page.keyboard.press('ArrowDown');
  await expect(said).toContainText('Проверка закупки');
  await page.keyboard.press('ArrowUp');
  await expect(said).toContainText('заметка: Закупку проверяют трое');
  const before = await placeOf(notes.note('Закупку проверяют трое'));
  await page.keyboard.press('Alt+ArrowDown');
  await expect
    .poll(async () => (await placeOf(notes.note('Закупку проверяют трое'))).y)
    .toBeGreaterThan(before.y);

  await page.keyboard.press('F2');
  await notes.write('Закупку проверяют двое');
  await page.keyboard.press('Enter');
  await expect(draw.panel.getByLabel('Текст заметки', { exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(draw.canvas).toBeFocused();

  // The outline says the note and where it lies.
  await page.getByRole('button', { name: 'Таблица этапов' }).click();
  await page.getByRole('button', { name: 'Структура', exact: true }).click();
  const line = page.getByRole('treeitem', { name: /^заметка: Закупку проверяют двое; рядом с/ });
  await expect(line).toBeVisible();
  await expectAccessible(page);
  await line.focus();
  await page.keyboard.press('Enter');
  await expect(draw.panel.getByLabel('Текст заметки', { exact: true })).toBeFocused();
  await shoot(page, 'note-outline');

  await draw.canvas.focus();
  await page.keyboard.press('Delete');
  await expect(notes.note('Закупку проверяют двое')).toHaveCount(0);
  await expect(said).toHaveText('Удалено: Закупку проверяют двое');
  await page.keyboard.press('Control+Z');
  await expect(notes.note('Закупку проверяют двое')).toBeVisible();
});
