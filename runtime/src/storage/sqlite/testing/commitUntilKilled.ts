import { type CommitResult, insert } from '@reglament/storage';
import { buildTask, contractSchema, tasks } from '@reglament/storage/contract/schema';
import { openSqliteStore } from '../sqliteStore.ts';

/** A process that writes until it is killed, and says the id of each task that was acknowledged: for tests of crashes. */
const [dir = '', abortAt = '', when = ''] = process.argv.slice(2);
const store = await openSqliteStore(dir, contractSchema, {
  fault: (point, commit) => {
    if (point === when && commit === Number(abortAt)) process.kill(process.pid, 'SIGKILL');
  },
});
process.stdout.write('open\n');
for (let n = 0; ; n++) {
  const batch = Array.from({ length: 8 }, async (_, k): Promise<CommitResult> => {
    const id = `${n}-${k}`;
    const done = await store.commit([insert(tasks, buildTask(id)), insert(tasks, buildTask(`${id}-twin`))]);
    process.stdout.write(`${id}\n`);
    return done;
  });
  await Promise.all(batch);
}
