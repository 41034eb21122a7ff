import { expect, expectAccessible, test } from './lib/office.ts';

test('a methodologist reads a published regulation: its picture, each term, what silence does and the basis', async ({
  office,
}) => {
  const page = await office.sit('ryabova');
  await page.getByRole('link', { name: 'Регламенты' }).click();
  await expect(page.getByRole('heading', { name: 'Регламенты', level: 1 })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: /Муниципальный контракт/ }).click();
  await expect(page.getByRole('heading', { name: /Муниципальный контракт/, level: 1 })).toBeVisible();
  const picture = page.getByRole('region', { name: 'Схема маршрута' });
  await expect(picture.getByRole('listitem').filter({ hasText: 'Виза куратора' }).first()).toBeVisible();
  const curator = page.getByRole('row', { name: /^Виза куратора согласование/ });
  await expect(curator).toContainText('1 раб. день');
  await expect(curator).toContainText('автовиза');
  await expect(curator).toContainText('решить уже нельзя');
  await expect(curator).toContainText('предложение по умолчанию');
  await expectAccessible(page);
  if (process.env['SHOTS'])
    await page.screenshot({ path: `${process.env['SHOTS']}/regulation.png`, fullPage: true });
  await page.goto('/regulations/municipal-act/1');
  await expect(page.getByRole('region', { name: 'Финансы, если нужны расходы' })).toContainText(
    'если: Акт требует расходов',
  );
  if (process.env['SHOTS'])
    await page.screenshot({ path: `${process.env['SHOTS']}/act.png`, fullPage: true });
});

test('a regulation on a phone, in English and in the dark; an author gets no such page', async ({
  office,
}) => {
  const page = await office.sit('ryabova', {
    path: '/regulations/municipal-act/1',
    locale: 'en',
    dark: true,
    width: 360,
    height: 740,
  });
  await expect(page.getByRole('heading', { name: 'Stages' })).toBeVisible();
  await expectAccessible(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  if (process.env['SHOTS'])
    await page.screenshot({ path: `${process.env['SHOTS']}/act-360.png`, fullPage: true });
  const author = await office.sit('lebedev', { path: '/regulations/municipal-act/1' });
  await expect(author.getByRole('heading', { name: 'Такой страницы нет', level: 1 })).toBeVisible();
});
