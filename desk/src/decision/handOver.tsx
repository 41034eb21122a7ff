import type { TaskRow } from '@reglament/api';
import { Button, Dialog, PersonPicker, TextArea, useI18n, useToast } from '@reglament/ui';
import { ProblemLine, personOption, refresh, useCommand, usePosts } from '@reglament/web';
import { useState } from 'react';

/** Gives an open task to another post, with a reason that history keeps. */
export function HandOver({
  row,
  close,
}: {
  row: Pick<TaskRow, 'id' | 'revision' | 'title'>;
  close: () => void;
}) {
  const { t } = useI18n();
  const toast = useToast();
  const posts = usePosts(true);
  const command = useCommand('tasks.handOver');
  const [to, setTo] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    const [post] = to;
    if (!post || !reason.trim()) return;
    const done = await command.send({
      params: { id: row.id },
      body: { revision: row.revision, to: post, reason: reason.trim() },
    });
    if (!done) return;
    toast({ text: t('task.handedOver', { title: row.title }) });
    void refresh('tasks.list', 'tasks.show', 'tasks.counts', 'people.openTasks', 'people.list');
    close();
  };
  return (
    <Dialog
      title={t('task.handOverTitle')}
      onClose={close}
      actions={
        <>
          <Button variant="primary" busy={command.busy} onClick={() => void send()}>
            {t('task.handOver')}
          </Button>
          <Button variant="quiet" onClick={close}>
            {t('common.cancel')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <PersonPicker
          label={t('task.handOverTo')}
          placeholder={t('desk.findPost')}
          options={posts.map(personOption)}
          value={to}
          onChange={setTo}
          max={1}
          error={tried && to.length === 0 ? t('task.handOverToMissing') : undefined}
        />
        <TextArea
          label={t('task.handOverReason')}
          value={reason}
          onChange={setReason}
          rows={3}
          error={tried && !reason.trim() ? t('task.reasonMissing') : undefined}
        />
        <ProblemLine error={command.error} />
      </div>
    </Dialog>
  );
}
