export { type Clause, clausesOf, paragraphsOf, type Section, type Wording } from './clause.ts';
export { type Mark, typeset } from './marks.ts';
export { wordFactValue, wordRule } from './rule.ts';
export { wordStage } from './stage.ts';
export { wordRegulation } from './word-regulation.ts';
export type { StaffNames } from './words.ts';
