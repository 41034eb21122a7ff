import type { MessageKey } from '@reglament/i18n';
import { type StageKind, stageKinds } from '@reglament/regulation';

/** Groups of the palette, in their order. */
export const kindGroups = ['decisions', 'work', 'records', 'flow'] as const;
export type KindGroup = (typeof kindGroups)[number];

/** The parts of the inspector that a kind has, in their order. */
export type InspectorPart =
  | 'performer'
  | 'steps'
  | 'readers'
  | 'signer'
  | 'register'
  | 'term'
  | 'silence'
  | 'again'
  | 'outcomes'
  | 'edits'
  | 'form'
  | 'branches'
  | 'waitAgain'
  | 'endAs';

/** The view facet of a stage kind, beside its model and its reducer. */
export interface StageView {
  readonly group: KindGroup;
  readonly parts: readonly InspectorPart[];
}

export const stageViews: { readonly [K in StageKind]: StageView } = {
  approval: { group: 'decisions', parts: ['steps', 'term', 'silence', 'again'] },
  signing: { group: 'decisions', parts: ['signer', 'term', 'silence'] },
  task: { group: 'work', parts: ['performer', 'term', 'silence', 'outcomes', 'again', 'edits', 'form'] },
  registration: { group: 'records', parts: ['performer', 'register', 'term', 'silence'] },
  acquaintance: { group: 'records', parts: ['readers', 'term', 'silence'] },
  choice: { group: 'flow', parts: [] },
  parallel: { group: 'flow', parts: ['branches'] },
  wait: { group: 'flow', parts: ['term', 'waitAgain'] },
  end: { group: 'flow', parts: ['endAs'] },
};

export const titleOfKind = (kind: StageKind): MessageKey => `methodologist.kind.${kind}`;

/** Kinds by the groups of the palette. */
export function kindsByGroup(): readonly {
  readonly group: KindGroup;
  readonly kinds: readonly StageKind[];
}[] {
  return kindGroups.map((group) => ({
    group,
    kinds: stageKinds.filter((kind) => stageViews[kind].group === group),
  }));
}
