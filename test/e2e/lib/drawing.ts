import { expect, type Locator, type Page } from '@playwright/test';

/** Takes a published regulation for editing: until that is open the page of reading still stands there, and hears clicks. */
export async function takeToEdit(page: Page, words: string | RegExp = /^Править/): Promise<void> {
  await page.getByRole('button', { name: words }).click();
  await expect(page.locator('.pal')).toBeVisible();
}

/** A methodologist's hands at the drawing: what one does with the mouse and in the lists over the canvas. */
export function drawing(page: Page) {
  const canvas = page.getByRole('application', { name: /^Схема регламента/ });
  const list = page.locator('dialog.choose');
  const palette = page.getByRole('complementary', { name: 'Виды этапов' });
  const panel = page.getByRole('complementary', { name: 'Свойства' });

  /** The node of a stage by its name. */
  const node = (title: string): Locator =>
    page.locator('.react-flow__node').filter({ has: page.getByText(title, { exact: true }) });
  const choose = async (option: string | RegExp) => {
    await list.getByRole('option', { name: option }).first().click();
  };

  return {
    canvas,
    list,
    panel,
    node,
    choose,
    /** Double-clicks the empty canvas and chooses a kind. */
    async create(kind: string, at: { x: number; y: number }) {
      await canvas.dblclick({ position: at });
      await choose(kind);
      await expect(list).toBeHidden();
    },
    /** Drags a kind out of the palette onto the canvas. */
    async drop(kind: string, at: { x: number; y: number }) {
      await palette.getByRole('button', { name: kind, exact: true }).dragTo(canvas, { targetPosition: at });
    },
    /** Drags from a handle of a stage to an empty place, where what follows stands then. */
    async appendAt(from: string, choices: readonly (string | RegExp)[], at: { x: number; y: number }) {
      await node(from).hover();
      const start = await centre(node(from).locator('.handle--right'));
      const sheet = await canvas.boundingBox();
      if (!sheet) throw new Error('There is no canvas');
      const end = { x: sheet.x + at.x, y: sheet.y + at.y };
      await page.mouse.move(start.x, start.y);
      await page.mouse.down();
      await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 5 });
      await page.mouse.move(end.x, end.y, { steps: 5 });
      await page.mouse.up();
      for (const choice of choices) await choose(choice);
      await expect(list).toBeHidden();
    },
    /** Clicks the right handle of a stage: outcome (asked when there are several), then the kind of what follows. */
    async append(from: string, outcome: string | null, kind: string) {
      await node(from).hover();
      await node(from).locator('.handle--right').click();
      if (outcome !== null) await choose(outcome);
      await choose(kind);
      await expect(list).toBeHidden();
    },
    /** Drags from a handle of one stage onto another and chooses the outcome. */
    async connect(from: string, outcome: string | null, to: string) {
      await node(from).hover();
      const start = await centre(node(from).locator('.handle--bottom'));
      const end = await centre(node(to));
      await page.mouse.move(start.x, start.y);
      await page.mouse.down();
      await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 5 });
      await page.mouse.move(end.x, end.y, { steps: 5 });
      await page.mouse.up();
      if (outcome !== null) await choose(outcome);
      await expect(list).toBeHidden();
    },
    /** Drags a stage by its middle. */
    async move(title: string, by: { x: number; y: number }) {
      const start = await centre(node(title));
      await page.mouse.move(start.x, start.y);
      await page.mouse.down();
      await page.mouse.move(start.x + by.x, start.y + by.y, { steps: 8 });
      await page.mouse.up();
    },
    async select(title: string) {
      await node(title).click();
      await expect(panel.getByLabel('Название этапа', { exact: true })).toHaveValue(title);
    },
    /** Names the chosen stage. */
    async rename(to: string) {
      await panel.getByLabel('Название этапа', { exact: true }).fill(to);
      await expect(node(to)).toBeVisible();
    },
    saved: () => expect(page.getByRole('status').filter({ hasText: /^сохранено в/ })).toBeVisible(),
  };
}

async function centre(what: Locator): Promise<{ x: number; y: number }> {
  const box = await what.boundingBox();
  if (!box) throw new Error('It is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
