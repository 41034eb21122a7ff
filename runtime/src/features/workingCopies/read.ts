import type { RegulationProblem } from '@reglament/api';
import { type Problem, parseRegulation, type Regulation } from '@reglament/regulation';
import { Refused } from '../../http/refused.ts';

/**
 * A document from outside, in canonical form.
 * @throws Refused REGULATION_INVALID with the first problem (place, code, its own params, so that it can be worded) and how many there are
 */
export function readDocument(document: unknown): Regulation {
  const reading = parseRegulation(document);
  if (reading.ok) return reading.regulation;
  const [first] = reading.problems;
  throw new Refused('REGULATION_INVALID', {
    ...first?.params,
    place: first?.at.join('.') ?? '',
    code: first?.code ?? '',
    count: reading.problems.length,
  });
}

export function presentProblem({ code, severity, at, element, params }: Problem): RegulationProblem {
  return {
    code,
    severity,
    at: [...at],
    params: { ...params },
    ...(element === undefined ? {} : { element: { ...element } as Record<string, string> }),
  };
}
