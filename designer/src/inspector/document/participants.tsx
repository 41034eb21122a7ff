import type { Participant, Slug } from '@reglament/regulation';
import { stageOf } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { useApiQuery } from '@reglament/web';
import { useSay } from '../../app/say.ts';
import { useEditor, useEditorStore, useRegulation } from '../../document/store.ts';
import { BothWords, NumberIn, Prop, Select, Words } from '../controls.tsx';

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
  const staff = useApiQuery('units.list', {}, { staleTime: 300_000 });
  if (!participant) return null;
  const set = (value: Participant, merge?: string) =>
    store
      .getState()
      .dispatch({ do: 'setPart', map: 'participants', id, value }, merge === undefined ? {} : { merge });
  const { title } = participant;
  const posts = Object.entries(regulation.fields).filter(([, { type }]) => type === 'posts');

  const change = (type: Participant['type']) => {
    switch (type) {
      case 'initiator':
      case 'head':
      case 'curator':
        return set({ title, type });
      case 'position':
        return set({ title, type, position: staff.data?.positions[0]?.code ?? 'post' });
      case 'role':
        return set({ title, type, role: staff.data?.roles[0] ?? 'lawyer' });
      case 'card':
        return set({ title, type, field: posts[0]?.[0] ?? regulation.fieldOrder[0] ?? 'people' });
      case 'chosen':
        return set({ title, type, min: 1, max: 10 });
      case 'performer':
        return set({ title, type, stage: regulation.stageOrder[0] ?? 'stage' });
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
            value={participant.type}
            options={types.map((type) => ({ value: type, label: t(`designer.participant.${type}`) }))}
            onChange={change}
          />
        )}
      </Prop>
      {participant.type === 'position' && (
        <Prop label={t('designer.positionCode')}>
          {(field) => (
            <Select
              id={field}
              value={participant.position}
              options={(staff.data?.positions ?? []).map(({ code, title: post, unit }) => ({
                value: code,
                label: `${post}, ${unit}`,
              }))}
              onChange={(position) => set({ ...participant, position })}
            />
          )}
        </Prop>
      )}
      {participant.type === 'role' && (
        <>
          <Prop label={t('designer.role')}>
            {(field) => (
              <Words
                id={field}
                value={participant.role}
                suggestions={staff.data?.roles}
                onChange={(role) => set({ ...participant, role }, `role ${id}`)}
              />
            )}
          </Prop>
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
                    set({ ...plain, organisation: staff.data?.organisations[0]?.code ?? 'organisation' });
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
                  options={(staff.data?.organisations ?? []).map(({ code, title: body }) => ({
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
      {participant.type === 'card' && (
        <Prop label={t('designer.cardField')}>
          {(field) => (
            <Select
              id={field}
              value={participant.field}
              options={posts.map(([value, one]) => ({ value, label: say(one.title) }))}
              onChange={(next) => set({ ...participant, field: next })}
            />
          )}
        </Prop>
      )}
      {participant.type === 'chosen' && (
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
      {participant.type === 'performer' && (
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
              onChange={(stage) => set({ ...participant, stage })}
            />
          )}
        </Prop>
      )}
    </div>
  );
}
