import type { TaskDetail } from '@reglament/api';
import { useI18n } from '@reglament/ui';
import { Remarks } from '../shared/remarks.tsx';
import { Visas } from '../shared/visas.tsx';

/** What a signer must have seen: remarks nobody answered, visas given on another version, auto-visas. Pure. */
export function signWarnings(detail: Pick<TaskDetail, 'remarks' | 'visas'>) {
  const standing = detail.visas.filter(({ replaced }) => !replaced);
  return {
    remarks: detail.remarks.filter(({ status }) => status === 'open'),
    earlier: standing.filter(({ otherVersion }) => otherVersion),
    automatic: standing.filter(({ automatic }) => automatic !== undefined),
  };
}

/** Said before signing: open remarks and visas on earlier versions, whole. */
export function SignWarnings({ detail }: { detail: TaskDetail }) {
  const { t } = useI18n();
  const { remarks, earlier } = signWarnings(detail);
  if (remarks.length + earlier.length === 0)
    return <p className="soft sign-clean">{t('task.signClean', { version: detail.version })}</p>;
  return (
    <div className="sign-warnings">
      {remarks.length > 0 && (
        <>
          <h4>
            {t('task.openRemarks')} <span>{remarks.length}</span>
          </h4>
          <Remarks remarks={remarks} version={detail.version} />
        </>
      )}
      {earlier.length > 0 && (
        <>
          <h4>
            {t('task.earlierVisas')} <span>{earlier.length}</span>
          </h4>
          <Visas visas={earlier} />
        </>
      )}
    </div>
  );
}
