import { parentPort, workerData } from 'node:worker_threads';
import { StoreError } from '@reglament/storage';
import { BatchWriter } from './batchWriter.ts';
import type { Failure, FromWriter, ToWriter, WriterData } from './messages.ts';
import { storeErrorOf } from './sqliteErrors.ts';

/** After so long without a commit the log is brought into the file. */
const PAUSE_MS = 20;

/**
 * The worker thread of the writer, so that no flush stops the event loop. It answers each message in its order, and
 * brings the log into the file when nothing has come for a while, or when the log is long.
 */
const port = parentPort;
if (!port) throw new Error('The writer runs only as a worker thread');
const answer = (message: FromWriter) => port.postMessage(message);

/** An error that is not the disk's is ours: it ends the thread, and the store with it. */
function failureOf(cause: unknown): Failure {
  const error = storeErrorOf(cause);
  if (error instanceof StoreError) return { code: error.code, message: error.message };
  throw error;
}

function serve(writer: BatchWriter): void {
  let pause: NodeJS.Timeout | undefined;
  const handle = (message: ToWriter) => {
    switch (message.kind) {
      case 'batch':
        answer({ kind: 'done', outcomes: writer.write(message.commits) });
        break;
      case 'trim':
        writer.trim(message.keep);
        answer({ kind: 'trimmed', floor: writer.floor });
        break;
      case 'close':
        writer.close();
        answer({ kind: 'closed' });
        port?.close();
        return;
    }
    if (writer.logIsLong) writer.checkpoint();
  };
  port?.on('message', (message: ToWriter) => {
    clearTimeout(pause);
    try {
      handle(message);
    } catch (error) {
      answer({ kind: 'failed', failure: failureOf(error) });
    }
    if (message.kind !== 'close' && writer.hasLog) pause = setTimeout(() => writer.checkpoint(), PAUSE_MS);
  });
}

try {
  const { path, schema } = workerData as WriterData;
  const writer = new BatchWriter(path, schema);
  serve(writer);
  answer({ kind: 'opened', epoch: writer.epoch, seq: writer.seq, floor: writer.floor });
} catch (error) {
  answer({ kind: 'refused', failure: failureOf(error) });
  port.close();
}
