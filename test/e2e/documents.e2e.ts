import { expect, expectAccessible, test } from './lib/office.ts';
import { bringContract, decide } from './lib/paper.ts';

test('my documents move as approvers decide, without reloading', async ({ office }) => {
  const paper = await bringContract(office, 'Уличные светильники', 'unit-head');
  const page = await office.sit('lebedev');
  await page.getByRole('link', { name: /^Мои документы/ }).click();
  await expect(page.getByRole('heading', { name: 'Мои документы', level: 1 })).toBeVisible();
  const line = page.getByRole('listitem').filter({ hasText: 'Уличные светильники' });
  await expect(line).toContainText('Виза начальника отдела');
  await expect(line).toContainText('сейчас: Морозов С. А.');
  await expectAccessible(page);
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/mine.png` });
  await decide(await office.api('morozov'), paper.document, 'approved');
  await expect(line).toContainText('Редактирование');
  await line.getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'Уличные светильники', level: 1 })).toBeVisible();
});

test('a document is found by number, title and counterparty from any page; a stranger does not find it', async ({
  office,
}) => {
  const paper = await bringContract(office, 'Уличные светильники', 'unit-head');
  const page = await office.sit('morozov');
  await expect(page.getByRole('heading', { name: 'Мои задачи' })).toBeVisible();
  const found = page.getByRole('main').getByRole('link', { name: 'Уличные светильники' });
  for (const question of [paper.number, 'светильники', 'Светотехника']) {
    await page.keyboard.press('/');
    const box = page.getByRole('banner').getByRole('searchbox');
    await expect(box).toBeFocused();
    await box.fill(question);
    await box.press('Enter');
    await expect(found).toBeVisible();
    await page.getByRole('heading', { level: 1 }).click();
  }
  await expectAccessible(page);
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/search.png` });

  const stranger = await office.sit('nikitina', { path: '/search?q=светильники' });
  await expect(stranger.getByRole('heading', { name: 'Ничего не нашлось' })).toBeVisible();
  await expectAccessible(stranger);
});

test('search on a phone, in English and in the dark', async ({ office }) => {
  const page = await office.sit('lebedev', {
    locale: 'en',
    dark: true,
    width: 360,
    height: 740,
    path: '/search',
  });
  await expect(page.getByRole('heading', { name: 'Search', level: 1 })).toBeVisible();
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
  await expectAccessible(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/search-360.png` });
});
