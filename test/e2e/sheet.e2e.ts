import { expect, expectAccessible, test } from './lib/office.ts';
import { bringContract, decide } from './lib/paper.ts';

test('the approval sheet tells every decision, an auto-visa and a remark with its answer, and prints on A4', async ({
  office,
}) => {
  const paper = await bringContract(office, 'Уличные светильники', 'legal');
  await decide(await office.api('vlasova'), paper.document, 'approvedWithRemarks', {
    remarks: [{ place: 'п. 2.1', text: 'Указать цену прописью' }],
  });
  await decide(await office.api('akhmetova'), paper.document, 'approved');
  // The curator stays silent for her working day.
  await office.advance({ days: 2 });

  const page = await office.sit('lebedev', { path: `/documents/${paper.document}` });
  await page.getByRole('link', { name: 'Лист согласования' }).click();
  await expect(page.getByRole('heading', { name: 'Лист согласования', level: 1 })).toBeVisible();
  const rows = page.getByRole('row');
  await expect(rows.filter({ hasText: 'Зайцев П. И.' })).toContainText('Проверено');
  const lawyer = rows.filter({ hasText: 'Власова М. С.' });
  await expect(lawyer).toContainText('Согласовано с замечаниями');
  await expect(lawyer).toContainText('п. 2.1: Указать цену прописью');
  await expect(lawyer).toContainText('Открыто, ответа нет');
  await expect(rows.filter({ hasText: 'Ильина' })).toContainText('Автовиза');
  await expect(rows.filter({ hasText: 'Лебедев' })).toContainText('Ожидается');
  await expect(
    page.getByText(/Решений 6: согласовано 4, с замечаниями 1, отклонено 0, автовиз 1/),
  ).toBeVisible();
  await expectAccessible(page);
  if (process.env['SHOTS'])
    await page.screenshot({ path: `${process.env['SHOTS']}/sheet.png`, fullPage: true });

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Напечатать' })).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'Разделы' })).toBeHidden();
  const paperPdf = await page.pdf({ preferCSSPageSize: true });
  expect(paperPdf.subarray(0, 5).toString()).toBe('%PDF-');
  // A4 in points.
  expect(paperPdf.toString('latin1')).toMatch(/\/MediaBox ?\[0 0 59[45][.\d]* 84[12][.\d]*\]/);
});

test('the sheet reads on a phone, in English and in the dark', async ({ office }) => {
  const paper = await bringContract(office, 'Уличные светильники', 'finance');
  const page = await office.sit('lebedev', {
    path: `/documents/${paper.document}/sheet`,
    locale: 'en',
    dark: true,
    width: 360,
    height: 740,
  });
  await expect(page.getByRole('heading', { name: 'Approval sheet', level: 1 })).toBeVisible();
  await expect(page.getByText('Awaited', { exact: true })).toBeVisible();
  await expectAccessible(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  if (process.env['SHOTS'])
    await page.screenshot({ path: `${process.env['SHOTS']}/sheet-360.png`, fullPage: true });
});
