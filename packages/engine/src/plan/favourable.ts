import { type Card, type CardValue, type Field, outcomesOf } from '@reglament/regulation';
import type { Command } from '../model/command.ts';
import type { Actor, Instance, Task } from '../model/instance.ts';
import type { StepContext } from '../model/step.ts';
import { currentVersion, stageOf } from '../state.ts';

/** What a plan supposes of a task: its first forward outcome, with all that the outcome asks for. `null` has none. */
export function favourableDecision(instance: Instance, task: Task, context: StepContext): Command | null {
  const stage = stageOf(context.regulation, task.stage);
  const outcome = outcomesOf(stage).find(({ tone }) => tone === 'forward')?.id;
  const position = task.takenBy?.position ?? task.positions[0];
  if (outcome === undefined || position === undefined) return null;
  const by: Actor = task.takenBy ?? {
    employee: context.directory.acting(position, context.nowMs)?.employee ?? '',
    position,
  };
  const { digest } = currentVersion(instance);
  const decision = { type: 'decide', task: task.id, by, outcome, digest } as const;
  const today = context.directory.organisationCalendar(instance.organisation).dayOf(context.nowMs);
  switch (stage.kind) {
    case 'signing':
      return { ...decision, signature: { kind: 'simple', digest } };
    case 'registration':
      return instance.registration === undefined
        ? { ...decision, registration: { number: '', sequence: 0, date: today } }
        : decision;
    case 'task': {
      const { form, rework } = stage.settings;
      return {
        ...decision,
        ...(form === undefined ? {} : { form: filledForm(form, today) }),
        ...(rework === true ? { answers: answersTo(instance) } : {}),
      };
    }
    default:
      return decision;
  }
}

function answersTo(instance: Instance) {
  return instance.remarks
    .filter(({ status }) => status === 'open')
    .map(({ id }) => ({ remark: id, disposition: 'accepted' as const, text: '-' }));
}

/** A form that passes, for a decision that is never kept. */
function filledForm(form: Readonly<Record<string, Field>>, today: string): Card {
  const required = Object.entries(form).filter(([, field]) => field.required === true);
  return Object.fromEntries(required.map(([id, field]) => [id, anyValue(field, today)]));
}

function anyValue(field: Field, today: string): CardValue {
  switch (field.type) {
    case 'text':
    case 'longText':
      return '-';
    case 'number':
      return 0;
    case 'money':
      return { amount: 0, currency: 'RUB' };
    case 'date':
      return today;
    case 'flag':
      return true;
    case 'choice':
      return Object.keys(field.options ?? {})[0] ?? '-';
    case 'party':
      return { name: '-', inn: '7707083893' };
    case 'posts':
      return [];
    case 'link':
      return 'https://example.org/';
  }
}
