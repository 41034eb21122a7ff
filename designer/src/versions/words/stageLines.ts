import type { SettingDifference } from '@reglament/editing';
import {
  type Branch,
  deadlineOf,
  type Field,
  type Regulation,
  type Slug,
  type Stage,
  type TaskOutcome,
  type Text,
} from '@reglament/regulation';
import { fieldLines } from './fieldLines.ts';
import { type Listed, listed, listLines } from './lists.ts';
import {
  editsWords,
  fieldWords,
  groundWords,
  performerIds,
  performersWords,
  placeWords,
  silenceWords,
  termPair,
} from './values.ts';
import { type Line, textLine, titleIn, valueLine, type Wording } from './wording.ts';

/** What of a stage that stayed says how documents go otherwise now. */
export function meaningLines(
  before: Stage,
  after: Stage,
  settings: readonly SettingDifference[],
  wording: Wording,
): readonly Line[] {
  const facets = new Set(settings.map(({ path }) => facetOf(path)));
  return [...facets].flatMap((facet) => facetLines(facet, before, after, wording));
}

/** An order is worded with the map that it stands beside. */
const besides: Readonly<Record<string, string>> = {
  stepOrder: 'steps',
  outcomeOrder: 'outcomes',
  branchOrder: 'branches',
  formOrder: 'form',
};

function facetOf([head = '', key]: readonly string[]): string {
  if (head !== 'settings') return head;
  return key === undefined ? 'settings' : (besides[key] ?? key);
}

function facetLines(facet: string, before: Stage, after: Stage, wording: Wording): readonly Line[] {
  const { a, b, i18n, say } = wording;
  const what = (key: Parameters<typeof i18n.t>[0]) => i18n.t(key);
  switch (facet) {
    case 'kind':
      return [
        {
          what: what('versions.what.kind'),
          from: i18n.t(`methodologist.kind.${before.kind}`),
          to: i18n.t(`methodologist.kind.${after.kind}`),
        },
      ];
    // The other kind says enough.
    case 'settings':
      return [];
    case 'nature': {
      const words = (stage: Stage) =>
        (stage.nature ?? []).map((one) => i18n.t(`designer.natures.${one}`)).join(', ') ||
        i18n.t('versions.nothing');
      return [{ what: what('versions.what.nature'), from: words(before), to: words(after) }];
    }
    case 'parent':
      return [
        {
          what: what('versions.what.parent'),
          from: placeWords(before, a, i18n, say),
          to: placeWords(after, b, i18n, say),
        },
      ];
    case 'performer':
    case 'signer':
    case 'participants':
    case 'steps':
      return [
        valueLine(
          what(facet === 'signer' ? 'versions.what.signer' : 'versions.what.who'),
          [performersWords(before, a, i18n, say), performerIds(before)],
          [performersWords(after, b, i18n, say), performerIds(after)],
          wording,
        ),
      ];
    case 'deadline':
      return deadlineLines(before, after, wording);
    case 'again':
      return [
        { what: what('versions.what.again'), ...pair(before, after, (stage) => againOf(stage, wording)) },
      ];
    case 'lateDecisions':
      return [
        {
          what: what('versions.what.late'),
          ...pair(before, after, (stage) =>
            i18n.t(
              stage.kind === 'approval' && stage.settings.lateDecisions
                ? 'versions.lateYes'
                : 'versions.lateNo',
            ),
          ),
        },
      ];
    case 'outcomes':
      return listLines(outcomesOf(before, wording), outcomesOf(after, wording), {
        one: (title) => i18n.t('versions.what.outcome', { title }),
        added: what('versions.what.newOutcome'),
        removed: what('versions.what.goneOutcome'),
        order: what('versions.what.outcomeOrder'),
      });
    case 'edits':
      return [
        {
          what: what('versions.what.edits'),
          from: editsWords(before.kind === 'task' ? before.settings.edits : undefined, a, i18n, say),
          to: editsWords(after.kind === 'task' ? after.settings.edits : undefined, b, i18n, say),
        },
      ];
    case 'form':
      return formLines(before, after, wording);
    case 'rework':
      return [
        {
          what: what('versions.what.rework'),
          ...pair(before, after, (stage) =>
            i18n.t(stage.kind === 'task' && stage.settings.rework ? 'designer.yes' : 'designer.no'),
          ),
        },
      ];
    case 'register': {
      const of = (stage: Stage) => (stage.kind === 'registration' ? stage.settings.register : undefined);
      return [
        valueLine(
          what('versions.what.register'),
          [titleIn(a.registers, of(before), say), of(before)],
          [titleIn(b.registers, of(after), say), of(after)],
          wording,
        ),
      ];
    }
    case 'branches':
      return listLines(branchesOf(before, a, wording), branchesOf(after, b, wording), {
        one: (title) => i18n.t('versions.what.branch', { title }),
        added: what('versions.what.newBranch'),
        removed: what('versions.what.goneBranch'),
        order: what('versions.what.branchOrder'),
      });
    case 'as':
      return [
        {
          what: what('versions.what.as'),
          ...pair(before, after, (stage) =>
            stage.kind === 'end' ? i18n.t(`designer.${stage.settings.as}`) : '',
          ),
        },
      ];
    default:
      return [{ what: what('versions.what.other') }];
  }
}

function pair(before: Stage, after: Stage, words: (stage: Stage) => string): { from: string; to: string } {
  return { from: words(before), to: words(after) };
}

function againOf(stage: Stage, { i18n }: Wording): string {
  if (stage.kind === 'wait')
    return i18n.t(stage.settings.again === 'kept' ? 'designer.waitKept' : 'designer.waitAlways');
  return stage.kind === 'task' || stage.kind === 'approval'
    ? i18n.t(`methodologist.again.${stage.settings.again}`)
    : '';
}

