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

test('a choice whose last way is under a condition is led on otherwise, from its problem or by one more alternative', async ({
  office,
}) => {
  const page = await openCopy(office);
  const draw = drawing(page);
  await draw.select(choice);
  await draw.panel.getByRole('button', { name: 'Убрать: → Виза куратора' }).click();
  await page.getByRole('button', { name: 'Проблемы' }).click();
  const problem = page.getByRole('listitem').filter({ hasText: 'Последний вариант стоит под условием' });
  await problem.getByRole('button', { name: 'Выбрать, куда иначе' }).click();
  await draw.choose('Виза куратора');
  await expect(problem).toHaveCount(0);
  await expect(alternative(page, 'Виза куратора')).toContainText('иначе');

  await page.getByRole('button', { name: /^Отменить/ }).click();
  await expect(problem).toHaveCount(1);
  await draw.panel.getByRole('button', { name: 'Ещё вариант' }).click();
  await draw.choose('Виза куратора');
  await expect(draw.list.getByRole('option').first()).toHaveText('Иначе (во всех остальных случаях)');
  await expect(draw.list.getByRole('option', { name: 'Цена не больше 600 000 ₽' })).toHaveCount(0);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(problem).toHaveCount(0);
  await expect(alternative(page, 'Виза куратора')).toContainText('иначе');
});

/** Opens the rule of a way as JSON, and puts the cursor behind some words of it. */
async function openJson(page: Page) {
  const { select } = drawing(page);
  await select('Кто подписывает');
  const way = alternative(page, 'Подписание главой');
  await way.getByText('если: Цена больше 1 000 000 ₽').click();
  await way.getByText('Изменить условие').click();
  await way.getByRole('button', { name: 'JSON', exact: true }).click();
  const text = way.getByRole('textbox', { name: /^Условие «Цена больше/ });
  // The first look at a text fetches the editor.
  await expect(text).toBeAttached({ timeout: 30_000 });
  await expect(way.locator('.view-lines')).toContainText('"card.price"');
  return {
    way,
    text,
    async cursorAt(line: number, column: number) {
      await text.focus();
      await page.keyboard.press('Control+g');
      await page.keyboard.type(`${line}:${column}`);
      await page.keyboard.press('Enter');
      await expect(way.getByText(`строка ${line}, столбец ${column}`, { exact: true })).toBeVisible();
    },
  };
}

test('a rule is edited as JSON: the way follows it, and one undo takes it back', async ({ office }) => {
  const page = await openCopy(office);
  const { panel } = drawing(page);
  const { way, cursorAt } = await openJson(page);
  await panel.getByRole('button', { name: 'Проверить на примере' }).click();
  await panel.getByLabel('Цена', { exact: true }).fill('120 000');
  const verdict = panel.getByRole('status').filter({ hasText: 'Документ пойдёт сюда' });
  await expect(verdict).toHaveText('Документ пойдёт сюда: «Подписание куратором»');

  // The limit of a million becomes one of a hundred thousand.
  await cursorAt(12, 30);
  await page.keyboard.press('Backspace');
  await expect(verdict).toHaveText('Документ пойдёт сюда: «Подписание главой»');
  await expect(way).toContainText('цена больше 100 000 ₽ — да: 120 000 ₽');
  const undo = page.getByRole('button', { name: 'Отменить: правка текста «Цена больше 1 000 000 ₽»' });
  await expect(undo).toBeEnabled();
  await way.getByRole('button', { name: 'Построителем' }).click();
  await expect(way.getByLabel('Значение')).toHaveValue(/^100\s000,00$/);
  await expectAccessible(page);

  await undo.click();
  await expect(page.getByRole('button', { name: 'Отменить', exact: true })).toBeDisabled();
  await expect(way.getByLabel('Значение')).toHaveValue(/^1\s000\s000,00$/);
});

