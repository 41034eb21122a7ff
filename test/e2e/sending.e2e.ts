import { expect, expectAccessible, test } from './lib/office.ts';
import { decide, pdf } from './lib/paper.ts';

test('an author makes a contract, sees its whole route with dates before sending, sends it and sees the visas come', async ({
  office,
}) => {
  const page = await office.sit('lebedev');
  await page.getByRole('link', { name: 'Создать' }).click();
  await expect(page.getByRole('heading', { name: 'Что создать', level: 1 })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Договор/ }).click();
  await expect(page.getByRole('heading', { name: 'Новый: договор', level: 1 })).toBeVisible();
  await expectAccessible(page);

  // Sending too early names what is missing and goes to the first of it.
  await page.getByRole('button', { name: 'Отправить на согласование' }).click();
  await expect(page.getByRole('alert')).toContainText('Перед отправкой заполните');
  await page.getByLabel('Вид договора').selectOption({ label: 'Поставка товаров' });
  await page.getByLabel('Предмет').fill('Уличные светильники');
  await page.getByRole('textbox', { name: 'Контрагент' }).fill('ООО «Светотехника»');
  await page.getByLabel('ИНН').fill('7012345180');
  await expect(page.getByText('не сходится контрольное число')).toBeVisible();
  await page.getByLabel('ИНН').fill('7012345186');
  await expect(page.getByText('не сходится контрольное число')).toHaveCount(0);
  await page.getByLabel('Цена').fill('420 000,00');
  await page.getByLabel('Источник финансирования').selectOption({ index: 1 });
  await page.getByLabel('Основание закупки').selectOption({ label: 'Электронный аукцион' });
  await page.getByLabel('Срок действия').fill('2027-03-01');
  await page.locator('input[type=file]').setInputFiles(pdf);
  await expect(page.getByRole('link', { name: /kontrakt-svetilniki\.pdf/ })).toBeVisible();
  await expect(page.getByText(/^Сохранено/)).toBeVisible();

  // A reload loses nothing.
  await page.reload();
  await expect(page.getByLabel('Предмет')).toHaveValue('Уличные светильники');
  await expect(page.getByRole('link', { name: /kontrakt-svetilniki\.pdf/ })).toBeVisible();
  const side = page.getByRole('complementary', { name: 'Маршрут по рабочим дням' });
  await expect(side.getByText('Если отправить сейчас, будет обещано')).toBeVisible();
  await expect(side.getByRole('list').first()).toContainText('Виза куратора');
  await expect(page.getByRole('listitem').filter({ hasText: 'Власова М. С.' }).first()).toContainText(
    'Правовая экспертиза',
  );
  await expectAccessible(page);
  if (process.env['SHOTS'])
    await page.screenshot({ path: `${process.env['SHOTS']}/draft.png`, fullPage: true });

  await page.getByRole('button', { name: 'Отправить на согласование' }).click();
  await expect(page).toHaveURL(/\/documents\//);
  await expect(page.getByRole('heading', { name: 'Уличные светильники', level: 1 })).toBeVisible();
  const document = new URL(page.url()).pathname.split('/')[2] as string;
  await page.getByRole('tab', { name: /Визы/ }).click();
  await decide(await office.api('zaytsev'), document, 'done');
  await expect(page.getByRole('tabpanel')).toContainText('Зайцев П. И.');
  await decide(await office.api('morozov'), document, 'approved');
  await expect(page.getByRole('tabpanel')).toContainText('Морозов С. А.');
});

test('two tabs with one draft: what each typed in other fields is joined, a clash is asked about', async ({
  office,
}) => {
  const first = await office.sit('lebedev', { path: '/new' });
  await first.getByRole('button', { name: /^Договор/ }).click();
  await first.getByLabel('Предмет').fill('Уличные светильники');
  await expect(first.getByText(/^Сохранено/)).toBeVisible();
  const path = new URL(first.url()).pathname;
  // Another computer: nothing typed is shared but what the server has.
  const second = await office.sit('lebedev', { path });
  await expect(second.getByLabel('Предмет')).toHaveValue('Уличные светильники');
  await first.getByRole('textbox', { name: 'Контрагент' }).fill('ООО «Светотехника»');
  await expect(first.getByText(/^Сохранено/)).toBeVisible();
  await second.getByLabel('Предмет').fill('Светильники для парка');
  await expect(second.getByText(/^Сохранено/)).toBeVisible();
  await second.reload();
  await expect(second.getByLabel('Предмет')).toHaveValue('Светильники для парка');
  await expect(second.getByRole('textbox', { name: 'Контрагент' })).toHaveValue('ООО «Светотехника»');

  await first.getByLabel('Предмет').fill('Светильники для школы');
  await expect(first.getByText('Предмет', { exact: false }).first()).toBeVisible();
  await first.getByRole('button', { name: 'Оставить моё' }).click();
  await expect(first.getByText(/^Сохранено/)).toBeVisible();
  await second.reload();
  await expect(second.getByLabel('Предмет')).toHaveValue('Светильники для школы');
});

test('an act asks whom to choose and finds its way by its flags; a draft can be deleted', async ({
  office,
}) => {
  const page = await office.sit('lebedev', { path: '/new' });
  await page.getByRole('button', { name: /^Проект постановления/ }).click();
  const side = page.getByRole('complementary', { name: 'Маршрут по рабочим дням' });
  const way = side.getByRole('list').last();
  await expect(way).toContainText('Правовая');
  await expect(way).toContainText('Финансовая экспертиза: не понадобится');
  await page.getByLabel(/расход/i).check();
  await expect(way).toContainText('Финансовая экспертиза: предстоит');
  const chooser = page.getByRole('combobox', { name: /подразделени/i });
  await chooser.fill('Никитина');
  await chooser.press('Enter');
  await expect(page.getByText(/^Сохранено/)).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Никитина' }).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Удалить проект' }).click();
  const dialog = page.getByRole('dialog', { name: 'Удалить проект?' });
  await dialog.getByRole('button', { name: 'Удалить проект' }).click();
  await expect(page.getByRole('heading', { name: 'Что создать', level: 1 })).toBeVisible();
  await expect(page.getByText('Проект удалён')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Без названия' })).toHaveCount(0);
});

test('a draft on a phone, in English and in the dark', async ({ office }) => {
  const page = await office.sit('lebedev', {
    path: '/new',
    locale: 'en',
    dark: true,
    width: 360,
    height: 740,
  });
  await page.getByRole('button', { name: /^Contract/ }).click();
  await expect(page.getByRole('heading', { name: 'New: contract', level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send for approval' })).toBeVisible();
  await expectAccessible(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  if (process.env['SHOTS'])
    await page.screenshot({ path: `${process.env['SHOTS']}/draft-360.png`, fullPage: true });
});
