import { useI18n } from '@reglament/ui';
import { IconAlertCircle } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useSay } from '../app/say.ts';
import { useEditor, useEditorStore } from '../document/store.ts';
import { fixOf } from '../problems/fixes.ts';
import type { Code } from './code.ts';
import { type PlacedProblem, textProblemInWords } from './readText.ts';

/** So many errors are written out under their lines; of the rest the marks and the list speak. */
const mostZones = 20;

interface Zone {
  readonly id: string;
  readonly element: HTMLElement;
  readonly placed: PlacedProblem;
  readonly resize: (height: number) => void;
}

/** Errors in words under the lines where they stand, with the fix where it is certain. */
export function ErrorZones({ code, problems }: { code: Code; problems: readonly PlacedProblem[] }) {
  const [zones, setZones] = useState<readonly Zone[]>([]);
  useEffect(() => {
    const { editor, kit } = code;
    const made: Zone[] = [];
    const errors = problems.filter(({ problem }) => problem.severity === 'error');
    const numbers = editor.createDecorationsCollection(
      errors.map(({ place }) => ({
        range: new kit.monaco.Range(place.line, 1, place.line, 1),
        options: { lineNumberClassName: 'code-wrong' },
      })),
    );
    editor.changeViewZones((accessor) => {
      for (const placed of errors.slice(0, mostZones)) {
        const element = document.createElement('div');
        element.className = 'code-zone';
        const zone = { afterLineNumber: placed.place.line, heightInPx: 30, domNode: element };
        const id = accessor.addZone(zone);
        made.push({
          id,
          element,
          placed,
          resize: (height) => {
            if (zone.heightInPx === height) return;
            zone.heightInPx = height;
            editor.changeViewZones((later) => later.layoutZone(id));
          },
        });
      }
    });
    setZones(made);
    return () => {
      numbers.clear();
      editor.changeViewZones((accessor) => {
        for (const { id } of made) accessor.removeZone(id);
      });
    };
  }, [code, problems]);
  return zones.map((zone) => createPortal(<ZoneWords zone={zone} />, zone.element, zone.id));
}

function ZoneWords({ zone: { placed, resize } }: { zone: Zone }) {
  const i18n = useI18n();
  const say = useSay();
  const store = useEditorStore();
  const regulation = useEditor((editor) => editor.regulation);
  const readOnly = useEditor((editor) => editor.readOnly);
  const box = useRef<HTMLDivElement>(null);
  const { problem } = placed;
  const fix = readOnly || problem.code === 'id-stays' ? null : fixOf(problem, regulation);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    // Words may take two lines, and another number of them when the panel gets another width.
    const watch = new ResizeObserver(() => {
      if (element.offsetHeight > 0) resize(element.offsetHeight);
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [resize]);
  return (
    <div className="zone" ref={box}>
      <IconAlertCircle className="ic" aria-hidden="true" />
      <span>{textProblemInWords(problem, regulation, i18n, say)}</span>
      {fix && (
        // Monaco hides these lines from a screen reader: the list of problems offers the same there.
        <button
          type="button"
          className="linkbtn"
          tabIndex={-1}
          onMouseDown={(event) => event.stopPropagation()}
          onClick={() => {
            const editor = store.getState();
            if ('run' in fix) editor.dispatchAll(fix.run);
            else editor.choose({ ask: 'target', ...fix.choose });
          }}
        >
          {i18n.t(`designer.fix.${fix.words}`)}
        </button>
      )}
    </div>
  );
}
