import { type Directory, planRoute } from '@reglament/engine';
import type { Card } from '@reglament/regulation';
import type { Beside, Deps, Execution } from '../deps.ts';
import { projectSeries } from '../execution/numbers.ts';
import { shownOfCard } from '../execution/rows/shown.ts';
import type { FileEntry, RegulationVersionRow } from '../storage/collections.ts';
import { versionOf } from './manifest.ts';

/** What is sent: whose, by which version, with what. */
export interface Sending {
  readonly instance: string;
  readonly document: string;
  readonly organisation: string;
  readonly author: string;
  readonly position: string;
  readonly regulation: RegulationVersionRow;
  readonly card: Card;
  readonly files: readonly FileEntry[];
  readonly chosen: Readonly<Record<string, readonly string[]>>;
  /** A document that was withdrawn keeps its project's number. */
  readonly projectNumber?: string;
}

/** The execution that sends a document: project's number, instance, document and first tasks in one commit, with the caller's own rows. */
export function sendingOf(
  sending: Sending,
  deps: Pick<Deps, 'clock' | 'directory' | 'regulations'>,
  own: (projectNumber: string) => Beside,
): Execution {
  const { organisation, regulation, card, files, position, author } = sending;
  const compiled = deps.regulations.compiled(organisation, regulation.regulation, regulation.version);
  const staff = deps.directory.current();
  const initiator = { employee: author, position, unit: unitOf(position, staff) };
  // What is promised at sending stays beside every later forecast.
  const plannedMs = planRoute({
    regulation: compiled,
    directory: staff,
    initiator,
    organisation,
    card,
    chosen: sending.chosen,
    nowMs: deps.clock.now(),
  })?.promisedMs;
  const pinned = { id: regulation.regulation, version: regulation.version, hash: regulation.hash };
  return {
    instance: sending.instance,
    series: () =>
      sending.projectNumber === undefined ? projectSeries(organisation, regulation.regulation) : null,
    command: (_instance, directory) => ({
      type: 'start',
      instance: sending.instance,
      document: sending.document,
      organisation,
      regulation: pinned,
      initiator: { ...initiator, unit: unitOf(position, directory) },
      version: versionOf(card, files),
      chosen: sending.chosen,
    }),
    beside: (after, sequence) => {
      const projectNumber =
        sending.projectNumber ?? `${compiled.regulation.documentKind.projectPrefix}${sequence}`;
      const { urgent, number, ...shown } = shownOfCard(compiled, card, projectNumber);
      return {
        ...own(projectNumber),
        document: {
          id: sending.document,
          organisation,
          instance: sending.instance,
          regulation: { id: pinned.id, version: pinned.version },
          author,
          authorPerson: after.initiator.person,
          projectNumber,
          ...shown,
          state: 'running',
          sentAtMs: deps.clock.now(),
          ...(plannedMs === undefined ? {} : { plannedMs }),
          readers: [],
          files,
        },
      };
    },
  };
}

function unitOf(position: string, directory: Directory): string {
  return directory.position(position)?.unit ?? '';
}
