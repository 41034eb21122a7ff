import { expect, expectAccessible, test } from './lib/office.ts';
import { bringContract } from './lib/paper.ts';

test('of two registrars one takes the common task and puts it back, the other takes it and gives the number', async ({
  office,
}) => {
  const paper = await bringContract(office, 'Уличные светильники', 'registration');
  const first = await office.sit('safina');
  const second = await office.sit('kotova');
  const row = (page: typeof first) => page.getByRole('listitem').filter({ hasText: 'Уличные светильники' });
  await expect(row(second)).toContainText('общая');

  await first.getByRole('link', { name: /Уличные светильники/ }).click();
  await first.keyboard.press('t');
  await expect(row(first)).toContainText('вы взяли');
  await expect(row(second)).toContainText(/взял.* Сафина/);
  await first.keyboard.press('t');
  await expect(row(second)).toContainText('вы и Сафина');

  await second.getByRole('link', { name: /Уличные светильники/ }).click();
  await second.keyboard.press('t');
  await expect(row(second)).toContainText('вы взяли');
  await second.getByRole('link', { name: 'Открыть' }).click();
  await expect(second.getByText('Следующий в журнале; закрепится при регистрации.')).toBeVisible();
  await expectAccessible(second);
  await second.getByRole('button', { name: 'Зарегистрировать' }).click();
  await expect(second.getByText(/Зарегистрировано под №/)).toBeVisible();
  // Where the first sits the row stays under her hand, and says that there is nothing more to do.
  await expect(row(first)).toContainText('закрыта');

  const detail = await (await office.api('lebedev')).call('documents.show', {
    params: { id: paper.document },
  });
  expect(detail.registration?.by.name).toBe('Котова Елена Игоревна');
  expect(detail.registration?.date).toBe('2026-11-25');
});

test('a common task is taken or decided at once from the pane, and the toast names the number', async ({
  office,
}) => {
  await bringContract(office, 'Уличные светильники', 'registration');
  const page = await office.sit('safina');
  await page.getByRole('link', { name: /Уличные светильники/ }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'Уличные светильники' });
  const pane = page.getByRole('complementary', { name: /Уличные светильники/ });
  await expect(pane).toContainText('Решить можно сразу');
  await expect(row.getByRole('button', { name: 'Взять' })).toBeVisible();
  await expect(pane.getByRole('button', { name: 'Взять' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('1');
  await expect(page.getByText(/^Зарегистрировано под № Д-\d+\/26: Уличные светильники$/)).toBeVisible();
});

test('a clerk returns a document for defects of form; the author mends it and it comes straight back', async ({
  office,
}) => {
  const paper = await bringContract(office, 'Уличные светильники', 'registration');
  const page = await office.sit('safina');
  await page.getByRole('link', { name: /Уличные светильники/ }).click();
  await page.keyboard.press('t');
  await page.getByRole('link', { name: 'Открыть' }).click();
  await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
  await page.getByText('Приложение названо, но не приложено').click();
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  const author = await office.api('lebedev');
  await expect
    .poll(
      async () =>
        (await author.call('documents.show', { params: { id: paper.document } })).row.stageTitles[0]?.ru,
    )
    .toBe('Доработка');
  const { remarks } = await author.call('documents.show', { params: { id: paper.document } });
  expect(remarks.map(({ text }) => text)).toEqual(['Приложение названо, но не приложено']);
});
