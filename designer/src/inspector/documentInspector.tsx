import { freeId, type SettablePart } from '@reglament/editing';
import { deadlineOf, participantsOf, type Regulation, type Slug, stageOf } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { useSay } from '../app/say.ts';
import { useEditor, useEditorStore } from '../document/store.ts';
import { useProblems } from '../problems/problems.ts';
import { ProblemWords } from '../problems/problemWords.tsx';
import { BothWords, Fold, MemberList, NumberIn, Prop, Section, Select, Words } from './controls.tsx';
import { DeadlineEditor, DurationEditor } from './document/deadlines.tsx';
import { FieldList } from './document/fields.tsx';
import { ParticipantEditor } from './document/participants.tsx';
import { RuleEditor } from './document/rules.tsx';
import { EvidenceEditor } from './evidence.tsx';
import { firstWords } from './firstWords.ts';

/** The regulation itself: what it is about, its card, participants, deadlines, registers, rules and terms of the law. */
export function DocumentInspector() {
  const { t } = useI18n();
  const store = useEditorStore();
  const regulation = useEditor((editor) => editor.regulation);
  const problems = useProblems().filter(({ element }) => element === undefined);
  const editor = store.getState();
  const set = (path: readonly string[], value: unknown) =>
    editor.dispatch({ do: 'setDocument', path, value }, { merge: `document ${path.join('/')}` });
  const { documentKind } = regulation;
  return (
    <>
      <div className="insp-head">
        <h2 className="insp-kind">{t('designer.regulation')}</h2>
        <BothWords
          label={t('designer.regulationTitle')}
          heading
          first
          value={regulation.title}
          onChange={(title) => set(['title'], title)}
        />
        <ProblemWords problems={problems} />
      </div>
      <Section title={t('designer.documentKind')}>
        <BothWords
          label={t('designer.kindTitle')}
          value={documentKind.title}
          onChange={(title) => set(['documentKind', 'title'], title)}
        />
        <Prop label={t('designer.projectPrefix')}>
          {(id) => (
            <Words
              id={id}
              optional
              value={documentKind.projectPrefix}
              onChange={(prefix) => set(['documentKind', 'projectPrefix'], prefix.slice(0, 20))}
            />
          )}
        </Prop>
        <FieldChoice
          label={t('designer.titleField')}
          regulation={regulation}
          value={documentKind.titleField}
          types={['text', 'longText']}
          onChange={(field) => set(['documentKind', 'titleField'], field)}
        />
        <FieldChoice
          label={t('designer.counterpartyField')}
          regulation={regulation}
          value={documentKind.counterpartyField ?? ''}
          types={['party']}
          none
          onChange={(field) => set(['documentKind', 'counterpartyField'], field === '' ? null : field)}
        />
        <Prop label={t('designer.startStage')}>
          {(id) => (
            <StageChoice id={id} value={regulation.start} onChange={(stage) => set(['start'], stage)} />
          )}
        </Prop>
        <Prop label={t('designer.readers')}>
          {(id) => (
            <Words
              id={id}
              optional
              value={regulation.readers.join(', ')}
              placeholder="regr"
              onChange={(text) =>
                set(
                  ['readers'],
                  [
                    ...new Set(
                      text.split(/[\s,;]+/).filter((role) => /^[A-Za-z][A-Za-z0-9-]{0,63}$/.test(role)),
                    ),
                  ],
                )
              }
            />
          )}
        </Prop>
      </Section>
      <Section title={t('designer.card')}>
        <CardFields />
      </Section>
      <Parts map="participants" title={t('designer.participants')}>
        {(id) => <ParticipantEditor id={id} />}
      </Parts>
      <Parts map="deadlines" title={t('designer.deadlines')}>
        {(id) => <DeadlineEditor id={id} />}
      </Parts>
      <Parts map="rules" title={t('methodologist.rules')}>
        {(id) => <RuleEditor id={id} />}
      </Parts>
      <Parts map="registers" title={t('methodologist.registers')}>
        {(id) => <RegisterEditor id={id} />}
      </Parts>
      <Parts map="legalTerms" title={t('methodologist.legalTerms')}>
        {(id) => <LegalTermEditor id={id} />}
      </Parts>
      <UrgencySection />
    </>
  );
}

