import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { takeToEdit } from './lib/drawing.ts';
import { expect, expectAccessible, test } from './lib/office.ts';

const shots = process.env['SHOTS'];
const contract = JSON.parse(
  readFileSync(new URL('../../regulations/municipal-contract/regulation.json', import.meta.url), 'utf8'),
);

/** A working copy of the shipped contract, open in the designer. */
async function openContract(page: Page, words = { make: 'Править: черновик версии 2' }): Promise<void> {
  await takeToEdit(page, words.make);
}

/** What a drawing says, by names only. */
interface Drawn {
  readonly stages: readonly string[];
  readonly ways: readonly string[];
}

const outcomeNames: Record<string, string> = {
  approved: 'Согласовано',
  refused: 'Отклонено',
  signed: 'Подписано',
  returned: 'Возвращено',
  annulled: 'Аннулировано',
  registered: 'Зарегистрировано',
  done: 'Ознакомление отмечено',
  chosen: 'Условие',
};
const kindNames: Record<string, string> = {
  task: 'задача',
  approval: 'согласование',
  signing: 'подписание',
  registration: 'регистрация',
  acquaintance: 'ознакомление',
  choice: 'выбор',
  end: 'завершение',
};
const policyNames: Record<string, string> = { R5: 'после исправления сразу сюда' };

/** The shipped file, as an outline should say it. */
function ofFile(): Drawn {
  const stages = contract.stageOrder.map((id: string) => {
    const stage = contract.stages[id];
    return `${kindNames[stage.kind]}: ${stage.title.ru}${contract.start === id ? ' (первый)' : ''}`;
  });
  const ways = (
    Object.values(contract.transitions) as readonly (typeof contract.transitions)[string][]
  ).flatMap(({ from, outcome, order, alternatives }) =>
    order.map((key: string, index: number) => {
      const { to, rule, policy } = alternatives[key];
      const stage = contract.stages[from];
      const name = stage.settings.outcomes?.[outcome]?.title.ru ?? outcomeNames[outcome];
      const when = rule
        ? `, если: ${contract.rules[rule].title.ru}`
        : order.length > 1 && index === order.length - 1
          ? ', иначе'
          : '';
      return `${stage.title.ru} | ${name}${when} | ${contract.stages[to].title.ru} | ${policyNames[policy] ?? ''}`;
    }),
  );
  return { stages: stages.toSorted(), ways: ways.toSorted() };
}

/** The same, out of nothing but the accessibility tree. */
function ofTree(snapshot: string): Drawn {
  const stages: string[] = [];
  const ways: string[] = [];
  let at = '';
  for (const line of snapshot.split('\n')) {
    const item = /^\s*- '?treeitem "((?:[^"\\]|\\.)*)"/.exec(line);
    if (!item) continue;
    const words = item[1]!.replaceAll('\\"', '"').replaceAll("''", "'");
    const stage = /^([а-я ]+): ([^;]+)(.*)$/.exec(words);
    const way = /^(.+): ([^:;]+)(?:; (.*))?$/.exec(words);
    if (line.includes('[level=1]') && stage) {
      at = stage[2]!;
      stages.push(`${stage[1]}: ${at}${/, первый этап/.test(stage[3]!) ? ' (первый)' : ''}`);
    } else if (way) ways.push(`${at} | ${way[1]} | ${way[2]} | ${way[3] ?? ''}`);
    else throw new Error(`not understood: ${line}`);
  }
  return { stages: stages.toSorted(), ways: ways.toSorted() };
}

test('the outline says every stage and every transition of the shipped contract', async ({ office }) => {
  const page = await office.sit('ryabova', { path: '/designer/municipal-contract' });
  await page.getByRole('button', { name: 'Таблица этапов' }).click();
  await page.getByRole('button', { name: 'Структура', exact: true }).click();
  const tree = page.getByRole('tree', { name: 'Этапы и исходы' });
  expect(ofTree(await tree.ariaSnapshot())).toEqual(ofFile());
  await expectAccessible(page);
});

