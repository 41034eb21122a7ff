import { expect, expectAccessible, test } from './lib/office.ts';
import { bringContract, decide } from './lib/paper.ts';

test('when a term lapses the head sees it among his unit’s work and under the bell, live, on a tablet', async ({
  office,
}) => {
  const paper = await bringContract(office, 'Уличные светильники', 'legal');
  const page = await office.sit('kravtsov', { path: '/control', width: 1024, height: 768, touch: true });
  const line = page.getByRole('listitem').filter({ hasText: 'Уличные светильники' });
  await expect(line).toContainText('Власова М. С.');
  await expect(page.getByRole('heading', { name: /^Просрочено/ })).toHaveCount(0);
  await expectAccessible(page);
  // Three working days for the lawyer: to Monday evening. By Tuesday noon it is over.
  await office.advance({ days: 6 });
  const late = page.getByRole('region', { name: 'Просрочено' });
  await expect(late.getByRole('listitem').filter({ hasText: 'Уличные светильники' })).toContainText(
    'просрочено',
  );
  const bell = page.getByRole('button', { name: /^Уведомления, \d+ нов/ });
  await expect(bell).toBeVisible();
  const box = await bell.boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(44);
  await bell.click();
  const panel = page.getByRole('dialog', { name: 'Уведомления' });
  await expect(panel.getByRole('link', { name: /Власова М. С. не решил в срок/ }).first()).toBeVisible();
  await expectAccessible(page);
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/control.png` });
  await panel.getByRole('button', { name: 'Прочитать все' }).click();
  await expect(page.getByRole('button', { name: 'Уведомления', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);

  await page.getByRole('button', { name: 'По людям' }).click();
  await expect(page.getByRole('region', { name: /Власова/ })).toBeVisible();
  await decide(await office.api('vlasova'), paper.document, 'approved');
  await expect(line).toHaveCount(0);
});

test('an author hears of each decision under the bell, by keys', async ({ office }) => {
  const page = await office.sit('lebedev');
  await bringContract(office, 'Уличные светильники', 'editing');
  await expect(page.getByRole('button', { name: /^Уведомления, \d+ нов/ })).toBeVisible();
  await page.keyboard.press('b');
  const panel = page.getByRole('dialog', { name: 'Уведомления' });
  await expect(
    panel
      .getByRole('listitem')
      .filter({ hasText: 'Уличные светильники' })
      .filter({ hasText: 'Морозов С. А.: согласовано' }),
  ).toBeVisible();
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/bell.png` });
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await page.goto('/notices');
  await expect(page.getByRole('heading', { name: 'Уведомления', level: 1 })).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Уличные светильники' })
    .filter({ hasText: 'Морозов С. А.: согласовано' })
    .getByRole('link')
    .click();
  await expect(page.getByRole('heading', { name: 'Уличные светильники', level: 1 })).toBeVisible();
});
