import { freeId, type SettablePart } from '@reglament/editing';
import { deadlineOf, participantsOf, type Regulation, type Slug, stageOf } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { type ComponentType, useMemo } from 'react';
import { useSay } from '../app/say.ts';
import { useEditor, useEditorStore, useRegulation } from '../document/store.ts';
import { useProblems } from '../problems/problems.ts';
import { ProblemWords } from '../problems/problemWords.tsx';
import { TryRule } from '../trying/tryIt.tsx';
import { BothWords, Fold, MemberList, NumberIn, Prop, Section, Select, Words } from './controls.tsx';
import { DeadlineEditor, DurationEditor } from './document/deadlines.tsx';
import { FieldList } from './document/fields.tsx';
import { ParticipantEditor } from './document/participants.tsx';
import { RuleEditor } from './document/rules.tsx';
import { RolesChoice } from './document/staffChoices.tsx';
import { EvidenceEditor } from './evidence.tsx';
import { firstWords } from './firstWords.ts';
import { newParticipant } from './participantTitle.ts';

/**
 * The regulation itself: what it is about, its card, participants, deadlines, registers, rules and terms of the law. Each
 * section reads its own part of the document, so that a letter typed in one draws no other.
 */
export function DocumentInspector() {
  const { t } = useI18n();
  return (
    <>
      <Head />
      <Section title={t('designer.documentKind')}>
        <DocumentKindProps />
        <StartStage />
        <Readers />
      </Section>
      <Section title={t('designer.card')}>
        <CardFields />
      </Section>
      <Parts map="participants" title={t('designer.participants')} Editor={ParticipantEditor} />
      <Parts map="deadlines" title={t('designer.deadlines')} Editor={DeadlineEditor} />
      <Parts map="rules" title={t('methodologist.rules')} Editor={TriedRule} />
      <Parts map="registers" title={t('methodologist.registers')} Editor={RegisterEditor} />
      <Parts map="legalTerms" title={t('methodologist.legalTerms')} Editor={LegalTermEditor} />
      <UrgencySection />
    </>
  );
}

function useSetDocument(): (path: readonly string[], value: unknown) => void {
  const store = useEditorStore();
  return (path, value) =>
    void store
      .getState()
      .dispatch({ do: 'setDocument', path, value }, { merge: `document ${path.join('/')}` });
}

function Head() {
  const { t } = useI18n();
  const title = useEditor(({ regulation }) => regulation.title);
  const problems = useProblems().filter(({ element }) => element === undefined);
  const set = useSetDocument();
  return (
    <div className="insp-head">
      <h2 className="insp-kind">{t('designer.regulation')}</h2>
      <BothWords
        label={t('designer.regulationTitle')}
        heading
        first
        value={title}
        onChange={(title) => set(['title'], title)}
      />
      <ProblemWords problems={problems} />
    </div>
  );
}

function DocumentKindProps() {
  const { t } = useI18n();
  const kind = useEditor(({ regulation }) => regulation.documentKind);
  const set = useSetDocument();
  return (
    <>
      <BothWords
        label={t('designer.kindTitle')}
        value={kind.title}
        onChange={(title) => set(['documentKind', 'title'], title)}
      />
      <Prop label={t('designer.projectPrefix')}>
        {(id) => (
          <Words
            id={id}
            optional
            value={kind.projectPrefix}
            onChange={(prefix) => set(['documentKind', 'projectPrefix'], prefix.slice(0, 20))}
          />
        )}
      </Prop>
      <FieldChoice
        label={t('designer.titleField')}
        value={kind.titleField}
        types={['text', 'longText']}
        onChange={(field) => set(['documentKind', 'titleField'], field)}
      />
      <FieldChoice
        label={t('designer.counterpartyField')}
        value={kind.counterpartyField ?? ''}
        types={['party']}
        none
        onChange={(field) => set(['documentKind', 'counterpartyField'], field === '' ? null : field)}
      />
    </>
  );
}

