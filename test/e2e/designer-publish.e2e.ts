import { expect, expectAccessible, newKey, type Office, test } from './lib/office.ts';

/** The next version of the contract: the legal examination has a day less, the rework a day more. */
async function drawTerms(office: Office): Promise<void> {
  const person = await office.api('ryabova');
  const { regulation } = await person.call('regulations.version', {
    params: { id: 'municipal-contract', version: '1' },
  });
  const drawn = structuredClone(regulation) as { deadlines: Record<string, { term: { amount: number } }> };
  drawn.deadlines['legal']!.term.amount = 2;
  drawn.deadlines['rework']!.term.amount = 3;
  const body = { regulation: { ...drawn }, base: 1 };
  await person.call('workingCopies.create', { body, key: newKey() });
}

test('the publish screen says whom the version touches, and for a pilot only whom in its units', async ({
  office,
}) => {
  await drawTerms(office);
  const page = await office.sit('ryabova', { path: '/designer/municipal-contract' });
  await page.getByRole('button', { name: 'Опубликовать' }).click();
  const dialog = page.getByRole('dialog', { name: 'Опубликовать версию 2' });
  const whom = dialog.getByRole('region', { name: 'Кого это коснётся' });
  await expect(whom).toContainText('10документов идут по версии 1и останутся на ней до конца');
  await expect(whom).toContainText('1проект ещё не отправлен');
  await expect(whom).toContainText('1сотруднику станет меньше времени');
  await expect(whom).toContainText('Власова М. С., «Правовая экспертиза»: 2 рабочих дня вместо 3');
  await expect(whom).toContainText('1участнику станет больше времени');
  await expect(whom).toContainText('Автор договора, «Доработка»: 3 рабочих дня вместо 2');
  await expectAccessible(page);

  // The only draft is of the works department: a pilot of lawyers leaves it out.
  await dialog.getByRole('button', { name: 'Пилот в части подразделений' }).click();
  await expect(whom).not.toContainText('проект');
  await expect(whom).not.toContainText('Власова');
  await dialog.getByLabel('Правовой отдел').check();
  await expect(whom).toContainText('Власова');
  await expect(whom).not.toContainText('проект');
  await dialog.getByLabel('Отдел ЖКХ и строительства').check();
  await dialog.getByLabel('До какого дня включительно').fill('2026-12-31');
  await expect(whom).toContainText('1проект ещё не отправлен');
  await expect(whom).toContainText('по 31 декабря 2026');
  await expectAccessible(page);
});

for (const [name, options] of [
  ['light', {}],
  ['dark', { dark: true }],
  ['english', { locale: 'en' }],
  ['360', { width: 360, height: 800 }],
] as const)
  test(`whom a version touches reads well: ${name}`, async ({ office }) => {
    await drawTerms(office);
    const page = await office.sit('ryabova', { path: '/designer/municipal-contract', ...options });
    await page.getByRole('button', { name: /^(Опубликовать|Publish)$/ }).click();
    const whom = page.getByRole('region', { name: /^(Кого это коснётся|Whom it touches)$/ });
    await whom.scrollIntoViewIfNeeded();
    await expectAccessible(page);
    if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/publish-${name}.png` });
  });
