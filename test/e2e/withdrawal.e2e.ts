import { expect, expectAccessible, test } from './lib/office.ts';
import { bringContract } from './lib/paper.ts';

test('an author withdraws a contract with a reason, mends it as a draft and sends it again under the same number', async ({
  office,
}) => {
  const paper = await bringContract(office, 'Уличные светильники', 'legal');
  const page = await office.sit('lebedev', { path: `/documents/${paper.document}` });
  await page.getByRole('button', { name: 'Отозвать' }).click();
  const dialog = page.getByRole('dialog', { name: /Отозвать/ });
  await dialog.getByLabel('Причина').fill('Изменились условия поставки');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Отозвать' }).click();
  await expect(page).toHaveURL(/\/drafts\//);
  await expect(page.getByText(/Документ отозван/)).toBeVisible();
  await page.getByLabel('Предмет').fill('Уличные светильники с монтажом');
  await page.getByRole('button', { name: 'Отправить на согласование' }).click();
  await expect(page).toHaveURL(/\/documents\//);
  await expect(page.getByRole('heading', { name: 'Уличные светильники с монтажом', level: 1 })).toBeVisible();
  await expect(page.getByText(`№ ${paper.number}`).first()).toBeVisible();
});

test('annulling lies in the menu, asks for a reason and ends the document for everybody', async ({
  office,
}) => {
  const paper = await bringContract(office, 'Уличные светильники', 'legal');
  const lawyer = await office.sit('vlasova');
  const line = lawyer.getByRole('listitem').filter({ hasText: 'Уличные светильники' });
  await expect(line).toBeVisible();
  const page = await office.sit('lebedev', { path: `/documents/${paper.document}` });
  await page.getByRole('button', { name: 'Ещё' }).click();
  await page.getByRole('menuitem', { name: 'Аннулировать' }).click();
  const dialog = page.getByRole('dialog', { name: /Аннулировать/ });
  await dialog.getByRole('button', { name: 'Аннулировать' }).click();
  await expect(dialog.getByText(/причин/i).first()).toBeVisible();
  await dialog.getByLabel('Причина').fill('Закупка отменена');
  await dialog.getByRole('button', { name: 'Аннулировать' }).click();
  await expect(page.getByText('Закупка отменена').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Отозвать' })).toHaveCount(0);
  await expect(line.filter({ hasNotText: 'закрыта' })).toHaveCount(0);
});
