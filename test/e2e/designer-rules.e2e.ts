import type { Page } from '@playwright/test';
import { drawing } from './lib/drawing.ts';
import { expect, expectAccessible, newKey, type Office, test } from './lib/office.ts';

const choice = 'Нужна ли виза куратора';

/** A shipped regulation's working copy, opened by the methodologist. */
async function openCopy(
  office: Office,
  options: { regulation?: string; dark?: boolean; width?: number; locale?: 'ru' | 'en' } = {},
): Promise<Page> {
  const { regulation: id = 'municipal-contract', ...seat } = options;
  const methodologist = await office.api('ryabova');
  const { regulation } = await methodologist.call('regulations.version', { params: { id, version: '1' } });
  await methodologist.call('workingCopies.create', { body: { regulation, base: 1 }, key: newKey() });
  const page = await office.sit('ryabova', { path: `/designer/${id}`, ...seat });
  await expect(page.locator('.node').first()).toBeVisible();
  return page;
}

/** The members of the list of alternatives, as one reads them. */
const alternative = (page: Page, to: string) =>
  drawing(page).panel.getByRole('group', { name: `→ ${to}`, exact: true });
const lit = (page: Page) => page.locator('.edge.is-tried');

test('sample values show which way a document goes and why, and change nothing', async ({ office }) => {
  const page = await openCopy(office);
  const { select, panel } = drawing(page);
  await select(choice);
  await expect(lit(page)).toHaveCount(0);
  await panel.getByRole('button', { name: 'Проверить на примере' }).click();

  // Nothing is given yet: no condition holds, so the way without one is taken.
  const verdict = panel.getByRole('status').filter({ hasText: 'Документ пойдёт сюда' });
  await expect(verdict).toHaveText('Документ пойдёт сюда: «Виза куратора»');
  await expect(lit(page)).toHaveAttribute('data-alternative', 'usual');
  const small = alternative(page, 'Согласование с контрагентом');
  await expect(small).toContainText('цена не больше 600 000 ₽ — нет: не указано');

  await panel
    .getByLabel('Основание закупки')
    .selectOption({ label: 'П. 4 ч. 1 ст. 93 44-ФЗ, единственный поставщик' });
  const price = panel.getByLabel('Цена', { exact: true });
  await price.fill('120 000');
  await expect(verdict).toHaveText('Документ пойдёт сюда: «Согласование с контрагентом»');
  await expect(lit(page)).toHaveAttribute('data-alternative', 'small');
  await expect(small).toContainText('сюда');
  await expect(small).toContainText('цена не больше 600 000 ₽ — да: 120 000 ₽');
  await expectAccessible(page);

  await price.fill('700000');
  await expect(verdict).toHaveText('Документ пойдёт сюда: «Виза куратора»');
  await expect(small).toContainText('цена не больше 600 000 ₽ — нет: 700 000 ₽');
  await expect(alternative(page, 'Виза куратора')).toContainText('ни одно условие выше не выполнено');

  // The sample is kept for the next stage that reads the same fact, and is no edit.
  await select('Кто подписывает');
  await expect(panel.getByLabel('Цена', { exact: true })).toHaveValue(/^700\s000,00$/);
  await expect(page.getByRole('button', { name: 'Отменить', exact: true })).toBeDisabled();
  await panel.getByRole('button', { name: 'Очистить пример' }).click();
  await expect(panel.getByLabel('Цена', { exact: true })).toHaveValue('');
  await expect(panel.getByRole('button', { name: 'Очистить пример' })).toHaveCount(0);
});
