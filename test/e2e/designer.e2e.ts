import { drawing, takeToEdit } from './lib/drawing.ts';
import { expect, expectAccessible, newKey, test } from './lib/office.ts';
import { decide } from './lib/paper.ts';

test('a methodologist draws a regulation from a blank canvas, mends its problems, publishes it, and a document goes by it to the end', async ({
  office,
}) => {
  const page = await office.sit('ryabova', { path: '/designer/' });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Пустой' }).click();
  await page.getByLabel('Название').fill('Служебная записка');
  await page.getByRole('button', { name: 'Создать' }).click();

  const draw = drawing(page);
  await expect(page.getByText('Схема пуста: поставьте первый этап').first()).toBeVisible();
  await draw.create('Согласование', { x: 180, y: 160 });
  await draw.rename('Виза начальника');
  await expect(draw.node('Виза начальника')).toContainText('Начальник отдела автора');
  await draw.append('Виза начальника', 'Согласовано', 'Регистрация');
  await draw.append('Регистрация', 'Зарегистрировано', 'Завершение');
  await expect(page.getByText('2 ошибки')).toBeVisible();

  await page.getByRole('button', { name: 'Проблемы' }).click();
  const refused = page.getByRole('listitem').filter({ hasText: 'Исход «Отклонено» этапа «Виза начальника»' });
  await refused.getByRole('button', { name: 'Выбрать, куда ведёт' }).click();
  await draw.choose('Завершение');
  await page.getByRole('button', { name: 'Проблемы' }).click();
  await draw.connect('Регистрация', 'Возвращено', 'Завершение');
  await expect(page.getByText('ошибок нет')).toBeVisible();
  await expectAccessible(page);
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/draw.png` });
  await draw.saved();

  await page.getByRole('button', { name: 'Опубликовать' }).click();
  const dialog = page.getByRole('dialog', { name: 'Опубликовать версию 1' });
  await expect(dialog.getByText('Схема без ошибок')).toBeVisible();
  await expect(dialog.getByText('Сценариев нет: ход документа не проверен')).toBeVisible();
  const lacking = dialog.getByRole('listitem').filter({ hasText: 'В части подразделений исполнителя нет' });
  await expect(lacking).toContainText(/[1-9]\d* из \d+/);
  await expectAccessible(page);
  await dialog.getByLabel('Номер').fill('12-р');
  await dialog.getByLabel('Дата').fill('2026-11-25');
  await dialog.getByLabel('Что изменилось и зачем').fill('Первая версия');
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/publish.png` });
  await dialog.getByRole('button', { name: 'Опубликовать' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Версия 1 опубликована' })).toBeVisible();
  await expect(page.getByRole('row', { name: /Служебная записка.*действует/ })).toBeVisible();

  // The desk starts a document by it, and it comes to its end.
  const author = await office.api('lebedev');
  const made = await author.call('drafts.create', {
    body: { regulation: 'sluzhebnaya-zapiska' },
    key: newKey(),
  });
  const saved = await author.call('drafts.save', {
    params: { id: made.id },
    body: { revision: made.revision, card: { subject: 'О замене ламп' }, files: [], chosen: {} },
    key: newKey(),
  });
  const sent = await author.call('drafts.send', {
    params: { id: made.id },
    body: { revision: saved.revision, regulationVersion: 1 },
    key: newKey(),
  });
  await decide(await office.api('morozov'), sent.document, 'approved');
  await decide(await office.api('safina'), sent.document, 'registered');
  const done = await author.call('documents.show', { params: { id: sent.document } });
  expect(done.row.state).toBe('completed');
});

test('a working copy is saved by itself, survives a reload with its undo, and is edited by one at a time', async ({
  office,
}) => {
  const page = await office.sit('ryabova', { path: '/designer/municipal-contract' });
  await takeToEdit(page);
  const draw = drawing(page);
  await draw.select('Правовая экспертиза');
  await draw.panel.getByLabel('Срок, число').fill('2');
  await expect(draw.node('Правовая экспертиза')).toContainText('2 раб. дня');
  await draw.saved();

  await page.reload();
  await expect(draw.node('Правовая экспертиза')).toContainText('2 раб. дня');
  await page.getByRole('button', { name: /^Отменить/ }).click();
  await expect(draw.node('Правовая экспертиза')).toContainText('3 раб. дня');
  await page.getByRole('button', { name: /^Повторить/ }).click();
  await expect(draw.node('Правовая экспертиза')).toContainText('2 раб. дня');
  await draw.saved();

  // No heartbeat tells the first tab anything from here on.
  await page.route('**/lock', (route) => route.abort());
  // A second tab of the same person only reads, until it takes over.
  const second = await page.context().newPage();
  await second.goto('/designer/municipal-contract');
  await expect(second.getByText(/Сейчас правит Рябова/)).toBeVisible();
  await expect(second.getByRole('button', { name: 'Опубликовать' })).toBeDisabled();
  await expectAccessible(second);
  await second.getByRole('button', { name: 'Забрать правку' }).click();
  const other = drawing(second);
  await expect(second.getByText(/Сейчас правит/)).toBeHidden();
  await other.select('Правовая экспертиза');
  await other.panel.getByLabel('Срок, число').fill('4');
  await other.saved();

  // The first tab learns of it with its next edit, which is kept aside and not mixed in.
  await draw.select('Правовая экспертиза');
  await draw.panel.getByLabel('Срок, число').fill('1');
  await expect(page.getByText(/Сейчас правит/)).toBeVisible();
  const copy = await (await office.api('ryabova')).call('workingCopies.show', {
    params: { id: 'municipal-contract' },
  });
  expect((copy.regulation['deadlines'] as Record<string, { term: object }>)['legal']?.term).toEqual({
    amount: 4,
    unit: 'workingDays',
  });
  await page.unroute('**/lock');
  await page.reload();
  await expect(page.getByText(/Ваши правки .* не вошли/)).toBeVisible();
});
