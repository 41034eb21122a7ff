import { ApiError } from '@reglament/api';
import { Button, PersonPicker, useI18n, useToast } from '@reglament/ui';
import { api, PageProblem, ProblemLine, personOption, refresh, useCommand, usePosts } from '@reglament/web';
import { IconArrowDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { useWhen } from '../../app/clock.ts';
import { links } from '../../app/links.ts';
import { usePageTitle } from '../../app/pageTitle.ts';
import { PageSkeleton } from '../../app/skeleton.tsx';
import { Clashes, CopyState } from '../../decision/copyEditor.tsx';
import { cardErrors, isHalfTyped, isWrong, type Lack } from '../../shared/cardErrors.ts';
import { CardFields } from '../../shared/cardFields.tsx';
import { FileEditor } from '../../shared/fileEditor.tsx';
import { useSay } from '../../shared/text.ts';
import { DeleteDraft } from './deleteDraft.tsx';
import { RoutePeople } from './routePeople.tsx';
import { promiseWords, RouteSide, vacantStages, warningCount } from './routeSide.tsx';
import { SendAnyway } from './sendAnyway.tsx';
import { type DraftDetail, useDraftCopy, useDraftQuery } from './useDraftCopy.ts';
import './newDocument.css';

/** A draft: one column of questions, and beside it what will come of it. */
export default function DraftPage() {
  const { id } = useParams<{ id: string }>();
  const draft = useDraftQuery(id);
  if (draft.data) return <Draft key={id} row={draft.data} />;
  if (draft.error)
    return (
      <div className="page">
        <PageProblem error={draft.error} retry={() => void draft.refetch()} />
      </div>
    );
  return <PageSkeleton />;
}

function Draft({ row }: { row: DraftDetail }) {
  const i18n = useI18n();
  const { t, locale } = i18n;
  const say = useSay();
  const when = useWhen();
  const toast = useToast();
  const [, navigate] = useLocation();
  const form = useRef<HTMLDivElement>(null);
  const copy = useDraftCopy(row);
  const send = useCommand('drafts.send');
  const people = usePosts(row.kind.choosers.length > 0);
  const [tried, setTried] = useState(false);
  const [asks, setAsks] = useState<'delete' | 'anyway' | null>(null);
  const { kind } = row;
  const { card, files, chosen = {} } = copy.content;
  const heading = t('draft.newOf', { kind: say(kind.kindTitle).toLocaleLowerCase(locale) });
  usePageTitle(heading);

  // What was saved decides the route: each saved revision is planned anew, and the last route stays meanwhile.
  const { revision } = copy;
  const route = useQuery({
    queryKey: ['drafts.route', row.id, revision],
    queryFn: () =>
      api.call('drafts.route', {
        params: { id: row.id },
        body: {
          card,
          chosen: Object.fromEntries(Object.entries(chosen).map(([who, posts]) => [who, [...posts]])),
        },
      }),
    enabled: copy.state === 'saved' || revision === row.revision,
    placeholderData: (previous) => previous,
  });
  const plan = route.data?.plan;
  const missing = route.data?.missing ?? [];
  const lacking = tried ? missing : [];
  const told = tried ? missing : missing.filter((lack) => lack.reason && !isHalfTyped(lack, card));
  const errors = cardErrors([...told, ...refusedBy(copy.error)], card, i18n);
  const titleOf = (id: string) => {
    const field = kind.fields.find((one) => one.id === id);
    return field ? say(field.title) : id;
  };
  const nameOf = ({ field, participant }: Lack) => {
    const chooser = kind.choosers.find((one) => one.participant === participant);
    return field ? titleOf(field) : chooser ? say(chooser.title) : '';
  };
  const fill = lacking.filter((lack) => !isWrong(lack, card)).map(nameOf);
  const mend = lacking.filter((lack) => isWrong(lack, card)).map(nameOf);
  const lacks = [
    ...(fill.length > 0 ? [t('draft.lacks', { what: fill.join(', ') })] : []),
    ...(mend.length > 0 ? [t('draft.mend', { what: mend.join(', ') })] : []),
  ];

  const trySend = async (anyway = false) => {
    setTried(true);
    if (await sendNow(anyway)) return;
    // The first thing that is missing gets the focus, once it is marked.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
  };

  /** @returns false when something must be filled or mended first */
  const sendNow = async (anyway: boolean): Promise<boolean> => {
    const saved = await copy.flush();
    if (saved === null) return false;
    const checked = await route.refetch();
    if (!checked.data || checked.data.missing.length > 0) return false;
    if (!anyway && vacantStages(checked.data.plan).length > 0) {
      setAsks('anyway');
      return true;
    }
    const sent = await send.send({
      params: { id: row.id },
      body: { revision: saved, regulationVersion: checked.data.plan.regulation.version },
    });
    setAsks(null);
    if (!sent) return true;
    copy.forget();
    toast({ text: t('draft.sent', { number: sent.number }) });
    void refresh('drafts.list', 'documents.list', 'tasks.counts');
    navigate(links.document(sent.document));
    return true;
  };

  // The regulation got a new version in force: the form and the route are read anew.
  const changed = send.error instanceof ApiError && send.error.code === 'REGULATION_CHANGED';
  useEffect(() => {
    if (changed) void refresh('drafts.show');
  }, [changed]);

  return (
    <div className="new-doc">
      <div className="form" ref={form}>
        <header className="form-head">
          <h1>{heading}</h1>
          <p>
            {row.withdrawn
              ? t('draft.withdrawn')
              : t('draft.by', { title: say(kind.title), version: plan?.regulation.version ?? kind.version })}
          </p>
          {plan && (
            <a className="to-route" href="#route">
              <b>{t('draft.toRoute', { date: promiseWords(plan, when, locale) })}</b>
              <span>
                {warningCount(plan, files.length) > 0 &&
                  t('draft.warnings', { count: warningCount(plan, files.length) })}
              </span>
              <IconArrowDown className="ic" aria-hidden="true" />
            </a>
          )}
        </header>
        <Clashes copy={copy} fields={kind.fields} choosers={kind.choosers} />
        <fieldset>
          <legend>{t('draft.card')}</legend>
          <CardFields
            fields={kind.fields}
            card={card}
            errors={errors}
            onChange={(field, value) =>
              copy.change((now) => {
                const next = { ...now.card };
                if (value === undefined) delete next[field];
                else next[field] = value;
                return { ...now, card: next };
              })
            }
          />
        </fieldset>
        <fieldset>
          <legend>{t('desk.files')}</legend>
          <FileEditor
            owner={{ kind: 'draft', id: row.id }}
            files={files}
            onChange={(next) => copy.change((now) => ({ ...now, files: next(now.files) }))}
          />
        </fieldset>
        <fieldset>
          <legend>{t('draft.people')}</legend>
          {kind.choosers.map(({ participant, title, min, max, stageTitle }) => {
            const count = chosen[participant]?.length ?? 0;
            return (
              <PersonPicker
                key={participant}
                label={say(title)}
                hint={t('draft.choose', { stage: say(stageTitle), min, max })}
                placeholder={t('desk.findPost')}
                options={people.map(personOption)}
                value={chosen[participant] ?? []}
                max={max}
                required={min > 0}
                onChange={(ids) =>
                  copy.change((now) => ({ ...now, chosen: { ...now.chosen, [participant]: ids } }))
                }
                {...(tried && count < min && { error: t('draft.chooseFew', { count, min }) })}
              />
            );
          })}
          {plan && <RoutePeople plan={plan} />}
        </fieldset>
      </div>
      <aside className="side" id="route" aria-label={t('route.label')}>
        {plan ? (
          <RouteSide plan={plan} files={files.length} />
        ) : (
          route.error && <PageProblem error={route.error} retry={() => void route.refetch()} />
        )}
      </aside>
      <footer className="send">
        <Button variant="primary" busy={send.busy} onClick={() => void trySend()}>
          {t('draft.send')}
        </Button>
        <CopyState copy={copy} />
        {lacks.length > 0 && (
          <p className="lacks" role="alert">
            {lacks.join('. ')}
          </p>
        )}
        {copy.state === 'refused' && <ProblemLine error={copy.error} />}
        <ProblemLine error={send.error} />
        <Button variant="quiet" onClick={() => setAsks('delete')}>
          {t('draft.delete')}
        </Button>
      </footer>
      {asks === 'anyway' && plan && (
        <SendAnyway
          plan={plan}
          busy={send.busy}
          close={() => setAsks(null)}
          send={() => void trySend(true)}
        />
      )}
      {asks === 'delete' && (
        <DeleteDraft
          id={row.id}
          close={() => setAsks(null)}
          done={() => {
            copy.forget();
            navigate(links.newDocument);
          }}
        />
      )}
    </div>
  );
}

/** What the server would not keep of the card. */
function refusedBy(error: unknown): Lack[] {
  if (!(error instanceof ApiError) || error.code !== 'FIELD_INVALID') return [];
  return [{ field: String(error.params['field']), reason: String(error.params['reason']) }];
}
