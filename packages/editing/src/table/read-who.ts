import { type KnownRole, knownRoles } from './known-roles.ts';
import {
  ownRoleTitle,
  type Person,
  type Question,
  type StageMeaning,
  type TableContext,
  type Who,
} from './meaning.ts';
import { plain, saysNone, stem, wordsOf } from './plain.ts';

type Reading = { readonly value: Who; readonly question?: Question<Who>; readonly assumed?: true };

/** What a part of the cell says: somebody, or those it may be. */
type Part = { readonly said: string } & ({ readonly person: Person } | { readonly may: readonly Person[] });

const manyAsked: ReadonlySet<StageMeaning['kind']> = new Set(['approval', 'acquaintance']);

/**
 * Who is asked, by the words of a cell: the author, the head or curator of his unit, a role or a position that the
 * organisation has. Several are parted by commas, lines, «и». Who is not found by a name is asked about, with those who come
 * near; meanwhile the author of a document names whom the table names. Pure.
 */
export function readWho(cell: string, stage: StageMeaning, name: string, context: TableContext): Reading {
  if (stage.kind === 'wait') return { value: { people: [] } };
  if (plain(cell) === '' || saysNone(cell)) {
    if (stage.rework) return { value: { people: [{ by: 'initiator' }] }, assumed: true };
    // «Виза начальника отдела», and nobody beside it.
    const named = personNamedIn(name, context);
    if (named) return { value: { people: [named] }, assumed: true };
    return {
      value: { people: [listOf(name || '…', stage)] },
      question: { code: 'whoMissing', offers: usualPeople(context).map((person) => ({ people: [person] })) },
    };
  }
  const parts = partsOf(cell, context);
  const inTurn = /затем|потом|после|по очереди|последовательно|then|in turn|→/u.test(plain(cell));
  const people = unique(parts.map((part) => ('person' in part ? part.person : listOf(part.said, stage))));
  const many = manyAsked.has(stage.kind);
  const value: Who = { people, ...(inTurn && many && people.length > 1 && { inTurn: true as const }) };

  const unclear = parts.find((part) => 'may' in part);
  if (unclear && 'may' in unclear) {
    const at = parts.indexOf(unclear);
    const offers = unclear.may.map((person) => ({
      ...value,
      people: many ? unique(people.with(Math.min(at, people.length - 1), person)) : [person],
    }));
    const either = /(?:^|[^а-яa-z])(?:или|либо|or)(?:$|[^а-яa-z])/u.test(plain(unclear.said));
    const code = either ? 'whoEither' : nearby(unclear.said, context).length > 0 ? 'whoMany' : 'whoUnknown';
    return {
      value: many ? value : { people: people.slice(0, 1) },
      question: { code, offers, ...(parts.length > 1 && { about: unclear.said }) },
    };
  }
  if (!many && people.length > 1) {
    return {
      value: { people: people.slice(0, 1) },
      question: { code: 'onePerformer', offers: people.map((person) => ({ people: [person] })) },
    };
  }
  return { value };
}

/** Somebody whom the author of a document names, called as the table calls him. */
function listOf(said: string, stage: StageMeaning): Person {
  const words = said.replaceAll('\n', ' ').slice(0, 200).toWellFormed();
  return { by: 'list', words, ...(!manyAsked.has(stage.kind) && { one: true as const }) };
}

/** Whoever may be meant where nothing is said, the likeliest first. Pure. */
export function usualPeople({ roles }: TableContext): readonly Person[] {
  return [
    { by: 'initiator' },
    { by: 'head' },
    { by: 'curator' },
    ...knownRoles
      .filter(({ id }) => ['lawyer', 'head', 'regr'].includes(id) && roles.includes(id))
      .map(({ id }): Person => ({ by: 'role', role: id })),
  ];
}

