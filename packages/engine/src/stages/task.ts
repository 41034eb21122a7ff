import { wrongFormField } from './form.ts';
import { oneStep, problem, type StageReducer, whenAllDecided } from './stage-reducer.ts';

export const taskReducer: StageReducer<'task'> = {
  kind: 'task',
  steps: (settings) => oneStep([settings.performer]),
  decision: (settings, { outcome }) => {
    if (!Object.hasOwn(settings.outcomes, outcome)) return null;
    const tone = settings.outcomes[outcome]?.tone;
    if (tone === undefined) return null;
    return tone === 'forward' ? { outcome, tone } : { outcome, tone, needs: 'text' };
  },
  check: (settings, shape, command, { instance }) => {
    // A form and answers to remarks are what the work comes to; a refusal of it brings neither.
    if (shape.tone !== 'forward') return command.form === undefined ? null : problem('form-invalid');
    const field = wrongFormField(settings.form ?? {}, command.form ?? {});
    if (field !== null) return problem('form-invalid', { field });
    if (settings.rework !== true) return null;
    // Exactly one answer to each open remark, and none to anything else.
    const open = new Set(instance.remarks.flatMap(({ id, status }) => (status === 'open' ? [id] : [])));
    const count = open.size;
    const answers = command.answers ?? [];
    const fits = answers.every(({ remark }) => open.delete(remark)) && open.size === 0;
    return fits ? null : problem('answers-missing', { open: count, left: open.size });
  },
  progress: (_settings, slots) => whenAllDecided(slots),
  again: (settings) => (settings.rework === true ? 'never' : settings.again),
};
