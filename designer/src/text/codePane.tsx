import { Button, useI18n } from '@reglament/ui';
import { useEffect, useRef, useState } from 'react';
import { Loading } from '../app/loading.tsx';
import { type Code, type Cursor, codeOf } from './code.ts';
import { loadMonaco, type MonacoKit } from './loadMonaco.ts';

/** A text in Monaco. `attach` brings it to life and gives back what ends it; it must stay the same function. */
export function CodePane({
  label,
  first,
  readOnly,
  attach,
  onCursor,
  narrow = false,
}: {
  label: string;
  /** what stands there at first */
  first: () => string;
  readOnly: boolean;
  attach: (code: Code) => () => void;
  onCursor: (cursor: Cursor) => void;
  /** in a narrow column, as high as its text within bounds */
  narrow?: boolean;
}) {
  const { t, locale } = useI18n();
  const [kit, setKit] = useState<MonacoKit | null>(null);
  const [failed, setFailed] = useState(0);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let gone = false;
    loadMonaco(locale).then(
      (loaded) => gone || setKit(loaded),
      () => gone || setFailed(tries + 1),
    );
    return () => {
      gone = true;
    };
  }, [locale, tries]);
  if (failed > tries)
    return (
      <div className="code-failed" role="alert">
        <p>{t('designer.text.failed')}</p>
        <Button size="small" onClick={() => setTries(failed)}>
          {t('designer.text.again')}
        </Button>
      </div>
    );
  if (!kit)
    return (
      <div className="code-waits">
        <Loading />
      </div>
    );
  return <Loaded {...{ kit, label, first, readOnly, attach, onCursor, narrow }} />;
}

function Loaded({
  kit,
  label,
  first,
  readOnly,
  attach,
  onCursor,
  narrow = false,
}: Parameters<typeof CodePane>[0] & { kit: MonacoKit }) {
  const box = useRef<HTMLDivElement>(null);
  const [code, setCode] = useState<Code | null>(null);
  const { t } = useI18n();
  const tabWords = t('designer.text.tabIndents');
  const begin = useRef({ first, label, readOnly, onCursor, tabWords });
  begin.current = { first, label, readOnly, onCursor, tabWords };

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const { monaco, codeOptions, freshUri } = kit;
    const model = monaco.editor.createModel(begin.current.first(), 'json', freshUri());
    model.updateOptions({
      tabSize: 2,
      insertSpaces: true,
      bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
    });
    model.setEOL(monaco.editor.EndOfLineSequence.LF);
    const editor = monaco.editor.create(element, {
      ...codeOptions,
      ...(narrow && narrowOptions),
      model,
      readOnly: begin.current.readOnly,
      ariaLabel: begin.current.label,
    });
    const made = codeOf(kit, editor, model);
    editor.addAction({
      id: 'reglament.leave',
      label: begin.current.label,
      keybindings: [monaco.KeyCode.Escape],
      keybindingContext: nothingOpen,
      precondition: nothingOpen,
      run: () => document.querySelector<HTMLElement>('.canvas [tabindex="0"]')?.focus(),
    });
    // In place of Monaco's own, whose state nobody can ask for: the line below says what Tab does.
    editor.addAction({
      id: 'reglament.tab',
      label: begin.current.tabWords,
      keybindings: [monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyM],
      run: () =>
        editor.updateOptions({ tabFocusMode: !editor.getOption(monaco.editor.EditorOption.tabFocusMode) }),
    });
    const tell = () => {
      const position = editor.getPosition();
      if (!position) return;
      const { lineNumber: line, column } = position;
      begin.current.onCursor({
        line,
        column,
        path: made.map().pathAt(model.getOffsetAt(position)),
        tabMoves: editor.getOption(monaco.editor.EditorOption.tabFocusMode),
      });
    };
    const moved = editor.onDidChangeCursorPosition(tell);
    const changed = editor.onDidChangeConfiguration(tell);
    const fit = () => {
      const height = Math.min(Math.max(editor.getContentHeight(), leastHeight), mostHeight);
      if (narrow) element.style.height = `${height}px`;
    };
    const grown = editor.onDidContentSizeChange(fit);
    fit();
    const detach = attach(made);
    setCode(made);
    tell();
    return () => {
      detach();
      moved.dispose();
      changed.dispose();
      grown.dispose();
      editor.dispose();
      model.dispose();
      setCode(null);
    };
  }, [kit, narrow, attach]);
  useEffect(() => {
    code?.editor.updateOptions({ readOnly, ariaLabel: label });
  }, [code, readOnly, label]);
  return <div className={narrow ? 'code code--narrow' : 'code'} ref={box} />;
}

/** In pixels: five lines, and what leaves room for the rest of the column. */
const leastHeight = 112;
const mostHeight = 420;

const narrowOptions = {
  fontSize: 12,
  lineHeight: 18,
  lineNumbersMinChars: 2,
  lineDecorationsWidth: 6,
  folding: false,
  stickyScroll: { enabled: false },
} as const;

/** Escape closes what is open over the text first, and leaves the text only then. */
const nothingOpen = [
  'editorTextFocus',
  '!suggestWidgetVisible',
  '!findWidgetVisible',
  '!editorHoverVisible',
  '!markersNavigationVisible',
  '!editorHasMultipleSelections',
  '!inSnippetMode',
  '!stickyScrollFocused',
].join(' && ');