function StartStage() {
  const { t } = useI18n();
  const say = useSay();
  const start = useEditor(({ regulation }) => regulation.start);
  const regulation = useRegulation('stages', 'stageOrder');
  const options = useMemo(
    () =>
      regulation.stageOrder.flatMap((value) => {
        const one = stageOf(regulation, value);
        return one && !one.parent ? [{ value, label: say(one.title) }] : [];
      }),
    [regulation, say],
  );
  const set = useSetDocument();
  return (
    <Prop label={t('designer.startStage')}>
      {(id) => <Select id={id} value={start} options={options} onChange={(stage) => set(['start'], stage)} />}
    </Prop>
  );
}

function Readers() {
  const { t } = useI18n();
  const readers = useEditor(({ regulation }) => regulation.readers);
  const set = useSetDocument();
  return (
    <RolesChoice
      label={t('designer.readers')}
      value={readers}
      onChange={(roles) => set(['readers'], roles)}
    />
  );
}

function FieldChoice({
  label,
  value,
  types,
  none = false,
  onChange,
}: {
  label: string;
  value: string;
  types: readonly string[];
  none?: boolean;
  onChange: (field: string) => void;
}) {
  const { t } = useI18n();
  const say = useSay();
  const { fields, fieldOrder } = useRegulation('fields', 'fieldOrder');
  return (
    <Prop label={label}>
      {(id) => (
        <Select
          id={id}
          value={value}
          options={[
            ...(none ? [{ value: '', label: t('designer.none') }] : []),
            ...fieldOrder.flatMap((field) => {
              const one = fields[field];
              return one && types.includes(one.type) ? [{ value: field, label: say(one.title) }] : [];
            }),
          ]}
          onChange={onChange}
        />
      )}
    </Prop>
  );
}

function CardFields() {
  const store = useEditorStore();
  const fields = useEditor(({ regulation }) => regulation.fields);
  const order = useEditor(({ regulation }) => regulation.fieldOrder);
  return (
    <FieldList
      fields={fields}
      order={order}
      onChange={(next, list) => {
        const changed = Object.keys(next).filter((id) => next[id] !== fields[id]);
        const gone = Object.keys(fields).filter((id) => !Object.hasOwn(next, id));
        const only =
          changed.length === 1 && gone.length === 0 && list.length === order.length ? changed[0] : undefined;
        if (only !== undefined) {
          store
            .getState()
            .dispatch(
              { do: 'setPart', map: 'fields', id: only, value: next[only] },
              { merge: `field ${only}` },
            );
          return;
        }
        store
          .getState()
          .dispatchAll([
            ...changed.map((id) => ({ do: 'setPart' as const, map: 'fields' as const, id, value: next[id] })),
            ...gone.map((id) => ({ do: 'removePart' as const, map: 'fields' as const, id })),
            { do: 'reorderFields', order: list },
          ]);
      }}
    />
  );
}

const firsts: Readonly<Record<Exclude<SettablePart, 'fields' | 'participants'>, unknown>> = {
  deadlines: {
    title: firstWords.term,
    term: { amount: 2, unit: 'workingDays' },
    onLapse: [{ do: 'mark' }],
  },
  rules: {
    title: firstWords.rule,
    when: { all: [{ fact: 'document.round', operator: 'greaterThan', value: 1 }] },
  },
  registers: { title: firstWords.register, numberTemplate: '{seq}/{yy}' },
  legalTerms: {
    title: firstWords.legalTerm,
    term: { amount: 30, unit: 'calendarDays' },
    from: 'sent',
    to: 'registered',
    roundsCounted: true,
    evidence: { tag: 'A' },
  },
};
const wishes = {
  participants: 'participant',
  deadlines: 'term',
  rules: 'rule',
  registers: 'register',
  legalTerms: 'legal-term',
} as const;

