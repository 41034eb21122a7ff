import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { meaningHash, parseRegulation, type Regulation, readRegulation } from '@reglament/regulation';
import {
  type DrawnStage,
  fields,
  participants,
  rules,
  type Silence,
  stages,
  straightBack,
  terms,
  ways,
} from './lib/contract.ts';
import { drawing } from './lib/drawing.ts';
import { type Hands, keyboardHands, mouseHands } from './lib/hands.ts';
import { expect, type Office, test } from './lib/office.ts';
import { alignIds, differences } from './lib/sameMeaning.ts';

// A whole regulation by hand is long; the office is open all the while.
test.describe.configure({ timeout: 600_000 });

/** What a list over the drawing offers where an outcome leads somewhere already. */
const newRule = 'Создать условие';

/** What a person does at the drawing itself, whichever way he does it. */
interface Pen {
  /** Puts a stage where the table has it: on the empty canvas, or after another one. It is chosen then, its properties are open. */
  put(stage: DrawnStage): Promise<void>;
  connect(from: string, outcome: string | null, to: string): Promise<void>;
  /** Chooses a stage to set it. */
  choose(title: string): Promise<void>;
  /** Chooses nothing: the properties are the regulation's own. */
  chooseNothing(): Promise<void>;
}

test('the contract is drawn from a blank canvas with the mouse, equal in meaning to the shipped one', async ({
  office,
}) => {
  const page = await office.sit('ryabova', { path: '/designer/', width: 1920, height: 1080 });
  await page.getByRole('button', { name: 'Пустой' }).click();
  await page.getByLabel('Название').fill('Договор');
  await page.getByRole('button', { name: 'Создать' }).click();
  await draw(mouseHands(page), mousePen(page));
  await expectShipped(page, office);
});

test('the contract is drawn from a blank canvas with the keyboard only, in a Russian layout, equal in meaning to the shipped one', async ({
  office,
}) => {
  const page = await office.sit('ryabova', { path: '/designer/', width: 1920, height: 1080 });
  const hands = await keyboardHands(page);
  await hands.begin('Пустой', 'Договор');
  await draw(hands, keyboardPen(page, hands));
  await expectShipped(page, office);
});

/** The whole work, the same for both: the document and its parts, each stage with its settings, ways, returns, conditions. */
async function draw(hands: Hands, pen: Pen) {
  await pen.chooseNothing();
  await drawDocument(hands);
  for (const stage of stages) {
    await pen.put(stage);
    await hands.fill('Название этапа', stage.title);
    await settle(hands, stage);
  }
  for (const [from, outcome, to] of ways) await pen.connect(from, outcome, to);
  // The short way past the curator: its outcome leads somewhere already, so a condition decides.
  await pen.connect('Нужна ли виза куратора', newRule, 'Согласование с контрагентом');
  for (const [from, outcome] of straightBack) {
    await pen.choose(from);
    await hands.open('всегда', outcome, '→ Доработка');
    await hands.pick('В новом круге', 'после исправления сразу сюда', outcome, '→ Доработка');
  }
  for (const rule of rules) {
    await pen.choose(rule.stage);
    await drawRule(hands, rule);
  }
}

async function drawDocument(hands: Hands) {
  await hands.fill('Название регламента', 'Муниципальный контракт (договор)');
  await hands.fill('Название вида', 'Договор');
  await hands.fill('Номер проекта', 'Д-');
  await hands.pick('Добавить роль…', /^Регистратор:/);
  await hands.open('строка', 'Поля', 'Заголовок');
  await hands.fill('Название поля', 'Предмет', 'Поля', 'Заголовок');
  for (const { title, type, required, options = [] } of fields) {
    await hands.press('Ещё поле');
    await hands.fill('Название поля', title, 'Поля', 'Новое поле');
    await hands.pick('Вид', type, 'Поля', title);
    if (required) await hands.tick('обязательно при отправке', 'Поля', title);
    for (const [index, option] of options.entries()) {
      if (index > 0) await hands.press('Ещё вариант', 'Поля', title);
      await hands.fill('Вариант', option, 'Поля', title, index > 0 ? 'Новый вариант' : 'Первый вариант');
    }
  }
  await hands.press('Выше: Вид договора');
  await hands.pick('Контрагент из', 'Контрагент');

  for (const { title, found, role, organisation } of participants) {
    const fresh = 'Начальник отдела автора';
    await hands.press('Ещё участник');
    await hands.fill('Как называется участник', title, 'Участники', fresh);
    if (found !== undefined) await hands.pick('Находят', found, 'Участники', title);
    if (role !== undefined) await hands.pick('Роль', new RegExp(`^${role}:`), 'Участники', title);
    if (organisation === undefined) continue;
    await hands.pick('Где искать', 'в другой организации', 'Участники', title);
    await hands.pick('Организация', organisation, 'Участники', title);
  }
  for (const { title, amount, unit, silence } of terms) {
    await hands.press('Ещё срок');
    await hands.fill('Как называется срок', title, 'Сроки', '2 рабочих дня');
    await hands.fill('Срок, число', amount, 'Сроки', title);
    await hands.pick('Срок, единица', unit, 'Сроки', title);
    await drawSilence(hands, silence, ['Сроки', title]);
  }
  await hands.press('Ещё журнал');
  await hands.fill('Название журнала', 'Реестр договоров', 'Журналы', 'Новый журнал');
  await hands.fill('Вид номера', 'Д-{seq}/{yy}', 'Журналы', 'Реестр договоров');
}

