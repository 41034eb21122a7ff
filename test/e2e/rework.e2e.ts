import { expect, expectAccessible, test } from './lib/office.ts';
import { bringContract, decide, pdf } from './lib/paper.ts';

test('a refused contract is reworked: each remark answered, the card and a file changed, and goes its second round', async ({
  office,
}) => {
  const paper = await bringContract(office, 'Уличные светильники', 'legal');
  await decide(await office.api('vlasova'), paper.document, 'rejected', {
    text: 'Исправить пеню и срок.',
    remarks: [
      { place: 'п. 5.1', text: 'Пеня ниже одной трёхсотой ключевой ставки' },
      { text: 'Срок действия короче срока поставки' },
    ],
  });

  const page = await office.sit('lebedev');
  await page.getByRole('link', { name: /Уличные светильники/ }).click();
  await page.getByRole('link', { name: 'Открыть' }).click();
  await expect(page.getByRole('heading', { name: 'Отвечено на 0 из 2' })).toBeVisible();
  await expectAccessible(page);

  const first = page.getByRole('group', { name: 'Ответ на замечание 1' });
  await first.getByText('Учтено').click();
  await page.getByRole('textbox', { name: 'Что сделано' }).fill('Пеня приведена к закону');
  const second = page.getByRole('group', { name: 'Ответ на замечание 2' });
  await second.getByText('Отклонено').click();
  await page
    .getByRole('textbox', { name: 'Обоснование' })
    .fill('Срок поставки 20 дней, договор действует до марта');
  await expect(page.getByRole('heading', { name: 'Отвечено на 2 из 2' })).toBeVisible();

  await page.getByRole('tab', { name: /Карточка и файлы/ }).click();
  await page.getByLabel('Предмет').fill('Уличные светильники с монтажом');
  await page.locator('input[type=file]').setInputFiles({ ...(await fileNamed('Приложение 2.pdf')) });
  // A file half way stands in its row as words; once it is with the server, as a link.
  await expect(page.getByRole('link', { name: 'Приложение 2.pdf' })).toBeVisible();

  // A reload in the middle loses neither answers nor the card nor the file.
  await page.reload();
  await expect(page.getByRole('tabpanel')).toContainText('Уличные светильники с монтажом');
  await expect(page.getByRole('tabpanel')).toContainText('Приложение 2.pdf');
  await expectAccessible(page);
  await page.getByRole('tab', { name: /Свод замечаний/ }).click();
  await expect(page.getByRole('heading', { name: 'Отвечено на 2 из 2' })).toBeVisible();

  await page.getByRole('button', { name: 'Отправить в круг 2' }).click();
  await expect(page).toHaveURL(/\/(documents\/|$)/);

  const detail = await (await office.api('lebedev')).call('documents.show', {
    params: { id: paper.document },
  });
  expect(detail.row.version).toBe(2);
  expect(detail.row.round).toBe(2);
  expect(detail.row.stageTitles.map(({ ru }) => ru)).toEqual(['Проверка закупки']);
  expect(detail.remarks.map(({ answer }) => answer?.disposition)).toEqual(['accepted', 'declined']);

  // Who decided on version 1 sees what changed since.
  const clerk = await office.sit('zaytsev');
  await clerk.getByRole('link', { name: /Уличные светильники с монтажом/ }).click();
  await expect(clerk.getByRole('complementary', { name: /монтажом/ })).toContainText(/Изменилось после/);
});

async function fileNamed(name: string) {
  const { readFile } = await import('node:fs/promises');
  return { name, mimeType: 'application/pdf', buffer: await readFile(pdf) };
}
