import { freeAmong, freeId } from '@reglament/editing';
import { type Participant, participantsOf, type Slug, stageOf } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { useState } from 'react';
import { useSay } from '../../app/say.ts';
import { type EditorStore, useEditor, useEditorStore } from '../../document/store.ts';
import { Fold, MemberList, moved, Section, Segments, Select } from '../controls.tsx';
import { ParticipantEditor } from '../document/participants.tsx';
import { newParticipant } from '../participantTitle.ts';
import { PeoplePreview } from '../preview.tsx';

const anew = '$new';

/** One more participant with a free id. */
function freshParticipant(store: EditorStore): { id: Slug; value: Participant } {
  const { regulation } = store.getState();
  return { id: freeId(regulation, 'participants', 'participant'), value: newParticipant(regulation) };
}

/** A participant out of those of the regulation, or a new one; its own editor opens below. */
function ParticipantChoice({
  label,
  value,
  onChange,
}: {
  label: string;
  value: Slug;
  onChange: (participant: Slug, made?: { id: Slug; value: unknown }) => void;
}) {
  const { t } = useI18n();
  const say = useSay();
  const store = useEditorStore();
  const participants = useEditor(({ regulation }) => regulation.participants);
  const readOnly = useEditor((editor) => editor.readOnly);
  const shared = useEditor(
    ({ regulation }) =>
      Object.values(regulation.stages).filter((stage) => participantsOf(stage).includes(value)).length,
  );
  const [open, setOpen] = useState(false);
  return (
    <>
      <Select
        label={label}
        value={value}
        options={[
          ...Object.entries(participants).map(([id, { title }]) => ({ value: id, label: say(title) })),
          { value: anew, label: t('designer.newParticipant') },
        ]}
        onChange={(id) => {
          if (id !== anew) return onChange(id);
          const made = freshParticipant(store);
          onChange(made.id, made);
          setOpen(true);
        }}
      />
      {Object.hasOwn(participants, value) && (
        <details
          className="inline-editor"
          open={open}
          onToggle={(event) => setOpen(event.currentTarget.open)}
        >
          <summary>{t(readOnly ? 'designer.howFound' : 'designer.editParticipant')}</summary>
          {open && (
            <>
              {shared > 1 && <p className="say">{t('designer.sharedParticipant', { count: shared })}</p>}
              <ParticipantEditor id={value} />
            </>
          )}
        </details>
      )}
      <PeoplePreview participants={[value]} />
    </>
  );
}

/** One participant at a path of the stage's settings. */
function OnePart({ id, setting, title }: { id: Slug; setting: 'performer' | 'signer'; title: string }) {
  const store = useEditorStore();
  const value = useEditor(({ regulation }) => {
    const settings = stageOf(regulation, id)?.settings as Record<string, unknown> | undefined;
    return settings?.[setting];
  });
  if (typeof value !== 'string') return null;
  return (
    <Section title={title}>
      <ParticipantChoice
        label={title}
        value={value}
        onChange={(participant, made) =>
          store
            .getState()
            .dispatchAll([
              ...(made ? [{ do: 'setPart' as const, map: 'participants' as const, ...made }] : []),
              { do: 'setStage', id, path: ['settings', setting], value: participant },
            ])
        }
      />
    </Section>
  );
}

export function PerformerPart({ id }: { id: Slug }) {
  const { t } = useI18n();
  return <OnePart id={id} setting="performer" title={t('designer.performer')} />;
}

export function SignerPart({ id }: { id: Slug }) {
  const { t } = useI18n();
  return <OnePart id={id} setting="signer" title={t('designer.signer')} />;
}

/** Several participants: added from the regulation's, moved, taken out. */
function ManyPart({
  participants: list,
  label,
  onChange,
}: {
  participants: readonly Slug[];
  label: string;
  onChange: (participants: readonly Slug[], made?: { id: Slug; value: unknown }) => void;
}) {
  const { t } = useI18n();
  const say = useSay();
  const store = useEditorStore();
  const participants = useEditor(({ regulation }) => regulation.participants);
  const readOnly = useEditor((editor) => editor.readOnly);
  const [made, setMade] = useState<Slug | null>(null);
  const titleOf = (id: Slug) => {
    const participant = participants[id];
    return participant ? say(participant.title) : id;
  };
  const others = Object.keys(participants).filter((id) => !list.includes(id));
  const put = (id: string, beside: readonly Slug[]) => {
    if (id !== anew) return onChange([...beside, id]);
    const fresh = freshParticipant(store);
    setMade(fresh.id);
    onChange([...beside, fresh.id], fresh);
  };
  return (
    <>
      <MemberList
        label={label}
        members={list.map((id) => ({ id, title: titleOf(id) }))}
        onMove={(id, by) => onChange(moved(list, id, by))}
        {...(list.length > 1 && { onRemove: (id: string) => onChange(list.filter((each) => each !== id)) })}
      >
        {(id) => (
          <>
            {/* The only one cannot be taken out: another takes his place. */}
            {!readOnly && list.length === 1 && (
              <Select
                label={t('designer.replaceParticipant', { title: titleOf(id) })}
                value=""
                options={[
                  { value: '', label: t('designer.replaceWith') },
                  ...others.map((other) => ({ value: other, label: titleOf(other) })),
                  { value: anew, label: t('designer.newParticipant') },
                ]}
                onChange={(other) => other !== '' && put(other, [])}
              />
            )}
            {Object.hasOwn(participants, id) && (
              <Fold
                title={t(readOnly ? 'designer.howFound' : 'designer.editParticipant')}
                startOpen={id === made}
              >
                {() => <ParticipantEditor id={id} />}
              </Fold>
            )}
          </>
        )}
      </MemberList>
      {!readOnly && (
        <Select
          label={t('designer.addParticipant')}
          value=""
          options={[
            { value: '', label: t('designer.addParticipant') },
            ...others.map((id) => ({ value: id, label: titleOf(id) })),
            { value: anew, label: t('designer.newParticipant') },
          ]}
          onChange={(id) => id !== '' && put(id, list)}
        />
      )}
      <PeoplePreview participants={list} />
    </>
  );
}

