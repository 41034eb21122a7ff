import { type Slug, stageOf } from '@reglament/regulation';
import { Menu, type MenuItem, useI18n } from '@reglament/ui';
import { IconCopy, IconDots, IconReplace, IconTrash } from '@tabler/icons-react';
import { useLayoutEffect, useRef } from 'react';
import { focusCanvas } from '../canvas/focusCanvas.ts';
import { copyChosen, duplicateChosen } from '../document/clipboard.ts';
import { countWords } from '../document/countWords.ts';
import { parted } from '../document/keys.ts';
import { keyOf, onlyNote, onlyStage } from '../document/selection.ts';
import { useEditor, useEditorStore } from '../document/store.ts';
import { useProblems } from '../problems/problems.ts';
import { ProblemWords } from '../problems/problemWords.tsx';
import { Glyph } from '../stages/glyph.tsx';
import { type InspectorPart, stageViews } from '../stages/view.ts';
import { BothWords, OptionalBoth, Prop, Section } from './controls.tsx';
import { DocumentInspector } from './documentInspector.tsx';
import { EvidenceEditor } from './evidence.tsx';
import { NoteInspector } from './noteInspector.tsx';
import { BranchesPart, BranchInspector } from './parts/branches.tsx';
import { EditsPart } from './parts/edits.tsx';
import { FormPart } from './parts/form.tsx';
import { OutcomesPart } from './parts/outcomes.tsx';
import { PerformerPart, ReadersPart, SignerPart, StepsPart } from './parts/people.tsx';
import { AgainPart, EndAsPart, NaturePart, RegisterPart, WaitAgainPart } from './parts/simple.tsx';
import { SilencePart, TermPart } from './parts/term.tsx';
import { useKeptFocus } from './useKeptFocus.ts';
import { useSetStage } from './useSet.ts';
import { WayInspector, WaysPart } from './ways.tsx';
import './inspector.css';

const views: Readonly<Record<InspectorPart, (props: { id: Slug }) => React.ReactNode>> = {
  performer: PerformerPart,
  steps: StepsPart,
  readers: ReadersPart,
  signer: SignerPart,
  register: RegisterPart,
  term: TermPart,
  silence: SilencePart,
  again: AgainPart,
  outcomes: OutcomesPart,
  edits: EditsPart,
  form: FormPart,
  branches: BranchesPart,
  waitAgain: WaitAgainPart,
  endAs: EndAsPart,
};

/** Properties of what is chosen: one stage, a note, a way out, a branch, several stages and notes, else the regulation itself. */
export function Inspector() {
  const selection = useEditor((editor) => editor.selection);
  const only = onlyStage(selection);
  const note = onlyNote(selection);
  const panel = useRef<HTMLDivElement>(null);
  useKeptFocus(panel);
  const shown = keyOf(selection);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another thing is read from its beginning
  useLayoutEffect(() => {
    if (panel.current) panel.current.scrollTop = 0;
  }, [shown]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leads back to the canvas from whatever is edited here, Enter from a name
    <div
      ref={panel}
      className="insp"
      onKeyDown={(event) => {
        const takesName =
          event.key === 'Enter' &&
          event.target instanceof HTMLInputElement &&
          event.target.dataset['first'] !== undefined;
        if ((event.key !== 'Escape' && !takesName) || event.defaultPrevented) return;
        event.preventDefault();
        focusCanvas();
      }}
    >
      {only !== undefined ? (
        <StageInspector key={only} id={only} />
      ) : note !== undefined ? (
        <NoteInspector key={note} id={note} />
      ) : selection.of === 'way' ? (
        <WayInspector transition={selection.transition} alternative={selection.alternative} />
      ) : selection.of === 'branch' ? (
        <BranchInspector block={selection.block} branch={selection.branch} />
      ) : selection.of === 'stages' ? (
        <Several keys={selection.ids} />
      ) : (
        <DocumentInspector />
      )}
    </div>
  );
}

