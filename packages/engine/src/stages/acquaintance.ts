import { oneStep, problem, type StageReducer, whenAllDecided } from './stage-reducer.ts';

export const acquaintanceReducer: StageReducer<'acquaintance'> = {
  kind: 'acquaintance',
  steps: (settings) => oneStep(settings.participants),
  decision: (_settings, { outcome }) => (outcome === 'done' ? { outcome, tone: 'forward' } : null),
  check: (_settings, _shape, command) => (command.form === undefined ? null : problem('form-invalid')),
  progress: (_settings, slots) => whenAllDecided(slots),
  again: () => 'never',
};
