import type { I18n } from '@reglament/i18n';
import { branchesOf, type Regulation, type Slug } from '@reglament/regulation';
import type { Clause, Section, Wording } from './clause.ts';
import { type Draft, generalClauses, participantClauses } from './general.ts';
import { readMarks } from './marks.ts';
import { type PlacedBranch, type PlacedStage, stagesInOrder } from './order.ts';
import { legalTermClauses, recordClauses, urgencyClauses } from './records.ts';
import { ruleNamed } from './rule.ts';
import { stageText } from './stage.ts';
import { fullStop, paragraphs, type StaffNames, sentences, t, titled, type Words } from './words.ts';

/**
 * The whole regulation as numbered clauses in the language of `i18n`, as the annex to the order that approves it. Every
 * stage has exactly one clause, in the order in which a document meets them; the branches of a block lie below it. A part
 * that is named and not there is called by its id; roles, positions and organisations as `staff` calls them. Pure; never throws on a document that its format lets through.
 */
export function wordRegulation(regulation: Regulation, i18n: I18n, staff?: StaffNames): Wording {
  const stages = stagesInOrder(regulation);
  const uncited: Words = { regulation, i18n, staff, numberOf: () => undefined };
  const participants = participantClauses(uncited).length > 0;
  const order = participants ? 3 : 2;
  const numbers = new Map<Slug, string>();
  numberStages(stages, String(order), numbers);
  const words: Words = { regulation, i18n, staff, numberOf: (stage) => numbers.get(stage) };

  const drafts: readonly {
    readonly id: Section['id'];
    readonly clauses: (at: string) => readonly Clause[];
  }[] = [
    { id: 'general', clauses: (at) => numbered(generalClauses(words), at) },
    { id: 'participants', clauses: (at) => numbered(participantClauses(words), at) },
    { id: 'order', clauses: () => stages.map((one) => stageClause(words, one)) },
    { id: 'legalTerms', clauses: (at) => numbered(legalTermClauses(words), at) },
    { id: 'records', clauses: (at) => numbered(recordClauses(words), at) },
    { id: 'urgency', clauses: (at) => numbered(urgencyClauses(words), at) },
  ];
  const sections: Section[] = [];
  for (const { id, clauses } of drafts) {
    const at = String(sections.length + 1);
    const made = clauses(at);
    if (made.length > 0) sections.push({ id, number: at, title: t(words, `section.${id}`), clauses: made });
  }
  return {
    title: t(words, 'title', { title: titled(words, regulation.title) }),
    sections,
    unreached: unreachedIn(stages),
  };
}

function numbered(drafts: readonly Draft[], at: string): readonly Clause[] {
  return drafts.map(({ text, ...draft }, index) => ({
    ...draft,
    number: `${at}.${index + 1}`,
    ...readMarks(text),
  }));
}

/** A branch of one stage has one clause with it; of several, each has its own below the branch's. */
function onlyIn(branch: PlacedBranch): PlacedStage | undefined {
  return branch.stages.length === 1 ? branch.stages[0] : undefined;
}

function numberStages(stages: readonly PlacedStage[], at: string, numbers: Map<Slug, string>): void {
  for (const [index, one] of stages.entries()) numberStage(one, `${at}.${index + 1}`, numbers);
}

function numberStage({ id, branches }: PlacedStage, number: string, numbers: Map<Slug, string>): void {
  numbers.set(id, number);
  for (const [index, branch] of branches.entries()) {
    const below = `${number}.${index + 1}`;
    const only = onlyIn(branch);
    if (only === undefined) numberStages(branch.stages, below, numbers);
    else numberStage(only, below, numbers);
  }
}

function stageClause(words: Words, placed: PlacedStage, before = '', inBranch?: Clause['element']): Clause {
  const { id, stage, reached, branches } = placed;
  const number = words.numberOf(id) ?? '';
  const sub = branches.map((branch, index) => branchClause(words, placed, branch, `${number}.${index + 1}`));
  return {
    number,
    id: `stage ${id}`,
    stage: id,
    ...(inBranch === undefined ? {} : { element: inBranch }),
    heading: titled(words, stage.title),
    ...readMarks(paragraphs(before, stageText(words, id, stage, reached))),
    ...(sub.length > 0 ? { sub } : {}),
  };
}

function branchClause(words: Words, block: PlacedStage, branch: PlacedBranch, number: string): Clause {
  const element = { block: block.id, branch: branch.id };
  const found = branchesOf(block.stage).find(([id]) => id === branch.id)?.[1];
  const title = found === undefined ? branch.id : titled(words, found.title);
  const opening =
    found?.when === undefined
      ? t(words, 'branch.always', { title })
      : fullStop(t(words, 'branch.when', { title, rule: ruleNamed(words, found.when) }));
  const only = onlyIn(branch);
  if (only !== undefined) return stageClause(words, only, opening, element);
  const empty = branch.stages.length === 0 ? t(words, 'branch.empty') : undefined;
  const sub = branch.stages.map((one) => stageClause(words, one));
  return {
    number,
    id: `branch ${block.id} ${branch.id}`,
    element,
    ...readMarks(sentences(opening, empty)),
    ...(sub.length > 0 ? { sub } : {}),
  };
}

function unreachedIn(stages: readonly PlacedStage[]): readonly Slug[] {
  return stages.flatMap(({ id, reached, branches }) => [
    ...(reached ? [] : [id]),
    ...branches.flatMap((branch) => unreachedIn(branch.stages)),
  ]);
}
