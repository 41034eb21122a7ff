import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { edit, type Operation } from '@reglament/editing';
import { parseRegulation, type Regulation, readRegulation } from '@reglament/regulation';
import { takeToEdit } from './lib/drawing.ts';
import { expect, expectAccessible, newKey, type Office, test } from './lib/office.ts';

// Several browsers and two drawings each: slow where the machine does other things.
test.setTimeout(180_000);

const today = '2026-11-25';
const id = 'act-for-trial';
const shots = process.env['SHOTS'];
const shot = async (page: Page, name: string): Promise<void> => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
};

/** The shipped regulation of acts under an id of its own and without scenarios, so that its terms may be changed; published. */
async function publishFirst(office: Office): Promise<Regulation> {
  const person = await office.api('ryabova');
  const shipped = await person.call('templates.show', { params: { id: 'municipal-act' } });
  const regulation = { ...shipped.regulation, id };
  const made = await person.call('workingCopies.create', { body: { regulation, base: null }, key: newKey() });
  await person.call('workingCopies.publish', {
    params: { id },
    body: { revision: made.revision, comment: 'Первая редакция', from: today },
    key: newKey(),
  });
  const reading = parseRegulation(regulation);
  if (!reading.ok) throw new Error('The act does not read');
  return reading.regulation;
}

function edited(regulation: Regulation, ...operations: readonly Operation[]): Regulation {
  return operations.reduce((now, operation) => {
    const done = edit(now, operation);
    if (!done.ok) throw new Error(`${operation.do}: ${done.code}`);
    return done.next;
  }, regulation);
}

/** A working copy in which much is different: added, removed, changed, worded anew. */
async function drawMuch(office: Office, base: Regulation): Promise<Regulation> {
  const copy = edited(
    base,
    {
      do: 'setPart',
      map: 'deadlines',
      id: 'legal',
      value: { ...base.deadlines['legal'], term: { amount: 2, unit: 'workingDays' } },
    },
    { do: 'setStage', id: 'norm-control', path: ['settings', 'performer'], value: 'manager' },
    {
      do: 'insertOnTransition',
      transition: 'registration-registered',
      alternative: 'on',
      stage: {
        id: 'scan',
        kind: 'task',
        title: { ru: 'Сканирование оригинала', en: 'Scanning of the original' },
        position: { x: 376, y: 792 },
      },
    },
    { do: 'retarget', transition: 'registration-returned', alternative: 'rework', to: 'norm-control' },
    { do: 'removeStages', ids: ['examination'] },
    { do: 'setStage', id: 'signing', path: ['notes'], value: { ru: 'Сверить печать', en: 'Check the seal' } },
  );
  const person = await office.api('ryabova');
  await person.call('workingCopies.create', { body: { regulation: { ...copy }, base: 1 }, key: newKey() });
  return copy;
}

async function saved(download: Promise<Download>): Promise<{ name: string; bytes: Buffer }> {
  const file = await download;
  return { name: file.suggestedFilename(), bytes: readFileSync((await file.path()) ?? '') };
}

