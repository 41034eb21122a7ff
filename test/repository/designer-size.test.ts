import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const dist = fileURLToPath(new URL('../../designer/dist/', import.meta.url));
const built = existsSync(`${dist}index.html`);
const KB = 1024;
const MOST_CODE = 400 * KB;

interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
}

const manifest = (): Record<string, Chunk> =>
  JSON.parse(readFileSync(`${dist}.vite/manifest.json`, 'utf8')) as Record<string, Chunk>;

/** What a browser fetches before a regulation is drawn: the app, the editor's page, all they import at once, and styles. */
function firstLoad(): string[] {
  const chunks = manifest();
  const files = new Set<string>();
  const walk = (key: string) => {
    const chunk = chunks[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const style of chunk.css ?? []) files.add(style);
    for (const next of chunk.imports ?? []) walk(next);
  };
  walk('index.html');
  walk('src/document/editorPage.tsx');
  return [...files];
}

// Without designer/dist (`pnpm --filter @reglament/designer bundle`) there is nothing to weigh; `npm test` builds it before.
describe.skipIf(!built)('the first load of the designer', () => {
  test('script and style are at most 400 KB gzip', () => {
    const sizes = firstLoad().map((file) => [file, gzipSync(readFileSync(dist + file)).length] as const);
    expect(sizes.length).toBeGreaterThan(3);
    const whole = sizes.reduce((sum, [, size]) => sum + size, 0);
    expect(whole, sizes.map(([file, size]) => `${file} ${size}`).join('\n')).toBeLessThanOrEqual(MOST_CODE);
  });

  // Seen red with text/monaco.ts imported by the panel instead of on the first look at the text.
  test('has neither the text editor nor the layout engine in it', () => {
    const chunks = manifest();
    const first = new Set(firstLoad());
    const [monaco, view] = ['src/text/monaco.ts', 'src/text/textView.tsx'].map((key) => chunks[key]?.file);
    expect([typeof monaco, typeof view]).toEqual(['string', 'string']);
    expect([first.has(monaco!), first.has(view!)]).toEqual([false, false]);
    for (const file of first) {
      const text = readFileSync(dist + file, 'utf8');
      expect({
        file,
        monaco: text.includes('monaco-editor'),
        elk: text.includes('org.eclipse.elk.alg'),
      }).toEqual({
        file,
        monaco: false,
        elk: false,
      });
    }
  });

  test('the page names no address outside its own origin', () => {
    const page = readFileSync(`${dist}index.html`, 'utf8');
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});
