import type { I18n } from '@reglament/i18n';
import { type Regulation, type Slug, stageOf, type Text } from '@reglament/regulation';
import { outcomesWithWays } from '../document/outcomes.ts';
import type { Selection } from '../document/selection.ts';
import type { EditorStore } from '../document/store.ts';
import { wayInWords } from './sentence.ts';

/** One alternative of a transition, as it is chosen. */
export type Way = Extract<Selection, { of: 'way' }>;

/** Which ways of a stage: those that leave it, or those that lead to it. */
export type WaySide = 'out' | 'in';

/**
 * Ways of a stage: out of it in the order of its outcomes and their alternatives, into it in the order of the stages that
 * they come from. Pure.
 */
export function waysOf(regulation: Regulation, stage: Slug, side: WaySide): readonly Way[] {
  const sources = side === 'out' ? [stage] : regulation.stageOrder;
  return sources.flatMap((source) =>
    outcomesWithWays(regulation, source).flatMap(({ transition }) => {
      const one = transition === undefined ? undefined : regulation.transitions[transition];
      if (transition === undefined || !one) return [];
      return one.order
        .filter((alternative) => side === 'out' || one.alternatives[alternative]?.to === stage)
        .map((alternative): Way => ({ of: 'way', transition, alternative }));
    }),
  );
}

/** The stage at the other end of a way; from the end of a branch, its block. Undefined where it leads nowhere. Pure. */
export function farEnd(
  regulation: Regulation,
  { transition, alternative }: Way,
  from: string | null,
): Slug | undefined {
  const one = regulation.transitions[transition];
  const to = one?.alternatives[alternative]?.to;
  if (!one || to === undefined) return undefined;
  if (to === from && one.from !== from) return one.from;
  return stageOf(regulation, to) ? to : stageOf(regulation, one.from)?.parent?.block;
}

/** Chooses the next way of the stage where the keyboard stands, from the last the first again, and says which it is. */
export function walkWays(store: EditorStore, side: WaySide, i18n: I18n, say: (text: Text) => string): void {
  const { current, regulation, selection, select, say: announce } = store.getState();
  if (current === null || !stageOf(regulation, current)) return;
  const ways = waysOf(regulation, current, side);
  const at = ways.findIndex(
    ({ transition, alternative }) =>
      selection.of === 'way' && selection.transition === transition && selection.alternative === alternative,
  );
  const next = ways[(at + 1) % ways.length];
  if (!next) {
    announce(i18n.t(`designer.noWays.${side}`));
    return;
  }
  select(next);
  const { words, from } = wayInWords(regulation, next.transition, next.alternative, i18n, say);
  announce(
    i18n.t(`designer.wayAt.${side}`, { number: ways.indexOf(next) + 1, all: ways.length, from, words }),
  );
}
