import type { OfferedRow } from '@reglament/api';
import { copyRegulation } from '@reglament/editing';
import { parseRegulation } from '@reglament/regulation';
import { TextField, useI18n } from '@reglament/ui';
import { api, ProblemLine, refresh, useApiQuery, useCommand } from '@reglament/web';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { FormDialog } from '../app/formDialog.tsx';
import { links } from '../app/links.ts';
import { useSay } from '../app/say.ts';
import { namedAs } from '../library/naming.ts';

/** Takes a copy of an offered regulation under a name of one's own: a working copy with the scenarios. */
export function TakeDialog({ row, onClose }: { row: OfferedRow; onClose: () => void }) {
  const { t } = useI18n();
  const say = useSay();
  const [, navigate] = useLocation();
  const own = useApiQuery('library.list', {});
  const create = useCommand('workingCopies.create');
  const [name, setName] = useState(say(row.title));
  const [asked, setAsked] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const missing = name.trim() === '';

  const take = async () => {
    setAsked(true);
    setFailed(null);
    if (missing || !own.data) return;
    try {
      const params = { organisation: row.organisation.id, id: row.id };
      const { regulation } = await api.call('offers.show', { params });
      const reading = parseRegulation(regulation);
      if (!reading.ok) return;
      const named = namedAs(name.trim(), new Set(own.data.rows.map(({ id }) => id)));
      // A name that was left as it is keeps its words in the other language.
      const title = name.trim() === say(row.title) ? row.title : named.title;
      const made = await create.send({
        body: {
          regulation: { ...copyRegulation(reading.regulation, { ...named, title }) },
          base: null,
          origin: { organisation: row.organisation.id, regulation: row.id, version: row.version },
        },
      });
      if (!made) {
        void refresh('offers.list', 'offers.show');
        return;
      }
      void refresh('library.list');
      navigate(links.editor(made.id));
    } catch (error) {
      setFailed(error);
    }
  };

  return (
    <FormDialog
      title={t('designer.offer.takeTitle')}
      act={t('designer.offer.take')}
      busy={create.busy}
      disabled={!own.data}
      onSubmit={take}
      onClose={onClose}
    >
      <p>{t('designer.offer.takeWhy')}</p>
      <TextField
        label={t('designer.new.name')}
        required
        value={name}
        onChange={setName}
        maxLength={300}
        error={asked && missing ? t('designer.new.nameMissing') : undefined}
      />
      <ProblemLine error={create.error ?? failed ?? own.error} />
    </FormDialog>
  );
}
