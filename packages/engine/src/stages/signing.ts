import { oneStep, problem, type StageReducer, whenAllDecided } from './stage-reducer.ts';

export const signingReducer: StageReducer<'signing'> = {
  kind: 'signing',
  steps: (settings) => oneStep([settings.signer]),
  decision: (_settings, { outcome }) => {
    switch (outcome) {
      case 'signed':
        return { outcome, tone: 'forward' };
      case 'returned':
        return { outcome, tone: 'return', needs: 'text' };
      case 'annulled':
        return { outcome, tone: 'annul', needs: 'text' };
      default:
        return null;
    }
  },
  check: (_settings, shape, command) => {
    if (command.form !== undefined) return problem('form-invalid');
    // A signature is put under the very version that was decided on.
    const wellSigned =
      shape.tone === 'forward'
        ? command.signature?.digest === command.digest
        : command.signature === undefined;
    return wellSigned ? null : problem('signature-required');
  },
  progress: (_settings, slots) => whenAllDecided(slots),
  again: () => 'signature',
};
