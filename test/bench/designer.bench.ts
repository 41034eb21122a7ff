import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { lint, parseRegulation } from '@reglament/regulation';
import { build } from 'vite';
import { newKey, signIn } from '../lib/person.ts';
import { startServer } from '../lib/server.ts';
import { bigRegulation } from './lib/bigRegulation.ts';
import { printTable, spread } from './lib/table.ts';

// The designer on a regulation of 500 stages: opening, dragging against a bare canvas, from an edit to its problems; and
// one of 2,000 stages, opened, dragged and edited.
const runs = 5;
const stages = 500;
const many = 2_000;
const moves = 60;
const editsAtOnce = 10;
const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const p95 = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)]!;

// In Node: lint of 200 stages.
const reading = parseRegulation(bigRegulation(200));
if (!reading.ok) throw new Error('The fixture of 200 stages cannot be read');
const lintMs: number[] = [];
for (let run = 0; run < 25; run += 1) {
  // As after an edit: another object, of which nothing is known yet.
  const edited = { ...reading.regulation };
  const begun = performance.now();
  lint(edited);
  lintMs.push(performance.now() - begun);
}
printTable(
  'Lint of 200 stages in Node; goal: 50 ms',
  ['first,ms', 'median,ms', 'p95,ms'],
  [[lintMs[0]!, median(lintMs), p95(lintMs)]],
);

const server = await startServer({ clockAt: '2026-11-25T10:30:00+03:00' });
const methodologist = await signIn(server.origin, 'ryabova', 'svetlaya-reka');
for (const count of [stages, many])
  await methodologist.call('workingCopies.create', {
    body: { regulation: { ...bigRegulation(count) }, base: null },
    key: newKey(),
  });
const browser = await chromium.launch({
  ...(process.env['CHROMIUM_PATH'] ? { executablePath: process.env['CHROMIUM_PATH'] } : {}),
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
});
const bare = await serveBare();
try {
  const opened: number[][] = [];
  const dragged: number[][] = [];
  const edited: number[] = [];
  for (let run = 1; run <= runs; run += 1) {
    const page = await sit(browser, stages);
    opened.push([run, await openMs(page, stages)]);
    const markup = await markupOf(page);
    // At the smallest zoom 500 stages are taller than the screen: a stage in their middle is in sight.
    for (const [where, zoom, stage] of [
      ['zoom 1', 1, 's12'],
      ['fit', 0, 's252'],
    ] as const) {
      await view(page, zoom);
      const viewport = await viewportOf(page);
      const ours = await dragFigures(page, `#stage-${stage}`);
      const base = await bareFigures(browser, bare.origin, markup, viewport, stage);
      dragged.push([run, where, ours.ms, base.ms, ours.ms / base.ms, ours.p95, base.p95] as never);
    }
    await view(page, 1);
    edited.push(...(await editsMs(page)));
    await leave(page, stages);
    await page.context().close();
  }
  const large = await sit(browser, many);
  const largeOpen = await openMs(large, many);
  await view(large, 1);
  const largeDrag = await dragFigures(large, '#stage-s12');
  const largeEdits = await editsMs(large);
  await leave(large, many);
  printTable(
    `Opening ${stages} stages, from the click in the library to the last node painted; goal: 1,500 ms`,
    ['run', 'ms'],
    opened,
  );
  process.stdout.write(`  min / median / max: ${spread(opened.map((row) => row[1]!))}\n`);
  printTable(
    `From an edit to its problems, ${stages} stages, ${edited.length} edits; goal: p95 150 ms`,
    ['median,ms', 'p95,ms', 'longest,ms'],
    [[median(edited), p95(edited), Math.max(...edited)]],
  );
  printTable(
    `${many.toLocaleString('en')} stages: opening, a pointer move of a drag at zoom 1, its p95 frame, from an edit to its problems`,
    ['opening,ms', 'move,ms', 'p95 frame,ms', 'edit median,ms', 'edit p95,ms'],
    [[largeOpen, largeDrag.ms, largeDrag.p95, median(largeEdits), p95(largeEdits)]],
  );
  printTable(
    'A pointer move of a drag, script + style + layout; goal: at most 1.2 times a bare canvas, p95 frame 33 ms at zoom 1',
    ['run', 'where', 'ours,ms', 'bare,ms', 'ratio', 'ours p95 frame', 'bare p95 frame'],
    dragged,
  );
  for (const where of ['zoom 1', 'fit']) {
    const rows = dragged.filter((row) => (row[1] as unknown) === where);
    process.stdout.write(
      `  ${where}: ratio ${spread(rows.map((row) => row[4]!))}, p95 frame ${spread(rows.map((row) => row[5]!))}\n`,
    );
  }
} finally {
  await browser.close();
  bare.stop();
  await server.stop();
}

