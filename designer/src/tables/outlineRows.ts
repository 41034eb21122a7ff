import { nearestStages } from '@reglament/drawing';
import type { I18n } from '@reglament/i18n';
import { branchEnd, branchesOf, type Regulation, type Slug, stageOf, type Text } from '@reglament/regulation';
import { factsOfStage } from '../canvas/sentence.ts';
import { noteKey } from '../document/keys.ts';
import { noteTitle } from '../document/noteTitle.ts';
import { outcomesWithWays, outcomeWords } from '../document/outcomes.ts';
import { keyOf, stageRows } from './stageRows.ts';

type Say = (text: Text) => string;

/** A line of the outline: a stage, a branch of a block, a way out of a stage, or a note. */
export type OutlineRow = {
  readonly key: string;
  /** 1 at the root */
  readonly level: number;
  /** the key of the line that holds this one */
  readonly holder: string | null;
  /** how the line begins: the name of the stage, of the branch, the outcome with its rule */
  readonly head: string;
  /** how it goes on: who and when, where it leads */
  readonly tail: string;
  /** what a search looks through */
  readonly said: string;
} & (
  | { readonly of: 'stage'; readonly id: Slug }
  | { readonly of: 'branch'; readonly block: Slug; readonly branch: Slug }
  | { readonly of: 'note'; readonly id: Slug }
  | {
      readonly of: 'way';
      readonly id: Slug;
      readonly outcome: Slug;
      /** none yet: the outcome leads nowhere */
      readonly transition?: Slug;
      readonly alternative?: Slug;
      readonly to?: Slug;
    }
);

/**
 * The regulation as a tree of sentences: every stage, under it its ways out in their order with rule, target and whom the
 * next round asks, under a block its branches with their stages; last the notes, each beside the stage it lies near. All that
 * the drawing shows is said here. Pure.
 */
export function outlineRows(regulation: Regulation, i18n: I18n, say: Say): readonly OutlineRow[] {
  return [...rowsOfStages(regulation, i18n, say), ...rowsOfNotes(regulation, i18n, say)];
}

function rowsOfNotes(regulation: Regulation, i18n: I18n, say: Say): readonly OutlineRow[] {
  const near = nearestStages(regulation);
  return Object.entries(regulation.notes ?? {}).map(([id, { text }]): OutlineRow => {
    const stage = stageOf(regulation, near(id) ?? '');
    const words = say(text).trim();
    const head = noteTitle(words);
    const rest = head === words ? '' : words;
    const beside = stage ? i18n.t('designer.noteNear', { title: say(stage.title) }) : '';
    const tail = [beside, rest].filter(Boolean).join('; ');
    return {
      of: 'note',
      key: noteKey(id),
      level: 1,
      holder: null,
      id,
      head,
      tail,
      said: `${i18n.t('designer.note')} ${words}`,
    };
  });
}

function rowsOfStages(regulation: Regulation, i18n: I18n, say: Say): readonly OutlineRow[] {
  return stageRows(regulation).flatMap((row): readonly OutlineRow[] => {
    const level = row.depth + 1;
    if (row.of === 'branch') {
      const block = stageOf(regulation, row.block);
      const branch = block && branchesOf(block).find(([key]) => key === row.branch)?.[1];
      const rule = branch?.when === undefined ? undefined : regulation.rules[branch.when];
      const head = i18n.t('designer.out.branch', { title: say(row.title) });
      const tail = rule ? i18n.t('methodologist.when', { rule: say(rule.title) }) : '';
      return [
        {
          of: 'branch',
          key: keyOf(row),
          level,
          holder: row.holder,
          block: row.block,
          branch: row.branch,
          head,
          tail,
          said: `${head} ${tail}`,
        },
      ];
    }
    const { id } = row;
    const stage = stageOf(regulation, id)!;
    const begins = regulation.start === id ? [i18n.t('designer.out.begins')] : [];
    const notes = stage.notes ? [say(stage.notes)] : [];
    const tail = [...factsOfStage(regulation, id, i18n), ...begins, ...notes].join(', ');
    return [
      {
        of: 'stage',
        key: id,
        level,
        holder: row.holder,
        id,
        head: say(stage.title),
        tail,
        said: `${i18n.t(`methodologist.kind.${stage.kind}`)} ${say(stage.title)} ${tail}`,
      },
      ...waysOut(regulation, id, i18n, say).map((way) => ({ ...way, level: level + 1, holder: id })),
    ];
  });
}

function waysOut(
  regulation: Regulation,
  id: Slug,
  i18n: I18n,
  say: Say,
): readonly Omit<Extract<OutlineRow, { of: 'way' }>, 'level' | 'holder'>[] {
  return outcomesWithWays(regulation, id).flatMap((outcome) => {
    const name = outcomeWords(outcome, i18n, say);
    const key = outcome.transition;
    const transition = key === undefined ? undefined : regulation.transitions[key];
    if (key === undefined || !transition) {
      const tail = i18n.t('designer.out.nowhere');
      return [
        {
          of: 'way' as const,
          key: `${id} ${outcome.id}`,
          id,
          outcome: outcome.id,
          head: name,
          tail,
          said: `${name} ${tail}`,
        },
      ];
    }
    return transition.order.flatMap((alternative, index) => {
      const way = transition.alternatives[alternative];
      if (!way) return [];
      const rule = way.rule === undefined ? undefined : regulation.rules[way.rule];
      const last = transition.order.length > 1 && index === transition.order.length - 1;
      const when = rule
        ? i18n.t('methodologist.when', { rule: say(rule.title) })
        : last
          ? i18n.t('methodologist.otherwise')
          : '';
      const target = stageOf(regulation, way.to);
      const to = target
        ? say(target.title)
        : way.to === branchEnd
          ? i18n.t('methodologist.branchEnd')
          : way.to;
      const more = [
        ...(way.policy === undefined ? [] : [i18n.t(`methodologist.policy.${way.policy}`)]),
        ...(way.cycle ? [i18n.t('designer.out.cycle')] : []),
      ];
      const head = [name, when].filter(Boolean).join(', ');
      return [
        {
          of: 'way' as const,
          key: `${id} ${outcome.id} ${alternative}`,
          id,
          outcome: outcome.id,
          transition: key,
          alternative,
          to: way.to,
          head,
          tail: [to, ...more].join('; '),
          said: [head, to, ...more].join(' '),
        },
      ];
    });
  });
}
