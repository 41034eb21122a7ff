import type { AnswerOf, LibraryRow } from '@reglament/api';
import type { StageKind } from '@reglament/regulation';
import type { Deps } from '../../deps.ts';
import { organisationsBelow } from '../../directory/organisationTree.ts';
import type { Session } from '../../http/session.ts';
import { type Gap, gapName, gapsOf, startingUnits } from '../../regulations/gaps.ts';
import { findOffer, offeredTo } from '../../regulations/offers.ts';
import { ownedOf } from '../../regulations/owned.ts';
import { unitAndAbove } from '../../regulations/regulationService.ts';
import {
  instances,
  type OwnedRegulationRow,
  type RegulationCopyRow,
  type RegulationVersionRow,
  regulationCopies,
  regulationLocks,
} from '../../storage/collections.ts';
import { presentLock } from '../workingCopies/lock.ts';

/** The regulations of an organisation with their states. Gaps are looked for once a version and directory. */
export function createLibrary(deps: Deps): { list(session: Session): Promise<AnswerOf<'library.list'>> } {
  const { store, regulations, directory, clock } = deps;
  const gapsKnown = new Map<string, { readonly revision: string; readonly gaps: readonly Gap[] }>();

  /** Of a published version, in the units that start by it: those that came since it was published. */
  function gapsOfVersion(row: RegulationVersionRow): readonly Gap[] {
    const staff = directory.current();
    const known = gapsKnown.get(row.id);
    if (known?.revision === staff.revision) return known.gaps;
    const units = startingUnits(row.organisation, staff).filter(
      (unit) => !row.pilot || unitAndAbove(staff, unit).some((one) => row.pilot?.units.includes(one)),
    );
    const { regulation } = regulations.compiled(row.organisation, row.regulation, row.version);
    // What nobody answered for when it was published was known and accepted then.
    const accepted = new Set(row.gaps);
    const gaps = gapsOf(regulation, row.organisation, units, staff).filter(
      (gap) => !accepted.has(gapName(gap)),
    );
    gapsKnown.set(row.id, { revision: staff.revision, gaps });
    return gaps;
  }

  async function list(session: Session): Promise<AnswerOf<'library.list'>> {
    const { organisation } = session;
    const [{ rows: copies }, owned] = await Promise.all([
      store.find(regulationCopies, {
        where: { organisation },
        order: { by: 'regulation' },
        limit: 1000,
      }),
      ownedOf(organisation, store),
    ]);
    const copyOf = new Map(copies.map((copy) => [copy.regulation, copy]));
    const ids = new Set([
      ...regulations.versions(organisation).map((row) => row.regulation),
      ...copyOf.keys(),
    ]);
    const below = organisationsBelow([organisation], directory.current());
    return {
      rows: await Promise.all([...ids].sort().map((id) => rowOf(id, copyOf.get(id), owned.get(id), session))),
      below: below.map(organisationNamed),
    };
  }

  const organisationNamed = (id: string) => ({
    id,
    title: directory.current().organisation(id)?.title ?? '',
  });

  /** Whose it is, to whom it is offered, what it was taken from. */
  async function presentOwned(
    row: OwnedRegulationRow,
  ): Promise<Pick<LibraryRow, 'owner' | 'offer' | 'origin'>> {
    const { owner, offer, origin } = row;
    const offered = origin && (await findOffer(row.organisation, origin, deps));
    return {
      ...(owner && {
        owner: {
          id: owner.unit,
          title: directory.current().unit(owner.unit)?.title ?? '',
          atMs: owner.atMs,
          by: owner.by,
        },
      }),
      ...(offer && {
        offer: {
          to: offer.to === 'below' ? offer.to : offeredTo(row, directory.current()).map(organisationNamed),
          atMs: offer.atMs,
          by: offer.by,
        },
      }),
      ...(origin && {
        origin: {
          organisation: organisationNamed(origin.organisation),
          regulation: origin.regulation,
          version: origin.version,
          ...(offered && { inForce: offered.version }),
        },
      }),
    };
  }

  async function rowOf(
    id: string,
    copy: RegulationCopyRow | undefined,
    owned: OwnedRegulationRow | undefined,
    session: Session,
  ): Promise<LibraryRow> {
    const { organisation } = session;
    const versions = regulations.versions(organisation, id);
    const retired = regulations.retirement(organisation, id);
    const now = clock.now();
    const today = directory.current().organisationCalendar(organisation).dayOf(now);
    const inForce = regulations.inForce(organisation, id, now) ?? undefined;
    const live = versions.filter((row) => row.withdrawnAtMs === undefined);
    const scheduled = live.find((row) => row.inForceFrom > today);
    // A version for everybody ends the pilots before it.
    const pilot = live.findLast(
      (row) =>
        row.pilot &&
        row.inForceFrom <= today &&
        today <= row.pilot.until &&
        row.version > (inForce?.version ?? 0),
    );
    const shown = inForce ?? pilot ?? scheduled ?? versions.at(-1);
    const followed = new Set([inForce, pilot, ...live.filter((row) => row.inForceFrom > today)]);
    const gaps = retired ? [] : [...followed].flatMap((row) => (row ? gapsOfVersion(row) : []));
    const lost = new Map(gaps.map((gap) => [gap.participant, gap.participantTitle]));
    const last = versions.at(-1);
    return {
      id,
      title: (shown ?? copy!).title,
      kindTitle: (shown ?? copy!).kindTitle,
      state: stateOf({ retired: retired !== null, inForce: inForce ?? pilot, scheduled }),
      versions: versions.length,
      ...(inForce ? { inForce: { version: inForce.version, from: inForce.inForceFrom } } : {}),
      ...(scheduled ? { scheduled: { version: scheduled.version, from: scheduled.inForceFrom } } : {}),
      ...(pilot?.pilot
        ? {
            pilot: {
              version: pilot.version,
              units: pilot.pilot.units.map((unit) => ({
                id: unit,
                title: directory.current().unit(unit)?.title ?? '',
              })),
              until: pilot.pilot.until,
            },
          }
        : {}),
      ...(retired ? { retired: { atMs: retired.atMs, by: retired.by, reason: retired.reason } } : {}),
      ...(last ? { published: { atMs: last.publishedAtMs, by: last.publishedBy } } : {}),
      ...(copy ? { workingCopy: await presentCopy(copy, session) } : {}),
      ...(owned ? await presentOwned(owned) : {}),
      stages: stagesOf(shown, copy),
      running: await store.count(instances, { organisation, regulation: id, running: true }),
      gaps: lost.size,
      lost: [...lost.values()],
    };
  }

  async function presentCopy(copy: RegulationCopyRow, session: Session) {
    return {
      revision: copy.rev,
      base: copy.base,
      savedAtMs: copy.savedAtMs,
      savedBy: copy.savedBy,
      lock: presentLock(await store.get(regulationLocks, copy.id), session, Date.now()),
    };
  }

  function stagesOf(
    shown: RegulationVersionRow | undefined,
    copy: RegulationCopyRow | undefined,
  ): StageKind[] {
    const { stages, stageOrder } = shown
      ? regulations.compiled(shown.organisation, shown.regulation, shown.version).regulation
      : (JSON.parse(copy!.text) as { stages: Record<string, { kind: StageKind }>; stageOrder: string[] });
    return stageOrder.map((stage) => stages[stage]!.kind);
  }

  return { list };
}

function stateOf(of: {
  readonly retired: boolean;
  readonly inForce: unknown;
  readonly scheduled: unknown;
}): LibraryRow['state'] {
  if (of.retired) return 'retired';
  if (of.inForce) return 'inForce';
  return of.scheduled ? 'scheduled' : 'workingCopy';
}
