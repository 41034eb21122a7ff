import type { Point } from '@reglament/drawing';
import type { Slug, StageKind } from '@reglament/regulation';

/** What is being chosen in a list over the canvas, and what will be done with the choice. */
export type Chooser =
  /** a kind for a new stage at a point, perhaps in a branch */
  | { readonly ask: 'create'; readonly at: Point }
  /** an outcome of a stage, then what follows it */
  | {
      readonly ask: 'outcome';
      readonly from: Slug;
      readonly purpose: 'append' | 'connect';
      /** the stage to connect to, the kind to append: asked next when absent */
      readonly to?: Slug;
      readonly kind?: StageKind;
      readonly at?: Point;
    }
  /** a kind for the stage that follows an outcome */
  | {
      readonly ask: 'append';
      readonly from: Slug;
      readonly outcome: Slug;
      readonly at?: Point;
      /** of an outcome that leads somewhere already: its condition, a new one when empty */
      readonly rule?: Slug | '';
    }
  /** a stage that an outcome leads to */
  | {
      readonly ask: 'target';
      readonly from: Slug;
      readonly outcome: Slug;
      /** where no condition holds */
      readonly otherwise?: true;
    }
  /** the rule of one more alternative of an outcome that already leads somewhere */
  | {
      readonly ask: 'rule';
      readonly from: Slug;
      readonly outcome: Slug;
      /** the stage it leads to, or a new one */
      readonly to: Slug | { readonly kind?: StageKind; readonly at?: Point };
    }
  /** a kind for a stage put between two */
  | { readonly ask: 'insert'; readonly transition: Slug; readonly alternative: Slug }
  /** another kind for a stage */
  | { readonly ask: 'replace'; readonly stage: Slug }
  /** a stage to go to */
  | { readonly ask: 'go' }
  /** an action with what is chosen, in a menu beside a point of the window */
  | { readonly ask: 'act'; readonly at: Point }
  /** any action */
  | { readonly ask: 'command' };