/** Named parts of the regulation: opened, added, renamed, removed while nothing uses them. */
function Parts({
  map,
  title,
  Editor,
}: {
  map: Exclude<SettablePart, 'fields'>;
  title: string;
  Editor: ComponentType<{ id: Slug }>;
}) {
  const { t } = useI18n();
  const say = useSay();
  const store = useEditorStore();
  const parts = useEditor(({ regulation }) => regulation[map]);
  const readOnly = useEditor((editor) => editor.readOnly);
  const usesOf = useUses(map);
  const add = () => {
    const { regulation } = store.getState();
    const id = freeId(regulation, map, wishes[map]);
    const value = map === 'participants' ? newParticipant(regulation) : firsts[map];
    store.getState().dispatch({ do: 'setPart', map, id, value });
  };
  return (
    <Section title={title} aside={String(Object.keys(parts).length)}>
      <MemberList
        label={title}
        members={Object.entries(parts).map(([id, part]) => ({ id, title: say(part.title) }))}
        onRemove={(id) => void store.getState().dispatch({ do: 'removePart', map, id })}
        add={{ label: t(`designer.add.${map}`), run: add }}
      >
        {(id, fresh) => (
          <Fold title={t('designer.usedBy', { count: usesOf.get(id) ?? 0 })} startOpen={fresh}>
            {() => (
              <>
                <Editor id={id} />
                {!readOnly && <PartId map={map} id={id} />}
              </>
            )}
          </Fold>
        )}
      </MemberList>
    </Section>
  );
}

function PartId({ map, id }: { map: SettablePart; id: Slug }) {
  const { t } = useI18n();
  const store = useEditorStore();
  return (
    <Prop label={t('designer.id')}>
      {(field) => (
        <input
          id={field}
          className="input input--small mono"
          defaultValue={id}
          maxLength={64}
          onBlur={(event) => {
            const to = event.target.value.trim();
            if (to !== id && to !== '') store.getState().dispatch({ do: 'renamePart', map, id, to });
          }}
        />
      )}
    </Prop>
  );
}

/** How many stages, ways and branches name each part of a map. */
function useUses(map: SettablePart): ReadonlyMap<Slug, number> {
  const regulation = useRegulation('stages', 'transitions', 'urgency');
  return useMemo(() => {
    const uses = new Map<Slug, number>();
    for (const id of namesOf(map, regulation)) uses.set(id, (uses.get(id) ?? 0) + 1);
    return uses;
  }, [map, regulation]);
}

/** The name of a part once for each place that names it. Pure. */
function namesOf(map: SettablePart, { stages, transitions, urgency }: Regulation): readonly Slug[] {
  const all = Object.values(stages);
  const known = (ids: readonly (Slug | undefined)[]) => ids.filter((id) => id !== undefined);
  switch (map) {
    case 'participants':
      return all.flatMap((stage) => [...new Set(participantsOf(stage))]);
    case 'deadlines':
      return known(all.map(deadlineOf));
    case 'registers':
      return known(all.map((stage) => (stage.kind === 'registration' ? stage.settings.register : undefined)));
    case 'rules':
      return known([
        ...Object.values(transitions).flatMap(({ alternatives }) =>
          Object.values(alternatives).map(({ rule }) => rule),
        ),
        ...all.flatMap((stage) =>
          stage.kind === 'parallel' ? Object.values(stage.settings.branches).map(({ when }) => when) : [],
        ),
        urgency?.rule,
      ]);
    default:
      return [];
  }
}

function RegisterEditor({ id }: { id: Slug }) {
  const { t } = useI18n();
  const store = useEditorStore();
  const register = useEditor(({ regulation }) => regulation.registers[id]);
  if (!register) return null;
  const set = (value: typeof register) =>
    store.getState().dispatch({ do: 'setPart', map: 'registers', id, value }, { merge: `register ${id}` });
  return (
    <>
      <BothWords
        label={t('designer.registerTitle')}
        value={register.title}
        onChange={(title) => set({ ...register, title })}
      />
      <Prop label={t('designer.numberTemplate')}>
        {(field) => (
          <Words
            id={field}
            value={register.numberTemplate}
            onChange={(template) => set({ ...register, numberTemplate: template.slice(0, 100) })}
          />
        )}
      </Prop>
      <p className="say">{t('designer.numberTemplateHint')}</p>
    </>
  );
}

