import { currentVersion, type Instance, type Person } from '@reglament/engine';
import { type Change, insert } from '@reglament/storage';
import type { Deps } from '../deps.ts';
import { registerSeries, writeNumber } from '../execution/numbers.ts';
import { innOf, shownOfCard } from '../execution/rows/shown.ts';
import { stemsOf } from '../execution/stems.ts';
import { registerId } from '../regulations/publish.ts';
import { type RegisterRow, registerEntries, registers } from '../storage/collections.ts';

/** The register of a registration stage, today's date in the organisation, and the series its numbers come from. */
export interface Registering {
  readonly register: RegisterRow;
  readonly date: string;
  readonly series: string;
  numberOf(sequence: number): string;
}

/** @throws Error when the stage gives no numbers or its register is missing: publishing makes it */
export async function registeringAt(
  instance: Instance,
  stageId: string,
  deps: Pick<Deps, 'store' | 'clock' | 'directory' | 'regulations'>,
): Promise<Registering> {
  const { organisation, regulation } = instance;
  const stage = deps.regulations.compiled(organisation, regulation.id, regulation.version).regulation.stages[
    stageId
  ];
  if (stage?.kind !== 'registration') throw new Error(`Stage ${stageId} gives no numbers`);
  const register = await deps.store.get(registers, registerId(organisation, stage.settings.register));
  if (!register) throw new Error(`Register ${stage.settings.register} is missing`);
  const date = deps.directory.current().organisationCalendar(organisation).dayOf(deps.clock.now());
  return {
    register,
    date,
    series: registerSeries(register.id, date),
    numberOf: (sequence) => writeNumber(register.numberTemplate, sequence, date),
  };
}

/** The register's row of a number that is given: every number is a row. */
export function registerEntry(
  after: Instance,
  sequence: number,
  by: Person,
  { register, date, series, numberOf }: Registering,
  deps: Pick<Deps, 'regulations'>,
): Change {
  const number = numberOf(sequence);
  const compiled = deps.regulations.compiled(
    after.organisation,
    after.regulation.id,
    after.regulation.version,
  );
  const { card } = currentVersion(after);
  const { urgent, ...shown } = shownOfCard(compiled, card, number);
  return insert(
    registerEntries,
    {
      id: `${series}/${sequence}`,
      register: register.id,
      year: Number(date.slice(0, 4)),
      sequence,
      date,
      document: after.document,
      ...shown,
      author: after.initiator.person,
      registeredBy: by,
    },
    { stems: stemsOf([number, shown.title, shown.counterparty ?? '', innOf(compiled, card)]) },
  );
}
