import type { AnswerOf } from '@reglament/api';

export type Staff = AnswerOf<'people.list'>;
export type Unit = Staff['units'][number];
export type Post = Staff['positions'][number];
export type Employee = Staff['employees'][number];
export type Absence = Employee['absences'][number];

/** The pseudo-unit of people who hold no post. */
export const NO_POST = 'no-post';

/** Units of an organisation with how deep each stands, parents before their children, by title. Pure. */
export function unitTree(units: readonly Unit[], organisation: string): { unit: Unit; depth: number }[] {
  const mine = units.filter((unit) => unit.organisation === organisation);
  const within = (parent: string | undefined, depth: number): { unit: Unit; depth: number }[] =>
    mine
      .filter((unit) => unit.parent === parent)
      .sort((a, b) => a.title.localeCompare(b.title, 'ru'))
      .flatMap((unit) => [{ unit, depth }, ...within(unit.id, depth + 1)]);
  return within(undefined, 0);
}

/** Who holds a post. */
export function holderOf(staff: Staff, position: string | undefined): Employee | undefined {
  const post = staff.positions.find(({ id }) => id === position);
  return post?.holder ? staff.employees.find(({ id }) => id === post.holder) : undefined;
}

/** People at work who hold no post. Pure. */
export function withoutPost({ employees, positions }: Staff): Employee[] {
  const held = new Set(positions.map(({ holder }) => holder));
  return employees.filter(({ id, dismissed }) => !dismissed && !held.has(id));
}

/** Posts whose title, holder or login contains every word typed. Pure. */
export function findPosts(staff: Staff, typed: string): Post[] {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const byId = new Map(staff.employees.map((employee) => [employee.id, employee]));
  return staff.positions.filter(({ title, holder }) => {
    const person = holder ? byId.get(holder) : undefined;
    const text = `${title} ${person?.name ?? ''} ${person?.login ?? ''}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The absence that runs on this day, or the next one to come. Days compare as text. Pure. */
export function nearAbsence(employee: Employee, today: string): Absence | undefined {
  return [...employee.absences].sort((a, b) => (a.from < b.from ? -1 : 1)).find(({ to }) => to >= today);
}
