import type { I18n } from '@reglament/i18n';
import { type Problem, type Text, wordProblem } from '@reglament/regulation';
import { useI18n, useToast } from '@reglament/ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSay } from '../app/say.ts';
import { type EditorStore, useEditor, useEditorStore } from '../document/store.ts';
import { useProblems } from '../problems/problems.ts';
import type { Code, Cursor } from './code.ts';
import { CodePane } from './codePane.tsx';
import { ErrorZones } from './errorZones.tsx';
import { namesAt } from './namesAt.ts';
import { type Named, namesInTest, testAt } from './namesInTest.ts';
import { refusedPaste } from './pasteGuard.ts';
import { type PlacedProblem, textProblemInWords } from './readText.ts';
import { openSitting, type Sitting } from './sitting.ts';
import { placedUnder, type TextSource } from './source.ts';
import type { TextPath } from './textMap.ts';

/**
 * A text of the document, or of one rule of it, edited together with everything else that shows it: one undo, problems at
 * their lines, the document's names offered.
 *
 * @param source - what the text says; must stay the same object
 * @param schema - for completion and hover; must stay the same object
 * @param also - what else belongs to the text while it lives; gives back what ends it
 */
export function LivingText({
  source,
  schema,
  label,
  narrow = false,
  also,
  onCursor,
}: {
  source: TextSource;
  schema: Readonly<Record<string, unknown>>;
  label: string;
  narrow?: boolean;
  also?: (code: Code, store: EditorStore) => () => void;
  onCursor: (cursor: Cursor) => void;
}) {
  const i18n = useI18n();
  const say = useSay();
  const store = useEditorStore();
  // While another text is half written this one is only read.
  const reading = useEditor(
    ({ reading, textLock }) => reading || (textLock !== null && textLock.rule !== source.rule),
  );
  const [code, setCode] = useState<Code | null>(null);
  const toast = useToast();
  const words = useRef({ i18n, say, toast });
  words.current = { i18n, say, toast };

  const attach = useCallback(
    (made: Code) => {
      const { editor, model } = made;
      const sitting = openSitting(store, { text: () => model.getValue(), apply: made.apply }, source);
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
        ...offerNames(made, store, source.base, () => words.current),
      ];
      const endAlso = also?.(made, store);
      setCode(made);
      return () => {
        setCode(null);
        endAlso?.();
        for (const end of ends) end.dispose();
        sitting.close();
      };
    },
    [store, source, also],
  );
  useEffect(() => code?.kit.putSchema(code.model.uri, schema), [code, schema]);
  const problems = usePlacedProblems(code, source);
  useMarkers(code, problems, i18n, say);

  return (
    <>
      <CodePane
        label={label}
        narrow={narrow}
        first={() => {
          const { textLock, regulation } = store.getState();
          const kept = textLock?.rule === source.rule ? textLock?.text : undefined;
          return kept ?? source.print(regulation) ?? '';
        }}
        readOnly={reading}
        attach={attach}
        onCursor={onCursor}
      />
      {code && <ErrorZones code={code} problems={problems} />}
    </>
  );
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
  base: TextPath,
  words: () => { readonly i18n: I18n; readonly say: (text: Text) => string },
) {
  const namesOf = (path: TextPath): readonly Named[] | null => {
    const { regulation } = store.getState();
    const { i18n, say } = words();
    const names = namesAt([...base, ...path], regulation);
    if (names)
      return names.map(({ id, title }) => ({
        json: JSON.stringify(id),
        label: id,
        words: title && say(title),
      }));
    const test = testAt([...base, ...path]);
    if (!test) return null;
    const fact = map().scalarAt([...path.slice(0, test.depth - base.length), 'fact']);
    const operator = map().scalarAt([...path.slice(0, test.depth - base.length), 'operator']);
    return namesInTest(test, { fact, operator }, regulation, i18n, say);
  };
  const at = (position: { lineNumber: number; column: number }) => {
    const offset = model.getOffsetAt(position);
    const value = map().stringAt(offset);
    if (value) {
      const names = namesOf(value.path);
      const range = monaco.Range.fromPositions(
        model.getPositionAt(value.from),
        model.getPositionAt(value.to),
      );
      return names && { names, range, written: JSON.stringify(value.text) };
    }
    // Behind a colon, where a number, a flag or an amount may stand as well.
    const line = model.getLineContent(position.lineNumber).slice(0, position.column - 1);
    const behind = /:\s*([\w.-]*)$/.exec(line);
    const names = behind && namesOf(map().pathAt(offset));
    if (!names) return null;
    const { lineNumber, column } = position;
    const { startColumn = column, endColumn = column } = model.getWordAtPosition(position) ?? {};
    return { names, range: new monaco.Range(lineNumber, startColumn, lineNumber, endColumn), written: null };
  };
  return [
    monaco.languages.registerCompletionItemProvider('json', {
      triggerCharacters: ['"'],
      provideCompletionItems(asked, position) {
        const found = asked === model ? at(position) : null;
        if (!found) return { suggestions: [] };
        return {
          suggestions: found.names.map(({ json, label, words }, index) => ({
            label: { label, ...(words && { description: words }) },
            kind: monaco.languages.CompletionItemKind.Reference,
            filterText: json,
            insertText: json,
            sortText: String(index).padStart(4, '0'),
            range: found.range,
          })),
        };
      },
    }),
    monaco.languages.registerHoverProvider('json', {
      provideHover(asked, position) {
        const found = asked === model ? at(position) : null;
        const words = found?.names.find(({ json }) => json === found.written)?.words;
        return found && words ? { range: found.range, contents: [{ value: `**${words}**` }] } : null;
      },
    }),
  ];
}

/** Problems and where they stand: those of the text while it is none, else those of the document. */
function usePlacedProblems(code: Code | null, source: TextSource): readonly PlacedProblem[] {
  const lock = useEditor((editor) => editor.textLock);
  const found = useProblems();
  const [placed, setPlaced] = useState<readonly PlacedProblem[]>([]);
  useEffect(() => {
    if (!code) return;
    // While somebody types the marks travel with their words.
    if (lock?.rule === source.rule && lock) {
      if (lock.problems) setPlaced(lock.problems);
      return;
    }
    setPlaced(placedUnder(source.base, found, code.map()));
  }, [code, lock, found, source]);
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
