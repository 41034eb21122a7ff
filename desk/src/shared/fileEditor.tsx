import type { FileRow } from '@reglament/api';
import { Button, FileRow as FileLine, IconButton, useI18n } from '@reglament/ui';
import { wordError } from '@reglament/web';
import { IconReplace, IconUpload, IconX } from '@tabler/icons-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { uploadFile } from '../api/upload.ts';
import { type FileOwner, fileAddress, fileShape } from './fileAddress.ts';
import './shared.css';

interface Going {
  key: number;
  file: File;
  /** the name of the file it takes the place of */
  instead?: string;
  share: number;
  error?: unknown;
}

/**
 * Files of a draft or a working copy: attach by drop or by choosing, replace in place, remove. Each upload shows how far it
 * is; a refused one stays in its row with the reason until it is taken away or tried again.
 */
export function FileEditor({
  owner,
  files,
  onChange,
  notes = {},
}: {
  owner: FileOwner;
  files: readonly FileRow[];
  /** gets the files as they stand at that moment and gives the next ones */
  onChange: (change: (files: readonly FileRow[]) => FileRow[]) => void;
  /** what is said of a file, by name */
  notes?: Readonly<Record<string, string | undefined>>;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const input = useRef<HTMLInputElement>(null);
  const instead = useRef<string | undefined>(undefined);
  const numbers = useRef(0);
  const stop = useRef(new AbortController());
  const [going, setGoing] = useState<Going[]>([]);
  const [over, setOver] = useState(false);
  useEffect(() => {
    const controller = new AbortController();
    stop.current = controller;
    return () => controller.abort();
  }, []);
  // A file half way is not anywhere yet: leaving the page now would lose it, so the browser asks.
  const uploading = going.some(({ error }) => error === undefined);
  useEffect(() => {
    if (!uploading) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [uploading]);

  const send = async (one: Going) => {
    setGoing((all) => [...all.filter(({ key }) => key !== one.key), { ...one, share: 0 }]);
    const change = (next: Partial<Going>) =>
      setGoing((all) => all.map((other) => (other.key === one.key ? { ...other, ...next } : other)));
    try {
      const done = await uploadFile(one.file, (share) => change({ share }), stop.current.signal);
      setGoing((all) => all.filter(({ key }) => key !== one.key));
      onChange((now) => placeFile(now, done, one.instead));
    } catch (error) {
      if (!(error instanceof DOMException)) change({ error });
    }
  };
  const take = (list: FileList | null, replaced?: string) => {
    for (const file of list ?? []) {
      numbers.current += 1;
      void send({ key: numbers.current, file, share: 0, ...(replaced && { instead: replaced }) });
    }
  };
  const pick = (replaced?: string) => {
    instead.current = replaced;
    if (input.current) input.current.multiple = replaced === undefined;
    input.current?.click();
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame
    <div
      role="group"
      aria-label={t('desk.files')}
      className="file-editor card"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <ul>
        {files.map((file) => (
          <FileLine
            key={file.name + file.digest}
            name={file.name}
            sizeBytes={file.size}
            href={fileAddress(owner, file, fileShape(file) !== 'other')}
            {...(notes[file.name] && { note: notes[file.name] as string })}
            actions={
              <>
                <IconButton
                  icon={IconReplace}
                  label={t('desk.replaceFile', { name: file.name })}
                  variant="quiet"
                  size="small"
                  onClick={() => pick(file.name)}
                />
                <IconButton
                  icon={IconX}
                  label={t('desk.removeFile', { name: file.name })}
                  variant="quiet"
                  size="small"
                  onClick={() => onChange((now) => now.filter((other) => other.name !== file.name))}
                />
              </>
            }
          />
        ))}
        {going.map((one) => (
          <FileLine
            key={one.key}
            name={one.file.name}
            sizeBytes={one.file.size}
            uploaded={one.share}
            {...(one.error ? { error: wordError(one.error, i18n) } : {})}
            actions={
              one.error ? (
                <>
                  <Button size="small" onClick={() => void send({ key: one.key, file: one.file, share: 0 })}>
                    {t('common.retry')}
                  </Button>
                  <IconButton
                    icon={IconX}
                    label={t('desk.removeFile', { name: one.file.name })}
                    variant="quiet"
                    size="small"
                    onClick={() => setGoing((all) => all.filter(({ key }) => key !== one.key))}
                  />
                </>
              ) : undefined
            }
          />
        ))}
      </ul>
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        aria-label={t('desk.chooseFiles')}
        onChange={(event) => {
          take(event.target.files, instead.current);
          event.target.value = '';
        }}
      />
      <button type="button" className="drop" onClick={() => pick()}>
        <IconUpload className="ic" aria-hidden="true" />
        <span>
          {t('desk.dropFiles')} <u>{t('desk.dropFilesChoose')}</u>
        </span>
      </button>
    </div>
  );
}

/** A file put in its place: instead of the replaced one, or of one by the same name, else at the end. Pure. */
export function placeFile(files: readonly FileRow[], file: FileRow, instead?: string): FileRow[] {
  const at = files.findIndex(({ name }) => name === (instead ?? file.name));
  const rest = files.filter(({ name }, index) => index === at || name !== file.name);
  if (at < 0) return [...rest, file];
  return rest.map((other) => (other === files[at] ? file : other));
}