/** What silence does, from a new term, which only marks the lapse. */
async function drawSilence(hands: Hands, silence: Silence, within: readonly string[]) {
  const add = (what: string) => hands.pick('Добавить действие…', what, ...within);
  const place = (number: number) => `Если промолчат, ${number}`;
  const remind = async (number: number, before: string | null) => {
    if (number === 1) await hands.pick('Действие 1', 'напомнить', ...within);
    else await add('напомнить');
    if (before === null) return hands.tick('заранее, до истечения', ...within, place(number));
    await hands.fill('напомнить, число', before, ...within, place(number));
  };
  switch (silence) {
    case 'L2':
      return;
    case 'L3':
      return add('сказать руководителю через');
    case 'L4':
      await remind(1, '1');
      await remind(2, null);
      return add('автовиза');
    case 'L5':
      for (const [index, days] of ['10', '5', '3', '1'].entries()) {
        await remind(index + 1, days);
        await hands.pick('напомнить, единица', /^календарны/, ...within, place(index + 1));
        await hands.tick('и руководителю тоже', ...within, place(index + 1));
      }
      return add('отметить просрочку');
  }
}

/** The settings of a stage that is chosen, as a new one of its kind begins. */
async function settle(hands: Hands, stage: DrawnStage) {
  const { kind, who = [], term, again, outcomes = [], edits, rework, nature, endsAs } = stage;
  if (kind === 'Задача' || kind === 'Регистрация') await hands.pick('Кто исполняет', who[0] ?? '');
  if (kind === 'Подписание') await hands.pick('Кто подписывает', who[0] ?? '');
  if (kind === 'Согласование' || kind === 'Ознакомление') {
    // Nobody approves what he wrote himself.
    const first = kind === 'Согласование' ? 'Начальник отдела автора' : 'Автор договора';
    for (const one of who) if (one !== first) await hands.pick('Добавить участника…', one);
    if (!who.includes(first)) await hands.press(`Убрать: ${first}`);
    else if (who[0] !== first) await hands.press(`Выше: ${who[0]}`);
  }
  if (term !== undefined) await hands.pick('Срок', term);
  for (const [index, [title, means]] of outcomes.entries()) {
    if (index > 0) await hands.press('Ещё исход');
    await hands.fill('Как называется исход', title, index > 0 ? 'Новый исход' : 'Выполнено');
    if (means === 'конец') await hands.press(means, title, 'Что значит исход');
  }
  if (again !== undefined) await hands.pick('В новом круге', again);
  if (rework) await hands.tick('Доработка: автор отвечает на замечания');
  if (edits !== undefined) {
    await hands.tick('исполнитель может менять документ');
    await hands.tick(edits);
  }
  if (nature !== undefined) await hands.tick(nature);
  if (endsAs !== undefined) await hands.press(endsAs, 'Чем заканчивается');
}

/** The condition of a way, built where the way is. */
async function drawRule(hands: Hands, { title, to, tests }: (typeof rules)[number]) {
  const way = ['Условие', `→ ${to}`];
  await hands.open('если: Новое условие', ...way);
  await hands.open('Изменить условие', ...way);
  await hands.fill('Как называется условие', title, ...way);
  for (const [index, { fact, operator, value }] of tests.entries()) {
    if (index > 0) await hands.press('Ещё проверка', ...way);
    const check = [...way, `Проверка ${index + 1}`];
    await hands.pick('Что проверить', fact, ...check);
    await hands.pick('Как', operator, ...check);
    if ('option' in value) await hands.pick('Значение', value.option, ...check);
    else await hands.fill('Значение', value.amount, ...check);
  }
}

