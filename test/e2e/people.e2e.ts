import { expect, expectAccessible, test } from './lib/office.ts';
import { bringContract } from './lib/paper.ts';

test('an absence with a substitute brings the task to the substitute, live, marked for whom', async ({
  office,
}) => {
  await bringContract(office, 'Уличные светильники', 'legal');
  const substitute = await office.sit('kravtsov');
  await expect(substitute.getByRole('heading', { name: 'Мои задачи' })).toBeVisible();
  const line = substitute.getByRole('listitem').filter({ hasText: 'Уличные светильники' });
  await expect(line).toHaveCount(0);

  const page = await office.sit('timofeev');
  await page.getByRole('link', { name: 'Люди', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Люди', level: 1 })).toBeVisible();
  await expectAccessible(page);
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/people.png` });
  await page.getByRole('searchbox', { name: 'Фамилия, должность, логин' }).fill('власова');
  await page.getByRole('button', { name: /^Действия: .*Власова/ }).click();
  await page.getByRole('menuitem', { name: 'Отсутствие' }).click();
  const dialog = page.getByRole('dialog', { name: /^Отсутствие: Власова/ });
  await dialog.getByLabel('С', { exact: false }).first().fill('2026-11-25');
  await dialog.getByLabel('По', { exact: false }).first().fill('2026-12-04');
  await dialog.getByRole('combobox', { name: 'Кто замещает' }).fill('Кравцов');
  await dialog.getByRole('combobox', { name: 'Кто замещает' }).press('Enter');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Записать отсутствие' }).click();
  await expect(page.getByText('Отсутствие записано: Власова')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Власова' })).toContainText('замещает: Кравцов');
  await expect(line).toContainText('за: Власова М. С.');
});

test('a dismissal stops a document; the administrator lets it go on by appointing who decides', async ({
  office,
}) => {
  await bringContract(office, 'Уличные светильники', 'legal');
  const page = await office.sit('timofeev', { path: '/people' });
  await page.getByRole('searchbox', { name: 'Фамилия, должность, логин' }).fill('vlasova');
  await page.getByRole('button', { name: /^Действия: .*Власова/ }).click();
  await page.getByRole('menuitem', { name: 'Уволить' }).click();
  const dialog = page.getByRole('dialog', { name: /^Уволить/ });
  await dialog.getByRole('button', { name: 'Уволить' }).click();
  await expect(dialog.getByText(/Напишите причину/)).toBeVisible();
  await dialog.getByLabel('Причина').fill('Переходит в суд');
  await dialog.getByRole('button', { name: 'Уволить' }).click();
  await expect(dialog).toHaveCount(0);

  await page.getByRole('link', { name: /^Сбои/ }).click();
  await expect(page.getByRole('heading', { name: 'Сбои', level: 1 })).toBeVisible();
  const stopped = page.getByRole('listitem').filter({ hasText: 'Правовая экспертиза' });
  await expect(stopped.first()).toContainText('Некому решать');
  await expect(page.getByText('Уличные светильники')).toHaveCount(0);
  await expectAccessible(page);
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/incidents.png` });
  const before = await stopped.count();
  await stopped.last().getByRole('button', { name: 'Назначить, кто решит' }).click();
  const assign = page.getByRole('dialog', { name: 'Назначить, кто решит' });
  await assign.getByRole('combobox', { name: 'Кого' }).fill('Кравцов');
  await assign.getByRole('combobox', { name: 'Кого' }).press('Enter');
  await assign.getByLabel('Причина').fill('Пока должность юриста вакантна');
  await assign.getByRole('button', { name: 'Назначить', exact: true }).click();
  await expect(page.getByText('Исправлено: документ пошёл дальше')).toBeVisible();
  await expect(stopped).toHaveCount(before - 1);
});

test('a new employee gets a password once, signs in with it and must choose his own', async ({
  office,
  page: other,
}) => {
  const page = await office.sit('timofeev', { path: '/people' });
  await page.getByRole('link', { name: /^Правовой отдел/ }).click();
  await page.getByRole('button', { name: 'Новая должность' }).click();
  const post = page.getByRole('dialog', { name: 'Новая должность' });
  await post.getByLabel('Название должности').fill('Второй юрист');
  await post.getByRole('checkbox', { name: /Юрист/ }).check();
  await post.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByRole('button', { name: /^Действия: Второй юрист/ }).click();
  await page.getByRole('menuitem', { name: 'Назначить' }).click();
  // Who is not in the list is taken on from the same dialog.
  await page.getByRole('button', { name: 'Принять нового' }).click();
  const dialog = page.getByRole('dialog', { name: /^Принять на должность/ });
  await dialog.getByLabel('Фамилия, имя, отчество').fill('Савельева Ольга Игоревна');
  await dialog.getByLabel('Логин').fill('савельева');
  await dialog.getByRole('button', { name: 'Принять человека' }).click();
  await expect(dialog.getByText(/^Только латинские буквы/)).toBeVisible();
  await dialog.getByLabel('Логин').fill('savelyeva');
  await dialog.getByRole('button', { name: 'Принять человека' }).click();
  const issued = page.getByRole('dialog', { name: /^Пароль: Савельева/ });
  await expect(issued).toContainText('Логин: savelyeva');
  const password = (await issued.getByRole('code').textContent()) ?? '';
  await expectAccessible(page);
  await issued.getByRole('button', { name: 'Передал' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Савельева' })).toContainText('savelyeva');

  await other.goto(`${office.server.origin}/sign-in`);
  await other.getByRole('textbox', { name: 'Логин' }).fill('savelyeva');
  await other.getByLabel('Пароль').first().fill(password);
  await other.getByRole('button', { name: 'Войти', exact: true }).click();
  await expect(other.getByRole('heading', { name: 'Смените пароль' })).toBeVisible();
});

test('people and incidents on a phone, in English and in the dark', async ({ office }) => {
  const page = await office.sit('timofeev', {
    path: '/people',
    locale: 'en',
    dark: true,
    width: 360,
    height: 740,
  });
  await expect(page.getByRole('heading', { name: 'People', level: 1 })).toBeVisible();
  await page.getByRole('link', { name: /^Правовой отдел/ }).click();
  await expect(page.getByRole('heading', { name: 'Правовой отдел', level: 2 })).toBeVisible();
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/people-360.png` });
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
  await page.goto('/incidents');
  await expect(page.getByRole('heading', { name: 'Incidents', level: 1 })).toBeVisible();
  await expectAccessible(page);
  expect(await overflow()).toBeLessThanOrEqual(0);
});