test('a shorter legal term is published as version 2, compared with version 1 in words and drawing, and taken back', async ({
  office,
}) => {
  await publishFirst(office);
  const page = await office.sit('ryabova', { path: `/designer/${id}` });
  await takeToEdit(page);
  await expect(page.getByText('версия 2, черновик')).toBeVisible();
  await page.locator('#stage-legal').click();
  await page.getByLabel('Срок, число').fill('2');
  await expect(page.locator('#stage-legal')).toContainText('2 раб. дня');

  await page.getByRole('button', { name: 'Опубликовать' }).click();
  const dialog = page.getByRole('dialog', { name: 'Опубликовать версию 2' });
  const since = dialog.getByRole('region', { name: 'С версии 1 изменилось' });
  await expect(since).toContainText('Правовая и антикоррупционная экспертиза');
  await expect(since).toContainText('Срок: 3 2 рабочих дня');
  await expect(since.getByRole('link', { name: 'Сравнить' })).toHaveAttribute(
    'href',
    `/designer/${id}/diff?from=1&to=copy`,
  );
  await shot(page, 'publish-since');
  await dialog.getByLabel('Номер').fill('341-р');
  await dialog.getByLabel('Дата').fill('2026-11-24');
  await dialog.getByLabel('Что изменилось и зачем').fill('Экспертиза укладывается в два дня');
  await dialog.getByRole('button', { name: 'Опубликовать' }).click();
  await expect(page.getByText('Версия 2 опубликована')).toBeVisible();

  // From the library to the versions, and two of them side by side.
  await page
    .getByRole('row')
    .filter({ has: page.locator(`a[href="/designer/${id}"]`) })
    .getByRole('button')
    .click();
  await page.getByRole('menuitem', { name: 'Версии' }).click();
  await expect(page.getByRole('row', { name: /Версия 2 действует/ })).toContainText(
    'Экспертиза укладывается в два дня',
  );
  await expect(page.getByRole('row', { name: /Версия 1/ })).toContainText('действовала');
  await expectAccessible(page);
  await shot(page, 'versions');
  // A version that is not in force is read as well, and back leads to the list, from there to the drawing.
  await page.getByRole('button', { name: 'Действия: версия 1' }).click();
  await page.getByRole('menuitem', { name: 'Открыть' }).click();
  await expect(page.locator('#stage-legal')).toContainText('3 раб. дня');
  await expect(page.getByText('версия 1', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'К версиям регламента' }).click();
  await page.getByRole('link', { name: 'К схеме' }).click();
  await expect(page.locator('#stage-legal')).toContainText('2 раб. дня');
  await page.goBack();
  await page.getByRole('checkbox', { name: 'Сравнить: Версия 2' }).check();
  await page.getByRole('checkbox', { name: 'Сравнить: Версия 1' }).check();
  await page.getByRole('button', { name: 'Сравнить: Версия 1 и Версия 2' }).click();

  await expect(page.getByRole('heading', { name: '1 изменение' })).toBeVisible();
  const changes = page.locator('.changes > li');
  await expect(changes).toHaveCount(1);
  await expect(changes).toContainText('Правовая и антикоррупционная экспертиза');
  await expect(changes).toContainText('Срок: 3 2 рабочих дня');
  for (const side of ['left', 'right']) {
    const pane = page.locator(`.cmp-canvas--${side}`);
    await expect(pane.getByRole('img', { name: 'изменено, 1' })).toHaveCount(1);
    await expect(pane.locator('.react-flow__node.cmp-changed')).toHaveCount(1);
    await expect(pane.locator(`#${side}-stage-legal`)).toBeVisible();
  }
  await expectAccessible(page);
  await shot(page, 'diff-one');

  await page.getByRole('button', { name: 'Версию 1 в черновик' }).click();
  await expect(page.getByText('Черновик теперь такой, какой была версия 1')).toBeVisible();
  await expect(page.locator('#stage-legal')).toContainText('3 раб. дня');
  await expect(page.getByText('версия 3, черновик')).toBeVisible();

  // Where a working copy is there he is asked, and one undo takes it back.
  await page.getByRole('button', { name: 'Ещё', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Версии' }).click();
  await page.getByRole('button', { name: 'Действия: версия 2' }).click();
  await page.getByRole('menuitem', { name: 'Восстановить как черновик' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Заменить' }).click();
  await expect(page.locator('#stage-legal')).toContainText('2 раб. дня');
  await page.getByRole('button', { name: 'Отменить: замена целиком' }).click();
  await expect(page.locator('#stage-legal')).toContainText('3 раб. дня');
});

test('many changes are walked by keys, both drawings move together, and the address brings back what was seen', async ({
  office,
}) => {
  const base = await publishFirst(office);
  await drawMuch(office, base);
  const page = await office.sit('ryabova', { path: `/designer/${id}/diff?from=1&to=copy` });
  await expect(page.getByRole('heading', { level: 2, name: /изменени/ })).toBeVisible();
  const current = page.locator('.changes > li[aria-current]');
  await expect(current).toHaveCount(1);
  await shot(page, 'diff-many');
  await page.keyboard.press('j');
  await expect(page).toHaveURL(/change=2$/);
  await page.keyboard.press('j');
  await expect(page.getByLabel('Показано изменение')).toContainText(/^3 из/);
  await page.keyboard.press('k');
  await page.getByRole('button', { name: 'Предыдущее изменение' }).click();
  await expect(page).toHaveURL(/change=1$/);
  await expect(page.getByRole('button', { name: 'Предыдущее изменение' })).toBeDisabled();

  // A new stage is on the right only, one that is gone on the left only.
  await expect(page.locator('.cmp-canvas--right .react-flow__node.cmp-added')).toHaveCount(1);
  await expect(page.locator('.cmp-canvas--left .react-flow__node.cmp-added')).toHaveCount(0);
  await expect(page.locator('.cmp-canvas--left .react-flow__node.cmp-removed')).toHaveCount(1);
  // Lines are drawn, and a way that leads elsewhere is marked on both.
  for (const side of ['left', 'right'])
    await expect(page.locator(`.cmp-canvas--${side} .react-flow__edge.cmp-changed`)).toHaveCount(2);
  await expect(page.locator('.apart')).toContainText('1 правка слов и пояснений');

  const views = () =>
    page
      .locator('.react-flow__viewport')
      .evaluateAll((all) => all.map((each) => (each as HTMLElement).style.transform));
  const [before] = await views();
  await page.locator('.cmp-canvas--right .react-flow__pane').hover();
  await page.mouse.wheel(0, 120);
  await expect.poll(async () => (await views())[0]).not.toBe(before);
  const [left, right] = await views();
  expect(left).toBe(right);
  await page.locator('.cmp-canvas--left .react-flow').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await views())[1]).not.toBe(right);

  // A mark of a drawing chooses its change.
  await page.getByRole('button', { name: 'Показать всё' }).click();
  await page.locator('#right-stage-norm-control').click();
  await expect(current).toContainText('Нормоконтроль');
  await page.reload();
  await expect(current).toContainText('Нормоконтроль');
  await expectAccessible(page);
  await page.getByRole('combobox', { name: 'Какую версию показать справа' }).selectOption('1');
  await expect(page.getByText('Это одна и та же версия, до буквы')).toBeVisible();
});

test('the comparison on a phone, in English and in the dark', async ({ office }) => {
  const base = await publishFirst(office);
  await drawMuch(office, base);
  const path = `/designer/${id}/diff?from=1&to=copy&change=3`;
  const phone = await office.sit('ryabova', { path, width: 360, height: 740 });
  await expect(phone.locator('.changes > li[aria-current]')).toHaveCount(1);
  await expectAccessible(phone);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
    0,
  );
  if (shots) await phone.screenshot({ path: `${shots}/diff-360.png`, fullPage: true });
  const dark = await office.sit('ryabova', { path, dark: true, locale: 'en' });
  await expect(dark.getByRole('button', { name: 'Next change' })).toBeVisible();
  await expect(dark.locator('.changes > li[aria-current]')).toHaveCount(1);
  await expectAccessible(dark);
  await shot(dark, 'diff-dark-en');
  const list = await office.sit('ryabova', {
    path: `/designer/${id}/versions`,
    width: 360,
    height: 740,
    dark: true,
  });
  await expect(list.getByRole('checkbox').first()).toBeVisible();
  await expectAccessible(list);
  expect(await list.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await shot(list, 'versions-360-dark');
});

test('a working copy leaves as a regulation, a machine, a module, a drawing and a picture', async ({
  office,
}) => {
  const base = await publishFirst(office);
  const copy = await drawMuch(office, base);
  const page = await office.sit('ryabova', { path: `/designer/${id}` });
  await expect(page.locator('.node').first()).toBeVisible();
  const take = async (item: string) => {
    await page.getByRole('button', { name: 'Ещё', exact: true }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: item }).click();
    return saved(download);
  };
  await page.getByRole('button', { name: 'Ещё', exact: true }).click();
  await shot(page, 'menu');
  await page.keyboard.press('Escape');

  const json = await take('Скачать регламент, JSON');
  expect(json.name).toBe(`${id}-v2-draft.json`);
  const reading = readRegulation(json.bytes.toString('utf8'));
  expect(reading.ok && reading.regulation.stages['scan']).toEqual(copy.stages['scan']);

  const machine = await take('Скачать машину XState, JSON');
  expect(machine.name).toBe(`${id}-v2-draft.machine.json`);
  expect(JSON.parse(machine.bytes.toString('utf8'))).toMatchObject({ id: `$${id}`, initial: 'unit-head' });

  const module = await take('Скачать машину XState, TypeScript');
  expect(module.name).toBe(`${id}-v2-draft.machine.ts`);
  expect(module.bytes.toString('utf8')).toContain("import { createMachine } from 'xstate';");

  const svg = await take('Скачать схему, SVG');
  expect(svg.name).toBe(`${id}-v2-draft.svg`);
  const drawn = svg.bytes.toString('utf8');
  expect(drawn).toContain('Сканирование');
  expect(
    await page.evaluate(
      (text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror') === null,
      drawn,
    ),
  ).toBe(true);

  const png = await take('Скачать схему, PNG');
  expect(png.name).toBe(`${id}-v2-draft.png`);
  expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  const width = Number(/<svg[^>]* width="(\d+)"/.exec(drawn)?.[1]);
  expect(png.bytes.readUInt32BE(16)).toBe(width * 2);
  if (shots) {
    const { writeFileSync } = await import('node:fs');
    writeFileSync(`${shots}/export.png`, png.bytes);
  }
});
