import type { Participant, Slug } from '@reglament/regulation';
import { stageOf } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { useState } from 'react';
import { useSay } from '../../app/say.ts';
import { useStaff } from '../../app/staff.ts';
import { useEditor, useEditorStore, useRegulation } from '../../document/store.ts';
import { BothWords, NumberIn, Prop, Select } from '../controls.tsx';
import { foundAnew } from '../participantTitle.ts';
import { PositionChoice, RoleChoice } from './staffChoices.tsx';

const types: readonly Participant['type'][] = [
  'initiator',
  'head',
  'curator',
  'role',
  'position',
  'chosen',
  'card',
  'performer',
];

/** How a performer is found. */
export function ParticipantEditor({ id }: { id: Slug }) {
  const { t } = useI18n();
  const say = useSay();
  const store = useEditorStore();
  const participant = useEditor(({ regulation }) => regulation.participants[id]);
  const regulation = useRegulation('fields', 'fieldOrder', 'stages', 'stageOrder');
  const staff = useStaff();
  // What cannot be found without a choice goes into the document with it.
  const [wanted, setWanted] = useState<'role' | 'position' | null>(null);
  if (!participant) return null;
  const set = (value: Participant, merge?: string) =>
    store
      .getState()
      .dispatch({ do: 'setPart', map: 'participants', id, value }, merge === undefined ? {} : { merge });
  const { title } = participant;
  const posts = Object.entries(regulation.fields).filter(([, { type }]) => type === 'posts');

  const type = wanted ?? participant.type;
  const found = (next: Parameters<typeof foundAnew>[1], merge?: string) => {
    setWanted(null);
    set(foundAnew(participant, next, regulation, staff), merge);
  };
  const change = (type: Participant['type']) => {
    switch (type) {
      case 'initiator':
      case 'head':
      case 'curator':
        return found({ type });
      case 'position':
      case 'role':
        return setWanted(type === participant.type ? null : type);
      case 'card':
        return found({ type, field: posts[0]?.[0] ?? regulation.fieldOrder[0] ?? 'people' });
      case 'chosen':
        return found({ type, min: 1, max: 10 });
      case 'performer':
        return found({ type, stage: regulation.stageOrder[0] ?? 'stage' });
    }
  };
  return (
    <div className="participant">
      <BothWords
        label={t('designer.participantTitle')}
        value={title}
        onChange={(next) => set({ ...participant, title: next }, `participant ${id}`)}
      />
      <Prop label={t('designer.foundBy')}>
        {(field) => (
          <Select
            id={field}
            value={type}
            options={types.map((one) => ({ value: one, label: t(`designer.participant.${one}`) }))}
            onChange={change}
          />
        )}
      </Prop>
      {type === 'position' && (
        <PositionChoice
          value={wanted || participant.type !== 'position' ? null : participant.position}
          onChange={(position) => found({ type: 'position', position })}
        />
      )}
      {type === 'role' && (
        <RoleChoice
          value={wanted || participant.type !== 'role' ? null : participant.role}
          elsewhere={participant.type === 'role' && participant.organisation !== undefined}
          onChange={(role) =>
            found(
              participant.type === 'role' ? { ...participant, role } : { type: 'role', role },
              `role ${id}`,
            )
          }
        />
      )}
      {type === 'role' && participant.type === 'role' && (
        <>
          <Prop label={t('designer.roleScope')}>
            {(field) => (
              <Select
                id={field}
                value={
                  participant.organisation === undefined ? (participant.scope ?? 'organisation') : '$other'
                }
                options={[
                  ...(['organisation', 'unit', 'upward'] as const).map((scope) => ({
                    value: scope as string,
                    label: t(`designer.scope.${scope}`),
                  })),
                  { value: '$other', label: t('designer.scope.other') },
                ]}
                onChange={(scope) => {
                  const { scope: _, organisation: __, ...plain } = participant;
                  if (scope === '$other')
                    set({ ...plain, organisation: staff?.organisations[0]?.code ?? 'organisation' });
                  else if (scope === 'organisation') set(plain);
                  else if (scope === 'unit' || scope === 'upward') set({ ...plain, scope });
                }}
              />
            )}
          </Prop>
          {participant.organisation !== undefined && (
            <Prop label={t('designer.organisation')}>
              {(field) => (
                <Select
                  id={field}
                  value={participant.organisation ?? ''}
                  options={(staff?.organisations ?? []).map(({ code, title: body }) => ({
                    value: code,
                    label: body,
                  }))}
                  onChange={(organisation) => set({ ...participant, organisation })}
                />
              )}
            </Prop>
          )}
        </>
      )}
      {type === 'card' && participant.type === 'card' && (
        <Prop label={t('designer.cardField')}>
          {(field) => (
            <Select
              id={field}
              value={participant.field}
              options={posts.map(([value, one]) => ({ value, label: say(one.title) }))}
              onChange={(next) => found({ type: 'card', field: next })}
            />
          )}
        </Prop>
      )}
      {type === 'chosen' && participant.type === 'chosen' && (
        <div className="duration">
          <NumberIn
            label={t('designer.atLeast')}
            value={participant.min}
            min={1}
            max={100}
            step={1}
            onChange={(min) => set({ ...participant, min }, `min ${id}`)}
          />
          <span aria-hidden="true">…</span>
          <NumberIn
            label={t('designer.atMost')}
            value={participant.max}
            min={1}
            max={100}
            step={1}
            onChange={(max) => set({ ...participant, max }, `max ${id}`)}
          />
        </div>
      )}
      {type === 'performer' && participant.type === 'performer' && (
        <Prop label={t('methodologist.stage')}>
          {(field) => (
            <Select
              id={field}
              value={participant.stage}
              options={regulation.stageOrder.flatMap((value) => {
                const stage = stageOf(regulation, value);
                return stage && stage.kind !== 'end' && stage.kind !== 'choice'
                  ? [{ value, label: say(stage.title) }]
                  : [];
              })}
              onChange={(stage) => found({ type: 'performer', stage })}
            />
          )}
        </Prop>
      )}
    </div>
  );
}
