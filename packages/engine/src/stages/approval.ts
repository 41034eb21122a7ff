import type { ApprovalSettings } from '@reglament/regulation';
import { type Progress, problem, type SlotView, type StageReducer } from './stage-reducer.ts';

/** What an approver says; the visit then ends as `approved` or `refused`. */
export const approvalDecisions = ['approved', 'approvedWithRemarks', 'rejected'] as const;

export const approvalReducer: StageReducer<'approval'> = {
  kind: 'approval',
  steps: (settings) =>
    settings.stepOrder.flatMap((id) => {
      const step = settings.steps[id];
      return step === undefined ? [] : [{ id, mode: step.mode, participants: step.participants }];
    }),
  decision: (_settings, { outcome, remarks }) => {
    switch (outcome) {
      case 'approved':
        // A yes with remarks is a yes with remarks, whatever it was called.
        return { outcome: (remarks ?? []).length > 0 ? 'approvedWithRemarks' : 'approved', tone: 'forward' };
      case 'approvedWithRemarks':
        return { outcome, tone: 'forward', needs: 'textOrRemark' };
      case 'rejected':
        return { outcome, tone: 'return', needs: 'textOrRemark' };
      default:
        return null;
    }
  },
  check: (_settings, _shape, command) => (command.form === undefined ? null : problem('form-invalid')),
  progress,
  again: (settings) => settings.again,
};

/**
 * Steps in order. A parallel step is complete when all its slots have decided, its refusals collected; a sequential one
 * asks the next after the one before and ends at the first refusal. Late decisions in an earlier step count too.
 */
function progress(settings: ApprovalSettings, slots: readonly SlotView[], step: number): Progress {
  const stepId = settings.stepOrder[step];
  const own = slots.filter(({ slot }) => slot.step === stepId);
  const refused = slots.some(({ decision }) => decision?.tone === 'return');
  const sequential = stepId !== undefined && settings.steps[stepId]?.mode === 'sequential';
  if (sequential && refused) return { do: 'close', outcome: 'refused' };

  const undecided = own
    .map(({ slot }) => slot)
    .filter(({ status }) => status !== 'decided' && status !== 'kept');
  if (undecided.length > 0) {
    const turn = sequential ? undecided.slice(0, 1) : undecided;
    const toAsk = turn.filter(({ status }) => status === 'waiting');
    return toAsk.length === 0 ? { do: 'wait' } : { do: 'ask', slots: toAsk };
  }
  if (refused) return { do: 'close', outcome: 'refused' };
  return step + 1 < settings.stepOrder.length
    ? { do: 'reachStep', step: step + 1 }
    : { do: 'close', outcome: 'approved' };
}