/** Another deadline: what differs for who is asked, else what it is called. */
function deadlineLines(before: Stage, after: Stage, wording: Wording): readonly Line[] {
  const { a, b, i18n, say } = wording;
  const [fromId, toId] = [deadlineOf(before), deadlineOf(after)];
  const [from, to] = [known(a.deadlines, fromId), known(b.deadlines, toId)];
  const lines: Line[] = [];
  if (from && to) {
    const [old, now] = termPair(from.term, to.term, i18n);
    if (from.term.amount !== to.term.amount || from.term.unit !== to.term.unit)
      lines.push({ what: i18n.t('versions.what.term'), from: old, to: now });
    const [silent, speaks] = [silenceWords(from, i18n), silenceWords(to, i18n)];
    if (silent !== speaks) lines.push({ what: i18n.t('versions.what.silence'), from: silent, to: speaks });
  }
  if (lines.length > 0) return lines;
  return [
    valueLine(
      i18n.t('versions.what.term'),
      [titleIn(a.deadlines, fromId, say), fromId],
      [titleIn(b.deadlines, toId, say), toId],
      wording,
    ),
  ];
}

function outcomesOf(stage: Stage, { i18n, say }: Wording): Listed {
  if (stage.kind !== 'task') return listed<TaskOutcome>([], {}, () => '');
  const { outcomes, outcomeOrder } = stage.settings;
  return listed(
    outcomeOrder,
    outcomes,
    ({ title }) => say(title),
    ({ title, tone }) => `«${say(title)}», ${i18n.t(`designer.tones.${tone}`)}`,
  );
}

function branchesOf(stage: Stage, regulation: Regulation, { i18n, say }: Wording): Listed {
  if (stage.kind !== 'parallel') return listed<Branch>([], {}, () => '');
  const { branches, branchOrder } = stage.settings;
  return listed(
    branchOrder,
    branches,
    ({ title }) => say(title),
    ({ title, when, first }) => {
      const named =
        when === undefined
          ? say(title)
          : i18n.t('versions.branchWhen', { title: say(title), rule: titleIn(regulation.rules, when, say) });
      return i18n.t('versions.way', { from: named, to: titleIn(regulation.stages, first, say) });
    },
  );
}

function formLines(before: Stage, after: Stage, wording: Wording): readonly Line[] {
  const { i18n, say } = wording;
  const form = (stage: Stage): Listed =>
    stage.kind === 'task'
      ? listed(
          stage.settings.formOrder,
          stage.settings.form,
          ({ title }) => say(title),
          (field) => fieldWords(field, i18n, say),
        )
      : listed<Field>([], {}, () => '');
  const lines = listLines(form(before), form(after), {
    one: (title) => i18n.t('versions.what.formField', { title }),
    added: i18n.t('versions.what.newFormField'),
    removed: i18n.t('versions.what.goneFormField'),
    order: i18n.t('versions.what.formOrder'),
  });
  if (lines.length > 0 || before.kind !== 'task' || after.kind !== 'task') return lines;
  // What differs lies deeper: the options of a choice.
  const [old, now] = [before.settings.form ?? {}, after.settings.form ?? {}];
  return Object.keys(now).flatMap((id) => {
    const [from, to] = [old[id], now[id]];
    return from && to
      ? fieldLines(from, to, wording).filter(({ from: one, to: other }) => one !== other)
      : [];
  });
}

/** What of a stage's words differs: of its own, of its outcomes, of the fields of its form, of its branches. */
export function stageTextLines(
  before: Stage,
  after: Stage,
  settings: readonly SettingDifference[],
  wording: Wording,
): readonly Line[] {
  const { i18n, say } = wording;
  return settings.map(({ path, from, to }): Line => {
    const [head = '', part, id = '', key] = path;
    if (head === 'evidence') return groundLine(from, to, wording);
    if (head !== 'settings')
      return textLine(i18n.t(`versions.what.${head as 'title' | 'ask' | 'notes'}`), from, to, wording);
    const title = innerTitle(after, part, id, say) ?? innerTitle(before, part, id, say) ?? id;
    const what =
      part === 'outcomes'
        ? i18n.t('versions.what.outcome', { title })
        : part === 'branches'
          ? i18n.t('versions.what.branch', { title })
          : key === 'options'
            ? i18n.t('versions.what.option', { title })
            : i18n.t('versions.what.formField', { title });
    return textLine(what, from, to, wording);
  });
}

export function groundLine(from: unknown, to: unknown, { i18n, say }: Wording): Line {
  const [before, after] = [groundWords(from, i18n, say), groundWords(to, i18n, say)];
  return {
    what: i18n.t('versions.what.evidence'),
    ...(before === undefined ? {} : { from: before }),
    ...(after === undefined ? {} : { to: after }),
  };
}

function innerTitle(
  stage: Stage,
  part: string | undefined,
  id: Slug,
  say: Wording['say'],
): string | undefined {
  const map: Readonly<Record<Slug, { readonly title: Text }>> =
    stage.kind === 'task'
      ? part === 'outcomes'
        ? stage.settings.outcomes
        : (stage.settings.form ?? {})
      : stage.kind === 'parallel'
        ? stage.settings.branches
        : {};
  const one = known(map, id);
  return one && say(one.title);
}

function known<T>(map: Readonly<Record<Slug, T>>, id: Slug | undefined): T | undefined {
  return id !== undefined && Object.hasOwn(map, id) ? map[id] : undefined;
}