test('a rule that does not read keeps its last form, and says where it is wrong', async ({ office }) => {
  const page = await openCopy(office);
  const { way, text, cursorAt } = await openJson(page);
  await cursorAt(13, 26);
  await page.keyboard.type('!');
  await expect(way.locator('.zone')).toContainText('возможны: RUB');
  await expect(way.locator('.code-wrong')).toHaveText('13');
  const note = page.locator('.canvas-note');
  await expect(note).toContainText('Схема ждёт условие «Цена больше 1 000 000 ₽» строка 13');
  await expect(page.getByRole('button', { name: 'Опубликовать' })).toBeDisabled();
  await expectAccessible(page);

  // The builder shows the last rule that was one, and changes nothing meanwhile.
  await way.getByRole('button', { name: 'Построителем' }).click();
  await expect(way.getByText('В JSON ошибка: здесь последнее верное условие')).toBeVisible();
  await expect(way.getByLabel('Что проверить')).toBeDisabled();
  await expect(way.getByLabel('Значение')).toBeDisabled();
  await expectAccessible(page);

  // The text of the whole document is only read meanwhile, and what was begun is found again.
  await page.getByRole('button', { name: 'Текст', exact: true }).click();
  await expect(page.locator('.txt .view-line').first()).toBeVisible();
  await page.getByRole('textbox', { name: /^Текст регламента/ }).focus();
  await page.keyboard.type('x');
  await expect(note).toContainText('Схема ждёт условие');
  await page.getByRole('button', { name: 'Свойства', exact: true }).click();
  await way.getByText('если: Цена больше 1 000 000 ₽').click();
  await way.getByText('Изменить условие').click();
  await expect(way.locator('.zone')).toContainText('возможны: RUB');
  await page.getByRole('button', { name: 'Вернуть текст' }).click();
  await expect(note).toBeHidden();
  await expect(way.locator('.zone')).toBeHidden();
  await expect(text).toBeAttached();
  await expect(page.getByRole('button', { name: 'Отменить', exact: true })).toBeDisabled();
});

test('facts, operators and values are offered where a rule wants them, in the language of the reader', async ({
  office,
}) => {
  const page = await openCopy(office);
  const { way, cursorAt } = await openJson(page);
  const offered = page.locator('.suggest-widget');
  await cursorAt(9, 18);
  await page.keyboard.press('Control+Space');
  await expect(offered).toContainText('карточка: Основание закупки');
  await page.keyboard.press('Escape');
  await expect(offered).toBeHidden();

  // An unknown fact is an error of the document, at its line.
  await page.keyboard.type('no-');
  await expect(way.locator('.zone')).toContainText('no-');
  await expect(way.locator('.code-wrong')).toHaveText('9');
  await page.keyboard.press('Control+z');
  await expect(way.locator('.zone')).toBeHidden();

  await cursorAt(10, 22);
  // What the undo has just written into the text shuts a list that was asked for too early: one asks again.
  await expect(async () => {
    await page.keyboard.press('Control+Space');
    await expect(offered).toContainText('moneyLessThanInclusiveне больше', { timeout: 2_000 });
  }).toPass({ timeout: 15_000 });
  await expect(offered).not.toContainText('dateBefore');
});

test('a branch is tried too, in the dark and by the keyboard', async ({ office }) => {
  const page = await openCopy(office, { regulation: 'municipal-act', dark: true });
  const { panel } = drawing(page);
  await page.getByRole('button', { name: 'Финансы, если нужны расходы' }).click();
  await panel.getByRole('button', { name: 'Проверить на примере' }).focus();
  await page.keyboard.press('Enter');
  await expect(panel.getByText('Ветвь будет пропущена')).toBeVisible();
  await expect(lit(page)).toContainText('иначе');
  await page.keyboard.press('Tab');
  await expect(panel.getByLabel('Требует расходов бюджета')).toBeFocused();
  await panel.getByLabel('Требует расходов бюджета').selectOption({ label: 'да' });
  await expect(panel.getByText('Документ пройдёт по ветви')).toBeVisible();
  await expect(lit(page)).toContainText('акт требует');
  await expectAccessible(page);
});

test('the conditions of a published regulation are tried by whoever reads it, on a narrow screen', async ({
  office,
}) => {
  const page = await office.sit('ryabova', { path: '/designer/municipal-contract', width: 360, height: 780 });
  await expect(page.locator('.node').first()).toBeVisible();
  const { panel } = drawing(page);
  const rule = panel.getByRole('group', { name: 'Цена больше 1 000 000 ₽', exact: true });
  await rule.getByText('используется в 1 месте').click();
  await rule.getByRole('button', { name: 'Проверить на примере' }).click();
  await expect(rule.getByText('цена больше 1 000 000 ₽ — нет: не указано')).toBeVisible();
  await rule.getByLabel('Цена', { exact: true }).fill('1000000,01');
  await expect(rule.getByText('Условие выполнено')).toBeVisible();
  await expect(rule.getByText('цена больше 1 000 000 ₽ — да: 1 000 000,01 ₽')).toBeVisible();
  await expect(rule.getByLabel('Как соединить')).toBeDisabled();
  await expectAccessible(page);
});
