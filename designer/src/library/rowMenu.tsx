import type { LibraryRow } from '@reglament/api';
import { Menu, type MenuItem, useI18n, useToast } from '@reglament/ui';
import { refresh, sendCommand, wordError } from '@reglament/web';
import {
  IconArchive,
  IconArchiveOff,
  IconBuildingCommunity,
  IconCalendarTime,
  IconCopy,
  IconDots,
  IconHistory,
  IconPencil,
  IconSitemap,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useAsk } from '../app/ask.tsx';
import { links } from '../app/links.ts';
import { useSay } from '../app/say.ts';
import { type Newer, newerOf, takeVersion } from '../offers/newer.ts';
import { OfferDialog } from '../offers/offerDialog.tsx';
import { OwnerDialog } from './ownerDialog.tsx';
import { RetireDialog } from './retireDialog.tsx';

/** An organisation below the person's own. */
interface Below {
  readonly id: string;
  readonly title: string;
}

/** What may be done about a regulation from its row. */
export function RowMenu({ row, below }: { row: LibraryRow; below: readonly Below[] }) {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const toast = useToast();
  const ask = useAsk();
  const [, navigate] = useLocation();
  const [asking, setAsking] = useState<'owner' | 'offer' | 'retire' | null>(null);
  const close = () => setAsking(null);
  const attempt = async (run: () => Promise<unknown>, done: string) => {
    try {
      await run();
      await refresh('library.list');
      toast({ text: done });
    } catch (error) {
      toast({ text: wordError(error, i18n) });
    }
  };
  const takeNewer = async (newer: Newer) => {
    try {
      await takeVersion(row, newer);
      await refresh('library.list', 'workingCopies.show');
      navigate(links.editor(row.id));
    } catch (error) {
      toast({ text: wordError(error, i18n) });
    }
  };
  const finish = (words: string) => {
    close();
    void refresh('library.list');
    toast({ text: words });
  };
  const items: MenuItem[] = [
    { id: 'open', label: t('designer.open'), icon: IconPencil, run: () => navigate(links.editor(row.id)) },
  ];
  if (row.versions > 0)
    items.push({
      id: 'versions',
      label: t('versions.open'),
      icon: IconHistory,
      run: () => navigate(links.versions(row.id)),
    });
  items.push({
    id: 'owner',
    label: t('designer.owner.change'),
    icon: IconBuildingCommunity,
    run: () => setAsking('owner'),
  });
  if (row.versions > 0 && (row.offer || below.length > 0))
    items.push({
      id: 'offer',
      label: t('designer.offer.to'),
      icon: IconSitemap,
      run: () => setAsking('offer'),
    });
  const newer = newerOf(row);
  if (newer && !row.workingCopy)
    items.push({
      id: 'newer',
      label: t('designer.origin.takeNewer', { version: newer.version }),
      icon: IconCopy,
      run: () =>
        ask({
          title: t('designer.origin.takeAsk', { version: newer.version }),
          words: t('designer.origin.takeWhy', { version: newer.version }),
          yes: t('designer.origin.takeYes'),
          run: () => void takeNewer(newer),
        }),
    });
  const scheduled = row.scheduled;
  if (scheduled)
    items.push({
      id: 'withdraw',
      label: t('designer.withdrawScheduled', { version: scheduled.version }),
      icon: IconCalendarTime,
      run: () =>
        void attempt(
          () =>
            sendCommand(
              'regulations.withdrawScheduled',
              { params: { id: row.id, version: String(scheduled.version) }, body: {} },
              crypto.randomUUID(),
            ),
          t('designer.withdrawn'),
        ),
    });
  if (row.inForce && row.state !== 'retired')
    items.push({
      id: 'retire',
      label: t('designer.retire'),
      icon: IconArchive,
      run: () => setAsking('retire'),
    });
  if (row.state === 'retired')
    items.push({
      id: 'revive',
      label: t('designer.revive'),
      icon: IconArchiveOff,
      run: () =>
        void attempt(
          () => sendCommand('regulations.revive', { params: { id: row.id }, body: {} }, crypto.randomUUID()),
          t('designer.revived'),
        ),
    });
  if (row.workingCopy)
    items.push({
      id: 'delete',
      label: t('designer.deleteCopy'),
      icon: IconTrash,
      run: () =>
        ask({
          title: t('designer.deleteCopyAsk', { title: say(row.title) }),
          words: t('designer.deleteCopyWhy'),
          yes: t('designer.deleteCopy'),
          run: () =>
            void attempt(
              () => sendCommand('workingCopies.delete', { params: { id: row.id } }, crypto.randomUUID()),
              t('designer.copyDeleted'),
            ),
        }),
    });
  return (
    <>
      <Menu label={t('designer.actsOf', { title: say(row.title) })} items={items} className="icbtn">
        <IconDots className="ic" aria-hidden="true" />
      </Menu>
      {asking === 'owner' && <OwnerDialog row={row} onClose={close} onDone={finish} />}
      {asking === 'offer' && <OfferDialog row={row} below={below} onClose={close} onDone={finish} />}
      {asking === 'retire' && (
        <RetireDialog
          title={say(row.title)}
          onClose={close}
          onRetire={(reason) =>
            void attempt(
              () =>
                sendCommand(
                  'regulations.retire',
                  { params: { id: row.id }, body: { reason } },
                  crypto.randomUUID(),
                ),
              t('designer.retired'),
            )
          }
        />
      )}
    </>
  );
}
