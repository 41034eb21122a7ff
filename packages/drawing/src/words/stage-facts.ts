import type { I18n, MessageKey } from '@reglament/i18n';
import {
  type Deadline,
  type Duration,
  deadlineOf,
  type Evidence,
  outcomesOf,
  participantsOf,
  type Regulation,
  type Stage,
  stageOf,
  type Text,
} from '@reglament/regulation';

export type Say = (text: Text) => string;

/** One way out of a stage: by which outcome, under which rule, where to. */
export interface WayOut {
  readonly key: string;
  readonly outcome: string;
  readonly tone: 'forward' | 'return' | 'annul';
  readonly rule: string | null;
  /** the last of several: when no rule held */
  readonly otherwise: boolean;
  readonly to: string;
  readonly toTitle: string;
  readonly policy: 'R1' | 'R2' | 'R5' | null;
}

/** «3 раб. дня», «день в день»; unit and count by the catalogue. Pure. */
export function durationWords({ amount, unit }: Duration, i18n: I18n): string {
  if (amount === 0) return i18n.t('methodologist.sameDay');
  return i18n.t(`methodologist.unit.${unit}`, { count: amount });
}

/** What happens by silence, in the order of time. Pure. */
export function lapseWords(deadline: Deadline, i18n: I18n): string[] {
  return deadline.onLapse.map((action) => {
    switch (action.do) {
      case 'remind':
        return action.before
          ? i18n.t('methodologist.lapse.remindBefore', { span: durationWords(action.before, i18n) })
          : i18n.t('methodologist.lapse.remind');
      case 'escalate':
        return action.after.amount === 0
          ? i18n.t('methodologist.lapse.escalateAtOnce')
          : i18n.t('methodologist.lapse.escalate', { span: durationWords(action.after, i18n) });
      default:
        return i18n.t(`methodologist.lapse.${action.do}`);
    }
  });
}

export function hasAutoVisa(deadline: Deadline | undefined): boolean {
  return deadline?.onLapse.some((action) => action.do === 'autoVisa') ?? false;
}

/** The deadline of a stage's tasks. */
export function deadlineIn(regulation: Regulation, stage: Stage): Deadline | undefined {
  const id = deadlineOf(stage);
  return id === undefined ? undefined : regulation.deadlines[id];
}

/** Whom a stage asks, by the titles of its participants. Pure. */
export function whoWords(regulation: Regulation, stage: Stage, say: Say): string {
  return participantsOf(stage)
    .map((id) => {
      const participant = regulation.participants[id];
      return participant ? say(participant.title) : id;
    })
    .join(', ');
}

/** Every way out of a stage, in the order in which it is tried. Pure. */
export function waysOut(regulation: Regulation, id: string, say: Say, i18n: I18n): WayOut[] {
  const stage = stageOf(regulation, id);
  if (!stage) return [];
  const outcomes = outcomesOf(stage);
  return Object.entries(regulation.transitions)
    .filter(([, { from }]) => from === id)
    .sort(([, a], [, b]) => place(outcomes, a.outcome) - place(outcomes, b.outcome))
    .flatMap(([transition, { outcome, alternatives, order }]) =>
      order.flatMap((alternative, index): WayOut[] => {
        const way = alternatives[alternative];
        if (!way) return [];
        const known = outcomes.find((one) => one.id === outcome);
        const said = `outcomes.said.${outcome}`;
        const target = stageOf(regulation, way.to);
        const rule = way.rule === undefined ? undefined : regulation.rules[way.rule];
        return [
          {
            key: `${transition} ${alternative}`,
            outcome: known?.title
              ? say(known.title)
              : i18n.has(said)
                ? i18n.t(said)
                : i18n.t('methodologist.chosen'),
            tone: known?.tone ?? 'forward',
            rule: rule ? say(rule.title) : null,
            otherwise: order.length > 1 && index === order.length - 1,
            to: way.to,
            toTitle: target ? say(target.title) : i18n.t('methodologist.branchEnd'),
            policy: way.policy ?? (known?.tone === 'return' ? 'R1' : null),
          },
        ];
      }),
    );
}

function place(outcomes: readonly { readonly id: string }[], id: string): number {
  const at = outcomes.findIndex((one) => one.id === id);
  return at < 0 ? outcomes.length : at;
}

/** Stages of the main way or of a branch as they are read: the way itself, its end, then rework and the other ends. Pure. */
export function stagesOf(regulation: Regulation, parent?: { block: string; branch: string }): string[] {
  const mine = regulation.stageOrder.filter((id) => {
    const at = stageOf(regulation, id)?.parent;
    return parent ? at?.block === parent.block && at.branch === parent.branch : at === undefined;
  });
  const rank = (id: string): number => {
    const stage = stageOf(regulation, id);
    if (stage?.kind === 'end') return stage.settings.as === 'completed' ? 1 : 3;
    return stage?.kind === 'task' && stage.settings.rework ? 2 : 0;
  };
  return mine.toSorted((a, b) => rank(a) - rank(b));
}

/** Whether what is asked again in a new round, and how; null where a stage is not asked again. */
export function againWords(stage: Stage, i18n: I18n): string | null {
  const again = 'again' in stage.settings ? stage.settings.again : undefined;
  return again === undefined ? null : i18n.t(`methodologist.again.${again}`);
}

/** Kind and nature of a stage: «согласование: правовая, антикоррупционная». */
export function kindWords(stage: Stage, i18n: I18n): string {
  const kind = i18n.t(`methodologist.kind.${stage.kind}`);
  const nature = (stage.nature ?? []).map((one) => i18n.t(`methodologist.nature.${one}`));
  return nature.length > 0 ? `${kind}: ${nature.join(', ')}` : kind;
}

/** The evidence of a fact as its tag in words and its basis. */
export function evidenceWords(evidence: Evidence, say: Say, i18n: I18n): { tag: string; basis: string } {
  const key: MessageKey = `methodologist.tag.${evidence.tag}`;
  return { tag: i18n.t(key), basis: evidence.basis ? say(evidence.basis) : '' };
}