async function sit(browser: Browser, count: number): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    baseURL: server.origin,
  });
  const [name, value] = methodologist.cookie.split('=') as [string, string];
  await context.addCookies([{ name, value, url: server.origin }]);
  const page = await context.newPage();
  // Once before, so that the code is in the cache.
  await page.goto(`/designer/big-${count}`);
  await page.locator('.react-flow__node').first().waitFor();
  await leave(page, count);
  return page;
}

/** Left by the link of the page, which gives the lock up: a reader's page would be measured next otherwise. */
async function leave(page: Page, count: number): Promise<void> {
  const unlocked = page.waitForResponse((response) => response.request().method() === 'DELETE');
  await page.locator('a[href="/designer/"]').first().click();
  await unlocked;
  await page.getByRole('link', { name: titleOf(count) }).waitFor();
}

function titleOf(count: number): string {
  return `Большой регламент, этапов ${count}`;
}

/** From the click to the frame after the last node came. */
async function openMs(page: Page, count: number): Promise<number> {
  const link = page.getByRole('link', { name: titleOf(count) });
  await link.waitFor();
  await page.evaluate(() => {
    const state = window as unknown as { begun: number; last: number };
    addEventListener(
      'click',
      () => {
        state.begun = performance.now();
      },
      { capture: true, once: true },
    );
    new MutationObserver((records) => {
      const came = records.some(({ addedNodes }) =>
        [...addedNodes].some(
          (node) =>
            node instanceof HTMLElement &&
            (node.matches('.react-flow__node') || node.querySelector('.react-flow__node')),
        ),
      );
      if (came)
        requestAnimationFrame(() =>
          setTimeout(() => {
            state.last = performance.now();
          }),
        );
    }).observe(document.body, { childList: true, subtree: true });
  });
  await link.click();
  await page.locator('.react-flow__node').first().waitFor();
  await page.waitForTimeout(1_500);
  return page.evaluate(() => {
    const { begun, last } = window as unknown as { begun: number; last: number };
    return last - begun;
  });
}

/** From the key of an edit to its problems in the bar: a stage is removed, put back, removed again; it is there at the end. */
async function editsMs(page: Page): Promise<readonly number[]> {
  await page.locator('#stage-s13').click();
  const begun: number[] = [];
  const edit = async (key: string) => {
    // Watched before the key is pressed: asked for at the same time, the key may come first.
    await page.evaluate(() => {
      const state = window as unknown as { told: Promise<number> };
      state.told = new Promise((resolve, reject) => {
        let at = 0;
        const pressed = (event: KeyboardEvent) => {
          if (!['Control', 'Shift'].includes(event.key)) at = event.timeStamp;
        };
        addEventListener('keydown', pressed, { capture: true });
        const counts = document.querySelector('.drawer .counts');
        if (!counts) throw new Error('There are no counts of problems');
        const late = setTimeout(() => reject(new Error('No problems came within 10 s of the edit')), 10_000);
        const observer = new MutationObserver(() => {
          if (at === 0) return;
          observer.disconnect();
          clearTimeout(late);
          removeEventListener('keydown', pressed, { capture: true });
          resolve(performance.now() - at);
        });
        observer.observe(counts, { childList: true, subtree: true, characterData: true });
      });
    });
    await page.keyboard.press(key);
    begun.push(await page.evaluate(() => (window as unknown as { told: Promise<number> }).told));
  };
  await page.locator('.react-flow').focus();
  await edit('Delete');
  for (let pair = 0; pair < editsAtOnce / 2; pair += 1) {
    await edit('Control+KeyZ');
    if (pair < editsAtOnce / 2 - 1) await edit('Control+Shift+KeyZ');
  }
  return begun;
}

