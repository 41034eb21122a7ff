import { expect, expectAccessible, test } from './lib/office.ts';
import { bringContract, decide } from './lib/paper.ts';

test('a number just given appears in the open register, and is found by number, title and counterparty', async ({
  office,
}) => {
  const paper = await bringContract(office, 'Уличные светильники', 'registration');
  const page = await office.sit('kotova');
  await page.getByRole('link', { name: 'Журнал', exact: true }).click();
  await page
    .getByRole('navigation', { name: 'Журналы' })
    .getByRole('link', { name: /договор|контракт/i })
    .click();
  const row = page.getByRole('row').filter({ hasText: 'Уличные светильники' });
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  await expect(row).toHaveCount(0);
  await expectAccessible(page);
  const safina = await office.api('safina');
  await decide(safina, paper.document, 'registered');
  await expect(row).toContainText('Сафина Г. М.');
  const { registration } = await safina.call('documents.show', { params: { id: paper.document } });
  await expect(row.getByRole('rowheader')).toHaveText(registration?.number ?? 'no number');
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/register.png` });

  const seek = page.getByRole('main').getByRole('searchbox');
  for (const question of [registration?.number ?? '', 'светильники', 'Светотехника']) {
    await seek.fill(question);
    await expect(row).toBeVisible();
  }
  await seek.fill('нетакогослова');
  await expect(page.getByRole('heading', { name: 'Ничего не нашлось' })).toBeVisible();
});

test('the register on a phone; who keeps no register gets no such page', async ({ office }) => {
  const page = await office.sit('safina', { dark: true, width: 360, height: 740, path: '/register' });
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  await expectAccessible(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/register-360.png` });
  const author = await office.sit('lebedev', { path: '/register' });
  await expect(author.getByRole('heading', { name: 'Такой страницы нет', level: 1 })).toBeVisible();
});
