import { kindWords, summaryOf } from '@reglament/drawing';
import type { Difference, DocumentDifference, NoteDifference, PartDifference } from '@reglament/editing';
import type { I18n } from '@reglament/i18n';
import {
  deadlineOf,
  isReturn,
  type Regulation,
  type Slug,
  type Stage,
  stageOf,
  type Text,
} from '@reglament/regulation';
import type { StaffNames } from '@reglament/wording';
import { partLines, partTextLines, wholePartLines } from './partLines.ts';
import { meaningLines, stageTextLines } from './stageLines.ts';
import { roleName, urgencyWords } from './values.ts';
import { wordTransition } from './wayLines.ts';
import { type Line, textLine, titleIn, type Worded, type Wording, worded } from './wording.ts';

/**
 * A difference between two regulations as a methodologist says it: «Правовая экспертиза: срок 3 → 2 рабочих дня», «Новый этап
 * «Нормоконтроль» после «Правовая экспертиза»». Parts are called as they are called now, what is gone as it was. Pure.
 */
export function wordDifference(
  difference: Difference,
  a: Regulation,
  b: Regulation,
  i18n: I18n,
  say: (text: Text) => string,
  staff?: StaffNames,
): Worded {
  const wording: Wording = { a, b, i18n, say, staff };
  switch (difference.of) {
    case 'part':
      return difference.map === 'stages'
        ? wordStage(difference, wording)
        : wordPart(difference, difference.map, wording);
    case 'transition':
      return wordTransition(difference, wording);
    case 'document':
      return wordDocument(difference, wording);
    case 'order': {
      const titles = (ids: readonly Slug[], regulation: Regulation) =>
        ids.map((id) => titleIn(regulation[difference.map], id, say)).join(', ');
      const lines: readonly Line[] =
        difference.map === 'fields'
          ? [{ what: '', from: titles(difference.from, a), to: titles(difference.to, b) }]
          : [];
      const head = i18n.t(`versions.order.${difference.map}`);
      return worded(head, lines, wording, head);
    }
    case 'note':
      return wordNote(difference, wording);
  }
}

function wordStage({ id, how, kind, settings }: PartDifference, wording: Wording): Worded {
  const { a, b, i18n, say } = wording;
  const [before, after] = [stageOf(a, id), stageOf(b, id)];
  const title = titleIn(after ? b.stages : a.stages, id, say);
  if (how === 'added' && after) {
    const { place, sentence } = whereNew(id, after, title, wording);
    return worded(title, [{ what: place, to: stageFacts(id, b, i18n) }], wording, sentence);
  }
  if (how === 'removed' && before) {
    const sentence = i18n.t('versions.removedStage', { title });
    return worded(
      title,
      [{ what: i18n.t('versions.what.kind'), from: stageFacts(id, a, i18n) }],
      wording,
      sentence,
    );
  }
  if (!before || !after) return worded(title, [], wording);
  if (kind === 'place') return worded(title, [{ what: i18n.t('versions.what.position') }], wording);
  const lines =
    kind === 'text'
      ? stageTextLines(before, after, settings, wording)
      : meaningLines(before, after, settings, wording);
  return worded(title, lines, wording);
}

/** «задача, автор, 2 раб. дня → эскалация». */
function stageFacts(id: Slug, regulation: Regulation, i18n: I18n): string {
  const stage = stageOf(regulation, id);
  if (!stage) return '';
  const { who, term, silence } = summaryOf(regulation, id, i18n);
  const silent = silence.kind === 'none' ? '' : i18n.t('designer.onSilence', { words: silence.words });
  return [kindWords(stage, i18n), who, term, silent].filter(Boolean).join(', ');
}

/** What a new stage stands behind: the stage that leads to it, the block that it begins a branch of. */
function whereNew(
  id: Slug,
  stage: Stage,
  title: string,
  { b, i18n, say }: Wording,
): { place: string; sentence: string } {
  const leads = Object.entries(b.transitions).flatMap(([transition, { from, order, alternatives }]) =>
    order
      .filter((alternative) => alternatives[alternative]?.to === id && from !== id)
      .map((alternative) => ({ from, back: isReturn(b, transition, alternative) })),
  );
  const before = (leads.find(({ back }) => !back) ?? leads[0])?.from;
  if (before !== undefined) {
    const after = titleIn(b.stages, before, say);
    return {
      place: i18n.t('versions.after', { after }),
      sentence: i18n.t('versions.newStage', { title, after }),
    };
  }
  if (stage.parent) {
    const after = titleIn(b.stages, stage.parent.block, say);
    return {
      place: i18n.t('versions.inBlock', { after }),
      sentence: i18n.t('versions.newStageIn', { title, after }),
    };
  }
  return { place: i18n.t('versions.first'), sentence: i18n.t('versions.newStageFirst', { title }) };
}

