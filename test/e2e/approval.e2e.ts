import { expect, expectAccessible, test } from './lib/office.ts';
import { bringContract, contractCard, decide, sendPaper } from './lib/paper.ts';

test('a task comes to an open list without reloading, is read in place and decided by keys', async ({
  office,
}) => {
  const page = await office.sit('zaytsev');
  await expect(page.getByRole('heading', { name: 'Мои задачи' })).toBeVisible();
  await expect(page).toHaveTitle(/^\(1\)/);

  const author = await office.api('lebedev');
  const card = contractCard('Уличные светильники');
  const paper = await sendPaper(author, office.server.origin, 'municipal-contract', card);

  await expect(page).toHaveTitle(/^\(2\)/);
  const line = page.getByRole('listitem').filter({ hasText: 'Уличные светильники' });
  await expect(line).toContainText(paper.number);
  await expect(line).toContainText('ООО «Светотехника»');
  await expect(line).toContainText('420 000,00 ₽');
  await expectAccessible(page);

  await page.keyboard.press('j');
  const pane = page.getByRole('complementary', { name: 'Задача: Уличные светильники' });
  await expect(pane.getByText('завтра до 18:00', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Уличные светильники', level: 1 })).toBeVisible();
  await expect(page.locator('iframe')).toBeVisible();
  await expectAccessible(page);

  await page.keyboard.press('1');
  await expect(page.getByText('«Проверено»: Уличные светильники')).toBeVisible();
  await page.goto('/decided');
  await expect(page.getByRole('listitem').filter({ hasText: 'Уличные светильники' })).toContainText(
    'Проверено',
  );
  const row = (await author.call('documents.show', { params: { id: paper.document } })).row;
  expect(row.stageTitles.map(({ ru }) => ru)).toEqual(['Виза начальника отдела']);
});

test('an approver approves with a remark to a place, and is told what will come of it', async ({
  office,
}) => {
  const paper = await bringContract(office, 'Уличные светильники', 'unit-head');
  const page = await office.sit('morozov');
  await page.getByRole('link', { name: /Уличные светильники/ }).click();
  const pane = page.getByRole('complementary', { name: /Уличные светильники/ });
  const decision = pane.getByRole('region', { name: 'Решение' });
  await expect(decision.getByRole('button')).toHaveText([/^Согласовать/, /^С замечаниями/, /^Отклонить/]);
  await decision.getByRole('button', { name: 'С замечаниями' }).click();
  await pane.getByRole('textbox', { name: 'Место замечания 1' }).fill('п. 2.1');
  await pane.getByRole('textbox', { name: 'Текст замечания 1' }).fill('Указать цену прописью');
  await expect(pane.getByText(/Отвечать на них автор обязан, только если/)).toBeVisible();
  await expectAccessible(page);

  // Reloaded in the middle of writing: every word is there.
  await page.reload();
  await page.getByRole('link', { name: /Уличные светильники/ }).click();
  await expect(pane.getByRole('textbox', { name: 'Текст замечания 1' })).toHaveValue('Указать цену прописью');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'Уличные светильники' })).toHaveCount(0);

  const author = await office.api('lebedev');
  const { remarks, visas } = await author.call('documents.show', { params: { id: paper.document } });
  expect(remarks.map(({ place, text, status }) => [place, text, status])).toEqual([
    ['п. 2.1', 'Указать цену прописью', 'open'],
  ]);
  expect(visas.map(({ stage }) => stage)).toEqual(['procurement', 'unit-head']);
});

test('a decision pressed without a connection is not sent and not lost', async ({ office }) => {
  const paper = await bringContract(office, 'Уличные светильники', 'unit-head');
  const page = await office.sit('morozov');
  await page.getByRole('link', { name: /Уличные светильники/ }).click();
  const pane = page.getByRole('complementary', { name: /Уличные светильники/ });
  await pane.getByRole('button', { name: 'Отклонить' }).click();
  await pane.getByRole('textbox', { name: 'Причина' }).fill('Цена выше средней по рынку');
  await page.context().setOffline(true);
  await page.keyboard.press('Control+Enter');
  await expect(pane.getByRole('alert')).toBeVisible();
  await page.context().setOffline(false);
  await expect(pane.getByRole('textbox', { name: 'Причина' })).toHaveValue('Цена выше средней по рынку');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'Уличные светильники' })).toHaveCount(0);
  const author = await office.api('lebedev');
  const { visas } = await author.call('documents.show', { params: { id: paper.document } });
  expect(visas.filter(({ stage }) => stage === 'unit-head')).toHaveLength(1);
});

test('the document changes under the reader: he decides on what he was shown or not at all', async ({
  office,
}) => {
  // The lawyer has it open while the author withdraws it.
  const paper = await bringContract(office, 'Уличные светильники', 'legal');
  const page = await office.sit('vlasova');
  await page.getByRole('link', { name: /Уличные светильники/ }).click();
  await page.getByRole('link', { name: 'Открыть' }).click();
  await expect(page.getByRole('heading', { name: 'Уличные светильники', level: 1 })).toBeVisible();
  const author = await office.api('lebedev');
  await author.call('documents.withdraw', {
    params: { id: paper.document },
    body: { reason: 'Изменились условия поставки' },
    key: crypto.randomUUID(),
  });
  await expect(page.getByText('Задача закрыта: решать больше не нужно.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Согласовать' })).toHaveCount(0);
});

test('the list works in English, in the dark and on a phone', async ({ office }) => {
  await bringContract(office, 'Уличные светильники', 'unit-head');
  const page = await office.sit('morozov', { locale: 'en', dark: true, width: 360, height: 740 });
  await expect(page.getByRole('heading', { name: 'My tasks' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: /Уличные светильники/ }).click();
  await expect(page.getByRole('button', { name: 'Approve', exact: true })).toBeVisible();
  await expectAccessible(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test('two people decide; the second finds what the first did', async ({ office }) => {
  const paper = await bringContract(office, 'Уличные светильники', 'legal');
  const page = await office.sit('vlasova');
  await page.getByRole('link', { name: /Уличные светильники/ }).click();
  const pane = page.getByRole('complementary', { name: /Уличные светильники/ });
  await expect(pane.getByRole('button', { name: 'Согласовать', exact: true })).toBeVisible();
  // The same lawyer in another window.
  await decide(await office.api('vlasova'), paper.document, 'approved');
  await expect(page.getByRole('listitem').filter({ hasText: 'Уличные светильники' })).toContainText(
    'закрыта',
  );
});
