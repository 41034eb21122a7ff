import type { Directory } from '@reglament/engine';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../deps.ts';
import { pageOf } from '../../http/page.ts';
import { Refused } from '../../http/refused.ts';
import { route } from '../../http/route.ts';

/** How far ahead an absence is told to somebody who chooses people. */
const aheadDays = 30;

/** Posts of the deployment with their holders, for choosing people: by name, post or unit. */
export function postRoutes(api: FastifyInstance, deps: Deps): void {
  route(api, deps, 'posts.list', ({ query }) => {
    const directory = deps.directory.current();
    const words = (query.q ?? '').toLowerCase().replaceAll('ё', 'е').split(/\s+/).filter(Boolean);
    const { limit, after } = pageOf(query);
    const from = after === undefined ? 0 : Number(after);
    if (!Number.isSafeInteger(from) || from < 0) throw new Refused('BAD_REQUEST');
    const found = directory.data.positions.filter((position) => {
      const holder = position.holder === undefined ? '' : (directory.employee(position.holder)?.name ?? '');
      const unit = directory.unit(position.unit)?.title ?? '';
      const text = `${holder} ${position.title} ${unit}`.toLowerCase().replaceAll('ё', 'е');
      return words.every((word) => text.includes(word));
    });
    const rows = found
      .slice(from, from + limit)
      .map(({ id }) => presentChoice(id, directory, deps.clock.now()));
    return { rows, next: from + limit < found.length ? String(from + limit) : null };
  });
}

function presentChoice(id: string, directory: Directory, nowMs: number) {
  const position = directory.position(id)!;
  const unit = directory.unit(position.unit);
  const calendar = directory.calendarOf([id]);
  const today = calendar.dayOf(nowMs);
  const until = calendar.dayOf(nowMs + aheadDays * 24 * 3_600_000);
  const absence = directory.data.absences.find(
    (one) => one.employee === position.holder && one.to >= today && one.from <= until,
  );
  const substitute =
    absence?.substitute === undefined ? undefined : directory.employee(absence.substitute)?.name;
  return {
    position: id,
    name: position.holder === undefined ? null : (directory.employee(position.holder)?.name ?? null),
    post: position.title,
    unit: unit?.title ?? '',
    organisation: directory.organisation(unit?.organisation ?? '')?.title ?? '',
    ...(absence
      ? {
          absent: { from: absence.from, to: absence.to, ...(substitute === undefined ? {} : { substitute }) },
        }
      : {}),
  };
}
