import type { AnswerOf } from '@reglament/api';
import type { Regulation } from '@reglament/regulation';
import { Button, Menu, useI18n } from '@reglament/ui';
import { PageProblem, useApiQuery } from '@reglament/web';
import { IconCopy, IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { Loading } from '../app/loading.tsx';
import { ReadFrame } from '../document/readFrame.tsx';
import { useExports } from '../exporting/useExports.ts';
import { TakeDialog } from './takeDialog.tsx';

/** What an organisation above offers: its version in force to read, and to take a copy of. */
export default function OfferedPage({ organisation, id }: { organisation: string; id: string }) {
  const offer = useApiQuery('offers.show', { params: { organisation, id } });
  if (offer.error) return <PageProblem error={offer.error} retry={() => void offer.refetch()} />;
  if (!offer.data) return <Loading />;
  return <Reading offer={offer.data} />;
}

function Reading({ offer }: { offer: AnswerOf<'offers.show'> }) {
  const { t } = useI18n();
  const { row, regulation } = offer;
  const [taking, setTaking] = useState(false);
  return (
    <>
      <ReadFrame
        document={regulation}
        bar={(read) => (
          <>
            <span className="chip">{t('designer.versionInForce', { version: row.version })}</span>
            <span className="meta">{t('designer.offer.of', { organisation: row.organisation.title })}</span>
            <span className="push" />
            <Exports regulation={read} version={row.version} />
            <Button variant="primary" size="small" icon={IconCopy} onClick={() => setTaking(true)}>
              {t('designer.offer.take')}
            </Button>
          </>
        )}
      />
      {taking && <TakeDialog row={row} onClose={() => setTaking(false)} />}
    </>
  );
}

function Exports({ regulation, version }: { regulation: Regulation; version: number }) {
  const { t } = useI18n();
  const exports = useExports(() => regulation, { version, isDraft: false });
  return (
    <Menu label={t('common.more')} items={[...exports]} className="icbtn">
      <IconDots className="ic" aria-hidden="true" />
    </Menu>
  );
}
