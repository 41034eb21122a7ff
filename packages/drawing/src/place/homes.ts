import { branchesOf, type Regulation, type Slug, type Stage, stageOf } from '@reglament/regulation';

/** The branch that a stage is drawn in. */
export interface Home {
  readonly block: Slug;
  readonly branch: Slug;
}

/** Where every stage is drawn, and which stages lie side by side; holds for a document with any error. */
export interface Homes {
  /** Every stage in the order of the document. */
  readonly all: readonly Slug[];
  /** The branch that holds a stage; undefined at the root. */
  readonly of: (stage: Slug) => Home | undefined;
  /** Stages of a branch, or of the root. */
  readonly in: (home?: Home) => readonly Slug[];
}

const known = new WeakMap<Regulation, Homes>();

/**
 * Homes of the stages of a regulation; made once for each regulation object. A stage whose `parent` names no branch of a
 * block, or which would lie in itself, is at the root.
 */
export function homesOf(regulation: Regulation): Homes {
  const made = known.get(regulation) ?? makeHomes(regulation);
  known.set(regulation, made);
  return made;
}

function makeHomes(regulation: Regulation): Homes {
  const listed = regulation.stageOrder.filter((id) => stageOf(regulation, id) !== undefined);
  const all = [...new Set([...listed, ...Object.keys(regulation.stages)])];
  const homes = new Map<Slug, Home>();
  for (const id of all) {
    const home = declaredHome(regulation, stageOf(regulation, id));
    if (home !== undefined && !liesInItself(regulation, id)) homes.set(id, home);
  }
  const members = Map.groupBy(all, (id) => keyOf(homes.get(id)));
  return {
    all,
    of: (stage) => homes.get(stage),
    in: (home) => members.get(keyOf(home)) ?? [],
  };
}

function declaredHome(regulation: Regulation, stage: Stage | undefined): Home | undefined {
  const parent = stage?.parent;
  if (parent === undefined) return undefined;
  const block = stageOf(regulation, parent.block);
  if (block === undefined) return undefined;
  return branchesOf(block).some(([branch]) => branch === parent.branch) ? parent : undefined;
}

function liesInItself(regulation: Regulation, id: Slug): boolean {
  const seen = new Set<Slug>();
  let at = declaredHome(regulation, stageOf(regulation, id))?.block;
  while (at !== undefined && !seen.has(at)) {
    if (at === id) return true;
    seen.add(at);
    at = declaredHome(regulation, stageOf(regulation, at))?.block;
  }
  return false;
}

function keyOf(home: Home | undefined): string {
  return home === undefined ? '' : `${home.block}.${home.branch}`;
}
