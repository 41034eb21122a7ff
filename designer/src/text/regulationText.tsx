import type { I18n } from '@reglament/i18n';
import {
  type Problem,
  printRegulation,
  type Regulation,
  regulationJsonSchema,
  stageOf,
  type Text,
  wordProblem,
} from '@reglament/regulation';
import { useI18n, useToast } from '@reglament/ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSay } from '../app/say.ts';
import { type EditorStore, useEditor, useEditorStore } from '../document/store.ts';
import { useProblems } from '../problems/problems.ts';
import { type Code, type Cursor, linkSelection } from './code.ts';
import { CodePane } from './codePane.tsx';
import { ErrorZones } from './errorZones.tsx';
import { namesAt } from './namesAt.ts';
import { refusedPaste } from './pasteGuard.ts';
import { type PlacedProblem, placeOf, textProblemInWords } from './readText.ts';
import { openSitting, type Sitting } from './sitting.ts';
import type { TextPath } from './textMap.ts';
import { wordedSchema } from './wordedSchema.ts';

/** The regulation as text, edited together with the drawing. */
export function RegulationText({ onCursor }: { onCursor: (cursor: Cursor) => void }) {
  const i18n = useI18n();
  const say = useSay();
  const store = useEditorStore();
  const reading = useEditor((editor) => editor.reading);
  const [code, setCode] = useState<Code | null>(null);
  const toast = useToast();
  const words = useRef({ i18n, say, toast });
  words.current = { i18n, say, toast };

  const attach = useCallback(
    (made: Code) => {
      const { editor, model } = made;
      const sitting = openSitting(store, { text: () => model.getValue(), apply: made.apply });
      const ends = [
        model.onDidChangeContent(() => {
          if (!made.applying()) sitting.typed();
        }),
        editor.onDidBlurEditorWidget(sitting.left),
        guardPaste(made, (problem) => {
          const { i18n, toast } = words.current;
          const why = wordProblem(problem, i18n.locale);
          toast({ text: i18n.t('designer.text.notPasted', { why }) });
        }),
        ...shareUndo(made, sitting, words.current.i18n),
        ...offerNames(made, store, () => words.current.say),
      ];
      const unlink = linkSelection(made, store, {
        linesOf: (id) => made.map().lines(['stages', id]),
        stageAt: (path) => stageAt(path, store.getState().regulation),
      });
      setCode(made);
      return () => {
        setCode(null);
        unlink();
        for (const end of ends) end.dispose();
        sitting.close();
      };
    },
    [store],
  );
  useEffect(() => {
    code?.kit.putSchema(wordedSchema(regulationJsonSchema(), i18n));
  }, [code, i18n]);
  const problems = usePlacedProblems(code);
  useMarkers(code, problems, i18n, say);

  return (
    <>
      <CodePane
        which="regulation"
        label={i18n.t('designer.text.label')}
        first={() => {
          const { textLock, regulation } = store.getState();
          return textLock?.text ?? printRegulation(regulation);
        }}
        readOnly={reading}
        attach={attach}
        onCursor={onCursor}
      />
      {code && <ErrorZones code={code} problems={problems} />}
    </>
  );
}

/** The stage in whose object a path lies. */
export function stageAt([map, id]: TextPath, regulation: Regulation): string | null {
  return map === 'stages' && typeof id === 'string' && stageOf(regulation, id) ? id : null;
}

/** What no reader will take is not put in: the editor would work on it for seconds only to show that it is refused. */
function guardPaste({ editor, model }: Code, refuse: (problem: Problem) => void) {
  const guard = (event: ClipboardEvent) => {
    const problem = refusedPaste(event.clipboardData?.getData('text/plain') ?? '', model.getValueLength());
    if (!problem) return;
    event.preventDefault();
    event.stopPropagation();
    refuse(problem);
  };
  const element = editor.getContainerDomNode();
  element.addEventListener('paste', guard, true);
  return { dispose: () => element.removeEventListener('paste', guard, true) };
}