test('by the outline alone a stage is appended, named, connected, replaced and removed', async ({
  office,
}) => {
  const page = await office.sit('ryabova', { path: '/designer/municipal-contract' });
  await openContract(page);
  await page.getByRole('button', { name: 'Таблица этапов' }).click();
  await page.getByRole('button', { name: 'Структура', exact: true }).click();
  const tree = page.getByRole('tree');
  const line = (name: string | RegExp) => tree.getByRole('treeitem', { name });
  await expectAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/outline.png` });

  await line(/^ознакомление: Ознакомление/).focus();
  await page.keyboard.press('ArrowDown');
  await expect(line(/Ознакомление отмечено: Договор зарегистрирован/)).toBeFocused();
  // Between two stages, by what leads from the one to the other.
  await page.keyboard.press('a');
  await page.getByRole('combobox', { name: 'Какой этап вставить' }).fill('зада');
  await page.keyboard.press('Enter');
  await expect(line(/^задача: Задача/)).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Отправка в реестр');
  await page.keyboard.press('Enter');
  await expect(line(/^задача: Отправка в реестр/)).toBeFocused();
  await expect(line(/Ознакомление отмечено: Отправка в реестр/)).toBeVisible();
  if (shots) await page.screenshot({ path: `${shots}/outline-new.png` });

  // On the Russian layout the physical key is the same.
  await page.evaluate(() =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'к', code: 'KeyR', bubbles: true, cancelable: true }),
    ),
  );
  await page.getByRole('combobox', { name: /Чем заменить/ }).fill('согл');
  await page.keyboard.press('Enter');
  await expect(line(/^согласование: Отправка в реестр/)).toBeFocused();
  // Where its refusal leads.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(line('Отклонено: пока никуда')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: /Куда ведёт/ }).fill('дораб');
  await page.keyboard.press('Enter');
  await expect(line('Отклонено: Доработка').last()).toBeVisible();
  await expect(page.getByText('ошибок нет')).toBeVisible();

  await line(/^согласование: Отправка в реестр/).focus();
  await page.keyboard.press('Delete');
  await expect(line(/Отправка в реестр/)).toHaveCount(0);
  await expect(tree.locator(':focus')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(line(/^согласование: Отправка в реестр/)).toBeVisible();
});

test('several stages get one term by the table, and take it back as one', async ({ office }) => {
  const page = await office.sit('ryabova', { path: '/designer/municipal-contract' });
  await openContract(page);
  await page.getByRole('button', { name: 'Таблица этапов' }).click();
  const grid = page.getByRole('grid', { name: 'Этапы регламента' });
  await expect(grid.getByRole('row')).toHaveCount(17);
  if (shots) await page.screenshot({ path: `${shots}/table.png` });
  const cell = (stage: string, column: string) =>
    grid.locator(`[data-stage=${stage}][data-column=${column}]`);

  // The stage of the cell in focus is chosen on the drawing.
  await cell('legal', 'term').focus();
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(1);
  await page.keyboard.press('Shift+ArrowDown');
  await expect(cell('finance', 'term')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Срок, число' }).fill('4');
  if (shots) await page.screenshot({ path: `${shots}/table-edit.png` });
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(cell('finance', 'term')).toHaveText('4 раб. дня');
  await expect(cell('legal', 'term')).toHaveText('4 раб. дня');
  await expect(cell('finance', 'term')).toBeFocused();

  // Escape leaves all as it was; arrows go through the cells.
  await page.keyboard.press('Enter');
  await page.keyboard.type('9');
  await page.keyboard.press('Escape');
  await expect(cell('finance', 'term')).toHaveText('4 раб. дня');
  await page.keyboard.press('Control+z');
  await expect(cell('finance', 'term')).toHaveText('2 раб. дня');
  await expect(cell('legal', 'term')).toHaveText('3 раб. дня');
  await page.keyboard.press('Control+y');

  // No auto-visa is offered to an examination; another name, another kind, other people.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('combobox', { name: 'При молчании' }).getByRole('option', { name: /автовиза/ }),
  ).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await cell('editing', 'name').dblclick();
  await page.keyboard.type('Нормоконтроль');
  await page.keyboard.press('Enter');
  await expect(cell('editing', 'name')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page
    .getByRole('dialog', { name: 'Кто' })
    .getByRole('button', { name: 'Юрист правового отдела' })
    .click();
  await expect(cell('editing', 'who')).toHaveText('Юрист правового отдела');
  await cell('editing', 'return').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'При отказе' }).selectOption('Проверка закупки');
  await page.keyboard.press('Enter');
  await expect(cell('editing', 'return')).toHaveText('Проверка закупки');
  if (shots) await page.screenshot({ path: `${shots}/table-after.png` });
});

test('table and outline on a phone, in English and in the dark', async ({ office }) => {
  const page = await office.sit('ryabova', {
    path: '/designer/municipal-act',
    locale: 'en',
    dark: true,
    width: 360,
    height: 740,
  });
  await page.getByRole('button', { name: 'Table of stages' }).click();
  await expect(page.getByRole('grid', { name: 'Stages of the regulation' })).toBeVisible();
  await expectAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/table-360.png`, fullPage: true });
  await page.getByRole('button', { name: 'Outline', exact: true }).click();
  await expect(page.getByRole('treeitem', { name: /^Branch/ }).first()).toBeVisible();
  await expectAccessible(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  if (shots) await page.screenshot({ path: `${shots}/outline-360.png`, fullPage: true });
});