/** With the mouse each gesture is used that there is: double click, palette, handle, drag to an empty place, drag onto a stage. */
function mousePen(page: Page): Pen {
  const on = drawing(page);
  const byClick = new Set(['Виза начальника отдела']);
  const byDrop = new Set(['Доработка', 'Аннулирован']);
  return {
    async put({ title, kind, after, under, at: [column, row] }) {
      const at = { x: 150 + 312 * column, y: 110 + 190 * row };
      if (after === undefined) await (byDrop.has(title) ? on.drop(kind, at) : on.create(kind, at));
      else if (byClick.has(title)) await on.append(after[0], after[1], kind);
      else await on.appendAt(after[0], choicesOf(after[1], under, kind), at);
    },
    connect: on.connect,
    choose: on.select,
    async chooseNothing() {
      await on.canvas.click({ position: { x: 12, y: 12 } });
    },
  };
}

/** With the keyboard: keys of the canvas, the lists that they open, for some stages the list of all actions and another kind. */
function keyboardPen(page: Page, hands: Awaited<ReturnType<typeof keyboardHands>>): Pen {
  const byCommand = new Set(['Доработка']);
  const byReplacing = new Set(['Договор зарегистрирован']);
  const list = page.locator('dialog.choose');
  const toCanvas = async () => {
    await page.keyboard.press('Escape');
    await expect(page.locator('.react-flow')).toBeFocused();
  };
  const choose = async (words: string) => {
    await expect(list.getByRole('combobox')).toBeFocused();
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
  };
  const go = async (title: string) => {
    await hands.strike('KeyG');
    await choose(title);
    await expect(list).toBeHidden();
  };
  return {
    async put({ title, kind, after, under }) {
      await toCanvas();
      if (after === undefined) {
        await hands.strike('KeyN');
        await choose(byReplacing.has(title) ? 'Ожидание' : kind);
        if (byReplacing.has(title)) {
          await hands.strike('KeyR');
          await choose(kind);
        }
      } else {
        await go(after[0]);
        await hands.strike('KeyA');
        for (const choice of choicesOf(after[1], under, kind)) await choose(choice);
      }
      await expect(list).toBeHidden();
      await expect(page.locator('.react-flow')).toBeFocused();
      await page.keyboard.press('Enter');
    },
    async connect(from, outcome, to) {
      await toCanvas();
      await go(from);
      if (byCommand.has(from)) {
        await hands.strike('KeyK', { ctrl: true });
        await choose('Соединить');
      } else await hands.strike('KeyC');
      if (outcome !== null && outcome !== newRule) await choose(outcome);
      await choose(to);
      if (outcome === newRule) await choose(outcome);
      await expect(list).toBeHidden();
    },
    async choose(title) {
      await toCanvas();
      await go(title);
      await page.keyboard.press('Enter');
    },
    async chooseNothing() {
      await toCanvas();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Enter');
    },
  };
}

/** What is chosen in turn when a stage is put after another. */
function choicesOf(outcome: string | null, under: string | undefined, kind: string): string[] {
  return [...(outcome === null ? [] : [outcome]), ...(under === undefined ? [] : [newRule]), kind];
}

/** The working copy that the server has means what the shipped file means, up to ids, and has no error. */
async function expectShipped(page: Page, office: Office) {
  await expect(page.getByText('ошибок нет')).toBeVisible();
  await drawing(page).saved();
  const id = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');
  const copy = await (await office.api('ryabova')).call('workingCopies.show', { params: { id } });
  const drawn = read(parseRegulation(copy.regulation));
  const file = new URL('../../regulations/municipal-contract/regulation.json', import.meta.url);
  const shipped = read(readRegulation(readFileSync(fileURLToPath(file), 'utf8')));
  const aligned = alignIds(drawn, shipped);
  expect(differences(aligned, shipped)).toEqual([]);
  expect(meaningHash(aligned)).toBe(meaningHash(shipped));
}

function read(reading: ReturnType<typeof parseRegulation>): Regulation {
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.regulation;
}