function FieldChoice({
  label,
  regulation,
  value,
  types,
  none = false,
  onChange,
}: {
  label: string;
  regulation: Regulation;
  value: string;
  types: readonly string[];
  none?: boolean;
  onChange: (field: string) => void;
}) {
  const { t } = useI18n();
  const say = useSay();
  return (
    <Prop label={label}>
      {(id) => (
        <Select
          id={id}
          value={value}
          options={[
            ...(none ? [{ value: '', label: t('designer.none') }] : []),
            ...regulation.fieldOrder.flatMap((field) => {
              const one = regulation.fields[field];
              return one && types.includes(one.type) ? [{ value: field, label: say(one.title) }] : [];
            }),
          ]}
          onChange={onChange}
        />
      )}
    </Prop>
  );
}

function StageChoice({ id, value, onChange }: { id: string; value: Slug; onChange: (stage: Slug) => void }) {
  const say = useSay();
  const regulation = useEditor((editor) => editor.regulation);
  return (
    <Select
      id={id}
      value={value}
      options={regulation.stageOrder.flatMap((stage) => {
        const one = stageOf(regulation, stage);
        return one && !one.parent ? [{ value: stage, label: say(one.title) }] : [];
      })}
      onChange={onChange}
    />
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

const firsts: Readonly<Record<Exclude<SettablePart, 'fields'>, unknown>> = {
  participants: { type: 'head', title: firstWords.participant },
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
  children,
}: {
  map: Exclude<SettablePart, 'fields'>;
  title: string;
  children: (id: Slug) => React.ReactNode;
}) {
  const { t } = useI18n();
  const say = useSay();
  const store = useEditorStore();
  const parts = useEditor(({ regulation }) => regulation[map]);
  const regulation = useEditor((editor) => editor.regulation);
  const readOnly = useEditor((editor) => editor.readOnly);
  const add = () => {
    const id = freeId(store.getState().regulation, map, wishes[map]);
    store.getState().dispatch({ do: 'setPart', map, id, value: firsts[map] });
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
          <Fold title={t('designer.usedBy', { count: usesOf(regulation, map, id) })} startOpen={fresh}>
            {() => (
              <>
                {children(id)}
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

/** How many stages, ways and branches name a part. Pure. */
function usesOf(regulation: Regulation, map: SettablePart, id: Slug): number {
  const stages = Object.values(regulation.stages);
  switch (map) {
    case 'participants':
      return stages.filter((stage) => participantsOf(stage).includes(id)).length;
    case 'deadlines':
      return stages.filter((stage) => deadlineOf(stage) === id).length;
    case 'registers':
      return stages.filter((stage) => stage.kind === 'registration' && stage.settings.register === id).length;
    case 'rules': {
      const ways = Object.values(regulation.transitions).flatMap(({ alternatives }) =>
        Object.values(alternatives),
      );
      const branches = stages.flatMap((stage) =>
        stage.kind === 'parallel' ? Object.values(stage.settings.branches) : [],
      );
      const urgent = regulation.urgency?.rule === id ? 1 : 0;
      return (
        ways.filter(({ rule }) => rule === id).length +
        branches.filter(({ when }) => when === id).length +
        urgent
      );
    }
    default:
      return 0;
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
  const regulation = useEditor((editor) => editor.regulation);
  if (!term) return null;
  const set = (value: typeof term) =>
    store.getState().dispatch({ do: 'setPart', map: 'legalTerms', id, value }, { merge: `legal term ${id}` });
  const events = [
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
  ];
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
