import { drawing, takeToEdit } from './lib/drawing.ts';
import { expect, expectAccessible, test } from './lib/office.ts';

test('what is put on the drawing comes into sight, and the drawing keeps its size', async ({ office }) => {
  const page = await office.sit('ryabova', { path: '/designer/' });
  await page.getByRole('button', { name: 'Пустой' }).click();
  await page.getByLabel('Название').fill('Акт осмотра');
  await page.getByRole('button', { name: 'Создать' }).click();
  const draw = drawing(page);
  const palette = page.getByRole('complementary', { name: 'Виды этапов' });
  await draw.create('Задача', { x: 640, y: 300 });
  await expect(draw.node('Задача')).toBeInViewport({ ratio: 1 });
  for (const kind of ['Регистрация', 'Ожидание', 'Согласование', 'Параллельно']) {
    await palette.getByRole('button', { name: kind, exact: true }).click();
    if (kind === 'Ожидание') await draw.choose('Зарегистрировано');
    if (kind === 'Параллельно') await draw.choose(/^Согласовано$/);
    const stage = page.locator('.node.is-selected').filter({ hasText: kind });
    await expect(stage).toBeInViewport({ ratio: 1 });
    // Beside the panel, not under it.
    const [sheet, box] = [await draw.canvas.boundingBox(), await stage.boundingBox()];
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan((sheet?.x ?? 0) + (sheet?.width ?? 0));
  }
  await expect(page.getByText(/^100\s%$/)).toBeVisible();
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/in-sight.png` });
});

test('a stage that lies unconnected is dragged onto a line, which lights up, and stands between its two', async ({
  office,
}) => {
  const page = await office.sit('ryabova', { path: '/designer/' });
  await page.getByRole('button', { name: 'Пустой' }).click();
  await page.getByLabel('Название').fill('Акт приёмки');
  await page.getByRole('button', { name: 'Создать' }).click();
  const draw = drawing(page);
  await draw.create('Задача', { x: 160, y: 200 });
  await draw.appendAt('Задача', ['Завершение'], { x: 640, y: 200 });
  await draw.create('Регистрация', { x: 400, y: 560 });

  const at = async (title: string) => {
    const box = await draw.node(title).boundingBox();
    if (!box) throw new Error('It is not on the screen');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const [from, to, held] = [await at('Задача'), await at('Завершение'), await at('Регистрация')];
  await page.mouse.move(held.x, held.y);
  await page.mouse.down();
  await page.mouse.move(held.x, held.y - 4, { steps: 4 });
  await page.mouse.move(held.x, held.y - 80, { steps: 4 });
  await expect(page.locator('.edge.is-held')).toHaveCount(0);
  await page.mouse.move((from.x + to.x) / 2, from.y + 6, { steps: 6 });
  await expect(page.locator('.edge.is-held')).toHaveCount(1);
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/held.png` });
  await page.mouse.up();
  await expect(page.locator('.edge.is-held')).toHaveCount(0);
  const ways = page.locator('.edge[data-transition]');
  await expect(ways).toHaveCount(2);
  await expect(page.locator('[data-transition="registration-registered"]')).toHaveCount(1);

  // One step of undo.
  await draw.canvas.focus();
  await page.keyboard.press('Control+Z');
  await expect(ways).toHaveCount(1);
  expect((await at('Регистрация')).y).toBeCloseTo(held.y, 0);
});

test('a first stage is put, named and followed with the keyboard from the moment the sheet opens', async ({
  office,
}) => {
  const page = await office.sit('ryabova', { path: '/designer/' });
  await page.getByRole('button', { name: 'Пустой' }).click();
  await page.getByLabel('Название').fill('Акт сверки');
  await page.getByRole('button', { name: 'Создать' }).click();
  const draw = drawing(page);
  await expect(draw.canvas).toBeFocused();
  await page.keyboard.press('n');
  await page.keyboard.type('Задача');
  await page.keyboard.press('Enter');
  await expect(page.locator('.node.is-selected')).toBeInViewport({ ratio: 1 });
  await expect(page.locator('.node[data-kind=start]')).toBeInViewport({ ratio: 1 });

  // The name is typed over, Enter takes it; Escape out of a field leaves the stage chosen for what follows.
  const title = draw.panel.getByLabel('Название этапа', { exact: true });
  await page.keyboard.press('F2');
  await expect(title).toBeFocused();
  await page.keyboard.type('Проверка');
  await page.keyboard.press('Enter');
  await expect(draw.canvas).toBeFocused();
  await expect(draw.node('Проверка')).toBeVisible();
  await page.keyboard.press('F2');
  await expect(title).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(draw.canvas).toBeFocused();
  await expect(page.locator('.node.is-selected')).toContainText('Проверка');

  await page.keyboard.press('?');
  await expect(draw.list).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await expect(draw.list).toBeVisible();
  await page.keyboard.press('Escape');

  // The switch of views stays where it is pressed.
  const left = async () => (await page.getByRole('button', { name: 'Текст', exact: true }).boundingBox())?.x;
  const before = await left();
  await page.getByRole('button', { name: 'Словами', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Скачать DOCX' })).toBeVisible();
  expect(await left()).toBe(before);
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/words-bar.png` });
  await page.setViewportSize({ width: 1024, height: 768 });
  await expect(page.getByRole('button', { name: 'Скачать DOCX' })).toBeInViewport({ ratio: 1 });
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/words-bar-1024.png` });
});

test('a stage, a line and the sheet have their menus, by the right button and by Shift F10', async ({
  office,
}) => {
  const page = await office.sit('ryabova', { path: '/designer/municipal-contract' });
  await takeToEdit(page);
  const draw = drawing(page);
  const menu = page.getByRole('menu', { name: 'Действия' });
  const item = (name: RegExp) => menu.getByRole('menuitem', { name });

  await draw.node('Правовая экспертиза').click({ button: 'right' });
  await expect(item(/^Дублировать/)).toBeVisible();
  await expect(item(/^Разложить схему/)).toBeVisible();
  await expectAccessible(page);
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/context-stage.png` });
  await page.keyboard.press('Escape');
  await expect(draw.canvas).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await expect(item(/^Соединить/)).toBeVisible();
  await item(/^Все действия/).click();
  await expect(draw.list).toBeVisible();
  await page.keyboard.press('Escape');

  const [one, next] = [
    await draw.node('Проверка закупки').boundingBox(),
    await draw.node('Виза начальника отдела').boundingBox(),
  ];
  if (!one || !next) throw new Error('They are not on the screen');
  await page.mouse.click((one.x + one.width + next.x) / 2, one.y + one.height / 2, { button: 'right' });
  await expect(item(/^Вставить сюда этап/)).toBeVisible();
  await expect(item(/^Дублировать/)).toHaveCount(0);
  await page.keyboard.press('Escape');

  await draw.canvas.click({ button: 'right', position: { x: 12, y: 12 } });
  await item(/^Новый этап/).click();
  await expect(draw.list).toBeVisible();
});