function partsOf(cell: string, context: TableContext): readonly Part[] {
  const rough = cell
    .split(/\n|;|,|\/|→|(?:^|\s)(?:затем|потом|then)(?=\s|$)/iu)
    .map((part) => part.replace(/^\s*(?:[-–—•·*]|\d{1,2}[.)])\s*/u, '').trim())
    .filter((part) => part !== '' && !/^(?:затем|потом|then)$/iu.test(part))
    .slice(0, 20);
  // «Заместитель главы, курирующий отдел» is one.
  const joined = rough.flatMap((part, index) => {
    if (/^(?:курирующ|ведающ|ответственн\S+ за)/iu.test(part) && index > 0) return [];
    const next = rough[index + 1];
    return next !== undefined && /^(?:курирующ|ведающ|ответственн\S+ за)/iu.test(next)
      ? [`${part}, ${next}`]
      : [part];
  });
  return (joined.length === 0 ? [cell] : joined).flatMap((part): readonly Part[] => {
    // «юрист и бухгалтер», but «отдел ЖКХ и строительства»: only where each is somebody.
    const halves = part.split(/\s(?:и|and)\s/iu).map((half) => partOf(half.trim(), context));
    return halves.every((half) => 'person' in half) ? halves : [partOf(part, context)];
  });
}

function partOf(said: string, context: TableContext): Part {
  if (/(?:^|[^а-яa-z])(?:или|либо|or)(?:$|[^а-яa-z])/iu.test(said)) {
    const halves = said.split(/\s(?:или|либо|or)\s/iu).flatMap((half) => {
      const part = partOf(half.trim(), context);
      return 'person' in part ? [part.person] : part.may.slice(0, 1);
    });
    return { said, may: unique([...halves, { by: 'list', words: said.slice(0, 200) }]) };
  }
  const person = personOf(said, context);
  if (person) return { said, person };
  const near = nearby(said, context);
  const usual = usualPeople(context).filter((one) => !near.some((other) => same(one, other)));
  return { said, may: near.length > 1 ? near : [...near, ...usual] };
}

