import type { Touched } from '@reglament/api';
import { type Directory, resolveParticipant } from '@reglament/engine';
import {
  canonicalJson,
  type Deadline,
  deadlineOf,
  type Participant,
  participantsOf,
  type Regulation,
  type Slug,
  type Stage,
  stageOf,
} from '@reglament/regulation';
import type { Deps } from '../../deps.ts';
import { type Author, authorIn, isKnownAtSending, scopeFor, startingUnits } from '../../regulations/gaps.ts';
import { unitAndAbove } from '../../regulations/regulationService.ts';
import { drafts, instances, type RegulationCopyRow } from '../../storage/collections.ts';

type Needs = Pick<Deps, 'store' | 'clock' | 'directory' | 'regulations'>;
type TermRow = Touched['terms'][number];

/**
 * Whom the version that a working copy becomes would touch, as documents, drafts and staff stand now. Counts only: which
 * documents they are, nobody sees here. Without a regulation that can be read nothing is said of terms.
 */
export async function touchedBy(
  copy: Pick<RegulationCopyRow, 'organisation' | 'regulation'>,
  regulation: Regulation | null,
  deps: Needs,
): Promise<Touched> {
  return {
    running: await running(copy, deps),
    drafts: await unsent(copy, deps),
    terms: regulation ? [...changedTerms(copy.organisation, regulation, deps)] : [],
  };
}

async function running(
  { organisation, regulation }: Pick<RegulationCopyRow, 'organisation' | 'regulation'>,
  { store }: Needs,
): Promise<Touched['running']> {
  const groups = await store.countBy(instances, {
    where: { organisation, regulation, running: true },
    by: 'version',
  });
  return groups
    .map(({ value, count }) => ({ version: Number(value), count }))
    .sort((one, other) => other.version - one.version);
}

async function unsent(
  { organisation, regulation }: Pick<RegulationCopyRow, 'organisation' | 'regulation'>,
  { store, directory, regulations }: Needs,
): Promise<Touched['drafts']> {
  if (regulations.retirement(organisation, regulation)) return [];
  const staff = directory.current();
  const groups = await store.countBy(drafts, { where: { organisation, regulation }, by: 'position' });
  const byUnit = new Map<string, number>();
  for (const { value, count } of groups) {
    const unit = staff.position(String(value))?.unit ?? '';
    byUnit.set(unit, (byUnit.get(unit) ?? 0) + count);
  }
  return [...byUnit].map(([unit, count]) => ({
    count,
    units: unit === '' ? [] : [...unitAndAbove(staff, unit)],
  }));
}

/**
 * Stages of which the new version asks the same participants within another term, each with who they are for authors of
 * every unit. A term in another unit of time, another participant or another kind of stage is no longer or shorter time of
 * anybody: nothing is said of it.
 */
function changedTerms(
  organisation: string,
  next: Regulation,
  { clock, directory, regulations }: Needs,
): Iterable<TermRow> {
  const staff = directory.current();
  const rows = new Map<string, TermRow>();
  for (const unit of startingUnits(organisation, staff)) {
    const author = authorIn(unit, staff);
    const inForce = regulations.inForce(organisation, next.id, clock.now(), unit);
    if (!author || !inForce) continue;
    const before = regulations.compiled(organisation, next.id, inForce.version).regulation;
    const units = unitAndAbove(staff, unit);
    for (const stage of next.stageOrder) {
      const change = termChange(stage, before, next);
      if (!change) continue;
      const key = `${stage} ${change.before.amount} ${change.before.unit}`;
      const row = rows.get(key) ?? { ...change, people: [], participants: [] };
      rows.set(key, row);
      for (const participant of sameParticipants(stage, before, next))
        addAsked(row, participant, next.participants[participant]!, {
          author,
          organisation,
          staff,
          units,
        });
    }
  }
  return [...rows.values()].filter(({ people, participants }) => people.length + participants.length > 0);
}

function termChange(
  stage: Slug,
  before: Regulation,
  next: Regulation,
): Omit<TermRow, 'people' | 'participants'> | null {
  const [was, will] = [stageOf(before, stage), stageOf(next, stage)];
  if (!was || !will || was.kind !== will.kind) return null;
  const [from, to] = [deadlineFor(was, before)?.term, deadlineFor(will, next)?.term];
  if (!from || !to || from.unit !== to.unit || from.amount === to.amount) return null;
  return {
    stage,
    stageTitle: will.title,
    change: to.amount < from.amount ? 'shorter' : 'longer',
    before: { ...from },
    after: { ...to },
  };
}

function deadlineFor(stage: Stage, { deadlines }: Regulation): Deadline | undefined {
  const id = deadlineOf(stage);
  return id !== undefined && Object.hasOwn(deadlines, id) ? deadlines[id] : undefined;
}

/** Whom a stage asks before and after, found in the same way. */
function sameParticipants(stage: Slug, before: Regulation, next: Regulation): readonly Slug[] {
  const was = new Set(participantsOf(stageOf(before, stage)!));
  return participantsOf(stageOf(next, stage)!).filter((id) => {
    const [one, other] = [before.participants[id], next.participants[id]];
    return was.has(id) && one && other && meaningOf(one) === meaningOf(other);
  });
}

function meaningOf({ title, ...how }: Participant): string {
  return canonicalJson(how);
}

interface Eyes {
  readonly author: Author;
  readonly organisation: string;
  readonly staff: Directory;
  readonly units: readonly string[];
}

/** Holders of the posts by name; whom only a document tells, as the regulation calls him. A vacant post is nobody's time. */
function addAsked(
  row: TermRow,
  id: Slug,
  participant: Participant,
  { author, organisation, staff, units }: Eyes,
): void {
  if (participant.type === 'initiator' || isKnownAtSending(participant)) {
    const known = row.participants.find((one) => one.participant === id);
    if (known) known.units = together(known.units, units);
    else row.participants.push({ participant: id, title: participant.title, units: [...units] });
    return;
  }
  const found = resolveParticipant(participant, scopeFor(id, author, organisation, staff));
  for (const post of 'vacant' in found ? [] : found.slots.flat()) {
    const employee = staff.position(post)?.holder;
    if (employee === undefined) continue;
    const known = row.people.find((one) => one.employee === employee);
    if (known) known.units = together(known.units, units);
    else row.people.push({ employee, name: staff.employee(employee)?.name ?? '', units: [...units] });
  }
}

function together(one: readonly string[], other: readonly string[]): string[] {
  return [...new Set([...one, ...other])];
}
