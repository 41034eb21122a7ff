import type { Route } from '../graph/route.ts';
import type { Regulation } from '../model/regulation.ts';
import type { Problem } from './problem.ts';

/** One rule of lint: looks at a parsed regulation and gives what is wrong, in the order of the document. Pure, total. */
export type LintRule = (regulation: Regulation, route: Route) => Iterable<Problem>;
