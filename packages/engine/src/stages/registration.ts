import { oneStep, problem, type StageReducer, whenAllDecided } from './stage-reducer.ts';

export const registrationReducer: StageReducer<'registration'> = {
  kind: 'registration',
  steps: (settings) => oneStep([settings.performer]),
  decision: (_settings, { outcome }) => {
    switch (outcome) {
      case 'registered':
        return { outcome, tone: 'forward' };
      case 'returned':
        return { outcome, tone: 'return', needs: 'text' };
      default:
        return null;
    }
  },
  check: (_settings, shape, { form, registration }, { instance }) => {
    if (form !== undefined) return problem('form-invalid');
    if (shape.tone !== 'forward') return registration === undefined ? null : problem('registration-required');
    // A number once given stays the document's: none is taken for it again.
    const given = instance.registration;
    const fits = given === undefined ? registration !== undefined : registration === undefined;
    return fits
      ? null
      : problem('registration-required', given === undefined ? {} : { number: given.number });
  },
  progress: (_settings, slots) => whenAllDecided(slots),
  again: () => 'never',
};
