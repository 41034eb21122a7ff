import { wordHtml } from '../../packages/editing/src/testing/office-table.ts';
import { expect, expectAccessible, test } from './lib/office.ts';

const shots = process.env['SHOTS'];

/** Copies markup as Word does and pastes it with the keys. */
async function paste(page: import('@playwright/test').Page, html: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(async (markup) => {
    const blob = (type: string, words: string) => new Blob([words], { type });
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/html': blob('text/html', markup),
        'text/plain': blob('text/plain', 'a table'),
      }),
    ]);
  }, html);
  await page.keyboard.press('Control+V');
}

test('a table of ten rows pasted from Word becomes a regulation that publishes', async ({ office }) => {
  const page = await office.sit('ryabova', { path: '/designer/' });
  await page.getByRole('link', { name: 'Из таблицы Word или Excel' }).click();
  await expect(page.getByRole('heading', { name: 'Регламент из таблицы', level: 1 })).toBeVisible();
  await expectAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/ft-paste.png` });
  await paste(page, wordHtml);

  const grid = page.getByRole('grid', { name: 'Вставленная таблица: что в ней понято' });
  await expect(grid.getByRole('row')).toHaveCount(11);
  await expect(page.getByText('Понято 46 ячеек из 50')).toBeVisible();
  if (shots) await page.screenshot({ path: `${shots}/ft-table.png` });

  // An examination is never passed by silence: what instead is chosen by its digit.
  await grid.getByRole('button', { name: /Что вместо\?/ }).click();
  await expect(page.getByRole('dialog', { name: 'Что вместо?' })).toContainText('молчанием не проходят');
  if (shots) await page.screenshot({ path: `${shots}/ft-why.png` });
  await expectAccessible(page);
  await page.keyboard.press('1');
  await expect(grid.getByRole('button', { name: /Что вместо\?/ })).toHaveCount(0);

  await page.getByRole('button', { name: 'Вопросы 3' }).click();
  await expect(grid.getByRole('row')).toHaveCount(4);
  // A registration may be turned down: the dash in its cell does not say where to.
  await grid.getByRole('button', { name: /Куда ведёт\?/ }).click();
  await page
    .getByRole('dialog', { name: 'Куда ведёт?' })
    .getByRole('button', { name: 'доработка, визы сохранить' })
    .click();
  await grid.getByRole('button', { name: /Кто именно\?/ }).click();
  await page
    .getByRole('dialog', { name: 'Кто именно?' })
    .getByRole('button', { name: 'куратор отдела автора' })
    .click();
  // Taken back and made again.
  await page.getByRole('button', { name: 'Отменить' }).click();
  await expect(page.getByRole('button', { name: 'Вопросы 2' })).toBeVisible();
  await page.getByRole('button', { name: 'Повторить' }).click();
  await grid.getByRole('button', { name: /Каких дней\?/ }).click();
  await page
    .getByRole('dialog', { name: 'Каких дней?' })
    .getByRole('button', { name: /30 кал\. дней/ })
    .click();
  await expect(page.getByText('Вопросов нет: всё понято.')).toBeVisible();
  await page.getByRole('button', { name: 'Все 10 этапов' }).click();

  // Without a name nothing is made.
  await page.getByRole('button', { name: 'Создать черновик' }).click();
  await expect(page.getByText('Напишите название')).toBeVisible();
  await page.getByRole('textbox', { name: 'Название регламента' }).fill('Договор, новый порядок');
  await page.getByRole('button', { name: 'Создать черновик' }).click();
  await expect(page.getByText('Напишите вид документа')).toBeVisible();
  await page.getByRole('textbox', { name: 'Вид документа' }).fill('Договор');
  await page.getByRole('button', { name: 'Создать черновик' }).click();

  await expect(page.getByRole('heading', { name: 'Договор, новый порядок', level: 1 })).toBeVisible();
  await expect(page.getByText('ошибок нет')).toBeVisible();
  if (shots) await page.screenshot({ path: `${shots}/ft-editor.png` });
  await page.getByRole('button', { name: 'Опубликовать' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Схема без ошибок')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Что изменилось и зачем' }).fill('Порядок из таблицы');
  if (shots) await page.screenshot({ path: `${shots}/ft-publish.png` });
  await dialog.getByRole('button', { name: /Опубликовать/ }).click();
  await expect(page.getByText(/Версия 1 опубликована/)).toBeVisible();
});

test('a pasted table on a phone, in English and in the dark', async ({ office }) => {
  const page = await office.sit('ryabova', {
    path: '/designer/new/table',
    locale: 'en',
    dark: true,
    width: 360,
    height: 740,
  });
  await expect(page.getByRole('heading', { name: 'Regulation from a table', level: 1 })).toBeVisible();
  await expectAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/ft-paste-360.png`, fullPage: true });
  await paste(page, wordHtml);
  await expect(page.getByRole('button', { name: 'All 10 stages' })).toBeVisible();
  await expectAccessible(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  if (shots) await page.screenshot({ path: `${shots}/ft-360.png`, fullPage: true });
});
