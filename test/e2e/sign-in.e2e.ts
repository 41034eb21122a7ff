import { expect, expectAccessible, test } from './lib/office.ts';

test('a newcomer signs in as one of the sample people and sees his task list', async ({ office, page }) => {
  await page.goto(office.server.origin);
  await expect(page).toHaveURL(/\/sign-in/);
  await expectAccessible(page);
  await page.getByRole('textbox', { name: /логин/i }).fill('vlasova');
  await page
    .getByLabel(/пароль/i)
    .first()
    .fill('svetlaya-reka');
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Мои задачи' })).toBeVisible();
  await expectAccessible(page);
});

test('a wrong password says so and keeps the login typed', async ({ office, page }) => {
  await page.goto(`${office.server.origin}/sign-in`);
  await page.getByRole('textbox', { name: /логин/i }).fill('vlasova');
  await page
    .getByLabel(/пароль/i)
    .first()
    .fill('not the password');
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('textbox', { name: /логин/i })).toHaveValue('vlasova');
});
