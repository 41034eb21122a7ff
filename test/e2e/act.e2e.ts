import { expect, expectAccessible, test } from './lib/office.ts';
import { actCard, decide, sendPaper } from './lib/paper.ts';

test('an act goes through its block: finance decides, a silent unit gives an auto-visa and may still decide late', async ({
  office,
}) => {
  const author = await office.api('lebedev');
  const card = { ...actCard('О порядке уборки снега'), spends: true };
  const paper = await sendPaper(author, office.server.origin, 'municipal-act', card, {
    units: ['education-head', 'emergencies-head'],
  });
  await decide(await office.api('morozov'), paper.document, 'approved');

  const page = await office.sit('lebedev', { path: `/documents/${paper.document}?tab=visas` });
  const route = page.getByRole('figure', { name: 'Маршрут по рабочим дням' });
  await expect(
    route.getByRole('listitem').filter({ hasText: 'Финансовая экспертиза' }).first(),
  ).toContainText('идёт сейчас');
  await expect(
    route.getByRole('listitem').filter({ hasText: 'Размещение проекта на сайте' }).first(),
  ).toContainText('не понадобится');
  await expect(page.getByRole('region', { name: 'У кого сейчас' }).getByText('Смирнова А. В.')).toBeVisible();
  await expectAccessible(page);

  await decide(await office.api('akhmetova'), paper.document, 'approved');
  await decide(await office.api('larin'), paper.document, 'approved');
  await expect(page.getByRole('tabpanel')).toContainText('Ларин С. П.');
  // Wednesday 10:30 and two working days more: silence gives its visa on Friday at 17:00.
  await office.advance({ days: 3 });
  await expect(page.getByRole('tabpanel').getByText(/автовиза: молчание/)).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'экспертиза' }).first()).toBeVisible();
  const row = (await author.call('documents.show', { params: { id: paper.document } })).row;
  expect(row.stageTitles.map(({ ru }) => ru)).toEqual(['Правовая и антикоррупционная экспертиза']);
});

test('refusals of a block are collected: the author reworks once with all of them before him', async ({
  office,
}) => {
  const author = await office.api('lebedev');
  const paper = await sendPaper(
    author,
    office.server.origin,
    'municipal-act',
    actCard('О порядке уборки снега'),
    { units: ['education-head', 'emergencies-head'] },
  );
  await decide(await office.api('morozov'), paper.document, 'approved');
  const page = await office.sit('lebedev');
  await expect(page.getByRole('heading', { name: 'Мои задачи' })).toBeVisible();
  await decide(await office.api('smirnova'), paper.document, 'rejected', {
    text: 'Не учтены школы',
    remarks: [{ place: 'п. 2', text: 'Добавить дворы школ' }],
  });
  // One has refused; the other still decides, and the author has nothing to do yet.
  const line = page.getByRole('listitem').filter({ hasText: 'О порядке уборки снега' });
  await expect(line).toHaveCount(0);
  await decide(await office.api('larin'), paper.document, 'approvedWithRemarks', {
    remarks: [{ text: 'Указать телефон дежурного' }],
  });
  await expect(line).toBeVisible();
  await line.getByRole('link').first().click();
  await page.getByRole('link', { name: 'Открыть' }).click();
  await expect(page.getByRole('heading', { name: 'Отвечено на 0 из 2' })).toBeVisible();
  await expect(page.getByText('Добавить дворы школ')).toBeVisible();
  await expect(page.getByText('Указать телефон дежурного')).toBeVisible();
});