function StageInspector({ id }: { id: Slug }) {
  const { t } = useI18n();
  const stage = useEditor(({ regulation }) => stageOf(regulation, id));
  const readOnly = useEditor((editor) => editor.readOnly);
  const store = useEditorStore();
  const { set, unset } = useSetStage(id);
  const problems = useProblems().filter(({ element }) => element?.stage === id);
  if (!stage) return null;
  const editor = store.getState();
  const items: MenuItem[] = [
    {
      id: 'replace',
      label: t('designer.replaceKind'),
      icon: IconReplace,
      run: () => editor.choose({ ask: 'replace', stage: id }),
    },
    {
      id: 'duplicate',
      label: t('designer.duplicate'),
      icon: IconCopy,
      run: () => duplicateChosen(store, [id]),
    },
    { id: 'copy', label: t('designer.copy'), icon: IconCopy, run: () => void copyChosen(store, [id]) },
    {
      id: 'remove',
      label: t('designer.remove'),
      icon: IconTrash,
      run: () => void editor.dispatch({ do: 'removeStages', ids: [id] }),
    },
  ];
  return (
    <>
      <div className="insp-head">
        <div className="insp-kind">
          <Glyph kind={stage.kind} />
          <h2>{t(`designer.kind.${stage.kind}`)}</h2>
          {!readOnly && (
            <Menu label={t('common.more')} items={items} className="icbtn">
              <IconDots className="ic" aria-hidden="true" />
            </Menu>
          )}
        </div>
        <BothWords
          label={t('designer.stageTitle')}
          value={stage.title}
          first
          heading
          onChange={(title) => set(['title'], title)}
        />
        <ProblemWords problems={problems} />
      </div>
      {stageViews[stage.kind].parts.map((part) => {
        const View = views[part];
        return <View key={part} id={id} />;
      })}
      <WaysPart id={id} />
      {stage.kind !== 'choice' && stage.kind !== 'end' && <NaturePart id={id} />}
      <Section title={t('designer.basis')}>
        <EvidenceEditor
          value={stage.evidence}
          onChange={(evidence) => (evidence ? set(['evidence'], evidence) : unset(['evidence']))}
        />
      </Section>
      <Section title={t('designer.texts')}>
        <OptionalBoth
          label={t('designer.ask')}
          value={stage.ask}
          onChange={(ask) => (ask ? set(['ask'], ask) : unset(['ask']))}
        />
        <OptionalBoth
          label={t('designer.notes')}
          value={stage.notes}
          long
          onChange={(notes) => (notes ? set(['notes'], notes) : unset(['notes']))}
        />
        <StageId id={id} />
        {stage.position && <PositionProps id={id} />}
      </Section>
    </>
  );
}

/** The permanent name of a stage: changing it is followed everywhere. */
function StageId({ id }: { id: Slug }) {
  const { t } = useI18n();
  const store = useEditorStore();
  const readOnly = useEditor((editor) => editor.readOnly);
  return (
    <Prop label={t('designer.id')}>
      {(field) => (
        <form
          key={id}
          onSubmit={(event) => {
            event.preventDefault();
            const to = new FormData(event.currentTarget).get('id');
            if (typeof to === 'string' && to !== id)
              store
                .getState()
                .dispatch({ do: 'renameStage', id, to }, { select: { of: 'stages', ids: [to] } });
          }}
        >
          <input
            id={field}
            name="id"
            className="input input--small mono"
            defaultValue={id}
            readOnly={readOnly}
            maxLength={64}
            onBlur={(event) => event.currentTarget.form?.requestSubmit()}
          />
        </form>
      )}
    </Prop>
  );
}

function PositionProps({ id }: { id: Slug }) {
  const { t } = useI18n();
  const position = useEditor(({ regulation }) => stageOf(regulation, id)?.position);
  return position ? (
    <p className="say">{t('designer.position', { x: Math.round(position.x), y: Math.round(position.y) })}</p>
  ) : null;
}

function Several({ keys }: { keys: readonly string[] }) {
  const i18n = useI18n();
  const { t } = i18n;
  const store = useEditorStore();
  return (
    <div className="insp-head">
      <h2>{t('designer.selected', { what: countWords(parted(keys), i18n) })}</h2>
      <p className="say">{t('designer.selectedHint')}</p>
      <button type="button" className="linkbtn" onClick={() => store.getState().choose({ ask: 'command' })}>
        {t('designer.commands')}
      </button>
    </div>
  );
}