export function ReadersPart({ id }: { id: Slug }) {
  const { t } = useI18n();
  const store = useEditorStore();
  const stage = useEditor(({ regulation }) => stageOf(regulation, id));
  if (stage?.kind !== 'acquaintance') return null;
  return (
    <Section title={t('designer.readersOfStage')}>
      <ManyPart
        label={t('designer.readersOfStage')}
        participants={stage.settings.participants}
        onChange={(participants, made) =>
          store
            .getState()
            .dispatchAll([
              ...(made ? [{ do: 'setPart' as const, map: 'participants' as const, ...made }] : []),
              { do: 'setStage', id, path: ['settings', 'participants'], value: participants },
            ])
        }
      />
    </Section>
  );
}

/** Steps of an approval: one after another, inside each all at once or in turn. */
export function StepsPart({ id }: { id: Slug }) {
  const { t } = useI18n();
  const store = useEditorStore();
  const stage = useEditor(({ regulation }) => stageOf(regulation, id));
  const readOnly = useEditor((editor) => editor.readOnly);
  if (stage?.kind !== 'approval') return null;
  const { steps, stepOrder } = stage.settings;
  const write = (
    next: { steps: typeof steps; stepOrder: readonly Slug[] },
    made?: { id: Slug; value: unknown },
  ) =>
    store
      .getState()
      .dispatchAll([
        ...(made ? [{ do: 'setPart' as const, map: 'participants' as const, ...made }] : []),
        { do: 'setStage', id, path: ['settings'], value: { ...stage.settings, ...next } },
      ]);
  const addStep = () => {
    const key = freeAmong((taken) => Object.hasOwn(steps, taken), 'step');
    const first =
      steps[stepOrder[0] ?? '']?.participants[0] ?? Object.keys(store.getState().regulation.participants)[0];
    if (first === undefined) return;
    write({
      steps: { ...steps, [key]: { mode: 'parallel', participants: [first] } },
      stepOrder: [...stepOrder, key],
    });
  };
  return (
    <Section title={t('designer.approvers')}>
      {stepOrder.map((key, index) => {
        const step = steps[key];
        if (!step) return null;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame
          <div key={key} role="group" aria-label={t('designer.step', { number: index + 1 })} className="step">
            {stepOrder.length > 1 && (
              <p className="step-title">
                {t('designer.step', { number: index + 1 })}
                {!readOnly && (
                  <>
                    <button
                      type="button"
                      className="linkbtn"
                      disabled={index === 0}
                      onClick={() => write({ steps, stepOrder: moved(stepOrder, key, -1) })}
                    >
                      {t('designer.earlier')}
                    </button>
                    <button
                      type="button"
                      className="linkbtn"
                      onClick={() =>
                        write({
                          steps: Object.fromEntries(Object.entries(steps).filter(([each]) => each !== key)),
                          stepOrder: stepOrder.filter((each) => each !== key),
                        })
                      }
                    >
                      {t('designer.removeStep')}
                    </button>
                  </>
                )}
              </p>
            )}
            <ManyPart
              label={t('designer.approvers')}
              participants={step.participants}
              onChange={(participants, made) =>
                write({ steps: { ...steps, [key]: { ...step, participants } }, stepOrder }, made)
              }
            />
            <div className="prop">
              <span>{t('designer.order')}</span>
              <Segments
                label={t('designer.order')}
                value={step.mode}
                options={[
                  { value: 'parallel', label: t('designer.allAtOnce') },
                  { value: 'sequential', label: t('designer.inTurn') },
                ]}
                onChange={(mode) => write({ steps: { ...steps, [key]: { ...step, mode } }, stepOrder })}
              />
            </div>
          </div>
        );
      })}
      {!readOnly && (
        <button type="button" className="linkbtn" onClick={addStep}>
          {t('designer.addStep')}
        </button>
      )}
    </Section>
  );
}