async function view(page: Page, zoom: number): Promise<void> {
  await page.locator('.react-flow').focus();
  await page.keyboard.press('Digit1');
  await page.waitForTimeout(300);
  if (zoom === 0) return;
  await page.keyboard.press('Slash');
  await page.getByRole('combobox', { name: 'Перейти к этапу' }).fill('Виза 12');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(500);
  await page.locator('.react-flow').focus();
  await page.keyboard.press('Digit0');
  await page.waitForTimeout(500);
}

function viewportOf(page: Page) {
  return page.evaluate(() => {
    const at = new DOMMatrix(getComputedStyle(document.querySelector('.react-flow__viewport')!).transform);
    return { x: at.e, y: at.f, zoom: at.a };
  });
}

interface Markup {
  readonly html: Readonly<Record<string, string>>;
}

/** What our nodes look like, by stage; those out of sight look like the first of their kind. */
function markupOf(page: Page): Promise<Markup> {
  return page.evaluate(() => ({
    html: Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('.react-flow__node')].map((node) => [
        node.dataset['id'],
        node.innerHTML,
      ]),
    ),
  })) as Promise<Markup>;
}

/** Script, style and layout of one pointer move, and the 95th of a hundred frames, while a node is dragged. */
async function dragFigures(page: Page, what: string): Promise<{ ms: number; p95: number }> {
  const box = await page.locator(what).boundingBox();
  if (!box) throw new Error(`${what} is not in sight`);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const metric = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0;
    return (of('ScriptDuration') + of('LayoutDuration') + of('RecalcStyleDuration')) * 1_000;
  };
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 8, y + 8);
  await page.evaluate(() => {
    const state = window as unknown as { frames: number[]; on: boolean };
    state.frames = [];
    state.on = true;
    let before = performance.now();
    const frame = (now: number) => {
      state.frames.push(now - before);
      before = now;
      if (state.on) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  const begun = await metric();
  for (let move = 1; move <= moves; move += 1)
    await page.mouse.move(x + 8 + (move % 20) * 4, y + 8 + (move % 15) * 4);
  const ms = ((await metric()) - begun) / moves;
  const frames = await page.evaluate(() => {
    const state = window as unknown as { frames: number[]; on: boolean };
    state.on = false;
    return state.frames.slice(1);
  });
  await page.mouse.move(x, y);
  await page.mouse.up();
  await page.keyboard.press('Escape');
  return { ms, p95: p95(frames) };
}

/** The same drag on a canvas without behaviour. */
async function bareFigures(
  browser: Browser,
  origin: string,
  markup: Markup,
  viewport: object,
  stage: string,
) {
  const big = bigRegulation(stages) as {
    stages: Record<string, { position: { x: number; y: number } }>;
    transitions: Record<string, { from: string; alternatives: Record<string, { to: string }> }>;
  };
  const some = Object.values(markup.html)[1] ?? '';
  const page = await browser.newPage({ viewport: { width: 808, height: 808 } });
  await page.addInitScript((at) => Object.assign(window, { viewport: at }), viewport);
  await page.goto(origin);
  await page.evaluate((bare) => (window as unknown as { start(bare: object): void }).start(bare), {
    nodes: Object.entries(big.stages).map(([id, { position }]) => ({
      id,
      ...position,
      html: markup.html[id] ?? some,
    })),
    edges: Object.entries(big.transitions).flatMap(([id, { from, alternatives }]) =>
      Object.values(alternatives).map(({ to }) => ({ id, source: from, target: to })),
    ),
  });
  await page.locator('.react-flow__node').first().waitFor();
  await page.waitForTimeout(500);
  const figures = await dragFigures(page, `.react-flow__node[data-id="${stage}"]`);
  await page.close();
  return figures;
}

/** The bare canvas, built as the designer is and served from memory of a folder. */
async function serveBare(): Promise<{ origin: string; stop(): void }> {
  const root = fileURLToPath(new URL('../../designer/bench/bareCanvas/', import.meta.url));
  const outDir = mkdtempSync(join(tmpdir(), 'reglament-bare-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, target: 'es2022' },
  });
  const types: Record<string, string> = {
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.woff2': 'font/woff2',
  };
  const http = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://local').pathname;
    try {
      const file = readFileSync(join(outDir, path === '/' ? 'index.html' : path));
      response
        .setHeader('content-type', types[extname(path === '/' ? '.html' : path)] ?? 'text/html')
        .end(file);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { origin: `http://127.0.0.1:${port}/`, stop: () => http.close() };
}
