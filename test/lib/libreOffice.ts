import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where LibreOffice is on this machine; undefined where it is not. */
export function findLibreOffice(): string | undefined {
  for (const name of ['soffice', 'libreoffice']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {
      // not this name
    }
  }
  return undefined;
}

/**
 * What LibreOffice makes of a file, as text.
 *
 * @param office - see {@link findLibreOffice}
 * @param extension - of the file, without a dot
 * @param to - the wanted form as its command line names it: `svg`, `txt:Text (encoded):UTF8`
 */
export function openInLibreOffice(
  office: string,
  content: string | Uint8Array,
  extension: string,
  to: string,
): string {
  const folder = mkdtempSync(join(tmpdir(), 'office-'));
  try {
    const path = join(folder, `file.${extension}`);
    writeFileSync(path, content);
    const made = join(folder, 'made');
    execFileSync(office, ['--headless', '--convert-to', to, '--outdir', made, path], {
      // A profile of its own: two at once would wait for each other.
      env: { ...process.env, HOME: folder },
      stdio: 'ignore',
      timeout: 120_000,
    });
    return readFileSync(join(made, `file.${to.split(':')[0]}`), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
