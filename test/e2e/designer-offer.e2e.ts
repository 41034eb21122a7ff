import type { Page } from '@playwright/test';
import { signIn } from '../lib/person.ts';
import { expect, expectAccessible, newKey, type Office, test } from './lib/office.ts';

const shot = async (page: Page, name: string) => {
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/${name}.png` });
};
const contract = /^Муниципальный контракт/;
const row = (page: Page, title: string | RegExp) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader').getByRole('link', { name: title, exact: true }) });

/** Makes somebody of the finance department, which stands below the administration, its methodologist. */
async function giveFinanceItsMethodologist(office: Office): Promise<void> {
  const admin = await office.api('timofeev');
  const { positions } = await admin.call('people.list', {});
  const post = positions.find(({ id }) => id === 'finance-specialist');
  await admin.call('people.changePosition', {
    params: { id: 'finance-specialist' },
    body: { revision: post?.revision ?? 0, roles: ['methodologist'] },
  });
}

test('a methodologist names the owner of a regulation with the keyboard and finds it by him', async ({
  office,
}) => {
  const page = await office.sit('ryabova', { path: '/designer/' });
  await expect(row(page, contract)).toContainText('Отдел экономики и закупок');
  const acts = row(page, contract).getByRole('button', { name: /^Действия/ });
  await acts.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Назначить владельца' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Кто отвечает/ });
  await expect(dialog.getByText('Рябова Н. К.')).toBeVisible();
  await dialog.getByLabel('Подразделение').selectOption('Правовой отдел');
  await expectAccessible(page);
  await shot(page, 'owner');
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: 'Назначить' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(row(page, contract)).toContainText('Правовой отдел');

  await page.getByRole('combobox', { name: 'Владелец' }).selectOption('Правовой отдел');
  await expect(page.getByRole('rowheader')).toHaveCount(1);
  await page.getByRole('combobox', { name: 'Владелец' }).selectOption('Все владельцы');
  await page.getByRole('searchbox').fill('общий');
  await expect(page.getByRole('rowheader')).toHaveCount(1);
  await expect(page.getByRole('rowheader')).toContainText('Постановление администрации');
  await expectAccessible(page);
});

test('a regulation is offered downwards, read there, taken as a copy, and a newer version of it is said and taken', async ({
  office,
}) => {
  await giveFinanceItsMethodologist(office);
  const page = await office.sit('ryabova', { path: '/designer/' });
  await row(page, contract)
    .getByRole('button', { name: /^Действия/ })
    .click();
  await page.getByRole('menuitem', { name: 'Предложить нижестоящим' }).click();
  const dialog = page.getByRole('dialog', { name: /^Кому предложить/ });
  await dialog.getByRole('button', { name: 'Выбранным' }).click();
  await dialog.getByRole('button', { name: 'Предложить' }).click();
  await expect(dialog.getByText('Выберите хотя бы одну организацию')).toBeVisible();
  await dialog.getByLabel('Финансовое управление Светлореченского округа').check();
  await expectAccessible(page);
  await shot(page, 'offer');
  await dialog.getByRole('button', { name: 'Предложить' }).click();
  await expect(row(page, contract)).toContainText('предложен 1 организации');
  await expectAccessible(page);
  await shot(page, 'library');

  const below = await office.sit('tikhonova', { path: '/designer/' });
  await below.getByRole('button', { name: 'Посмотреть предложенные' }).click();
  await expect(row(below, contract)).toContainText('Администрация Светлореченского округа');
  await expectAccessible(below);
  await shot(below, 'offered');
  await below.getByRole('rowheader').getByRole('link', { name: contract }).click();
  await expect(below.getByText('предлагает Администрация Светлореченского округа')).toBeVisible();
  await expect(below.getByRole('application', { name: /^Схема регламента/ })).toBeVisible();
  await below.getByRole('button', { name: 'Словами' }).click();
  await expect(below.getByText(/Правовая экспертиза/).first()).toBeVisible();
  await expectAccessible(below);
  await shot(below, 'offered-read');

  await below.getByRole('button', { name: 'Взять копию' }).click();
  const taking = below.getByRole('dialog', { name: 'Копия предложенного регламента' });
  await taking.getByLabel('Название').fill('Контракт управления');
  await expectAccessible(below);
  await shot(below, 'take');
  await taking.getByRole('button', { name: 'Взять копию' }).click();
  await expect(below.getByRole('heading', { name: 'Контракт управления' })).toBeVisible();
  await below.getByRole('link', { name: 'К списку регламентов' }).click();
  const own = row(below, 'Контракт управления');
  await expect(own).toContainText('взят: Администрация Светлореченского округа, версия 1');
  await expect(own).not.toContainText('есть версия');

  await publishBoth(office);
  await below.reload();
  await expect(own.getByRole('link', { name: 'есть версия 2' })).toBeVisible();
  await expectAccessible(below);
  await shot(below, 'newer');
  await own.getByRole('button', { name: /^Действия/ }).click();
  await below.getByRole('menuitem', { name: 'Взять версию 2 предложенного' }).click();
  await below.getByRole('dialog').getByRole('button', { name: 'Взять', exact: true }).click();
  await expect(below.getByRole('heading', { name: 'Контракт управления' })).toBeVisible();
  await below.getByRole('link', { name: 'К списку регламентов' }).click();
  await expect(own).toContainText('версия 2');
  await expect(own).not.toContainText('есть версия');

  // What is offered no longer is gone, the copy stays.
  await row(page, contract)
    .getByRole('button', { name: /^Действия/ })
    .click();
  await page.getByRole('menuitem', { name: 'Предложить нижестоящим' }).click();
  await dialog.getByRole('button', { name: 'Больше не предлагать' }).click();
  await expect(row(page, contract)).not.toContainText('предложен');
  await below.reload();
  await expect(own).toContainText('взят: Администрация');
  await expect(below.getByRole('button', { name: /^Предложены/ })).toBeHidden();
  await below.goto('/designer/offered/administration/municipal-contract');
  await expect(below.getByText('Такой записи нет или она вам не видна.')).toBeVisible();
});

/** The administration brings out its second version, the department the first of its own. */
async function publishBoth(office: Office): Promise<void> {
  const above = await signIn(office.server.origin, 'ryabova', 'svetlaya-reka');
  const { regulation } = await above.call('regulations.version', {
    params: { id: 'municipal-contract', version: '1' },
  });
  const title = { ...(regulation['title'] as { ru: string; en: string }), en: 'Contract of the district' };
  const body = { regulation: { ...regulation, title }, base: 1 };
  await above.call('workingCopies.create', { body, key: newKey() });
  await publish(above, 'municipal-contract');
  const below = await signIn(office.server.origin, 'tikhonova', 'svetlaya-reka');
  const { rows } = await below.call('library.list', {});
  await publish(below, rows[0]?.id ?? '');
}

async function publish(person: Awaited<ReturnType<typeof signIn>>, id: string): Promise<void> {
  const { revision } = await person.call('workingCopies.show', { params: { id } });
  await person.call('workingCopies.publish', {
    params: { id },
    body: { revision, comment: '', from: '2026-11-25' },
    key: newKey(),
  });
}

for (const [name, options] of [
  ['360', { width: 360, height: 800 }],
  ['dark', { dark: true }],
  ['english', { locale: 'en' }],
  ['1280', { width: 1280 }],
] as const)
  test(`the library with owners and offers reads well: ${name}`, async ({ office }) => {
    await giveFinanceItsMethodologist(office);
    const above = await office.api('ryabova');
    await above.call('regulations.offer', {
      params: { id: 'municipal-act' },
      body: { to: 'below' },
      key: newKey(),
    });
    const page = await office.sit('ryabova', { path: '/designer/', ...options });
    await expect(page.getByRole('rowheader')).toHaveCount(2);
    await expectAccessible(page);
    await shot(page, `library-${name}`);
    const below = await office.sit('tikhonova', { path: '/designer/', ...options });
    await below.getByRole('button', { name: /^(Посмотреть предложенные|See the offered ones)$/ }).click();
    await expect(below.getByRole('rowheader')).toHaveCount(1);
    await expectAccessible(below);
    await shot(below, `offered-${name}`);
    await below.getByRole('rowheader').getByRole('link').click();
    await expect(below.getByRole('application')).toBeVisible();
    await expectAccessible(below);
    await shot(below, `offered-read-${name}`);
    const wide = await below.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });
