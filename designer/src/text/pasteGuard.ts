import { depthLimit, type Problem, problem, textLimit } from '@reglament/regulation';

/** Far deeper than any regulation, and far from what an editor's own services stumble over. */
const deepestShown = 1_000;

const bracketOrString = /"(?:[^"\\\n]|\\[^\n])*"?|[{}[\]]/g;

/**
 * Why a text is not even put into the editor: it would be refused anyway, and until then the editor itself would work on
 * it for seconds. Null for everything that is worth showing with its problems. Pure.
 *
 * @param standing - characters that stand in the editor already
 */
export function refusedPaste(text: string, standing: number): Problem | null {
  if (text.length + standing > textLimit) return problem('too-large', 'error', [], { limit: textLimit });
  let depth = 0;
  for (const [mark] of text.matchAll(bracketOrString)) {
    if (mark === '{' || mark === '[') depth += 1;
    else if (mark === '}' || mark === ']') depth -= 1;
    if (depth > deepestShown) return problem('too-deep', 'error', [], { limit: depthLimit });
  }
  return null;
}
