import { fileURLToPath } from 'node:url';
import { takeToEdit } from './lib/drawing.ts';
import { expect, test } from './lib/office.ts';

// The README's pictures, taken anew by hand: REGLAMENT_PICTURES=1. Absent, not skipped, from an ordinary run.
if (process.env['REGLAMENT_PICTURES']) {
  const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));

  test('pictures of the three jobs', async ({ office }) => {
    const head = await office.sit('sokolov');
    await expect(head.getByRole('complementary').first()).toBeVisible();
    await head.waitForLoadState('networkidle');
    await head.screenshot({ path: `${folder}tasks.png` });

    const methodologist = await office.sit('ryabova', { path: '/designer/municipal-act' });
    await takeToEdit(methodologist);
    await methodologist.locator('#stage-units').click();
    await expect(methodologist.getByText('ошибок нет')).toBeVisible();
    await methodologist.waitForLoadState('networkidle');
    await methodologist.screenshot({ path: `${folder}designer.png` });

    const administrator = await office.sit('timofeev', { path: '/people?unit=social' });
    await expect(administrator.getByRole('rowheader').first()).toBeVisible();
    await administrator.screenshot({ path: `${folder}people.png` });

    const author = await office.sit('lebedev', { path: '/documents' });
    await author.getByRole('link', { name: /Содержание автомобильных дорог/ }).click();
    await expect(author.getByRole('figure')).toBeVisible();
    await author.waitForLoadState('networkidle');
    await author.screenshot({ path: `${folder}document.png` });
  });
}
