// The one door to Monaco: nothing else of the designer imports it, so that it stays in chunks of its own.
import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/register.all';
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker';
import JsonWorker from 'monaco-editor/languages/features/json/json.worker.js?worker';
import { jsonDefaults } from 'monaco-editor/languages/features/json/register';

export { monaco };

let named = 0;

/** An address for a model, not met before: two views may show the same text. */
export function freshUri(): monaco.Uri {
  named += 1;
  return monaco.Uri.parse(`inmemory://reglament/${named}.json`);
}

// Workers are files of our own origin: the page's policy allows no others.
self.MonacoEnvironment = {
  getWorker: (_, label) => (label === 'json' ? new JsonWorker() : new EditorWorker()),
};

jsonDefaults.setModeConfiguration({
  completionItems: true,
  hovers: true,
  documentSymbols: true,
  tokens: true,
  foldingRanges: true,
  selectionRanges: true,
  // Its messages are English and know less than ours: markers come from the list of problems.
  diagnostics: false,
  // A regulation has one canonical form, which is printed; see SPEC.md of the format.
  documentFormattingEdits: false,
  documentRangeFormattingEdits: false,
  colors: false,
});

const schemas = new Map<string, Readonly<Record<string, unknown>>>();

/**
 * Completion and hover for one model.
 *
 * @returns what takes them away
 */
export function putSchema(model: monaco.Uri, schema: Readonly<Record<string, unknown>>): () => void {
  const address = model.toString();
  const tell = () =>
    jsonDefaults.setDiagnosticsOptions({
      validate: false,
      enableSchemaRequest: false,
      schemas: [...schemas].map(([uri, each]) => ({
        uri: uri.replace(/\.json$/, '.schema.json'),
        fileMatch: [uri],
        schema: each,
      })),
    });
  schemas.set(address, schema);
  tell();
  return () => {
    schemas.delete(address);
    tell();
  };
}

const themeName = 'reglament';

/** Paints the editor with the tokens of the page, and again whenever the page's theme changes. */
function paint(): void {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const colour = (name: string) => hex(token(name));
  const kind = (name: string) => hex(`oklch(${token('--k-ink')} ${token(`--k-${name}`)})`);
  const bare = (value: string) => value.slice(1);
  const dark = style.colorScheme.includes('dark');
  monaco.editor.defineTheme(themeName, {
    base: dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: bare(colour('--text')) },
      { token: 'string.key.json', foreground: bare(kind('task')) },
      { token: 'string.value.json', foreground: bare(kind('registration')) },
      { token: 'keyword.json', foreground: bare(kind('signing')) },
      { token: 'number.json', foreground: bare(kind('signing')) },
      { token: 'delimiter', foreground: bare(colour('--text-3')) },
    ],
    colors: {
      'editor.background': colour('--surface'),
      'editor.foreground': colour('--text'),
      'editorGutter.background': colour('--surface'),
      'editorLineNumber.foreground': colour('--text-3'),
      'editorLineNumber.activeForeground': colour('--text'),
      'editor.lineHighlightBackground': colour('--surface-2'),
      'editor.lineHighlightBorder': '#00000000',
      'editorCursor.foreground': colour('--accent'),
      'editor.selectionBackground': `${colour('--accent')}40`,
      'editor.inactiveSelectionBackground': `${colour('--accent')}22`,
      'editor.wordHighlightBackground': `${colour('--accent')}1c`,
      'editor.wordHighlightStrongBackground': `${colour('--accent')}1c`,
      'editorBracketMatch.background': colour('--accent-soft'),
      'editorBracketMatch.border': colour('--accent'),
      'editorIndentGuide.background1': colour('--line'),
      'editorIndentGuide.activeBackground1': colour('--line-strong'),
      'editorError.foreground': colour('--rejected'),
      'editorWarning.foreground': colour('--remarks'),
      'editorWidget.background': colour('--surface'),
      'editorWidget.foreground': colour('--text'),
      'editorWidget.border': colour('--line-strong'),
      'editorHoverWidget.background': colour('--surface'),
      'editorHoverWidget.border': colour('--line-strong'),
      'editorSuggestWidget.background': colour('--surface'),
      'editorSuggestWidget.border': colour('--line-strong'),
      'editorSuggestWidget.foreground': colour('--text'),
      'editorSuggestWidget.selectedBackground': colour('--accent-soft'),
      'editorSuggestWidget.selectedForeground': colour('--text'),
      'editorSuggestWidget.highlightForeground': colour('--accent'),
      'editorSuggestWidget.focusHighlightForeground': colour('--accent'),
      'editorStickyScroll.background': colour('--surface'),
      'editorStickyScrollHover.background': colour('--surface-2'),
      'input.background': colour('--surface'),
      'input.foreground': colour('--text'),
      'input.border': colour('--line-strong'),
      focusBorder: colour('--focus'),
      'list.hoverBackground': colour('--surface-2'),
      'widget.shadow': '#00000026',
      'scrollbarSlider.background': `${colour('--text-3')}55`,
      'scrollbarSlider.hoverBackground': `${colour('--text-3')}88`,
      'scrollbar.shadow': '#00000000',
      'editorOverviewRuler.border': '#00000000',
    },
  });
  monaco.editor.setTheme(themeName);
}

/** Monaco reads hexadecimal colours only; the browser translates whatever the tokens use. */
function hex(colour: string): string {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const pen = canvas.getContext('2d');
  if (!pen) return '#808080';
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

paint();
new MutationObserver(paint).observe(document.documentElement, { attributeFilter: ['data-theme'] });

/** How every text of the designer is shown. */
export const codeOptions: monaco.editor.IStandaloneEditorConstructionOptions = {
  theme: themeName,
  automaticLayout: true,
  fontFamily: '"JetBrains Mono Variable", ui-monospace, Consolas, monospace',
  fontSize: 13,
  lineHeight: 20,
  fontLigatures: false,
  minimap: { enabled: false },
  wordWrap: 'on',
  wrappingIndent: 'indent',
  scrollBeyondLastLine: false,
  fixedOverflowWidgets: true,
  lineNumbersMinChars: 4,
  lineDecorationsWidth: 20,
  glyphMargin: false,
  // Monaco would dim the number of the last line below what can be read.
  renderFinalNewline: 'on',
  padding: { top: 6, bottom: 6 },
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  renderLineHighlightOnlyWhenFocus: true,
  bracketPairColorization: { enabled: false },
  guides: { indentation: true, bracketPairs: false },
  // Cyrillic is what these texts are written in.
  unicodeHighlight: { ambiguousCharacters: false, nonBasicASCII: false },
  quickSuggestions: { strings: true, other: true, comments: false },
  wordBasedSuggestions: 'off',
  suggest: { showWords: false, preview: false },
  links: false,
  colorDecorators: false,
  dragAndDrop: false,
  contextmenu: false,
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
};