/** Undo belongs to the document; half written text has its own, back to where it was last readable. */
function shareUndo({ editor, kit: { monaco } }: Code, sitting: Sitting, i18n: I18n) {
  const { KeyMod, KeyCode } = monaco;
  const when = 'editorTextFocus && !editorReadonly';
  return (
    [
      ['undo', [KeyMod.CtrlCmd | KeyCode.KeyZ]],
      ['redo', [KeyMod.CtrlCmd | KeyCode.KeyY, KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.KeyZ]],
    ] as const
  ).map(([way, keybindings]) =>
    editor.addAction({
      id: `reglament.${way}`,
      label: i18n.t(`designer.${way}`),
      keybindings: [...keybindings],
      keybindingContext: when,
      precondition: when,
      run: () => {
        if (!sitting[way]()) editor.trigger('reglament', way, null);
      },
    }),
  );
}

/** Where the format wants a name, the names of this document are offered, and their titles shown. */
function offerNames(
  { model, map, kit: { monaco } }: Code,
  store: EditorStore,
  say: () => (text: Text) => string,
) {
  const at = (position: { lineNumber: number; column: number }) => {
    const value = map().stringAt(model.getOffsetAt(position));
    const names = value && namesAt(value.path, store.getState().regulation);
    if (!names) return null;
    const range = monaco.Range.fromPositions(model.getPositionAt(value.from), model.getPositionAt(value.to));
    return { names, range, written: value.text };
  };
  return [
    monaco.languages.registerCompletionItemProvider('json', {
      triggerCharacters: ['"'],
      provideCompletionItems(asked, position) {
        const found = asked === model ? at(position) : null;
        if (!found) return { suggestions: [] };
        return {
          suggestions: found.names.map(({ id, title }, index) => ({
            label: { label: id, ...(title && { description: say()(title) }) },
            kind: monaco.languages.CompletionItemKind.Reference,
            filterText: `"${id}"`,
            insertText: `"${id}"`,
            sortText: String(index).padStart(4, '0'),
            range: found.range,
          })),
        };
      },
    }),
    monaco.languages.registerHoverProvider('json', {
      provideHover(asked, position) {
        const found = asked === model ? at(position) : null;
        const title = found?.names.find(({ id }) => id === found.written)?.title;
        return found && title ? { range: found.range, contents: [{ value: `**${say()(title)}**` }] } : null;
      },
    }),
  ];
}

/** Problems and where they stand: those of the text while it is none, else those of the document. */
function usePlacedProblems(code: Code | null): readonly PlacedProblem[] {
  const lock = useEditor((editor) => editor.textLock);
  const found = useProblems();
  const [placed, setPlaced] = useState<readonly PlacedProblem[]>([]);
  useEffect(() => {
    if (!code) return;
    // While somebody types the marks travel with their words.
    if (lock) {
      if (lock.problems) setPlaced(lock.problems);
      return;
    }
    const map = code.map();
    setPlaced(found.map((problem) => ({ problem, place: placeOf(problem, map) })));
  }, [code, lock, found]);
  return placed;
}

function useMarkers(
  code: Code | null,
  problems: readonly PlacedProblem[],
  i18n: I18n,
  say: (text: Text) => string,
): void {
  const store = useEditorStore();
  useEffect(() => {
    if (!code) return;
    const { monaco } = code.kit;
    const { regulation } = store.getState();
    monaco.editor.setModelMarkers(
      code.model,
      'reglament',
      problems.map(({ problem, place }) => ({
        severity: problem.severity === 'error' ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
        message: textProblemInWords(problem, regulation, i18n, say),
        startLineNumber: place.line,
        startColumn: place.column,
        endLineNumber: place.line,
        endColumn: place.endColumn,
      })),
    );
  }, [code, problems, i18n, say, store]);
}