function LegalTermEditor({ id }: { id: Slug }) {
  const { t } = useI18n();
  const say = useSay();
  const store = useEditorStore();
  const term = useEditor(({ regulation }) => regulation.legalTerms[id]);
  const regulation = useRegulation('stages', 'stageOrder');
  const events = useMemo(
    () => [
      { value: 'sent', label: t('designer.event.sent') },
      { value: 'registered', label: t('designer.event.registered') },
      ...regulation.stageOrder.flatMap((stage) => {
        const one = stageOf(regulation, stage);
        if (!one || one.kind === 'end' || one.kind === 'choice') return [];
        const title = say(one.title);
        return [
          { value: `${stage}.opened`, label: t('designer.event.opened', { title }) },
          { value: `${stage}.closed`, label: t('designer.event.closed', { title }) },
        ];
      }),
    ],
    [regulation, say, t],
  );
  if (!term) return null;
  const set = (value: typeof term) =>
    store.getState().dispatch({ do: 'setPart', map: 'legalTerms', id, value }, { merge: `legal term ${id}` });
  return (
    <>
      <BothWords
        label={t('designer.legalTermTitle')}
        value={term.title}
        onChange={(title) => set({ ...term, title })}
      />
      <DurationEditor
        label={t('methodologist.term')}
        value={term.term}
        onChange={(next) => set({ ...term, term: next })}
      />
      <Prop label={t('designer.from')}>
        {(field) => (
          <Select id={field} value={term.from} options={events} onChange={(from) => set({ ...term, from })} />
        )}
      </Prop>
      <Prop label={t('designer.to')}>
        {(field) => (
          <Select id={field} value={term.to} options={events} onChange={(to) => set({ ...term, to })} />
        )}
      </Prop>
      <Prop label={t('designer.rounds')}>
        {(field) => (
          <Select
            id={field}
            value={term.roundsCounted ? 'yes' : 'no'}
            options={[
              { value: 'yes', label: t('designer.roundsCounted') },
              { value: 'no', label: t('designer.roundsNotCounted') },
            ]}
            onChange={(value) => set({ ...term, roundsCounted: value === 'yes' })}
          />
        )}
      </Prop>
      <EvidenceEditor
        required
        value={term.evidence}
        onChange={(evidence) => evidence && set({ ...term, evidence })}
      />
    </>
  );
}

function UrgencySection() {
  const { t } = useI18n();
  const say = useSay();
  const store = useEditorStore();
  const urgency = useEditor(({ regulation }) => regulation.urgency);
  const rules = useEditor(({ regulation }) => regulation.rules);
  const readOnly = useEditor((editor) => editor.readOnly);
  const set = (value: unknown) => store.getState().dispatch({ do: 'setDocument', path: ['urgency'], value });
  if (readOnly && !urgency) return null;
  return (
    <Section title={t('methodologist.urgency')}>
      <Prop label={t('designer.urgencyRule')}>
        {(field) => (
          <Select
            id={field}
            value={urgency?.rule ?? ''}
            options={[
              { value: '', label: t('designer.none') },
              ...Object.entries(rules).map(([value, { title }]) => ({ value, label: say(title) })),
            ]}
            onChange={(rule) => set(rule === '' ? null : { factor: 0.5, roundUpTo: 0.5, ...urgency, rule })}
          />
        )}
      </Prop>
      {urgency && (
        <>
          <Prop label={t('designer.urgencyFactor')}>
            {(field) => (
              <NumberIn
                id={field}
                value={urgency.factor}
                min={0.01}
                max={1}
                step={0.01}
                onChange={(factor) => set({ ...urgency, factor })}
              />
            )}
          </Prop>
          <Prop label={t('designer.urgencyRound')}>
            {(field) => (
              <NumberIn
                id={field}
                value={urgency.roundUpTo}
                min={0.5}
                max={10}
                step={0.5}
                onChange={(roundUpTo) => set({ ...urgency, roundUpTo })}
              />
            )}
          </Prop>
        </>
      )}
    </Section>
  );
}

/** A condition, and what it says of sample values. */
function TriedRule({ id }: { id: Slug }) {
  return (
    <>
      <RuleEditor id={id} />
      <TryRule rule={id} words="rule" />
    </>
  );
}
