import type { ChangesRow, FieldRow, PersonRow } from '@reglament/api';
import { useI18n } from '@reglament/ui';
import { cardWords } from './cardWords.ts';
import { useSay } from './text.ts';
import './shared.css';

/** Whether anything differs. */
export function hasChanges(changes: Pick<ChangesRow, 'fields' | 'files'>): boolean {
  return changes.fields.length + changes.files.length > 0;
}

/** What differs between two versions: card fields by value, files by digest. */
export function Changes({
  changes,
  fields,
  posts,
}: {
  changes: ChangesRow;
  fields: readonly FieldRow[];
  posts: Readonly<Record<string, PersonRow>>;
}) {
  const i18n = useI18n();
  const say = useSay();
  if (!hasChanges(changes)) return <p className="soft">{i18n.t('desk.noChanges')}</p>;
  return (
    <dl className="facts changes">
      {changes.fields.map((change) => {
        const field = fields.find(({ id }) => id === change.id) ?? { type: change.type };
        const before = cardWords(field, change.before, posts, i18n);
        const after = cardWords(field, change.after, posts, i18n);
        return (
          <div key={change.id}>
            <dt>{say(change.title)}</dt>
            <dd className="num">
              {before !== undefined && <del>{before}</del>}{' '}
              {after !== undefined ? <ins>{after}</ins> : i18n.t('desk.emptied')}
            </dd>
          </div>
        );
      })}
      {changes.files.map((file) => (
        <div key={file.name}>
          <dt>{i18n.t('desk.file')}</dt>
          <dd>
            {file.change === 'removed' ? <del>{file.name}</del> : file.name}{' '}
            <small>{i18n.t(`desk.fileChange.${file.change}`)}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}
