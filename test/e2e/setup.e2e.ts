import { startServer } from '../lib/server.ts';
import { expect, expectAccessible, test } from './lib/office.ts';

test('an empty deployment makes its first administrator by the one-time link, who enters units and people', async ({
  page,
}) => {
  const server = await startServer({ empty: true });
  try {
    await page.goto(server.origin);
    await expect(page.getByText(/Откройте ссылку, которую сервер напечатал/)).toBeVisible();
    await expectAccessible(page);
    const link = /https?:\/\/\S*\/setup#\S+/.exec(server.output())?.[0];
    expect(link).toBeDefined();
    await page.goto(link ?? '');
    await page.reload();
    await page.getByRole('button', { name: 'Начать работу' }).click();
    await expect(page.getByText('Заполните').first()).toBeVisible();
    await page.getByLabel('Название органа').fill('Администрация Заречного округа');
    await page.getByLabel('Часовой пояс').selectOption('Asia/Tomsk');
    await page.getByLabel('Фамилия, имя, отчество').fill('Смирнов Андрей Павлович');
    await page.getByLabel('Должность').fill('Начальник отдела');
    await page.getByLabel('Логин').fill('smirnov');
    await page.getByLabel('Пароль').nth(0).fill('высокая сосна у реки');
    await page.getByLabel('Пароль').nth(1).fill('высокая сосна у реки');
    await expectAccessible(page);
    if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/setup.png` });
    await page.getByRole('button', { name: 'Начать работу' }).click();
    await expect(page.getByRole('heading', { name: 'Люди', level: 1 })).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: 'Смирнов' })).toContainText('Начальник отдела');
    expect(page.url()).not.toContain('#');

    await page.getByRole('button', { name: 'Подразделение' }).click();
    const dialog = page.getByRole('dialog', { name: 'Новое подразделение' });
    await dialog.getByLabel('Название подразделения').fill('Правовой отдел');
    await dialog.getByRole('button', { name: 'Сохранить' }).click();
    await expect(page.getByRole('heading', { name: 'Правовой отдел', level: 2 })).toBeVisible();

    await page.goto(link ?? '');
    await page.reload();
    await expect(page.getByText(/Администратор уже заведён/)).toBeVisible();
  } finally {
    await server.stop();
  }
});
