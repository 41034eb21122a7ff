import type { LibraryRow } from '@reglament/api';
import { blankRegulation, copyRegulation } from '@reglament/editing';
import {
  type Problem,
  parseRegulation,
  type Regulation,
  readRegulation,
  wordProblem,
} from '@reglament/regulation';
import { SelectField, TextField, useI18n } from '@reglament/ui';
import { api, ProblemLine, refresh, useApiQuery, useCommand } from '@reglament/web';
import { useId, useState } from 'react';
import { useLocation } from 'wouter';
import { FormDialog } from '../app/formDialog.tsx';
import { links } from '../app/links.ts';
import { useSay } from '../app/say.ts';
import { namedAs } from './naming.ts';

export type NewWay = 'blank' | 'template' | 'copy' | 'file';

const MOST_BYTES = 2_000_000;

/** A new regulation: blank, from a template, as a copy of another, or from a file that is checked before anything is made. */
export function NewRegulation({
  way,
  rows,
  onClose,
}: {
  way: NewWay;
  rows: readonly LibraryRow[];
  onClose: () => void;
}) {
  const { t, locale } = useI18n();
  const say = useSay();
  const [, navigate] = useLocation();
  const create = useCommand('workingCopies.create');
  const templates = useApiQuery('templates.list', {}, { enabled: way === 'template' });
  const [title, setTitle] = useState('');
  const [source, setSource] = useState('');
  const [file, setFile] = useState<Regulation | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [failed, setFailed] = useState<unknown>(null);
  const [asked, setAsked] = useState(false);
  const fileId = useId();

  const taken = new Set(rows.map(({ id }) => id));
  const named = (name: string) => namedAs(name, taken);

  const pickSource = async (id: string) => {
    setSource(id);
    const row =
      way === 'template'
        ? templates.data?.rows.find((one) => one.id === id)
        : rows.find((one) => one.id === id);
    if (row && title === '')
      setTitle(way === 'copy' ? t('designer.new.copyTitle', { title: say(row.title) }) : say(row.title));
  };
  const readFile = async (chosen: File | undefined) => {
    setFile(null);
    setProblems([]);
    if (!chosen) return;
    if (chosen.size > MOST_BYTES) {
      setProblems([
        { code: 'too-large', severity: 'error', at: [], params: { limit: MOST_BYTES } } as Problem,
      ]);
      return;
    }
    const reading = readRegulation(await chosen.text());
    if (!reading.ok) setProblems(reading.problems);
    else {
      setFile(reading.regulation);
      setTitle(say(reading.regulation.title));
    }
  };

  const make = async (): Promise<Regulation | null> => {
    const name = title.trim();
    if (way === 'blank') return blankRegulation(named(name));
    if (way === 'file') return file && (taken.has(file.id) ? copyRegulation(file, named(name)) : file);
    const found =
      way === 'template'
        ? (await api.call('templates.show', { params: { id: source } })).regulation
        : await regulationOf(rows.find(({ id }) => id === source));
    const reading = parseRegulation(found);
    return reading.ok ? copyRegulation(reading.regulation, named(name)) : null;
  };
  const submit = async () => {
    setAsked(true);
    setFailed(null);
    if (title.trim() === '' || (way === 'file' && !file) || (needsSource && source === '')) return;
    try {
      const regulation = await make();
      if (!regulation) return;
      const made = await create.send({ body: { regulation: { ...regulation }, base: null } });
      if (!made) return;
      void refresh('library.list');
      navigate(links.editor(made.id));
    } catch (error) {
      setFailed(error);
    }
  };
  const needsSource = way === 'template' || way === 'copy';
  const options = (way === 'template' ? (templates.data?.rows ?? []) : rows).map((row) => ({
    value: row.id,
    label: say(row.title),
  }));

  return (
    <FormDialog
      title={t(way === 'copy' ? 'designer.new.copyDialog' : `designer.new.${way}Title`)}
      act={t('designer.new.make')}
      busy={create.busy}
      onSubmit={submit}
      onClose={onClose}
    >
      {needsSource && (
        <SelectField
          label={t(way === 'template' ? 'designer.new.fromTemplate' : 'designer.new.fromCopy')}
          required
          value={source}
          options={options}
          placeholder={t('designer.choose')}
          onChange={(id) => void pickSource(id)}
          error={asked && source === '' ? t('designer.new.sourceMissing') : undefined}
        />
      )}
      {way === 'file' && (
        <div className="field">
          <label htmlFor={fileId}>{t('designer.new.fileLabel')}</label>
          <span className="hint">{t('designer.new.fileHint')}</span>
          <input
            id={fileId}
            type="file"
            accept=".json,application/json"
            onChange={(event) => void readFile(event.target.files?.[0])}
          />
          {problems.length > 0 && (
            <div className="problem-line" role="alert">
              <p>{t('designer.new.fileRefused', { count: problems.length })}</p>
              <ul>
                {problems.slice(0, 5).map((one) => (
                  <li key={`${one.code} ${one.at.join('.')}`}>
                    {wordProblem(one, locale)} <span className="soft">{one.at.join(' › ')}</span>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </div>
      )}
      {(way !== 'file' || file) && (
        <TextField
          label={t('designer.new.name')}
          required
          value={title}
          onChange={setTitle}
          maxLength={300}
          error={asked && title.trim() === '' ? t('designer.new.nameMissing') : undefined}
        />
      )}
      <ProblemLine error={create.error ?? failed} />
    </FormDialog>
  );
}

/** What a copy is made from: the working copy when there is one, else the latest version. */
async function regulationOf(row: LibraryRow | undefined): Promise<unknown> {
  if (!row) return null;
  if (row.workingCopy) return (await api.call('workingCopies.show', { params: { id: row.id } })).regulation;
  const version = row.inForce?.version ?? row.scheduled?.version ?? row.versions;
  const answer = await api.call('regulations.version', { params: { id: row.id, version: String(version) } });
  return answer.regulation;
}
