import { takeToEdit } from './lib/drawing.ts';
import { expect, expectAccessible, test } from './lib/office.ts';

test.setTimeout(120_000);

const shots = process.env['SHOTS'];

// Seen failing with the focus left on the button that was pressed.
test('the order of stages is changed by keys and buttons, in the table and in the outline', async ({
  office,
}) => {
  const page = await office.sit('ryabova', { path: '/designer/municipal-contract' });
  await takeToEdit(page);
  await page.getByRole('button', { name: 'Таблица этапов' }).click();
  const grid = page.getByRole('grid', { name: 'Этапы регламента' });
  const names = grid.locator('[data-column=name]');
  const cell = (stage: string, column: string) =>
    grid.locator(`[data-stage=${stage}][data-column=${column}]`);
  await expect(names.nth(3)).toHaveText('Правовая экспертиза');

  await cell('legal', 'term').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(names.nth(2)).toHaveText('Правовая экспертиза');
  await expect(names.nth(3)).toHaveText('Редактирование');
  await expect(cell('legal', 'term')).toBeFocused();
  await expect(page.getByText('«Правовая экспертиза»: место 3 из 16')).toBeAttached();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(names.first()).toHaveText('Правовая экспертиза');
  // At the end of the list it stays, and says so.
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByText('«Правовая экспертиза» уже на первом месте')).toBeAttached();
  await expect(names.first()).toHaveText('Правовая экспертиза');
  // One entry of undo for each.
  await page.keyboard.press('Control+z');
  await expect(names.nth(1)).toHaveText('Правовая экспертиза');
  await expect(page.getByRole('button', { name: 'Отменить: порядок этапов' })).toBeVisible();

  await names.nth(1).hover();
  await names.nth(1).getByRole('button', { name: 'Ниже: Правовая экспертиза' }).click();
  await expect(names.nth(2)).toHaveText('Правовая экспертиза');
  await expect(cell('legal', 'name')).toBeFocused();
  await expectAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/order-table.png` });

  await page.getByRole('button', { name: 'Структура', exact: true }).click();
  const tree = page.getByRole('tree', { name: 'Этапы и исходы' });
  const stages = tree.locator('li.stage');
  const legal = tree.getByRole('treeitem', { name: /^согласование: Правовая экспертиза/ });
  await legal.focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(stages.nth(3)).toContainText('Правовая экспертиза');
  await expect(legal).toBeFocused();
  await legal.getByRole('button', { name: 'Выше: Правовая экспертиза' }).click();
  await expect(stages.nth(2)).toContainText('Правовая экспертиза');
  await expect(legal).toBeFocused();
  await expectAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/order-outline.png` });

  // The list of all actions has it too, and a reload keeps it.
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').last().fill('ниже в порядке');
  await page.keyboard.press('Enter');
  await expect(stages.nth(3)).toContainText('Правовая экспертиза');
  await expect(page.getByRole('status').filter({ hasText: /^сохранено в/ })).toBeVisible();
  const person = await office.api('ryabova');
  const copy = await person.call('workingCopies.show', { params: { id: 'municipal-contract' } });
  expect((copy.regulation['stageOrder'] as string[]).indexOf('legal')).toBe(3);
});

test('the order on a phone, in English and in the dark; the hint of the palette fits in both languages', async ({
  office,
}) => {
  const page = await office.sit('ryabova', {
    path: '/designer/municipal-contract',
    locale: 'en',
    dark: true,
  });
  await page.getByRole('button', { name: /^Edit/ }).click();
  const fits = () =>
    page.locator('.pal input[type=search]').evaluate((input: HTMLInputElement) => {
      const pen = document.createElement('canvas').getContext('2d');
      if (!pen) throw new Error('There is no canvas');
      pen.font = getComputedStyle(input).font;
      return pen.measureText(input.placeholder).width <= input.clientWidth;
    });
  expect(await fits()).toBe(true);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole('button', { name: 'Table of stages' }).click();
  await page.getByRole('button', { name: 'Outline', exact: true }).click();
  const legal = page.getByRole('treeitem', { name: /^approval: Legal examination/ });
  await legal.click();
  await expect(legal.getByRole('button', { name: 'Down: Legal examination' })).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  if (shots) await page.screenshot({ path: `${shots}/order-360-dark-en.png` });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.evaluate(() => localStorage.setItem('reglament.locale', 'ru'));
  await page.reload();
  await expect(page.getByPlaceholder('Вид этапа или этап')).toBeVisible();
  expect(await fits()).toBe(true);
});
