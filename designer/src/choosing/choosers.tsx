import { type Point, place } from '@reglament/drawing';
import { freeId } from '@reglament/editing';
import { type Slug, type StageKind, stageOf } from '@reglament/regulation';
import { MenuList, useI18n } from '@reglament/ui';
import { useEffect, useMemo } from 'react';
import { useSay } from '../app/say.ts';
import { focusCanvas } from '../canvas/focusCanvas.ts';
import { appendStage, createStageAt, insertStage, newTitle } from '../canvas/gestures.ts';
import { outcomesWithWays, outcomeWords } from '../document/outcomes.ts';
import { useEditor, useEditorStore } from '../document/store.ts';
import { isUnnamed } from '../inspector/firstWords.ts';
import { Glyph } from '../stages/glyph.tsx';
import { kindsByGroup } from '../stages/view.ts';
import type { Chooser } from './chooser.ts';
import { useCommands } from './commands.tsx';
import { ChooseList, type Option } from './list.tsx';

/** The list that is open over the canvas, if any; what is chosen becomes one gesture. */
export function Choosers() {
  const chooser = useEditor((editor) => editor.chooser);
  if (!chooser) return null;
  return <Open key={JSON.stringify(chooser)} chooser={chooser} />;
}

function Open({ chooser }: { chooser: Chooser }) {
  const store = useEditorStore();
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const commands = useCommands();
  const regulation = useEditor((editor) => editor.regulation);
  const placement = useMemo(() => place(regulation), [regulation]);
  const close = () => store.getState().choose(null);
  const titleOf = (id: Slug) => {
    const stage = stageOf(regulation, id);
    return stage ? say(stage.title) : id;
  };
  const then = (next: Chooser | null) => store.getState().choose(next);

  const kinds: readonly Option[] = kindsByGroup().flatMap(({ group, kinds: list }) =>
    list.map((kind) => ({
      id: kind,
      label: t(`designer.kind.${kind}`),
      group: t(`designer.group.${group}`),
      icon: <Glyph kind={kind} />,
    })),
  );

  /** An outcome is known: what follows it. */
  const withOutcome = (ask: Extract<Chooser, { ask: 'outcome' }>, outcome: Slug) => {
    const taken = outcomesWithWays(regulation, ask.from).find(({ id }) => id === outcome)?.transition;
    if (ask.purpose === 'append' && taken !== undefined) {
      const to = { ...(ask.kind && { kind: ask.kind }), ...(ask.at && { at: ask.at }) };
      then({ ask: 'rule', from: ask.from, outcome, to });
    } else if (ask.purpose === 'append' && ask.kind !== undefined) {
      close();
      append(ask.kind, { from: ask.from, outcome, ...(ask.at && { at: ask.at }) });
    } else if (ask.purpose === 'append')
      then({ ask: 'append', from: ask.from, outcome, ...(ask.at && { at: ask.at }) });
    else if (ask.to === undefined) then({ ask: 'target', from: ask.from, outcome });
    else connect(ask.from, outcome, ask.to);
  };
  const connect = (from: Slug, outcome: Slug, to: Slug, otherwise = false) => {
    const taken = outcomesWithWays(regulation, from).find(({ id }) => id === outcome)?.transition;
    if (taken !== undefined && !otherwise) return then({ ask: 'rule', from, outcome, to });
    close();
    if (store.getState().dispatch({ do: 'connect', from, outcome, to }))
      store.getState().say(
        t('designer.connected', {
          from: titleOf(from),
          to: to === '$end' ? t('methodologist.branchEnd') : titleOf(to),
        }),
      );
  };

  const append = (
    kind: StageKind,
    { from, outcome, at, rule }: { from: Slug; outcome: Slug; at?: Point; rule?: Slug | '' },
  ) => {
    const made = rule === '' ? freeId(regulation, 'rules', 'rule') : undefined;
    const under = made ?? rule;
    appendStage(
      store,
      placement,
      kind,
      { from, outcome, ...(under !== undefined && { rule: under }) },
      i18n,
      {
        ...(at && { at }),
        ...(made !== undefined && { before: [newRule(made, regulation, t('designer.newRuleTitle'))] }),
      },
    );
  };

  // With one outcome there is nothing to choose.
  const outcomes = chooser.ask === 'outcome' ? outcomesWithWays(regulation, chooser.from) : [];
  const lone = chooser.ask === 'outcome' && outcomes.length === 1 ? outcomes[0]?.id : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list would open
  useEffect(() => {
    if (chooser.ask !== 'outcome') return;
    if (lone !== undefined) withOutcome(chooser, lone);
    else if (outcomes.length === 0) close();
  }, []);
  if (chooser.ask === 'outcome' && outcomes.length < 2) return null;

  switch (chooser.ask) {
    case 'create':
      return (
        <ChooseList
          title={t('designer.chooseKind')}
          options={kinds}
          onClose={close}
          onChoose={(kind) => {
            close();
            createStageAt(store, placement, kind as StageKind, chooser.at, i18n);
          }}
        />
      );
    case 'outcome':
      return (
        <ChooseList
          title={t('designer.chooseOutcome', { title: titleOf(chooser.from) })}
          options={outcomes.map((outcome) => ({
            id: outcome.id,
            label: outcomeWords(outcome, i18n, say),
            ...(outcome.transition !== undefined && { hint: t('designer.outcomeTaken') }),
          }))}
          onClose={close}
          onChoose={(outcome) => withOutcome(chooser, outcome)}
        />
      );
    case 'append':
      return (
        <ChooseList
          title={t('designer.chooseNext', { title: titleOf(chooser.from) })}
          options={kinds}
          onClose={close}
          onChoose={(kind) => {
            close();
            append(kind as StageKind, chooser);
          }}
        />
      );
    case 'target':
      return (
        <ChooseList
          title={t(chooser.otherwise ? 'designer.chooseOtherwise' : 'designer.chooseTarget', {
            title: titleOf(chooser.from),
          })}
          options={targetsOf(chooser.from)}
          onClose={close}
          onChoose={(to) => connect(chooser.from, chooser.outcome, to, chooser.otherwise)}
        />
      );
    case 'rule': {
      const { from, outcome, to } = chooser;
      const key = outcomesWithWays(regulation, from).find(({ id }) => id === outcome)?.transition;
      const transition = key === undefined ? undefined : regulation.transitions[key];
      const ruleOf = (alternative: Slug | undefined) => transition?.alternatives[alternative ?? '']?.rule;
      const used = new Set(transition?.order.map(ruleOf));
      const last = transition?.order.at(-1);
      // A second alternative under one condition is never reached.
      const rules = Object.entries(regulation.rules).filter(([id]) => !used.has(id));
      return (
        <ChooseList
          title={t('designer.chooseRule')}
          options={[
            ...(used.has(undefined) ? [] : [{ id: '$else', label: t('designer.otherwise') }]),
            ...rules.map(([id, { title }]) => ({ id, label: say(title) })),
            { id: '', label: t('designer.newRule') },
            ...(typeof to === 'string' ? [{ id: '$instead', label: t('designer.retarget') }] : []),
          ]}
          onClose={close}
          onChoose={(id) => {
            if (typeof to !== 'string') {
              const way = { from, outcome, ...(id !== '$else' && { rule: id }), ...to };
              if (to.kind === undefined) return then({ ask: 'append', ...way });
              close();
              return append(to.kind, way);
            }
            if (id === '$else') return connect(from, outcome, to, true);
            close();
            if (id === '$instead' && key !== undefined && last !== undefined) {
              store.getState().dispatch({ do: 'retarget', transition: key, alternative: last, to });
              return;
            }
            const rule = id === '' ? freeId(regulation, 'rules', 'rule') : id;
            store
              .getState()
              .dispatchAll([
                ...(id === '' ? [newRule(rule, regulation, t('designer.newRuleTitle'))] : []),
                { do: 'connect', from, outcome, to, rule },
              ]);
          }}
        />
      );
    }
    case 'insert':
      return (
        <ChooseList
          title={t('designer.chooseInsert')}
          options={kinds.filter(({ id }) => id !== 'end')}
          onClose={close}
          onChoose={(kind) => {
            close();
            insertStage(store, placement, kind as StageKind, chooser, i18n);
          }}
        />
      );
    case 'replace':
      return (
        <ChooseList
          title={t('designer.chooseReplace', { title: titleOf(chooser.stage) })}
          options={kinds.filter(
            ({ id }) => id !== stageOf(regulation, chooser.stage)?.kind && id !== 'parallel',
          )}
          onClose={close}
          onChoose={(kind) => {
            close();
            const { stage: id } = chooser;
            const before = stageOf(regulation, id);
            const unnamed = before !== undefined && isUnnamed(before.title, i18n);
            const title = newTitle(kind as StageKind, i18n);
            store
              .getState()
              .dispatchAll([
                { do: 'replaceKind', id, kind: kind as StageKind },
                ...(unnamed ? [{ do: 'setStage' as const, id, path: ['title'], value: title }] : []),
              ]);
          }}
        />
      );
    case 'go':
      return (
        <ChooseList
          title={t('designer.chooseGo')}
          options={regulation.stageOrder.map(optionOf)}
          onClose={close}
          onChoose={(id) => {
            close();
            store.getState().goTo(id);
          }}
        />
      );
    case 'act':
      return (
        <section aria-label={t('designer.acts')}>
          <MenuList
            label={t('designer.acts')}
            items={[
              ...commands.filter(({ about }) => about !== undefined),
              {
                id: 'command',
                label: t('designer.commands'),
                keys: '?',
                run: () => then({ ask: 'command' }),
              },
            ]}
            at={() => ({ left: chooser.at.x, top: chooser.at.y, bottom: chooser.at.y })}
            onShut={() => {
              close();
              focusCanvas();
            }}
            onLeft={close}
          />
        </section>
      );
    case 'command':
      return (
        <ChooseList
          title={t('designer.commands')}
          options={commands.map(({ id, label, keys, group }) => ({
            id,
            label,
            group,
            ...(keys && { keys }),
          }))}
          onClose={close}
          onChoose={(id) => {
            close();
            commands.find((command) => command.id === id)?.run();
          }}
        />
      );
  }

  function optionOf(id: Slug): Option {
    const stage = stageOf(regulation, id);
    return {
      id,
      label: titleOf(id),
      ...(stage && { icon: <Glyph kind={stage.kind} />, hint: t(`methodologist.kind.${stage.kind}`) }),
    };
  }
  function targetsOf(from: Slug): readonly Option[] {
    const home = stageOf(regulation, from)?.parent;
    const inside = regulation.stageOrder.filter((id) => {
      const parent = stageOf(regulation, id)?.parent;
      return id !== from && parent?.block === home?.block && parent?.branch === home?.branch;
    });
    const end: Option[] = home ? [{ id: '$end', label: t('methodologist.branchEnd') }] : [];
    return [...end, ...inside.map(optionOf)];
  }
}

/** A rule to begin with: tests the first required field for being filled; the builder changes it. */
function newRule(id: Slug, regulation: Parameters<typeof stageOf>[0], title: string) {
  const field =
    regulation.fieldOrder.find((key) => regulation.fields[key]?.required) ?? regulation.fieldOrder[0];
  const fact = field === undefined ? 'document.round' : `card.${field}`;
  const test =
    field === undefined
      ? { fact, operator: 'greaterThan', value: 1 }
      : { fact, operator: 'isNotEmpty', value: true };
  return {
    do: 'setPart' as const,
    map: 'rules' as const,
    id,
    value: { title: { ru: title, en: title }, when: { all: [test] } },
  };
}
