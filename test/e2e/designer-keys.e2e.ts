import { drawing, takeToEdit } from './lib/drawing.ts';
import { keyboardHands } from './lib/hands.ts';
import { expect, expectAccessible, test } from './lib/office.ts';

test('a transition is chosen, heard, followed and removed on the drawing with the keyboard only, in a Russian layout', async ({
  office,
}) => {
  const page = await office.sit('ryabova', { path: '/designer/municipal-contract' });
  await takeToEdit(page);
  const draw = drawing(page);
  const hands = await keyboardHands(page);
  const said = page.locator('.canvas [role=status]');
  const chosen = page.locator('.edge.is-selected');
  const stops = () => page.locator('.canvas [tabindex="0"]').count();
  // Until then the drawing that has the focus is the one that is only read.
  await expect(page.getByRole('complementary', { name: 'Виды этапов' })).toBeVisible();
  await draw.canvas.focus();
  const before = await stops();
  await page.keyboard.press('ArrowRight');
  await expect(said).toContainText('Проверка закупки');

  // Out of the stage, from the last the first again.
  await hands.strike('KeyT');
  await expect(said).toHaveText('переход 1 из 2: Проверено: «Виза начальника отдела»');
  await expect(chosen).toHaveAttribute('data-transition', 'procurement-done');
  await expect(draw.panel.getByText('Переход из «Проверка закупки»')).toBeVisible();
  await hands.strike('KeyT');
  await expect(said).toHaveText('переход 2 из 2: Вернуть автору: «Доработка»');
  await expectAccessible(page);
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/way-chosen.png` });
  await hands.strike('KeyT');
  await expect(said).toHaveText('переход 1 из 2: Проверено: «Виза начальника отдела»');
  expect(await stops()).toBe(before);

  // Escape leads back to the stage, Enter on to the target; from a way in, to where it comes from.
  await page.keyboard.press('Escape');
  await expect(said).toContainText('задача: Проверка закупки');
  await expect(chosen).toHaveCount(0);
  await hands.strike('KeyT');
  await page.keyboard.press('Enter');
  await expect(said).toContainText('согласование: Виза начальника отдела');
  await hands.strike('KeyT', { shift: true });
  await expect(said).toHaveText(
    'входящий переход 1 из 1: из «Проверка закупки», Проверено: «Виза начальника отдела»',
  );
  await page.keyboard.press('Enter');
  await expect(said).toContainText('задача: Проверка закупки');

  // Removed, the keyboard stands at the stage; undone, the transition is there again.
  await hands.strike('KeyT');
  await hands.strike('KeyT');
  await page.keyboard.press('Delete');
  await expect(said).toHaveText('Переход удалён');
  await expect(page.locator('[data-transition="procurement-returned"]')).toHaveCount(0);
  await hands.strike('KeyT');
  await expect(said).toHaveText('переход 1 из 1: Проверено: «Виза начальника отдела»');
  await page.keyboard.press('Control+Z');
  await expect(page.locator('[data-transition="procurement-returned"]')).toHaveCount(1);

  // The list of all actions names the keys.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+K');
  await page.keyboard.type('переход из');
  await expect(draw.list.getByRole('option', { name: /Следующий переход из этапа.*T/ })).toBeVisible();
});
