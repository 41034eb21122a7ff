import type { AnswerOf } from '@reglament/api';
import type { Directory } from '@reglament/engine';
import type { Text } from '@reglament/regulation';
import type { Deps } from '../../deps.ts';
import { all } from '../../directory/directoryService.ts';
import { titlesOfRoles } from '../../regulations/roleTitles.ts';
import { accounts, employees, positions, tasks, units } from '../../storage/collections.ts';
import { administratorRole, methodologistRole } from '../session/presenter.ts';

/** The whole staff of the organisations that the reader administers. */
export async function presentPeople(
  deps: Deps,
  within: ReadonlySet<string>,
): Promise<AnswerOf<'people.list'>> {
  const { store } = deps;
  const directory = deps.directory.current();
  const [unitRows, positionRows, employeeRows, accountRows] = await Promise.all([
    all(store, units),
    all(store, positions),
    all(store, employees),
    all(store, accounts),
  ]);
  const ownUnits = unitRows.filter((unit) => within.has(unit.organisation));
  const unitIds = new Set(ownUnits.map((unit) => unit.id));
  const ownPositions = positionRows.filter((position) => unitIds.has(position.unit));
  const elsewhere = new Set(
    positionRows
      .filter((position) => !unitIds.has(position.unit))
      .flatMap((position) => position.holder ?? []),
  );
  const here = new Set(ownPositions.flatMap((position) => position.holder ?? []));
  const logins = new Map(accountRows.map((account) => [account.employee, account.login]));
  const counts = await Promise.all(
    ownPositions.map((position) => store.count(tasks, { desk: { has: position.id } })),
  );
  return {
    organisations: directory.data.organisations
      .filter((organisation) => within.has(organisation.id))
      .map(({ id, title, code }) => ({ id, title, code })),
    units: ownUnits.map(({ id, rev, title, organisation, parent, head, curator }) => ({
      id,
      revision: rev,
      title,
      organisation,
      ...(parent === undefined ? {} : { parent }),
      ...(head === undefined ? {} : { head }),
      ...(curator === undefined ? {} : { curator }),
    })),
    positions: ownPositions.map(({ id, rev, code, title, unit, roles, holder }, index) => ({
      id,
      revision: rev,
      ...(code === undefined ? {} : { code }),
      title,
      unit,
      roles: [...roles],
      holder: holder ?? null,
      openTasks: counts[index] ?? 0,
    })),
    employees: employeeRows
      .filter((employee) => here.has(employee.id) || !elsewhere.has(employee.id))
      .map((employee) => ({
        id: employee.id,
        revision: employee.rev,
        name: employee.name,
        login: logins.get(employee.id) ?? null,
        dismissed: employee.dismissed,
        absences: absencesOf(employee.id, directory),
      })),
    roles: rolesOf(deps, within),
  };
}

function absencesOf(employee: string, directory: Directory) {
  return directory.data.absences
    .filter((absence) => absence.employee === employee)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .map(({ id, from, to, substitute }) => {
      const substituteName = substitute === undefined ? undefined : directory.employee(substitute)?.name;
      return {
        id,
        from,
        to,
        ...(substitute === undefined ? {} : { substitute }),
        ...(substituteName === undefined ? {} : { substituteName }),
      };
    });
}

/** Roles that published regulations ask for, those that posts already have, and those of the product. */
function rolesOf(deps: Deps, within: ReadonlySet<string>): { id: string; title: Text }[] {
  const { asked, titleOf } = titlesOfRoles(deps);
  const directory = deps.directory.current();
  const held = directory.data.positions.flatMap(({ unit, roles }) => {
    const organisation = directory.unit(unit)?.organisation;
    return organisation !== undefined && within.has(organisation) ? roles : [];
  });
  return [...new Set([...asked, ...held, administratorRole, methodologistRole])].map((id) => ({
    id,
    title: titleOf(id),
  }));
}
