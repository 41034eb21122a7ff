import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { drawing, takeToEdit } from './lib/drawing.ts';
import { expect, expectAccessible, type Office, test } from './lib/office.ts';

// Several browsers: slow where the machine does other things.
test.setTimeout(180_000);

const id = 'municipal-contract';
const address = `/designer/${id}`;
const stage = 'Правовая экспертиза';
const shots = process.env['SHOTS'];
const shot = async (page: Page, name: string, fullPage = false): Promise<void> => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage });
};

/** A methodologist's hands at the term of one stage. */
function hands(page: Page) {
  const draw = drawing(page);
  return {
    ...draw,
    async setTerm(days: number) {
      await draw.select(stage);
      await draw.panel.getByLabel('Срок, число').fill(String(days));
    },
    hasTerm: (words: string) => expect(draw.node(stage)).toContainText(words),
    edits: () => expect(page.getByText(/Сейчас правит|не вошли в черновик/)).toHaveCount(0),
  };
}

async function lockOf(office: Office) {
  const copy = await (await office.api('ryabova')).call('workingCopies.show', { params: { id } });
  return copy.lock;
}

async function begin(office: Office): Promise<Page> {
  const page = await office.sit('ryabova', { path: address });
  await takeToEdit(page);
  return page;
}

// Seen failing without the farewell of a page that goes.
test('who goes by the address bar leaves no lock behind, and comes back to everything that was typed', async ({
  office,
}) => {
  const page = await begin(office);
  const her = hands(page);
  await her.setTerm(2);
  await her.saved();

  // At once after a key: the save goes with the page, and gives the lock up.
  await her.setTerm(4);
  await page.goto('/people');
  await expect.poll(() => lockOf(office)).toBeNull();
  await page.goto(address);
  await her.hasTerm('4 раб. дня');
  await her.edits();
  // Digits typed into one place are one entry of undo.
  await page.getByRole('button', { name: /^Отменить/ }).click();
  await her.hasTerm('3 раб. дня');
  await page.getByRole('button', { name: /^Повторить/ }).click();
  await her.saved();

  // Without a line the edits stay on this computer, and the lock is given up all the same.
  await page.route(`**/working-copies/${id}`, (route) =>
    route.request().method() === 'PUT' ? route.abort() : route.continue(),
  );
  await her.setTerm(5);
  await expect(page.getByText('нет связи, правки хранятся на этом компьютере')).toBeVisible();
  await page.goto('/people');
  await expect.poll(() => lockOf(office)).toBeNull();
  await page.unroute(`**/working-copies/${id}`);
  await page.goto(address);
  await her.hasTerm('5 раб. дней');
  await her.edits();
  await her.saved();

  // A page that is read again is the same tab, and what was not sent yet is there with its undo.
  await her.setTerm(7);
  await page.reload();
  await her.hasTerm('7 раб. дней');
  await her.edits();
  await her.saved();
  await page.getByRole('button', { name: /^Отменить/ }).click();
  await her.hasTerm('3 раб. дня');
  await her.saved();
  expect(await lockOf(office)).not.toBeNull();
});

// Seen failing without the second try of a save that found no lock.
test('a lock that nobody has is taken again by the next edit, and by a page that the browser kept', async ({
  office,
}) => {
  const page = await begin(office);
  const her = hands(page);
  await her.setTerm(2);
  await her.saved();
  const tab = await page.evaluate(() => sessionStorage.getItem('reglament.tab') ?? '');
  await (await office.api('ryabova')).call('workingCopies.unlock', { params: { id }, query: { tab } });
  expect(await lockOf(office)).toBeNull();
  await her.setTerm(4);
  await her.saved();
  await her.edits();
  expect(await lockOf(office)).not.toBeNull();

  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  await expect.poll(() => lockOf(office)).toBeNull();
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await expect.poll(() => lockOf(office)).not.toBeNull();
  await her.setTerm(5);
  await her.saved();
  await her.edits();
});

