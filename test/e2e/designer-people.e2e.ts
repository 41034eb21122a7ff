import { drawing } from './lib/drawing.ts';
import { expect, expectAccessible, test } from './lib/office.ts';

test('whoever is asked is chosen by name: a role with its holders, a position of the staff list, and the words say so', async ({
  office,
}) => {
  const page = await office.sit('ryabova', { path: '/designer/', width: 1440, height: 1000 });
  await page.getByRole('button', { name: 'Пустой' }).click();
  await page.getByLabel('Название').fill('Служебная записка');
  await page.getByRole('button', { name: 'Создать' }).click();
  const draw = drawing(page);
  await draw.create('Согласование', { x: 180, y: 160 });
  const shot = async (name: string) => {
    if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/${name}.png` });
  };

  // A term is called by its length until somebody names it, and says whose it is too.
  await draw.panel.getByLabel('Срок, число').fill('1');
  await expect(draw.panel.getByRole('combobox', { name: 'Срок', exact: true })).toHaveText(/1 рабочий день/);
  await draw.append('Согласование', 'Согласовано', 'Регистрация');
  await expect(draw.node('Регистрация')).toContainText('Регистратор');
  await expect(draw.panel.getByText('Этот срок общий для 2 этапов')).toBeVisible();
  await shot('people-shared-term');
  await draw.select('Согласование');

  // By a role: its title follows it.
  await draw.panel.getByText('Как его находят').click();
  await draw.panel.getByLabel('Находят').selectOption('по роли');
  await expect(draw.panel.getByText('Роль ещё не выбрана')).toBeVisible();
  await shot('people-role-empty');
  await draw.panel.getByLabel('Роль').selectOption('Юрист: Власова\u00a0М.\u00a0С.');
  await expect(draw.node('Согласование')).toContainText('Юрист');
  await expect(draw.panel.getByLabel('Как называется участник', { exact: true })).toHaveValue('Юрист');
  await expectAccessible(page);
  await shot('people-role');

  // The only one is replaced where he stands; the new one is found by a position.
  await draw.panel.getByLabel('Заменить: Юрист').selectOption('Новый участник…');
  await draw.panel.getByLabel('Находят').selectOption('по должности');
  await expect(draw.panel.getByText('Выберите должность из штатного расписания')).toBeVisible();
  const post = draw.panel.getByRole('combobox', { name: 'Должность' });
  await post.fill('громова');
  await shot('people-position-list');
  await page.keyboard.press('Enter');
  await expect(draw.node('Согласование')).toContainText('Управляющий делами');
  await expect(draw.panel.getByLabel('Кто это сегодня')).toContainText('Громова');
  await expectAccessible(page);
  await shot('people-position');

  // The regulation in words knows no codes.
  await draw.canvas.click({ position: { x: 12, y: 12 } });
  await draw.panel.getByLabel('Добавить роль…').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Словами', exact: true }).click();
  const words = page.getByRole('complementary', { name: 'Словами' });
  await expect(words).toContainText('занимает должность «Управляющий делами» по штатному расписанию');
  await shot('people-words');
});

test('a new block has two approvals that end their branches, and another kind renames a stage that nobody named', async ({
  office,
}) => {
  const page = await office.sit('ryabova', { path: '/designer/', width: 1440, height: 1000 });
  await page.getByRole('button', { name: 'Пустой' }).click();
  await page.getByLabel('Название').fill('Две визы сразу');
  await page.getByRole('button', { name: 'Создать' }).click();
  const draw = drawing(page);
  await draw.create('Параллельно', { x: 180, y: 160 });
  await expect(draw.canvas.getByText('Согласование', { exact: true })).toHaveCount(2);
  // Only the outcomes of the block itself lead nowhere, and nothing behind it ends the document.
  await expect(page.getByText('3 ошибки')).toBeVisible();
  // One more branch begins like them.
  await draw.panel.getByRole('button', { name: 'Ещё ветвь' }).click();
  await expect(draw.canvas.getByText('Согласование', { exact: true })).toHaveCount(3);
  await expect(page.getByText('3 ошибки')).toBeVisible();
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/people-block.png` });

  await draw.create('Задача', { x: 180, y: 620 });
  await page.keyboard.press('Escape');
  await page.keyboard.press('KeyR');
  await draw.choose('Ожидание');
  await expect(draw.node('Ожидание')).toBeVisible();
});
