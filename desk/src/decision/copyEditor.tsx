import type { FieldRow, TaskDetail, TextRow } from '@reglament/api';
import { formatTime } from '@reglament/i18n';
import { Banner, Button, useI18n } from '@reglament/ui';
import { ProblemLine } from '@reglament/web';
import { useWhen } from '../app/clock.ts';
import type { Clash } from '../drafts/merge.ts';
import type { SavedCopy } from '../drafts/useSavedCopy.ts';
import { CardFields } from '../shared/cardFields.tsx';
import { FileEditor } from '../shared/fileEditor.tsx';
import { useSay } from '../shared/text.ts';

/** Card and files of a stage that edits: only the fields it names, files when it says so. */
export function CopyEditor({
  detail,
  copy,
  errors = {},
}: {
  detail: TaskDetail;
  copy: SavedCopy;
  errors?: Readonly<Record<string, string | undefined>>;
}) {
  const { t } = useI18n();
  const { edits } = detail;
  if (!edits) return null;
  const fields = detail.fields.filter(({ id }) => edits.fields.includes(id));
  return (
    <div className="stack copy-editor">
      <Clashes copy={copy} fields={detail.fields} />
      {fields.length > 0 && (
        <CardFields
          fields={fields}
          card={copy.content.card}
          errors={errors}
          onChange={(field, value) =>
            copy.change((now) => {
              const card = { ...now.card };
              if (value === undefined) delete card[field];
              else card[field] = value;
              return { ...now, card };
            })
          }
        />
      )}
      {edits.files && (
        <FileEditor
          owner={{ kind: 'task', id: detail.row.id }}
          files={copy.content.files}
          onChange={(next) => copy.change((now) => ({ ...now, files: next(now.files) }))}
          notes={Object.fromEntries(
            copy.content.files.map((file) => [
              file.name,
              detail.files.some(({ digest, name }) => digest === file.digest && name === file.name)
                ? undefined
                : t(
                    detail.files.some(({ name }) => name === file.name)
                      ? 'desk.fileChange.changed'
                      : 'desk.fileChange.added',
                  ),
            ]),
          )}
        />
      )}
      {copy.state === 'refused' && <ProblemLine error={copy.error} />}
    </div>
  );
}

/** Somebody (or another tab) saved other words in the same places: which, and two ways out. */
export function Clashes({
  copy,
  fields,
  choosers = [],
}: {
  copy: SavedCopy;
  fields: readonly FieldRow[];
  /** whom the author chooses, by participant */
  choosers?: readonly { participant: string; title: TextRow }[];
}) {
  const { t } = useI18n();
  const say = useSay();
  if (copy.clashes.length === 0) return null;
  const word = (clash: Clash) => {
    if (clash.of === 'files') return t('desk.files');
    const field =
      clash.of === 'field'
        ? fields.find(({ id }) => id === clash.id)
        : choosers.find(({ participant }) => participant === clash.id);
    return field ? say(field.title) : clash.id;
  };
  return (
    <Banner
      kind="conflict"
      actions={
        <>
          <Button size="small" onClick={copy.keepMine}>
            {t('task.keepMine')}
          </Button>
          <Button size="small" variant="quiet" onClick={copy.takeTheirs}>
            {t('task.takeTheirs')}
          </Button>
        </>
      }
    >
      {t('task.clash', { places: copy.clashes.map(word).join(', ') })}
    </Banner>
  );
}

/** Where what is typed is by now: on the server, on its way, or only on this computer. */
export function CopyState({ copy }: { copy: SavedCopy }) {
  const { t, locale } = useI18n();
  const { zone } = useWhen();
  const words =
    copy.state === 'saving'
      ? t('task.copySaving')
      : copy.state === 'kept'
        ? t('task.copyKept')
        : copy.state === 'refused'
          ? t('task.copyRefused')
          : copy.state === 'typed'
            ? t('task.copyTyped')
            : copy.savedAtMs === null
              ? t('task.copyUntouched')
              : t('task.copySaved', { time: formatTime(copy.savedAtMs, zone, locale) });
  return (
    <span className="hint" role="status">
      {words}
    </span>
  );
}
