import type { DocumentDetail } from '@reglament/api';
import { Button, Dialog, Menu, TextArea, useI18n, useToast } from '@reglament/ui';
import { ProblemLine, refresh, useCommand } from '@reglament/web';
import { IconDots, IconListCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { links } from '../../app/links.ts';
import { useDraft } from '../../drafts/useDraft.ts';

type Way = 'withdraw' | 'annul';

/** What the reader may do with the document; annulling lives in the menu, never beside what goes forward. */
export function DocumentActs({ detail }: { detail: DocumentDetail }) {
  const { t } = useI18n();
  const [stopping, setStopping] = useState<Way | null>(null);
  const { row, abilities } = detail;
  return (
    <div className="doc-acts">
      {detail.myTask && (
        <Link className="btn btn--primary" href={links.task(detail.myTask)}>
          {t('document.toTask')}
        </Link>
      )}
      {detail.draft && (
        <Link className="btn btn--primary" href={links.draft(detail.draft)}>
          {t('document.toDraft')}
        </Link>
      )}
      <Link className="btn" href={links.sheet(row.id)}>
        <IconListCheck className="ic" aria-hidden="true" />
        {t('rework.sheet')}
      </Link>
      {abilities.withdraw && (
        <Button onClick={() => setStopping('withdraw')}>{t('document.withdraw')}</Button>
      )}
      {abilities.annul && (
        <Menu
          label={t('common.more')}
          items={[{ id: 'annul', label: t('document.annul'), run: () => setStopping('annul') }]}
          className="btn btn--quiet btn--icon"
        >
          <IconDots className="ic" aria-hidden="true" />
        </Menu>
      )}
      {stopping && <Stop id={row.id} way={stopping} close={() => setStopping(null)} />}
    </div>
  );
}

function Stop({ id, way, close }: { id: string; way: Way; close: () => void }) {
  const { t } = useI18n();
  const toast = useToast();
  const [, navigate] = useLocation();
  const withdraw = useCommand('documents.withdraw');
  const annul = useCommand('documents.annul');
  const command = way === 'withdraw' ? withdraw : annul;
  const typed = useDraft(`stop:${id}`, '');
  const [tried, setTried] = useState(false);
  const reason = typed.value.trim();
  const send = async () => {
    setTried(true);
    if (!reason) return;
    const stopped = await command.send({ params: { id }, body: { reason } });
    if (!stopped) return;
    typed.drop();
    await refresh('documents.show', 'documents.route', 'documents.history', 'documents.list', 'tasks.list');
    toast({ text: t(`document.${way}Done`) });
    close();
    if (stopped.draft) navigate(links.draft(stopped.draft));
  };
  return (
    <Dialog
      title={t(`document.${way}Title`)}
      onClose={close}
      actions={
        <>
          <Button variant="primary" busy={command.busy} onClick={() => void send()}>
            {t(`document.${way}`)}
          </Button>
          <Button variant="quiet" onClick={close}>
            {t('common.cancel')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="soft">{t(`document.${way}Why`)}</p>
        <TextArea
          label={t('task.reason')}
          value={typed.value}
          onChange={typed.change}
          rows={3}
          required
          error={tried && !reason ? t('task.reasonMissing') : undefined}
        />
        <ProblemLine error={command.error} />
      </div>
    </Dialog>
  );
}
