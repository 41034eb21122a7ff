import type { I18n } from '@reglament/i18n';
import { type Regulation, stageOf } from '@reglament/regulation';
import type { Edge, Pill } from './edge.ts';
import type { Fields } from './fields.ts';
import { isStub, type Line } from './line.ts';
import { fromWords, placePill } from './pills.ts';
import type { Ports } from './ports.ts';

/** Pills of the lines that would cross others: one at each source, one for all at a target. */
export function placeStubs(
  regulation: Regulation,
  lines: readonly Line[],
  fields: Fields,
  ports: Ports,
  i18n: I18n | undefined,
): ReadonlyMap<string, Edge['stub']> {
  const stubs = new Map<string, Edge['stub']>();
  const say = (id: string) => stageOf(regulation, id)?.title[i18n?.locale ?? 'ru'] ?? id;
  for (const [to, list] of Map.groupBy(lines.filter(isStub), ({ plan }) => plan.to)) {
    const first = list[0]!;
    const keptInto = list.find(({ kept }) => kept?.stub !== undefined)?.kept?.stub?.into;
    // The pill stays when exactly those lines share it that did before.
    const stays =
      keptInto !== undefined &&
      list.every(({ kept }) => kept !== undefined) &&
      keptInto.count === list.length;
    const sources = [...new Set(list.map(({ plan }) => plan.from))].map(say);
    const into = stays
      ? undefined
      : placePill(first.ends.to, fromWords(i18n, sources), 'in', fields.of(first.plan), ports);
    for (const line of list) {
      if (stays) {
        stubs.set(line.plan.id, line.kept!.stub!);
        continue;
      }
      const out: { pill: Pill } =
        line.kept?.stub === undefined
          ? placePill(
              line.ends.from,
              say(to),
              line.plan.number === undefined ? 'out' : 'outNumbered',
              fields.of(line.plan),
              ports,
            )
          : { pill: line.kept.stub.out };
      stubs.set(line.plan.id, {
        out: out.pill,
        into: { ...into!.pill, side: into!.side, count: list.length, drawn: line === first },
      });
    }
  }
  return stubs;
}
