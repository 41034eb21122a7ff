import { readFile } from 'node:fs/promises';
import { takeToEdit } from './lib/drawing.ts';
import { expect, expectAccessible, test } from './lib/office.ts';

test('the methodologist reads the contract in words, and a term she changes changes its clause', async ({
  office,
}) => {
  const page = await office.sit('ryabova', { path: '/designer/municipal-contract' });
  await takeToEdit(page);
  await page.getByRole('button', { name: 'Словами', exact: true }).click();
  const words = page.getByRole('complementary', { name: 'Словами' });
  await expect(
    words.getByRole('heading', { name: 'Регламент «Муниципальный контракт (договор)»' }),
  ).toBeVisible();
  const examination = words.locator('.cl', { hasText: 'Юрист правового отдела проводит этап' });
  await expect(examination).toContainText('«Правовая экспертиза» в течение 3 рабочих дней');

  await test.step('a press on the clause chooses the stage and brings it into the middle', async () => {
    await examination.click();
    await expect(examination).toHaveAttribute('aria-current', 'true');
    const node = page.locator('#stage-legal');
    await expect(node).toHaveClass(/is-selected/);
    await expect(node.locator('.clause')).toHaveText(/3\.4/);
    const canvas = (await page.locator('.canvas').boundingBox())!;
    await expect
      .poll(async () => {
        const box = (await node.boundingBox())!;
        return Math.abs(box.x + box.width / 2 - canvas.x - canvas.width / 2);
      })
      .toBeLessThan(20);
  });

  await test.step('two days instead of three, in the properties and then undone beside the words', async () => {
    await page.getByRole('button', { name: 'Свойства', exact: true }).click();
    const amount = page.getByRole('complementary', { name: 'Свойства' }).getByLabel('Срок, число');
    await amount.fill('2');
    await amount.blur();
    await page.getByRole('button', { name: 'Словами', exact: true }).click();
    await expect(examination).toContainText('в течение 2 рабочих дней');
    await expect(examination).toHaveAttribute('aria-current', 'true');
    await expect(examination).toBeInViewport();
    await page.getByRole('button', { name: /^Отменить/ }).click();
    await expect(examination).toContainText('в течение 3 рабочих дней');
    await page.getByRole('button', { name: /^Повторить/ }).click();
    await expect(examination).toContainText('в течение 2 рабочих дней');
  });

  await test.step('the keyboard reaches a clause by its number', async () => {
    const number = words.getByRole('button', { name: /^пункт 3\.7\./ });
    await number.focus();
    await page.keyboard.press('Enter');
    await expect(words.locator('.cl[aria-current]')).toContainText('автовиза');
  });

  await expectAccessible(page);

  await test.step('the same words come as DOCX', async () => {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Скачать DOCX' }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toBe('Регламент «Муниципальный контракт (договор)».docx');
    const bytes = await readFile(await file.path());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(bytes.length).toBeGreaterThan(5000);
  });

  await test.step('on paper there are only the words, black on white', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expect(page.locator('.ed-bar, .canvas, .views, .drawer').filter({ visible: true })).toHaveCount(0);
    await expect(examination).toBeVisible();
    expect(await examination.evaluate((clause) => getComputedStyle(clause).color)).toBe('rgb(0, 0, 0)');
    expect(await examination.evaluate((clause) => getComputedStyle(clause).backgroundColor)).toBe(
      'rgba(0, 0, 0, 0)',
    );
  });
});
