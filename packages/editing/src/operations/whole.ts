import { canonicalJson, parseRegulation, type Regulation } from '@reglament/regulation';
import { EditRefused } from '../refusal.ts';
import type { Work } from '../work.ts';
import type { Performers } from './performers.ts';

export type WholeOperation =
  /**
   * The document becomes another text of the same regulation: a version taken back, a text that was edited. Only what
   * differs is written, so that the rest keeps its identity. The id stays: versions and documents name it.
   */
  { readonly do: 'replaceAll'; readonly regulation: Regulation };

export const wholeOperations: Performers<WholeOperation> = {
  replaceAll: (work, { regulation }) => {
    const reading = parseRegulation(regulation);
    if (!reading.ok) throw new EditRefused('document-wrong', { problems: reading.problems });
    become(work, [], { ...reading.regulation, id: work.now.id });
  },
};

/** Below the maps of the document a value is written whole: a stage, a participant, a transition. */
const deepest = 2;

function become(work: Work, path: readonly string[], wanted: object): void {
  const present = path.length === 0 ? work.now : work.at(path);
  for (const key of Object.keys(present as object))
    if (!Object.hasOwn(wanted, key)) work.drop([...path, key]);
  for (const [key, value] of Object.entries(wanted)) {
    const at = [...path, key];
    const now = work.at(at);
    if (at.length < deepest && isMap(now) && isMap(value)) become(work, at, value);
    else if (!sameMeaning(now, value)) work.put(at, value);
  }
}

/** Another order of keys is no difference: a text is printed with its keys sorted. */
function sameMeaning(a: unknown, b: unknown): boolean {
  return a !== undefined && canonicalJson(a) === canonicalJson(b);
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
