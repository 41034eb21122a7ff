import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const dist = fileURLToPath(new URL('../../desk/dist/', import.meta.url));
const built = existsSync(`${dist}index.html`);
const KB = 1024;
const MOST_CODE = 200 * KB;
const MOST_FONTS = 80 * KB;

interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
}

/** What a browser fetches before the first screen: the page's own chunk, all it imports at once, and their styles. */
function firstLoad(): string[] {
  const manifest: Record<string, Chunk> = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, 'utf8'));
  const files = new Set<string>();
  const walk = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const style of chunk.css ?? []) files.add(style);
    for (const next of chunk.imports ?? []) walk(next);
  };
  walk('index.html');
  return [...files];
}

// Without desk/dist (`pnpm --filter @reglament/desk bundle`) there is nothing to weigh; `npm test` builds it before.
describe.skipIf(!built)('the first load of the desk', () => {
  // Seen red with the whole set of icons imported by the shell instead of one by one.
  test('script and style are at most 200 KB gzip', () => {
    const sizes = firstLoad().map((file) => [file, gzipSync(readFileSync(dist + file)).length] as const);
    expect(sizes.length).toBeGreaterThan(1);
    const whole = sizes.reduce((sum, [, size]) => sum + size, 0);
    expect(whole, sizes.map(([file, size]) => `${file} ${size}`).join('\n')).toBeLessThanOrEqual(MOST_CODE);
  });

  test('its fonts are at most 80 KB more', () => {
    const styles = firstLoad().filter((file) => file.endsWith('.css'));
    const text = styles.map((file) => readFileSync(dist + file, 'utf8')).join('');
    const fonts = [...text.matchAll(/url\((\/[^)]+\.woff2)\)/g)].map((match) => match[1]!.slice(1));
    expect(fonts.length).toBeGreaterThan(0);
    const whole = [...new Set(fonts)].reduce((sum, file) => sum + readFileSync(dist + file).length, 0);
    expect(whole).toBeLessThanOrEqual(MOST_FONTS);
  });

  test('the page names no address outside its own origin', () => {
    const page = readFileSync(`${dist}index.html`, 'utf8');
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});
