import {
  isPlainDate,
  membershipOperators,
  operatorsFor,
  outcomesOf,
  parseFact,
  presenceOperators,
  type Regulation,
  type RuleConditions,
  type RuleNode,
  type RuleOperator,
  type RuleTest,
  type RuleValue,
  type Slug,
  stageOf,
  typeOfFact,
} from '@reglament/regulation';
import { DateField, MoneyField, useI18n } from '@reglament/ui';
import { PageFailure } from '@reglament/web';
import { IconAlertTriangle } from '@tabler/icons-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Loading } from '../../app/loading.tsx';
import { useSay } from '../../app/say.ts';
import { factsOffered, optionsOf } from '../../document/facts.ts';
import { useEditor, useEditorStore, useRegulation } from '../../document/store.ts';
import { BothWords, Check, NumberIn, Segments, Select, Words } from '../controls.tsx';

/** What facts are of. */
const factParts = ['fields', 'fieldOrder', 'stages', 'stageOrder'] as const;

const RuleText = lazy(() => import('../../text/ruleText.tsx'));

/** A rule of the regulation: its name, and its conditions, built from the closed list of facts or written as JSON. */
export function RuleEditor({ id }: { id: Slug }) {
  const { t } = useI18n();
  const store = useEditorStore();
  const rule = useEditor(({ regulation }) => regulation.rules[id]);
  const halfWritten = useEditor(({ textLock }) => textLock !== null && textLock.rule === id);
  // Who left it half written finds it again as he left it.
  const [shown, setShown] = useState<'builder' | 'json'>(halfWritten ? 'json' : 'builder');
  if (!rule) return null;
  const set = (value: typeof rule, merge?: string) =>
    store
      .getState()
      .dispatch({ do: 'setPart', map: 'rules', id, value }, merge === undefined ? {} : { merge });
  return (
    <div className="rule">
      <BothWords
        label={t('designer.ruleTitle')}
        value={rule.title}
        onChange={(title) => set({ ...rule, title }, `rule title ${id}`)}
      />
      <Segments
        label={t('designer.ruleJson.switch')}
        value={shown}
        view
        options={[
          { value: 'builder', label: t('designer.ruleJson.builder') },
          { value: 'json', label: 'JSON' },
        ]}
        onChange={setShown}
      />
      {shown === 'json' ? (
        <PageFailure>
          <Suspense fallback={<Loading />}>
            <RuleText id={id} />
          </Suspense>
        </PageFailure>
      ) : (
        <>
          {halfWritten && (
            <p className="rule-note" role="status">
              <IconAlertTriangle className="ic" aria-hidden="true" />
              <span>
                {t('designer.ruleJson.halfWritten')}{' '}
                <button type="button" className="linkbtn" onClick={() => store.getState().lockForText(null)}>
                  {t('designer.text.takeBack')}
                </button>
              </span>
            </p>
          )}
          <Group
            node={rule.when}
            onChange={(when) => set({ ...rule, when: when as RuleConditions }, `rule ${id}`)}
            depth={0}
          />
        </>
      )}
    </div>
  );
}

type Joint = 'all' | 'any' | 'not';