// Seen failing with a retry that sends what was typed since in the place of what was not answered.
test('a save whose answer was lost is not taken for another person’s', async ({ office }) => {
  const page = await begin(office);
  const her = hands(page);
  let lost = 0;
  await page.route(`**/working-copies/${id}`, async (route) => {
    if (route.request().method() !== 'PUT' || lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    await route.abort();
  });
  await her.setTerm(2);
  await expect(page.getByText('нет связи, правки хранятся на этом компьютере')).toBeVisible();
  await her.setTerm(6);
  await her.saved();
  await her.edits();
  await page.reload();
  await her.hasTerm('6 раб. дней');
});

/** Her first tab loses the lock to a second one, which saves another term; what she types then is set aside. */
async function losesHerEdits(page: Page, theirs: number, hers: number): Promise<Page> {
  const mayEdit = (tab: Page) => expect(tab.getByRole('button', { name: 'Опубликовать' })).toBeEnabled();
  await mayEdit(page);
  // No heartbeat tells the first tab of it.
  await page.route('**/lock', (route) => route.abort());
  const second = await page.context().newPage();
  await second.goto(address);
  await second.getByRole('button', { name: 'Забрать правку' }).click();
  const other = hands(second);
  await mayEdit(second);
  await other.setTerm(theirs);
  await other.saved();
  await hands(page).setTerm(hers);
  await expect(page.getByText(/Ваши правки .* не вошли в черновик/).last()).toBeVisible();
  await page.unroute('**/lock');
  return second;
}

// Seen failing with a page that keeps its lock when it is closed; that several copies stay several is localCopies.test.ts.
test('edits that did not get in are compared with the working copy, put back, saved to a file or discarded', async ({
  office,
}) => {
  const page = await begin(office);
  const her = hands(page);
  await her.setTerm(2);
  await her.saved();
  const second = await losesHerEdits(page, 4, 1);
  const banner = page.getByRole('status').filter({ hasText: 'не вошли в черновик' });
  await expect(banner).toHaveCount(1);
  // Who reads may compare, but not put back.
  await expect(banner.getByRole('button', { name: 'Поставить мои' })).toHaveCount(0);
  await expectAccessible(page);
  await shot(page, 'local-banner');

  await banner.getByRole('button', { name: 'Сравнить' }).click();
  await expect(page.getByText('сравнение версий')).toBeVisible();
  const left = page.getByRole('region', { name: 'Слева' });
  const right = page.getByRole('region', { name: 'Справа' });
  await expect(left.getByRole('combobox')).toHaveValue('copy');
  await expect(right.getByRole('combobox').getByRole('option', { selected: true })).toHaveText(
    /^Ваши правки, /,
  );
  await expect(right).toContainText('Не вошли в черновик, лежат на этом компьютере');
  const changes = page.locator('.changes > li');
  await expect(changes).toHaveCount(1);
  await expect(changes.locator('s')).toHaveText('4');
  await expect(changes.locator('ins')).toHaveText('1 рабочий день');
  await expect(page.locator('[data-mark="1"]')).toHaveCount(2);
  await expectAccessible(page);
  await shot(page, 'local-diff');
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await shot(page, 'local-diff-360', true);
  await page.setViewportSize({ width: 1440, height: 900 });

  // Both drawings move together.
  const view = (side: string) =>
    page.locator(`.cmp-canvas--${side} .react-flow__viewport`).getAttribute('style');
  const before = await view('right');
  await page.locator('.cmp-canvas--left .react-flow').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => view('right')).not.toBe(before);
  expect(await view('left')).toBe(await view('right'));

  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Сохранить в файл' }).click();
  const kept = JSON.parse(readFileSync((await (await file).path()) ?? '', 'utf8'));
  expect(kept.deadlines.legal.term.amount).toBe(1);

  // While the other tab edits it stays where it is.
  await page.getByRole('button', { name: 'Поставить мои' }).click();
  await expect(page.getByText(/Черновик сейчас правит/)).toBeVisible();
  await expect(banner).toHaveCount(1);
  await second.close();
  await expect.poll(() => lockOf(office)).toBeNull();
  await page.reload();
  await banner.getByRole('button', { name: 'Сравнить' }).click();
  await page.getByRole('button', { name: 'Поставить мои' }).click();
  await her.hasTerm('1 раб. день');
  await her.saved();
  await expect(banner).toHaveCount(0);
  await page.getByRole('button', { name: /^Отменить/ }).click();
  await her.hasTerm('4 раб. дня');
  await her.saved();

  // Several of them: each by itself, chosen on the page of the comparison too.
  const third = await losesHerEdits(page, 3, 8);
  await third.close();
  await expect.poll(() => lockOf(office)).toBeNull();
  await page.reload();
  const fourth = await losesHerEdits(page, 5, 9);
  await expect(banner).toHaveCount(2);
  await banner.last().getByRole('button', { name: 'Сравнить' }).click();
  await expect(changes.locator('ins')).toHaveText('9 рабочих дней');
  // The versions join the list when they are known.
  await expect(right.getByRole('combobox').getByRole('option')).toHaveCount(4);
  await right.getByRole('combobox').selectOption({ index: 2 });
  await expect(changes.locator('ins')).toHaveText('8 рабочих дней');
  await page.getByRole('button', { name: 'Убрать' }).click();
  const question = page.getByRole('dialog', { name: 'Убрать местную копию?' });
  await expect(question).toBeVisible();
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Убрать' }).click();
  await expect(banner).toHaveCount(1);
  await fourth.close();
  await page.goto(`${address}/diff?from=copy&to=local-1`);
  await expect(page.getByText('Такой копии на этом компьютере нет')).toBeVisible();
  await expectAccessible(page);
});

test('a local copy on a phone, in English and in the dark', async ({ office }) => {
  const page = await begin(office);
  const her = hands(page);
  await her.setTerm(2);
  await her.saved();
  await (await losesHerEdits(page, 4, 1)).close();
  await page.evaluate(() => localStorage.setItem('reglament.locale', 'en'));
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.reload();
  const banner = page.getByRole('status').filter({ hasText: 'did not get into the working copy' });
  await expect(banner).toBeVisible();
  await shot(page, 'local-banner-dark-en');
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);
  await shot(page, 'local-banner-360-dark-en');
  await page.setViewportSize({ width: 1440, height: 900 });
  await banner.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByRole('button', { name: 'Put mine in' })).toBeVisible();
  await expectAccessible(page);
  await shot(page, 'local-diff-dark-en');
});
