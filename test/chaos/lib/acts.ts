import { currentVersion, type Instance, type Task } from '@reglament/engine';
import type { Card, CardValue, ScenarioStep, Slug } from '@reglament/regulation';
import { employeeOf } from '../../../packages/engine/src/driver/scenario-staff.ts';
import { tasks } from '../../../runtime/src/storage/collections.ts';
import type { View } from './site.ts';
import type { Story } from './story.ts';

/** One request that a person's client makes, and makes again, the very same, until it is answered. */
export interface Request {
  readonly who: string;
  readonly method: 'POST' | 'PUT';
  readonly url: string;
  readonly payload?: object;
  /** A file to bring in instead of a payload. */
  readonly file?: { readonly name: string; readonly content: string };
  /** Absent where the route has no keys: then a repeated saving may be told that it was done. */
  readonly key?: string;
}

/** A moment of the story: timers due by then fire, then somebody may ask for something. */
export interface Act {
  readonly fireToMs: number;
  readonly atMs: number;
  /** Reads what the person sees and makes the request of it; null when there is nothing to ask. */
  readonly prepare?: (view: View) => Promise<Request | null>;
}

type Decide = ScenarioStep & { readonly do: 'decide' };

export const password = 'a-password-of-the-story';

/** The scenario as the requests of its people's clients, with keys. */
export function actsOf(story: Story): readonly Act[] {
  const { scenario, time, staff } = story;
  const acts: Act[] = [];
  let files = 0;
  const add = (atMs: number, fireToMs: number, prepare?: Act['prepare']) => {
    acts.push({ atMs, fireToMs, ...(prepare ? { prepare } : {}) });
    return acts.length - 1;
  };
  const key = () => ({ key: `key-of-act-${acts.length}` });
  const upload = (atMs: number, fireToMs: number, member: string) => {
    files += 1;
    const file = { name: `document.pdf`, content: `%PDF-1.7 ${files}` };
    return add(atMs, fireToMs, async () => ({
      who: employeeOf(member),
      method: 'POST',
      url: '/api/v1/files',
      file,
    }));
  };

  const startMs = time.msOf(scenario.startAt);
  const author = employeeOf(scenario.initiator);
  const uploaded = upload(startMs, startMs, scenario.initiator);
  const { key: creating } = key();
  const draft = add(startMs, startMs, async () => ({
    who: author,
    method: 'POST',
    url: '/api/v1/drafts',
    payload: { regulation: story.regulation.id },
    key: creating,
  }));
  add(startMs, startMs, async ({ answer }) => ({
    who: author,
    method: 'PUT',
    url: `/api/v1/drafts/${answer(draft)['id']}`,
    payload: {
      revision: 1,
      card: cardOf(story, scenario.card),
      files: [answer(uploaded)],
      chosen: mapValues(scenario.chosen ?? {}, (members) => members.map((one) => mainPost(story, one))),
    },
  }));
  const { key: sending } = key();
  const sent = add(startMs, startMs, async ({ answer }) => ({
    who: author,
    method: 'POST',
    url: `/api/v1/drafts/${answer(draft)['id']}/send`,
    payload: { revision: 2, regulationVersion: 1 },
    key: sending,
  }));

  for (const step of scenario.steps) {
    const atMs = time.msOf(step.at);
    if (step.do === 'runClock') {
      add(atMs, atMs);
      continue;
    }
    if (step.do !== 'decide') {
      const { key: stopping } = key();
      add(atMs, atMs - 1, async ({ answer }) => ({
        who: employeeOf(step.by),
        method: 'POST',
        url: `/api/v1/documents/${answer(sent)['document']}/${step.do}`,
        payload: { reason: step.reason },
        key: stopping,
      }));
      continue;
    }
    const found = (instance: Instance) => taskOf(story, step, instance, atMs);
    const brought = step.files === true ? upload(atMs, atMs - 1, step.by) : null;
    const edits = step.card !== undefined || brought !== null;
    if (edits) {
      add(atMs, atMs - 1, async ({ answer, instance, read }) => {
        const state = await instance();
        const who = employeeOf(step.by);
        const url = `/api/v1/tasks/${found(state).id}/working-copy`;
        const copy = await read(who, url);
        return {
          who,
          method: 'PUT',
          url,
          payload: {
            revision: copy['revision'],
            card: changedCard(story, currentVersion(state).card, step.card ?? {}),
            files: brought === null ? copy['files'] : [answer(brought)],
          },
        };
      });
    }
    const { key: taking } = key();
    add(atMs, atMs - 1, async ({ instance, store }) => {
      const task = found(await instance());
      if (task.positions.length < 2) return null;
      const row = await store.get(tasks, task.id);
      return {
        who: employeeOf(step.by),
        method: 'POST',
        url: `/api/v1/tasks/${task.id}/take`,
        payload: { revision: row?.rev },
        key: taking,
      };
    });
    const { key: deciding } = key();
    add(atMs, atMs - 1, async ({ instance, store, read }) => {
      const state = await instance();
      const task = found(state);
      const row = await store.get(tasks, task.id);
      const who = employeeOf(step.by);
      const url = `/api/v1/tasks/${task.id}`;
      const copy = edits ? await read(who, `${url}/working-copy`) : null;
      return {
        who,
        method: 'POST',
        url: `${url}/decision`,
        payload: {
          ...decisionOf(story, step, state),
          revision: row?.rev,
          digest: row?.digest,
          ...(copy ? { workingCopy: copy['revision'] } : {}),
        },
        key: deciding,
      };
    });
  }
  // Nobody of the staff may stand outside the story.
  if (staff.postsOf(scenario.initiator).length === 0) throw new Error(`${story.name} has no author`);
  return acts;
}