/** Conditions joined by «все», «хотя бы одно» or «неверно, что». */
function Group({
  node,
  onChange,
  onRemove,
  depth,
}: {
  node: RuleConditions;
  onChange: (node: RuleConditions) => void;
  onRemove?: () => void;
  depth: number;
}) {
  const { t } = useI18n();
  const readOnly = useEditor((editor) => editor.readOnly);
  const regulation = useRegulation(...factParts);
  const joint: Joint = 'all' in node ? 'all' : 'any' in node ? 'any' : 'not';
  const members: readonly RuleNode[] = 'all' in node ? node.all : 'any' in node ? node.any : [node.not];
  const write = (next: readonly RuleNode[], as: Joint = joint) => {
    if (as === 'not') {
      const [only] = next;
      if (only) onChange({ not: next.length === 1 ? only : { all: [...next] } });
    } else if (next.length > 0) onChange(as === 'all' ? { all: [...next] } : { any: [...next] });
  };
  const change = (index: number, next: RuleNode) =>
    write(members.map((each, at) => (at === index ? next : each)));
  const remove = (index: number) => write(members.filter((_, at) => at !== index));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame
    <div role="group" className="rule-group" aria-label={t(`designer.joint.${joint}`)}>
      <div className="lapse-line">
        <Select
          label={t('designer.jointLabel')}
          value={joint}
          options={(['all', 'any', 'not'] as const).map((value) => ({
            value,
            label: t(`designer.joint.${value}`),
          }))}
          onChange={(as) => write(members, as)}
        />
        {onRemove && !readOnly && (
          <button type="button" className="linkbtn" aria-label={t('designer.removeGroup')} onClick={onRemove}>
            ✕
          </button>
        )}
      </div>
      {members.map((member, index) => {
        const away = members.length > 1 && joint !== 'not' ? { onRemove: () => remove(index) } : {};
        return 'fact' in member ? (
          <Test
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no id, and their order is theirs
            key={index}
            number={index + 1}
            test={member}
            onChange={(next) => change(index, next)}
            {...away}
          />
        ) : (
          <Group
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no id, and their order is theirs
            key={index}
            node={member}
            depth={depth + 1}
            onChange={(next) => change(index, next)}
            {...away}
          />
        );
      })}
      {!readOnly && joint !== 'not' && (
        <p className="rule-acts">
          <button
            type="button"
            className="linkbtn"
            onClick={() => write([...members, firstTest(regulation)])}
          >
            {t('designer.addTest')}
          </button>
          {depth < 4 && (
            <button
              type="button"
              className="linkbtn"
              onClick={() =>
                write([
                  ...members,
                  { [joint === 'all' ? 'any' : 'all']: [firstTest(regulation)] } as unknown as RuleConditions,
                ])
              }
            >
              {t('designer.addGroup')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

/** One test: a fact, a typed operator, a value. */
function Test({
  test,
  number,
  onChange,
  onRemove,
}: {
  test: RuleTest;
  number: number;
  onChange: (test: RuleTest) => void;
  onRemove?: () => void;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const readOnly = useEditor((editor) => editor.readOnly);
  const regulation = useRegulation(...factParts);
  const facts = useMemo(() => factsOffered(regulation, i18n, say), [regulation, i18n, say]);
  const type = typeOfFact(regulation, test.fact) ?? 'text';
  const operators = operatorsFor[type];
  const refact = (fact: string) => {
    const next = typeOfFact(regulation, fact) ?? 'text';
    const operator = operatorsFor[next].includes(test.operator)
      ? test.operator
      : (operatorsFor[next][2] ?? operatorsFor[next][0]!);
    onChange({
      fact,
      operator,
      value:
        next === type && operator === test.operator ? test.value : firstValue(regulation, fact, operator),
    });
  };
  const reoperate = (operator: RuleOperator) => {
    const shape = (one: RuleOperator) =>
      presenceOperators.includes(one) ? 'presence' : membershipOperators.includes(one) ? 'list' : 'one';
    onChange({
      fact: test.fact,
      operator,
      value:
        shape(operator) === shape(test.operator) ? test.value : firstValue(regulation, test.fact, operator),
    });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame
    <div role="group" aria-label={t('designer.testNumber', { number })} className="rule-test">
      <div className="lapse-line">
        <Select label={t('designer.fact')} value={test.fact} options={facts} onChange={refact} />
        {onRemove && !readOnly && (
          <button type="button" className="linkbtn" aria-label={t('designer.removeTest')} onClick={onRemove}>
            ✕
          </button>
        )}
      </div>
      <Select
        label={t('designer.operator')}
        value={test.operator}
        options={operators.map((value) => ({ value, label: t(`designer.op.${value}`) }))}
        onChange={reoperate}
      />
      {!presenceOperators.includes(test.operator) && (
        <Value test={test} onChange={(value) => onChange({ ...test, value })} />
      )}
    </div>
  );
}

function Value({ test, onChange }: { test: RuleTest; onChange: (value: RuleValue) => void }) {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const regulation = useRegulation(...factParts);
  const readOnly = useEditor((editor) => editor.readOnly);
  const type = typeOfFact(regulation, test.fact) ?? 'text';
  const options = optionsOf(regulation, test.fact, i18n, say);
  const label = t('designer.value');
  if (membershipOperators.includes(test.operator)) {
    const list = Array.isArray(test.value) ? (test.value as readonly (string | number)[]) : [];
    if (options)
      return options.map((option) => (
        <Check
          key={option.value}
          label={option.label}
          value={list.includes(option.value)}
          onChange={(on) =>
            onChange(on ? [...list, option.value] : list.filter((each) => each !== option.value))
          }
        />
      ));
    return (
      <Words
        label={t('designer.valueList')}
        value={list.join('; ')}
        onChange={(text) =>
          onChange(
            text
              .split(';')
              .map((one) => one.trim())
              .filter(Boolean)
              .map((one) => (type === 'number' ? Number(one) : one)),
          )
        }
      />
    );
  }
  if (options)
    return (
      <Select
        label={label}
        value={String(test.value)}
        options={options}
        onChange={(value) => onChange(value)}
      />
    );
  switch (type) {
    case 'number':
      return (
        <NumberIn
          label={label}
          value={typeof test.value === 'number' ? test.value : 0}
          min={-1e12}
          max={1e12}
          step={0.0001}
          onChange={onChange}
        />
      );
    case 'money': {
      const amount = typeof test.value === 'object' && 'amount' in test.value ? test.value.amount : null;
      return (
        <MoneyField
          label={label}
          value={amount}
          disabled={readOnly}
          onChange={(minor) => onChange({ amount: minor ?? 0, currency: 'RUB' })}
        />
      );
    }
    case 'flag':
      return (
        <Select
          label={label}
          value={String(test.value)}
          options={[
            { value: 'true', label: t('designer.yes') },
            { value: 'false', label: t('designer.no') },
          ]}
          onChange={(value) => onChange(value === 'true')}
        />
      );
    case 'date':
      return (
        <DateField
          label={label}
          value={typeof test.value === 'string' ? test.value : ''}
          disabled={readOnly}
          onChange={(value) => {
            if (isPlainDate(value)) onChange(value);
          }}
        />
      );
    default:
      return <Words label={label} value={String(test.value)} onChange={onChange} />;
  }
}

/** A value that fits a fact and an operator, to begin with. Pure. */
function firstValue(regulation: Regulation, name: string, operator: RuleOperator): RuleValue {
  if (presenceOperators.includes(operator)) return true;
  const fact = parseFact(name);
  const type = typeOfFact(regulation, name) ?? 'text';
  const option =
    fact?.of === 'card'
      ? regulation.fields[fact.field]?.optionOrder?.[0]
      : fact?.of === 'outcome'
        ? firstOutcome(regulation, fact.stage)
        : undefined;
  const one: RuleValue =
    type === 'number'
      ? 0
      : type === 'money'
        ? { amount: 0, currency: 'RUB' }
        : type === 'flag'
          ? true
          : type === 'date'
            ? '2027-01-01'
            : (option ?? '…');
  return membershipOperators.includes(operator) && (typeof one === 'string' || typeof one === 'number')
    ? [one]
    : one;
}

function firstOutcome(regulation: Regulation, id: Slug): Slug | undefined {
  const stage = stageOf(regulation, id);
  return stage && outcomesOf(stage)[0]?.id;
}

function firstTest(regulation: Regulation): RuleTest {
  const field = regulation.fieldOrder.find((id) => regulation.fields[id]?.required);
  const fact = field === undefined ? 'document.round' : `card.${field}`;
  const type = typeOfFact(regulation, fact) ?? 'text';
  const operator = operatorsFor[type][2] ?? 'isNotEmpty';
  return { fact, operator, value: firstValue(regulation, fact, operator) };
}
