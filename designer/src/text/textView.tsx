import { printRegulation, stageOf } from '@reglament/regulation';
import { Button, TabPanel, Tabs, useI18n, useToast } from '@reglament/ui';
import { IconAlertTriangle, IconCopy, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useSay } from '../app/say.ts';
import { useEditor, useEditorStore } from '../document/store.ts';
import { useProblems } from '../problems/problems.ts';
import type { Cursor } from './code.ts';
import { MachineText, machineTextOf } from './machineText.tsx';
import { RegulationText, stageAt } from './regulationText.tsx';
import './text.css';

type Shown = 'regulation' | 'machine';
const group = 'text';

/** The view «Текст»: the regulation and the machine it compiles to, as JSON beside the drawing. */
export default function TextView() {
  const { t } = useI18n();
  const [shown, setShown] = useState<Shown>('regulation');
  const [cursor, setCursor] = useState<Cursor | null>(null);
  return (
    <section className="txt" aria-label={t('designer.text.title')}>
      <div className="txt-head">
        <Tabs<Shown>
          group={group}
          label={t('designer.text.tabs')}
          tabs={[
            { id: 'regulation', title: t('designer.text.regulation') },
            { id: 'machine', title: t('designer.text.machine') },
          ]}
          value={shown}
          onChange={setShown}
        />
        <Acts shown={shown} />
      </div>
      <TabPanel group={group} id={shown}>
        {shown === 'machine' && <MachineNotes />}
        {shown === 'regulation' ? (
          <RegulationText onCursor={setCursor} />
        ) : (
          <MachineText onCursor={setCursor} />
        )}
      </TabPanel>
      <Foot shown={shown} cursor={cursor} />
    </section>
  );
}

function Acts({ shown }: { shown: Shown }) {
  const { t } = useI18n();
  const toast = useToast();
  const store = useEditorStore();
  const text = () => {
    const { regulation } = store.getState();
    return shown === 'regulation' ? printRegulation(regulation) : machineTextOf(regulation);
  };
  const copy = () =>
    navigator.clipboard.writeText(text()).then(
      () => toast({ text: t('designer.text.copied') }),
      () => toast({ text: t('designer.text.copyFailed') }),
    );
  return (
    <div className="txt-acts">
      <Button variant="quiet" size="small" icon={IconCopy} onClick={() => void copy()}>
        {t('designer.text.copy')}
      </Button>
      <Button
        size="small"
        icon={IconDownload}
        onClick={() => {
          const { id } = store.getState().regulation;
          save(text(), shown === 'regulation' ? `${id}.json` : `${id}.machine.json`);
        }}
      >
        {t('designer.text.download')}
      </Button>
    </div>
  );
}

function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

function MachineNotes() {
  const { t } = useI18n();
  const wrong = useProblems().some(({ severity }) => severity === 'error');
  const waits = useEditor((editor) => editor.textLock !== null);
  if (!wrong && !waits) return null;
  return (
    <p className="txt-note" role="status">
      <IconAlertTriangle className="ic" aria-hidden="true" />
      {t(waits ? 'designer.text.machineWaits' : 'designer.text.machineErrors')}
    </p>
  );
}

/** Where the cursor stands, and how to leave by keyboard. */
function Foot({ shown, cursor }: { shown: Shown; cursor: Cursor | null }) {
  const { t } = useI18n();
  const say = useSay();
  const title = useEditor(({ regulation, selection }) => {
    if (shown === 'machine') {
      const only = selection.of === 'stages' && selection.ids.length === 1 ? selection.ids[0] : undefined;
      return only === undefined ? undefined : stageOf(regulation, only)?.title;
    }
    const id = cursor && stageAt(cursor.path, regulation);
    return id ? stageOf(regulation, id)?.title : undefined;
  });
  const reading = useEditor((editor) => editor.reading);
  return (
    <div className="txt-foot">
      {title && <span className="txt-stage">{say(title)}</span>}
      {cursor && <span>{t('designer.text.place', { line: cursor.line, column: cursor.column })}</span>}
      <span role="status">
        {t(
          shown === 'machine' || reading
            ? 'designer.text.escape'
            : cursor?.tabMoves
              ? 'designer.text.tabMoves'
              : 'designer.text.tabIndents',
        )}
      </span>
      <span className="push">
        {t(
          shown === 'machine'
            ? 'designer.text.machineNote'
            : reading
              ? 'designer.text.onlyRead'
              : 'designer.text.shared',
        )}
      </span>
    </div>
  );
}
