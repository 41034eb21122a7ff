import type { Nature } from '@reglament/regulation';
import type { Question, StageMeaning } from './meaning.ts';
import { plain } from './plain.ts';

type Kind = StageMeaning['kind'];

/** Words of a kind. Participles are none: «регистрация подписанного договора» signs nothing. */
const kinds: readonly (readonly [Kind, RegExp])[] = [
  [
    'approval',
    /согласован(?!н)|(?:^|[^а-я])виз(?:а|ы|у|ой|е)(?![а-я])|(?:^|[^а-я])визир|экспертиз|завизир|approv|endors|(?:^|[^a-z])visa|examin|review/u,
  ],
  ['signing', /подписан(?!н)|подпись|утвержден(?!н)|(?:^|[^a-z])sign(?!ed|al|ific)/u],
  ['registration', /регистрац|зарегистрир|присвоени[ея] номера|regist(?!ered|rar)/u],
  ['acquaintance', /ознаком|acquaint|familiari[sz]/u],
  ['wait', /ожидани|размещени|выдерж|пауза|(?:^|[^a-z])wait|exposure|(?:^|[^a-z])pause/u],
];
const rework = /доработ(?!анн)|устранени[ея] замечаний|(?:^|[^a-z])rework|revision by the author/u;
const editing = /редактир|нормоконтрол|вычитк|(?:^|[^a-z])edit/u;
const natures: readonly (readonly [Nature, RegExp])[] = [
  ['legal', /правов|юрид|юрист|(?:^|[^a-z])legal|lawyer/u],
  ['anticorruption', /антикорр|(?:^|[^а-я])акэ(?:$|[^а-я])|anti-?corr/u],
  ['financial', /финанс|бюджет|financ|budget/u],
];

/** Codes of kinds as reference works and our own templates write them. */
const codes: Readonly<Record<string, StageMeaning>> = {
  draft: { kind: 'task', nature: [], edits: true },
  edit: { kind: 'task', nature: [], edits: true },
  legal: { kind: 'approval', nature: ['legal'] },
  anticorr: { kind: 'approval', nature: ['anticorruption'] },
  fin: { kind: 'approval', nature: ['financial'] },
  appr: { kind: 'approval', nature: [] },
  sign: { kind: 'signing', nature: ['signing'] },
  reg: { kind: 'registration', nature: [] },
  acq: { kind: 'acquaintance', nature: [] },
};

/** What a stage is by its words: the kind they name, else a task. Pure. */
export function readStage(name: string): {
  readonly value: StageMeaning;
  readonly question?: Question<StageMeaning>;
} {
  const said = plain(name);
  const code = Object.hasOwn(codes, said) ? codes[said] : undefined;
  if (code) return { value: code };
  const found = kinds
    .flatMap(([kind, words]) => {
      const at = said.search(words);
      return at < 0 ? [] : [{ kind, at }];
    })
    .sort((a, b) => a.at - b.at);
  const reworkAt = said.search(rework);
  // «доработка по замечаниям согласования» is rework; «согласование с доработкой» is not.
  if (reworkAt >= 0 && (found.length === 0 || reworkAt < found[0]!.at))
    return { value: { kind: 'task', nature: [], rework: true } };
  const [first, second] = found;
  if (first === undefined) {
    return { value: { kind: 'task', nature: [], ...(editing.test(said) && { edits: true as const }) } };
  }
  const value = meaningOf(first.kind, said);
  return second === undefined
    ? { value }
    : { value, question: { code: 'kindTwo', offers: found.map(({ kind }) => meaningOf(kind, said)) } };
}

/** A kind with the natures that the words of the stage name. Pure. */
export function meaningOf(kind: Kind, said: string): StageMeaning {
  if (kind === 'signing') return { kind, nature: ['signing'] };
  const nature = natures.filter(([, words]) => words.test(plain(said))).map(([one]) => one);
  return { kind, nature: kind === 'approval' ? nature : [] };
}
