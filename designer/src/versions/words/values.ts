import { evidenceWords, lapseWords } from '@reglament/drawing';
import { formatCount, type I18n } from '@reglament/i18n';
import {
  type Deadline,
  type Duration,
  type Edits,
  type Evidence,
  type Field,
  type LegalTerm,
  type Participant,
  type Regulation,
  roleTitle,
  type Stage,
  type Text,
  type Urgency,
} from '@reglament/regulation';
import { titleIn, type Wording } from './wording.ts';

type Say = (text: Text) => string;

/** «2 рабочих дня», «0,5 рабочего дня»; nothing at all is «в тот же день». Pure. */
export function termWords({ amount, unit }: Duration, i18n: I18n): string {
  if (amount === 0) return i18n.t('methodologist.sameDay');
  const count = formatCount(amount, i18n.locale);
  return `${count} ${i18n.t(`designer.unit.${unit}`, { count: amount })}`;
}

/** A term that became another, the unit said once where it stayed: «3», «2 рабочих дня». Pure. */
export function termPair(from: Duration, to: Duration, i18n: I18n): readonly [string, string] {
  const isOneUnit = from.unit === to.unit && from.amount > 0 && to.amount > 0;
  return [isOneUnit ? formatCount(from.amount, i18n.locale) : termWords(from, i18n), termWords(to, i18n)];
}

export function silenceWords(deadline: Deadline, i18n: I18n): string {
  const words = lapseWords(deadline, i18n);
  return words.length === 0 ? i18n.t('versions.noSilence') : words.join(', ');
}

/** What a role is called; its code when nobody calls it anything. Pure. */
export function roleName(code: string, { say, staff }: Pick<Wording, 'say' | 'staff'>): string {
  return staff?.role(code) ?? say(roleTitle(code) ?? { ru: code, en: code });
}

/** How the performer is found: «по роли «Юрист», во всей организации». Pure. */
export function foundWords(
  participant: Participant,
  regulation: Regulation,
  { i18n, say, staff }: Wording,
): string {
  switch (participant.type) {
    case 'initiator':
    case 'head':
    case 'curator':
      return i18n.t(`designer.participant.${participant.type}`);
    case 'position':
      return i18n.t('versions.byPosition', {
        position: staff?.position(participant.position) ?? participant.position,
      });
    case 'role':
      return i18n.t('versions.byRole', {
        role: roleName(participant.role, { say, staff }),
        scope:
          participant.organisation === undefined
            ? i18n.t(`designer.scope.${participant.scope ?? 'organisation'}`)
            : i18n.t('versions.inOrganisation', {
                organisation: staff?.organisation(participant.organisation) ?? participant.organisation,
              }),
      });
    case 'chosen':
      return i18n.t('versions.byChosen', { min: participant.min, max: participant.max });
    case 'card':
      return i18n.t('versions.byCard', { field: titleIn(regulation.fields, participant.field, say) });
    case 'performer':
      return i18n.t('versions.byPerformer', { stage: titleIn(regulation.stages, participant.stage, say) });
  }
}

export function editsWords(edits: Edits | undefined, regulation: Regulation, i18n: I18n, say: Say): string {
  if (edits === undefined) return i18n.t('versions.nothing');
  const card =
    edits.card === 'all'
      ? i18n.t('versions.editsCard')
      : edits.card.length === 0
        ? ''
        : i18n.t('versions.editsFields', {
            fields: edits.card.map((id) => titleIn(regulation.fields, id, say)).join(', '),
          });
  return [
    card,
    edits.files ? i18n.t('versions.editsFiles') : '',
    i18n.t(edits.visas === 'askedAgain' ? 'versions.editsAsked' : 'versions.editsKept'),
  ]
    .filter(Boolean)
    .join(', ');
}

/** A field with what is asked of it: «Цена: сумма, обязательное». */
export function fieldWords({ title, type, required }: Field, i18n: I18n, say: Say): string {
  const facts = [i18n.t(`methodologist.type.${type}`), required ? i18n.t('designer.requiredField') : ''];
  return `«${say(title)}»: ${facts.filter(Boolean).join(', ')}`;
}

/** Whom a stage asks, in the order in which they are asked. Pure. */
export function performersWords(stage: Stage, regulation: Regulation, i18n: I18n, say: Say): string {
  const title = (id: string) => titleIn(regulation.participants, id, say);
  switch (stage.kind) {
    case 'task':
    case 'registration':
      return title(stage.settings.performer);
    case 'signing':
      return title(stage.settings.signer);
    case 'acquaintance':
      return stage.settings.participants.map(title).join(', ');
    case 'approval': {
      const { stepOrder, steps } = stage.settings;
      const words = stepOrder.map((id) => {
        const step = steps[id];
        if (!step) return id;
        const names = step.participants.map(title);
        return step.mode === 'parallel'
          ? names.join(', ')
          : names.reduce((one, other) => i18n.t('versions.inTurn', { one, other }));
      });
      return words.reduce((one, other) => i18n.t('versions.inTurn', { one, other }));
    }
    default:
      return '';
  }
}

/** The participants of a stage by their ids, in the same order. */
export function performerIds(stage: Stage): string {
  switch (stage.kind) {
    case 'task':
    case 'registration':
      return stage.settings.performer;
    case 'signing':
      return stage.settings.signer;
    case 'acquaintance':
      return stage.settings.participants.join(', ');
    case 'approval':
      return stage.settings.stepOrder
        .map((id) => `${stage.settings.steps[id]?.mode} ${stage.settings.steps[id]?.participants.join(', ')}`)
        .join('; ');
    default:
      return '';
  }
}

export function placeWords(stage: Stage, regulation: Regulation, i18n: I18n, say: Say): string {
  const { parent } = stage;
  if (parent === undefined) return i18n.t('versions.outsideBlocks');
  const block = regulation.stages[parent.block];
  const branch = block?.kind === 'parallel' ? block.settings.branches[parent.branch] : undefined;
  return i18n.t('versions.inBranch', {
    block: block ? say(block.title) : parent.block,
    branch: branch ? say(branch.title) : parent.branch,
  });
}

/** «отправки документа», «начала «Подписание»». */
export function eventWords(event: LegalTerm['from'], regulation: Regulation, i18n: I18n, say: Say): string {
  if (event === 'sent' || event === 'registered') return i18n.t(`designer.event.${event}`);
  const [stage = '', moment] = event.split('.');
  const title = titleIn(regulation.stages, stage, say);
  return i18n.t(moment === 'opened' ? 'designer.event.opened' : 'designer.event.closed', { title });
}

export function urgencyWords(
  urgency: Urgency | undefined,
  regulation: Regulation,
  i18n: I18n,
  say: Say,
): string {
  if (urgency === undefined) return i18n.t('versions.nothing');
  return i18n.t('versions.urgencyOf', {
    rule: titleIn(regulation.rules, urgency.rule, say),
    factor: formatCount(urgency.factor, i18n.locale),
    round: formatCount(urgency.roundUpTo, i18n.locale),
  });
}

export function groundWords(evidence: unknown, i18n: I18n, say: Say): string | undefined {
  if (evidence === undefined) return undefined;
  const { tag, basis } = evidenceWords(evidence as Evidence, say, i18n);
  return [tag, basis].filter(Boolean).join(': ');
}
