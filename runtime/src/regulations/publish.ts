import { setImmediate } from 'node:timers/promises';
import { playScenario, type ScenarioFailure } from '@reglament/engine';
import {
  fileHash,
  lint,
  meaningHash,
  type Problem,
  printRegulation,
  type Regulation,
  readRegulation,
  readScenario,
  type Scenario,
  type Text,
} from '@reglament/regulation';
import { type Change, type FeedRow, insert } from '@reglament/storage';
import {
  type ApprovingAct,
  type Pilot,
  type RegisterRow,
  type RegulationVersionRow,
  registers,
  regulationVersions,
} from '../storage/collections.ts';
import { versionId } from './regulationService.ts';

/** What stands between a text and a published version. */
export interface Checked {
  readonly regulation: Regulation | null;
  readonly problems: readonly Problem[];
  readonly scenarios: readonly {
    readonly id: string;
    readonly title?: Text;
    readonly ok: boolean;
    readonly failures: readonly ScenarioFailure[];
    readonly problems: readonly Problem[];
  }[];
  /** No error among the problems and every scenario holds. */
  readonly passed: boolean;
}

/**
 * Reads, lints and plays a regulation: the gate of publishing, of the command line and of the loader alike. Others are let
 * in between scenarios: a regulation may have a hundred, and the server answers everybody meanwhile.
 */
export async function checkRegulation(text: string, scenarioTexts: readonly string[]): Promise<Checked> {
  const reading = readRegulation(text);
  if (!reading.ok) return { regulation: null, problems: reading.problems, scenarios: [], passed: false };
  const { regulation } = reading;
  const problems = lint(regulation);
  const errors = problems.some((problem) => problem.severity === 'error');
  const scenarios: Checked['scenarios'][number][] = [];
  for (const one of errors ? [] : scenarioTexts) {
    await setImmediate();
    scenarios.push(playText(one, regulation));
  }
  return { regulation, problems, scenarios, passed: !errors && scenarios.every((one) => one.ok) };
}

function playText(text: string, regulation: Regulation): Checked['scenarios'][number] {
  const reading = readScenario(text);
  if (!reading.ok) return { id: '?', ok: false, failures: [], problems: reading.problems };
  const scenario: Scenario = reading.scenario;
  const played = playScenario(scenario, regulation);
  return {
    id: scenario.id,
    title: scenario.title,
    ok: played.ok,
    failures: played.failures,
    problems: [],
  };
}

export interface Publication {
  readonly regulation: Regulation;
  readonly organisation: string;
  /** Of the organisation's versions of it so far. */
  readonly versions: readonly RegulationVersionRow[];
  readonly registers: readonly RegisterRow[];
  readonly comment: string;
  readonly publishedAtMs: number;
  /** A name; empty for the owner's command line. */
  readonly publishedBy: string;
  readonly inForceFrom: string;
  readonly scenarios: readonly string[];
  /** Names of the gaps that stand at publishing. */
  readonly gaps: readonly string[];
  readonly act?: ApprovingAct;
  readonly pilot?: Pilot;
}

/** The next immutable version, and the registers it needs that are not there yet. Pure. */
export function publicationOf(publication: Publication): {
  readonly version: number;
  readonly changes: readonly Change[];
  readonly feed: readonly FeedRow[];
} {
  const { regulation, organisation, versions } = publication;
  const version = versions.reduce((last, row) => Math.max(last, row.version), 0) + 1;
  const known = new Set(publication.registers.map((row) => row.slug));
  const newRegisters = Object.entries(regulation.registers).filter(([slug]) => !known.has(slug));
  const id = versionId(organisation, regulation.id, version);
  return {
    version,
    changes: [
      insert(regulationVersions, {
        id,
        organisation,
        regulation: regulation.id,
        version,
        text: printRegulation(regulation),
        hash: fileHash(regulation),
        meaning: meaningHash(regulation),
        title: regulation.title,
        kindTitle: regulation.documentKind.title,
        comment: publication.comment,
        publishedAtMs: publication.publishedAtMs,
        publishedBy: publication.publishedBy,
        inForceFrom: publication.inForceFrom,
        gaps: publication.gaps,
        scenarios: publication.scenarios,
        ...(publication.act ? { act: publication.act } : {}),
        ...(publication.pilot ? { pilot: publication.pilot } : {}),
      }),
      ...newRegisters.map(([slug, { title, numberTemplate }]) =>
        insert(registers, { id: registerId(organisation, slug), organisation, slug, title, numberTemplate }),
      ),
    ],
    feed: [{ org: organisation, type: 'regulation', id, rev: 1 }],
  };
}

export function registerId(organisation: string, slug: string): string {
  return `${organisation}.${slug}`;
}