/** Who is meant, when that is plain. */
function personOf(said: string, context: TableContext): Person | undefined {
  const words = plain(said)
    .replace(/^(?:роль|role|post|должность)\s*[:«"]?\s*/u, '')
    .replace(/[«»"]/g, '');
  const exact = context.positions.filter(({ title }) => plain(title) === words);
  const role = knownRoles.find(
    ({ id, words: pattern }) => context.roles.includes(id) && (words === id || pattern.test(words)),
  );
  if (context.roles.includes(words)) return { by: 'role', role: words };
  // A unit's own head is a position, «начальник отдела» whoever heads the author's.
  const [position] = exact;
  if (exact.length === 1 && position && !/^(?:глава|делопроизводитель)$/u.test(words))
    return positionOf(position);
  const own = context.roles.find((id) => {
    const title = ownRoleTitle(id, context);
    return title !== undefined && (plain(title.ru) === words || plain(title.en) === words);
  });
  if (own !== undefined) return { by: 'role', role: own };
  if (
    /^(?:автор\S*|инициатор\S*|разработчик\S*|исполнитель|исполнителю|ответственный исполнитель|составитель|подготовивш\S+.*|author|initiator|drafter|originator|init)(?: (?:проекта|документа|договора|контракта|акта|приказа|of the (?:document|draft)))?$/u.test(
      words,
    )
  )
    return { by: 'initiator' };
  if (
    /^(?:начальник|руководитель|нач\.?|рук\.?|заведующий|head)(?: (?:своего|of(?: the)?))?(?: (?:отдел\S*|подразделени\S*|управлени\S*|структурн\S+ подразделени\S*|unit|department|author'?s? unit))?(?: (?:автора|исполнителя|инициатора|разработчика|of the author))?$/u.test(
      words,
    ) &&
    !/^(?:head|head of(?: the)?)$/u.test(words)
  )
    return { by: 'head' };
  if (/непосредственн\S+ (?:руководител|начальник)|line manager|hunit/u.test(words)) return { by: 'head' };
  if (/^куратор|курир|supervis\S+ deputy|^curator/u.test(words)) return { by: 'curator' };
  if (
    /список|по списку|заинтересованн|согласующи[ех]|все заинтерес|рассылк|^list$|distribution list|interested/u.test(
      words,
    )
  )
    return { by: 'list', words: said.slice(0, 200) };
  if (role) {
    // A role of a body of its own: plain when the words name the body, else one of the two.
    const [body] = bodiesOf(role, context);
    if (body === undefined) return { by: 'role', role: role.id };
    return /управ|отдел|комитет|департамент|department|office/u.test(words) ? body : undefined;
  }
  // One position that is called so and nothing near it.
  const close = closePositions(said, context);
  const [only] = close;
  return close.length === 1 && only && wordsOf(words).length > 1 ? positionOf(only) : undefined;
}

/** Somebody whom the name of a stage names: «Виза начальника отдела», «Подписание главой». */
function personNamedIn(name: string, context: TableContext): Person | undefined {
  const words = plain(name);
  if (
    /начальник\S* (?:отдела|подразделения|управления)(?:$| автора)|руководител\S* подразделения|head of (?:the )?unit/u.test(
      words,
    )
  )
    return { by: 'head' };
  if (/куратор|curator/u.test(words)) return { by: 'curator' };
  if (/автором|by the author/u.test(words)) return { by: 'initiator' };
  const role = knownRoles.find(({ id, inName }) => inName.test(words) && context.roles.includes(id));
  return role && { by: 'role', role: role.id };
}

/** Those who come near to what is said: posts by their words, a role of another organisation. */
function nearby(said: string, context: TableContext): readonly Person[] {
  const words = plain(said);
  const deputies: readonly Person[] = /зам|deput/u.test(words) ? [{ by: 'curator' }] : [];
  const bodies = knownRoles
    .filter(({ words: pattern }) => pattern.test(words))
    .flatMap((role): readonly Person[] => {
      const held = bodiesOf(role, context);
      return held.length > 0 && context.roles.includes(role.id)
        ? [...held, { by: 'role', role: role.id }]
        : held;
    });
  return unique([...bodies, ...deputies, ...closePositions(said, context).map(positionOf)]).slice(0, 6);
}

/** A known role as other organisations hold it, whose titles say what they are. */
function bodiesOf({ id, body }: KnownRole, { organisations }: TableContext): readonly Person[] {
  return organisations
    .filter(({ title }) => body?.test(plain(title)))
    .map(({ code }): Person => ({ by: 'role', role: id, organisation: code }));
}

/** Words shortened as they are written. */
const short: Readonly<Record<string, string>> = {
  зам: 'заместитель',
  нач: 'начальник',
  рук: 'руководитель',
  спец: 'специалист',
  гл: 'главный',
  вед: 'ведущий',
  адм: 'администрация',
  упр: 'управление',
};

/** Positions whose titles and units have every word that is said. */
function closePositions(said: string, context: TableContext): TableContext['positions'] {
  const asked = wordsOf(said)
    .map((word) => (Object.hasOwn(short, word) ? short[word]! : word))
    .filter((word) => word.length > 2)
    .map(stem);
  if (asked.length === 0) return [];
  return context.positions.filter(({ title, unit }) => {
    const has = [...wordsOf(title), ...wordsOf(unit)].map(stem);
    return asked.every((word) =>
      has.some((one) => one === word || (word.length > 3 && one.startsWith(word))),
    );
  });
}

function positionOf({ code, title }: TableContext['positions'][number]): Person {
  return { by: 'position', position: code, title };
}

/** Whether two are found in the same way. Pure. */
export function same(a: Person, b: Person): boolean {
  if (a.by === 'role' && b.by === 'role') return a.role === b.role && a.organisation === b.organisation;
  if (a.by === 'position' && b.by === 'position') return a.position === b.position;
  if (a.by === 'list' && b.by === 'list') return a.words === b.words;
  return a.by === b.by && a.by !== 'role' && a.by !== 'position' && a.by !== 'list';
}

function unique(people: readonly Person[]): Person[] {
  return people.filter((one, index) => people.findIndex((other) => same(one, other)) === index);
}