function decisionOf({ regulation }: Story, step: Decide, instance: Instance): object {
  const stage = regulation.stages[step.stage];
  const forward =
    stage?.kind === 'task' &&
    stage.settings.rework === true &&
    stage.settings.outcomes[step.outcome]?.tone === 'forward';
  const changed = step.card !== undefined || step.files === true;
  const answers = instance.remarks
    .filter(({ status }) => status === 'open')
    .map(({ id }) => ({
      remark: id,
      disposition: changed ? 'accepted' : 'declined',
      ...(step.text === undefined ? {} : { text: step.text }),
    }));
  return {
    outcome: stage?.kind === 'approval' && step.outcome === 'refused' ? 'rejected' : step.outcome,
    ...(step.text === undefined ? {} : { text: step.text }),
    ...(step.remarks === undefined ? {} : { remarks: step.remarks.map((text) => ({ text })) }),
    ...(step.form === undefined ? {} : { form: step.form }),
    ...(forward ? { answers } : {}),
    ...(stage?.kind === 'signing' && step.outcome === 'signed' ? { password } : {}),
  };
}

/** The member's task: one that waits for him before one decided by silence. */
function taskOf({ staff, name }: Story, step: Decide, instance: Instance, atMs: number): Task {
  const employee = employeeOf(step.by);
  const { directory } = staff;
  const his = Object.values(instance.tasks).filter(
    (task) =>
      task.stage === step.stage &&
      task.positions.some(
        (post) =>
          directory.position(post)?.holder === employee ||
          directory.acting(post, atMs)?.employee === employee,
      ),
  );
  const task = his.find(({ lapsed }) => !lapsed) ?? his[0];
  if (!task) throw new Error(`${name}: nothing lies with ${step.by} at ${step.stage}`);
  return task;
}

const mainPost = ({ staff }: Story, member: Slug) => staff.postsOf(member)[0] ?? member;

/** Members named in fields of posts become their posts. */
function cardOf(story: Story, card: Readonly<Record<Slug, CardValue>>): Card {
  return mapValues(card, (value, field) =>
    story.regulation.fields[field]?.type === 'posts' && Array.isArray(value)
      ? value.map((one) => mainPost(story, one))
      : value,
  );
}

function changedCard(story: Story, before: Card, changes: Readonly<Record<Slug, CardValue | null>>): Card {
  const given = Object.entries(changes).filter((entry): entry is [Slug, CardValue] => entry[1] !== null);
  const kept = Object.entries(before).filter(([field]) => !Object.hasOwn(changes, field));
  return { ...Object.fromEntries(kept), ...cardOf(story, Object.fromEntries(given)) };
}

function mapValues<V, W>(
  map: Readonly<Record<string, V>>,
  change: (value: V, key: string) => W,
): Record<string, W> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, key)]));
}
