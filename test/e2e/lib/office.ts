import { cpSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, test as base, expect, type Page } from '@playwright/test';
import { newKey, type Person, signIn } from '../../lib/person.ts';
import { newDataDir, type RunningServer, startServer } from '../../lib/server.ts';

/** Wednesday morning in the office; the clock stands there until a test moves it. */
export const officeMorning = '2026-11-25T10:30:00+03:00';
const samplePassword = 'svetlaya-reka';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * One server with the sample municipality, and several people before it, each in a browser of his own. A script error on
 * any of their pages, or a request to anybody else, fails the story.
 */
export interface Office {
  readonly server: RunningServer;
  /** Opens a browser as this person, signed in by the form. */
  sit(
    login: string,
    options?: {
      path?: string;
      width?: number;
      height?: number;
      dark?: boolean;
      locale?: 'ru' | 'en';
      touch?: boolean;
    },
  ): Promise<Page>;
  /** The same person through the API, for what the test is not about. */
  api(login: string): Promise<Person>;
  advance(by: { hours?: number; days?: number; toMs?: number }): Promise<void>;
}

/**
 * Each story has an office of its own: a copy of the folder that the sample municipality was loaded into once, so that it
 * starts in a second and no story sees what another did.
 */
export const test = base.extend<{ office: Office }, { sampleData: string }>({
  sampleData: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs
    async ({}, use) => {
      const server = await startServer({ clockAt: officeMorning });
      await server.stop();
      await use(server.dataDir);
    },
    { scope: 'worker' },
  ],
  office: async ({ browser, sampleData }, use) => {
    const dataDir = newDataDir();
    cpSync(sampleData, dataDir, { recursive: true });
    const server = await startServer({ dataDir, clockAt: officeMorning });
    const failures: string[] = [];
    await use(openOffice(server, browser, failures));
    for (const context of browser.contexts()) await context.close();
    await server.stop();
    expect(failures).toEqual([]);
  },
});

function openOffice(server: RunningServer, browser: Browser, failures: string[]): Office {
  return {
    server,
    async sit(
      login,
      { path = '/', width = 1440, height = 900, dark = false, locale = 'ru', touch = false } = {},
    ) {
      const person = await signIn(server.origin, login, samplePassword);
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: dark ? 'dark' : 'light',
        locale: locale === 'ru' ? 'ru-RU' : 'en-GB',
        timezoneId: 'Europe/Moscow',
        hasTouch: touch,
        baseURL: server.origin,
      });
      const [name, value] = person.cookie.split('=') as [string, string];
      await context.addCookies([{ name, value, url: server.origin }]);
      // The language as chosen before in the person's menu; Russian when nobody has.
      await context.addInitScript((chosen) => {
        // The frame of a file that is read in place has no storage.
        if (self !== top) return;
        localStorage.getItem('reglament.locale') ?? localStorage.setItem('reglament.locale', chosen);
      }, locale);
      const page = await context.newPage();
      page.on('pageerror', (error) => failures.push(error.message));
      page.on('request', (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith('http') && url.origin !== server.origin)
          failures.push(`asked ${url.origin}`);
      });
      await page.goto(path);
      return page;
    },
    api: (login) => signIn(server.origin, login, samplePassword),
    async advance({ hours = 0, days = 0, toMs }) {
      const body = toMs === undefined ? { byMs: (hours + days * 24) * 3_600_000 } : { toMs };
      const response = await fetch(`${server.origin}/api/v1/test/clock/advance`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(await response.text());
    },
  };
}

/** No violation of WCAG 2.2 A and AA on the page as it stands; says which rule and where. */
export async function expectAccessible(page: Page): Promise<void> {
  // Before its heading a page is only a script that loads, and every rule about headings and landmarks would be about nothing.
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await page.evaluate(axe);
  // What is still fading in has no contrast yet; what turns for ever is left to turn.
  await page.evaluate(() => {
    for (const each of document.getAnimations())
      if (each.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) each.finish();
  });
  const violations = await page.evaluate(async () => {
    const run = (
      globalThis as unknown as {
        axe: {
          run(
            root: Document,
            options: object,
          ): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>;
        };
      }
    ).axe;
    const result = await run.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return result.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
    );
  });
  expect(violations).toEqual([]);
}

export { expect, newKey };