function wordNote({ kind, how, before, after }: NoteDifference, wording: Wording): Worded {
  const { i18n } = wording;
  const head = i18n.t(`versions.note.${how}`);
  if (kind === 'place') return worded(head, [{ what: i18n.t('versions.what.position') }], wording);
  return worded(head, [textLine('', before?.text, after?.text, wording)], wording);
}

function wordPart(
  { id, how, kind, settings }: PartDifference,
  map: Exclude<PartDifference['map'], 'stages'>,
  wording: Wording,
): Worded {
  const { a, b, i18n, say } = wording;
  const [before, after] = [partIn(a, map, id), partIn(b, map, id)];
  const title = titleIn(after ? b[map] : a[map], id, say);
  if (how === 'added' && after) {
    const head = i18n.t(`versions.new.${map}`, { title });
    return worded(head, wholePartLines(map, after, 'b', wording), wording);
  }
  if (how === 'removed' && before) {
    const head = i18n.t(`versions.removed.${map}`, { title });
    return worded(head, wholePartLines(map, before, 'a', wording), wording, head);
  }
  if (!before || !after) return worded(title, [], wording);
  const lines =
    kind === 'text' ? partTextLines(settings, wording) : partLines(map, before, after, settings, wording);
  // A term is a stage's term to everybody who waits for it.
  const stages = map === 'deadlines' && kind === 'meaning' ? stagesWith(b, id) : [];
  const head =
    stages.length === 0
      ? i18n.t(`versions.head.${map}`, { title })
      : [
          stages
            .slice(0, 2)
            .map((stage) => titleIn(b.stages, stage, say))
            .join(', '),
          stages.length > 2 ? i18n.t('versions.moreStages', { count: stages.length - 2 }) : '',
        ]
          .filter(Boolean)
          .join(' ');
  return worded(head, lines, wording);
}

/** Stages whose tasks have this deadline, in their order. */
function stagesWith({ stageOrder, stages }: Regulation, deadline: Slug): readonly Slug[] {
  return stageOrder.filter((id) => stages[id] && deadlineOf(stages[id]) === deadline);
}

function wordDocument({ key, settings, kind }: DocumentDifference, wording: Wording): Worded {
  const { a, b, i18n, say } = wording;
  const head = i18n.t(`versions.document.${key}`);
  const [from, to] = [settings[0]?.from, settings[0]?.to];
  const line = (before: string, after: string): readonly Line[] => [{ what: '', from: before, to: after }];
  const lines = (): readonly Line[] => {
    switch (key) {
      case 'title':
        return [textLine('', from, to, wording)];
      case 'start':
        return line(titleIn(a.stages, a.start, say), titleIn(b.stages, b.start, say));
      case 'urgency':
        return line(urgencyWords(a.urgency, a, i18n, say), urgencyWords(b.urgency, b, i18n, say));
      case 'documentKind':
        return settings.map(({ path: [name = ''], from: one, to: other }): Line => {
          if (kind === 'text') return textLine(i18n.t('versions.what.title'), one, other, wording);
          const what = i18n.t(`versions.what.${name as 'titleField'}`);
          const words = (value: unknown, regulation: Regulation) =>
            name === 'projectPrefix' ? String(value) : titleIn(regulation.fields, value as Slug, say);
          return {
            what,
            ...(one === undefined ? {} : { from: words(one, a) }),
            ...(other === undefined ? {} : { to: words(other, b) }),
          };
        });
      case 'readers': {
        const names = (codes: unknown) =>
          listWords(
            Array.isArray(codes) ? codes.map((code) => roleName(String(code), wording)) : codes,
            i18n,
          );
        return line(names(from), names(to));
      }
      case 'needs':
        return line(listWords(from, i18n), listWords(to, i18n));
      case 'id':
      case 'format':
        return line(String(from), String(to));
    }
  };
  return worded(head, lines(), wording);
}

function listWords(value: unknown, i18n: I18n): string {
  return Array.isArray(value) && value.length > 0 ? value.join(', ') : i18n.t('versions.nothing');
}

function partIn(regulation: Regulation, map: PartDifference['map'], id: Slug): object | undefined {
  return Object.hasOwn(regulation[map], id) ? regulation[map][id] : undefined;
}
