import { type Pasted, readTable, type Table } from '@reglament/editing';
import { Button, useI18n } from '@reglament/ui';
import { IconClipboard, IconTable } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';

/** Where a table is pasted, and what it should be like. A paste anywhere on the page is taken. */
export function PasteArea({ onTable }: { onTable: (table: Table) => void }) {
  const { t } = useI18n();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [empty, setEmpty] = useState(false);
  const take = (pasted: Pasted) => {
    const table = readTable(pasted);
    setEmpty(table.rows.length === 0);
    if (table.rows.length > 0) onTable(table);
  };
  const taking = useRef(take);
  taking.current = take;
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const pasted = pastedIn(event);
      if (!pasted) return;
      event.preventDefault();
      taking.current(pasted);
    };
    document.addEventListener('paste', onPaste);
    area.current?.focus();
    return () => document.removeEventListener('paste', onPaste);
  }, []);
  const fromClipboard = async () => {
    try {
      taking.current(await readClipboard());
    } catch {
      // Not allowed or not there: the keys of the browser still paste.
      area.current?.focus();
    }
  };
  return (
    <main className="ft-paste">
      <div className="ft-paste-in">
        <IconTable className="ic" aria-hidden="true" />
        <h2>{t('designer.ft.pasteTitle')}</h2>
        <p>{t('designer.ft.pasteHow')}</p>
        <label htmlFor={id} className="visually-hidden">
          {t('designer.ft.pasteHere')}
        </label>
        <textarea
          ref={area}
          id={id}
          rows={3}
          placeholder={t('designer.ft.pasteHere')}
          spellCheck={false}
          aria-describedby={empty ? `${id}-empty` : undefined}
        />
        {empty && (
          <p className="field-error" id={`${id}-empty`} role="alert">
            {t('designer.ft.pasteEmpty')}
          </p>
        )}
        <div className="ft-paste-acts">
          <Button icon={IconClipboard} onClick={() => void fromClipboard()}>
            {t('designer.ft.fromClipboard')}
          </Button>
          <Button
            variant="primary"
            onClick={() => {
              take({ text: area.current?.value ?? '' });
            }}
          >
            {t('designer.ft.readTyped')}
          </Button>
        </div>
        <table className="ft-example">
          <caption>{t('designer.ft.example')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('methodologist.stage')}</th>
              <th scope="col">{t('methodologist.who')}</th>
              <th scope="col">{t('methodologist.term')}</th>
              <th scope="col">{t('methodologist.silence')}</th>
              <th scope="col">{t('designer.ft.onRefusal')}</th>
            </tr>
          </thead>
          <tbody>
            {(['1', '2', '3'] as const).map((row) => (
              <tr key={row}>
                {t(`designer.ft.example${row}`)
                  .split(';')
                  .map((cell) => (
                    <td key={cell}>{cell.trim()}</td>
                  ))}
              </tr>
            ))}
          </tbody>
        </table>
        <p className="soft">{t('designer.ft.exampleWhy')}</p>
      </div>
    </main>
  );
}

/** What a paste brings, unless it is meant for another field. */
export function pastedIn(event: ClipboardEvent): Pasted | null {
  const target = event.target;
  if (target instanceof HTMLInputElement) return null;
  const html = event.clipboardData?.getData('text/html') ?? '';
  const text = event.clipboardData?.getData('text/plain') ?? '';
  return html === '' && text === '' ? null : { text, ...(html !== '' && { html }) };
}

async function readClipboard(): Promise<Pasted> {
  const items = await navigator.clipboard.read();
  const read = async (type: string) => {
    const item = items.find(({ types }) => types.includes(type));
    return item ? (await item.getType(type)).text() : '';
  };
  const html = await read('text/html');
  return { text: await read('text/plain'), ...(html !== '' && { html }) };
}
