import { expect, expectAccessible, test } from './lib/office.ts';
import { bringContract, decide, pdf, taskOn } from './lib/paper.ts';

test('a refused contract is reworked: each remark answered, the card and a file changed, and goes its second round', async ({
  office,
}) => {
  const paper = await bringContract(office, 'Уличные светильники', 'legal');
  await decide(await office.api('vlasova'), paper.document, 'rejected', {
    text: 'Исправить пеню и срок.',
    remarks: [
      { place: 'п. 5.1', text: 'Пеня ниже одной трёхсотой ключевой ставки' },
      { text: 'Срок действия короче срока поставки' },
    ],
  });

  const page = await office.sit('lebedev');
  await page.getByRole('link', { name: /Уличные светильники/ }).click();
  // The list's pane says why it came back and leads to the page: no decision that cannot be taken there.
  const pane = page.getByRole('complementary', { name: /Уличные светильники/ });
  await expect(pane.getByRole('heading', { name: 'Почему документ вернулся' })).toBeVisible();
  await expect(pane).toContainText('Причина: Исправить пеню и срок.');
  await expect(page.getByRole('button', { name: 'Отправить дальше' })).toHaveCount(0);
  await expectAccessible(page);
  await pane.getByRole('link', { name: 'Ответить на замечания' }).click();
  await expect(page.getByRole('heading', { name: 'Отвечено на 0 из 2' })).toBeVisible();
  await expectAccessible(page);

  await expect(page.getByRole('tabpanel')).toContainText('Причина: Исправить пеню и срок.');
  // Sending too early goes to the first remark without an answer, and says so there.
  await page.getByRole('button', { name: 'Отправить в круг 2' }).click();
  await expect(page.getByRole('alert')).toHaveText(
    'Ответьте на это замечание: без ответа документ не отправить',
  );
  await expect(page.getByRole('radio', { name: 'Учтено' }).first()).toBeFocused();
  const first = page.getByRole('group', { name: 'Ответ на замечание 1' });
  await first.getByText('Учтено').click();
  await page.getByRole('textbox', { name: 'Что сделано' }).fill('Пеня приведена к закону');
  const second = page.getByRole('group', { name: 'Ответ на замечание 2' });
  await second.getByText('Отклонено').click();
  await page
    .getByRole('textbox', { name: 'Обоснование' })
    .fill('Срок поставки 20 дней, договор действует до марта');
  await expect(page.getByRole('heading', { name: 'Отвечено на 2 из 2' })).toBeVisible();

  await page.getByRole('tab', { name: /Карточка и файлы/ }).click();
  await page.getByLabel('Предмет').fill('Уличные светильники с монтажом');
  await page.locator('input[type=file]').setInputFiles({ ...(await fileNamed('Приложение 2.pdf')) });
  // A file half way stands in its row as words; once it is with the server, as a link.
  await expect(page.getByRole('link', { name: 'Приложение 2.pdf' })).toBeVisible();

  // A reload in the middle loses neither answers nor the card nor the file.
  await page.reload();
  await expect(page.getByRole('tabpanel')).toContainText('Уличные светильники с монтажом');
  await expect(page.getByRole('tabpanel')).toContainText('Приложение 2.pdf');
  await expectAccessible(page);
  await page.getByRole('tab', { name: /Свод замечаний/ }).click();
  await expect(page.getByRole('heading', { name: 'Отвечено на 2 из 2' })).toBeVisible();

  await page.getByRole('button', { name: 'Отправить в круг 2' }).click();
  await expect(page).toHaveURL(/\/(documents\/|$)/);

  const detail = await (await office.api('lebedev')).call('documents.show', {
    params: { id: paper.document },
  });
  expect(detail.row.version).toBe(2);
  expect(detail.row.round).toBe(2);
  expect(detail.row.stageTitles.map(({ ru }) => ru)).toEqual(['Проверка закупки']);
  expect(detail.remarks.map(({ answer }) => answer?.disposition)).toEqual(['accepted', 'declined']);

  // Who decided on version 1 sees what changed since.
  const clerk = await office.sit('zaytsev');
  await clerk.getByRole('link', { name: /Уличные светильники с монтажом/ }).click();
  await expect(clerk.getByRole('complementary', { name: /монтажом/ })).toContainText(/Изменилось после/);
});

test('who refused and is asked again finds his remarks with the answers, in the pane and on the page', async ({
  office,
}) => {
  const paper = await bringContract(office, 'Уличные светильники', 'legal');
  await decide(await office.api('vlasova'), paper.document, 'rejected', {
    remarks: [{ place: 'п. 5.1', text: 'Пеня ниже законной' }],
  });
  const author = await office.api('lebedev');
  const { remarks } = await author.call('documents.show', { params: { id: paper.document } });
  const copy = await author.call('tasks.workingCopy', {
    params: { id: (await taskOn(author, paper.document)).id },
  });
  await decide(author, paper.document, 'sent', {
    workingCopy: copy.revision,
    answers: remarks.map(({ id }) => ({
      remark: id,
      disposition: 'accepted',
      text: 'Пеня приведена к закону',
    })),
  });
  const again = [
    ['zaytsev', 'done'],
    ['morozov', 'approved'],
    ['belova', 'done'],
  ] as const;
  for (const [login, outcome] of again)
    await decide(await office.api(login), paper.document, outcome).catch(() => undefined);

  const page = await office.sit('vlasova');
  await page.getByRole('link', { name: /Уличные светильники/ }).click();
  const pane = page.getByRole('complementary', { name: /Уличные светильники/ });
  await expect(pane.getByRole('heading', { name: /Ваши замечания и ответы автора/ })).toBeVisible();
  await expect(pane).toContainText('Пеня приведена к закону');
  await pane.getByRole('link', { name: 'Открыть' }).click();
  const side = page.getByRole('complementary', { name: 'Ваша задача' });
  await expect(side).toContainText('Пеня ниже законной');
  await expect(side).toContainText('Пеня приведена к закону');
  await expectAccessible(page);
});

async function fileNamed(name: string) {
  const { readFile } = await import('node:fs/promises');
  return { name, mimeType: 'application/pdf', buffer: await readFile(pdf) };
}
