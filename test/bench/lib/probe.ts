import { closeSync, fdatasyncSync, mkdtempSync, openSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quantile } from './baseline.ts';
import { ask } from './http.ts';

/** 4 KB appended and synced, one after another: how the disk stands just now, a second. */
export function probeDisk(times = 300): number {
  const file = openSync(join(mkdtempSync(join(tmpdir(), 'reglament-probe-')), 'probe'), 'w');
  const page = Buffer.alloc(4096);
  const start = performance.now();
  for (let n = 0; n < times; n += 1) {
    writeSync(file, page);
    fdatasyncSync(file);
  }
  closeSync(file);
  return times / ((performance.now() - start) / 1000);
}

/** p50 of a bare HTTP answer through the same client, milliseconds. */
export async function bareHttp(count = 500): Promise<number> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end('{"ok":true}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const start = performance.now();
    await ask(origin, 'POST', '/', {}, { filler: 'x'.repeat(300) });
    times.push(performance.now() - start);
  }
  server.closeAllConnections();
  server.close();
  return quantile(times, 0.5);
}
