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
    const answered = new Set((command.answers ?? []).map(({ remark }) => remark));
    const open = instance.remarks.filter((remark) => remark.status === 'open');
    const left = open.filter((remark) => !answered.has(remark.id));
    const strange = answered.size + left.length !== open.length;
    return left.length > 0 || strange ? problem('answers-missing', { count: left.length }) : null;
  },
  progress: (_settings, slots) => whenAllDecided(slots),
  again: (settings) => (settings.rework === true ? 'never' : settings.again),
};
