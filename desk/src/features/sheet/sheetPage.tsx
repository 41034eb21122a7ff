import type { RemarkRow, SheetData, VisaRow } from '@reglament/api';
import { formatFigures, formatPlainDate, formatTime, formatWorkTime, shortName } from '@reglament/i18n';
import { Button, RouteRibbon, StatusIcon, useI18n } from '@reglament/ui';
import { PageProblem, useApiQuery } from '@reglament/web';
import { IconArrowLeft, IconArrowsExchange, IconPrinter } from '@tabler/icons-react';
import { Link, useParams } from 'wouter';
import { links } from '../../app/links.ts';
import { usePageTitle } from '../../app/pageTitle.ts';
import { PageSkeleton } from '../../app/skeleton.tsx';
import { useSay } from '../../shared/text.ts';
import { visaStatus } from '../../shared/visas.tsx';
import { groupsOf, remarksWith, type SheetGroup, stateOf, totalsOf } from './sheetRows.ts';
import './sheet.css';

const MINUTE_MS = 60_000;

/** The approval sheet of a document: paper first, made from its decisions as they stand now. */
export default function SheetPage() {
  const { id } = useParams<{ id: string }>();
  const answer = useApiQuery('documents.sheet', { params: { id } });
  if (answer.data) return <Sheet id={id} sheet={answer.data} />;
  if (answer.error)
    return (
      <div className="page">
        <PageProblem error={answer.error} retry={() => void answer.refetch()} />
      </div>
    );
  return <PageSkeleton />;
}

function Sheet({ id, sheet }: { id: string; sheet: SheetData }) {
  const { t } = useI18n();
  const route = useApiQuery('documents.route', { params: { id } });
  usePageTitle(`${t('sheet.title')}, ${sheet.number}`);
  return (
    <div className="sheet-page">
      <div className="sheet-bar">
        <Link className="back" href={links.document(id)}>
          <IconArrowLeft className="ic" aria-hidden="true" />
          {t('sheet.back')}
        </Link>
        <Button variant="primary" size="small" icon={IconPrinter} onClick={() => print()}>
          {t('sheet.print')}
        </Button>
      </div>
      <article className="sheet" aria-labelledby="sheet-h">
        <Head sheet={sheet} />
        <Decisions sheet={sheet} />
        <Totals sheet={sheet} />
        {route.data && (
          <section className="time" aria-labelledby="sheet-time">
            <h2 id="sheet-time">{t('sheet.course')}</h2>
            <div className="frame">
              <RouteRibbon plan={route.data} />
            </div>
          </section>
        )}
        <Digests sheet={sheet} />
      </article>
    </div>
  );
}

/** Moments of the sheet in figures, in the zone of the organisation: paper is read years later and elsewhere. */
function useStamp(zone: string) {
  const { locale } = useI18n();
  return (atMs: number) => ({
    day: formatFigures(atMs, zone, locale),
    date: formatFigures(atMs, zone, locale, true),
    time: formatTime(atMs, zone, locale),
  });
}

function Head({ sheet }: { sheet: SheetData }) {
  const { t, locale } = useI18n();
  const say = useSay();
  const stamp = useStamp(sheet.zone);
  const { author, registration, waiting } = sheet;
  return (
    <>
      <header>
        <p className="org">{sheet.organisation}</p>
        <h1 id="sheet-h">{t('sheet.title')}</h1>
        <p className="of">
          {t('sheet.of', { kind: say(sheet.kindTitle), number: sheet.number, title: sheet.title })}
        </p>
      </header>
      <dl className="meta">
        <div>
          <dt>{t('sheet.author')}</dt>
          <dd>{[shortName(author.name), author.post, author.unit].filter(Boolean).join(', ')}</dd>
        </div>
        <div>
          <dt>{t('sheet.sent')}</dt>
          <dd>{t('sheet.sentAt', { ...stamp(sheet.sentAtMs), version: sheet.version })}</dd>
        </div>
        {registration && (
          <div>
            <dt>{t('sheet.registered')}</dt>
            <dd>
              {t('sheet.registeredAs', {
                number: registration.number,
                date: formatPlainDate(registration.date, locale),
              })}
            </dd>
          </div>
        )}
        <div>
          <dt>{t('sheet.state')}</dt>
          <dd>
            <b>
              {t(`sheet.${stateOf(sheet)}`, {
                ...stamp(sheet.madeAtMs),
                count: waiting.length,
                stages: [...new Set(waiting.map(({ stageTitle }) => say(stageTitle)))].join(', '),
              })}
            </b>
          </dd>
        </div>
      </dl>
    </>
  );
}

function Decisions({ sheet }: { sheet: SheetData }) {
  const { t } = useI18n();
  let no = 0;
  const groups = groupsOf(sheet).map((group) => {
    const first = no + 1;
    no += group.visas.length + group.waiting.length;
    return { group, first };
  });
  return (
    <table>
      <caption className="visually-hidden">{t('sheet.decisions')}</caption>
      <colgroup>
        <col className="c-n" />
        <col className="c-p" />
        <col className="c-v" />
        <col className="c-t" />
        <col className="c-d" />
        <col className="c-r" />
        <col className="c-t" />
        <col className="c-s" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('sheet.no')}</th>
          <th scope="col">{t('sheet.who')}</th>
          <th scope="col">
            <abbr title={t('sheet.version')}>{t('sheet.versionShort')}</abbr>
          </th>
          <th scope="col">{t('sheet.got')}</th>
          <th scope="col">{t('sheet.decision')}</th>
          <th scope="col">{t('sheet.remarks')}</th>
          <th scope="col">{t('sheet.at')}</th>
          <th scope="col">{t('sheet.spent')}</th>
        </tr>
      </thead>
      {groups.map(({ group, first }) => (
        <Group key={first} group={group} first={first} sheet={sheet} />
      ))}
    </table>
  );
}

function Group({ group, first, sheet }: { group: SheetGroup; first: number; sheet: SheetData }) {
  const { t } = useI18n();
  const say = useSay();
  const stamp = useStamp(sheet.zone);
  const title = say(group.title);
  return (
    <tbody>
      <tr className="grp">
        <th colSpan={8} scope="rowgroup">
          {sheet.totals.rounds > 1 ? t('sheet.round', { stage: title, round: group.round }) : title}
        </th>
      </tr>
      {group.visas.map((visa, index) => (
        <Decided key={visa.id} visa={visa} no={first + index} sheet={sheet} />
      ))}
      {group.waiting.map((one, index) => {
        const got = stamp(one.sinceMs);
        const due = stamp(one.dueAtMs);
        return (
          <tr key={`${one.person.name}${one.sinceMs}`} className="is-waiting">
            <td className="n">{first + group.visas.length + index}</td>
            <td className="p">
              <b>{shortName(one.person.name)}</b>
              <span>{one.person.post}</span>
            </td>
            <td className="v" data-l={t('sheet.version')}>
              {sheet.version}
            </td>
            <td className="t" data-l={t('sheet.got')}>
              <b>{got.day}</b> {got.time}
            </td>
            <td className="d" data-l={t('sheet.decision')}>
              <span className="dec">
                <StatusIcon status="waiting" />
                <span>{t('sheet.waiting')}</span>
              </span>
            </td>
            <td className="r" data-l={t('sheet.remarks')}>
              <None />
            </td>
            <td className="t due" data-l={t('sheet.at')}>
              <b>{due.day}</b> {t('common.until', { date: due.time })}
            </td>
            <td className="s" data-l={t('sheet.spent')}>
              –
            </td>
          </tr>
        );
      })}
    </tbody>
  );
}

function Decided({ visa, no, sheet }: { visa: VisaRow; no: number; sheet: SheetData }) {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const stamp = useStamp(sheet.zone);
  const status = visaStatus(visa);
  const got = stamp(visa.openedAtMs);
  const at = stamp(visa.atMs);
  return (
    <tr className={`is-${status}`}>
      <td className="n">{no}</td>
      <td className="p">
        <b>{shortName(visa.person.name)}</b>
        {visa.onBehalfOf && (
          <i className="sub">
            <IconArrowsExchange className="ic" aria-hidden="true" />
            {t('sheet.substitute', { name: shortName(visa.onBehalfOf) })}
          </i>
        )}
        <span>{visa.person.post}</span>
      </td>
      <td className="v" data-l={t('sheet.version')}>
        {visa.version}
      </td>
      <td className="t" data-l={t('sheet.got')}>
        <b>{got.day}</b> {got.time}
      </td>
      <td className="d" data-l={t('sheet.decision')}>
        <span className="dec">
          <StatusIcon status={status} />
          <span>{visa.automatic ? t('sheet.auto') : say(visa.outcomeTitle)}</span>
        </span>
      </td>
      <td className="r" data-l={t('sheet.remarks')}>
        <Said visa={visa} remarks={remarksWith(visa, sheet.remarks)} zone={sheet.zone} />
      </td>
      <td className="t" data-l={t('sheet.at')}>
        <b>{at.day}</b> {at.time}
      </td>
      <td className="s" data-l={t('sheet.spent')}>
        {formatWorkTime(visa.workingMinutes * MINUTE_MS, i18n)}
      </td>
    </tr>
  );
}

/** What was said with a decision and what became of it: each line apart. */
function Said({ visa, remarks, zone }: { visa: VisaRow; remarks: readonly RemarkRow[]; zone: string }) {
  const { t } = useI18n();
  const say = useSay();
  const stamp = useStamp(zone);
  const due = stamp(visa.dueAtMs);
  if (!visa.text && remarks.length === 0 && !visa.automatic && !visa.late && !visa.replaced) return <None />;
  return (
    <ul>
      {visa.automatic && <li>{t('sheet.autoWhy', { deadline: say(visa.automatic.deadline) })}</li>}
      {visa.text && <li>{visa.text}</li>}
      {remarks.map((remark) => (
        <li key={remark.id}>
          {remark.place && `${remark.place}: `}
          {remark.text}{' '}
          <b>
            {remark.answer
              ? [t(`desk.disposition.${remark.answer.disposition}`), remark.answer.text]
                  .filter(Boolean)
                  .join(': ')
              : remark.status === 'open' && t('sheet.unanswered')}
          </b>
        </li>
      ))}
      {visa.late && !visa.automatic && <li>{t('sheet.late', { date: due.day, time: due.time })}</li>}
      {visa.replaced && <li>{t('desk.replaced')}</li>}
    </ul>
  );
}

function None() {
  const { t } = useI18n();
  return (
    <span className="none">
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{t('sheet.none')}</span>
    </span>
  );
}

function Totals({ sheet }: { sheet: SheetData }) {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <>
      <p className="total">
        <b>{t('sheet.total')}</b>{' '}
        {t('sheet.totals', {
          ...totalsOf(sheet),
          time: formatWorkTime(sheet.totals.workingMinutes * MINUTE_MS, i18n),
        })}
      </p>
      {sheet.totals.automatic > 0 && (
        <p className="note">
          <StatusIcon status="autoVisa" />
          <span>
            <b>{t('sheet.autoNote')}</b> {t('sheet.autoNoteWhy')}
          </span>
        </p>
      )}
    </>
  );
}

function Digests({ sheet }: { sheet: SheetData }) {
  const { t } = useI18n();
  const lines = [
    { name: t('sheet.manifest', { version: sheet.version }), digest: sheet.digest },
    ...sheet.files,
  ];
  return (
    <section className="chain" aria-labelledby="sheet-digests">
      <h2 id="sheet-digests">{t('sheet.digests')}</h2>
      <p>{t('sheet.digestsWhy')}</p>
      <ol>
        {lines.map(({ name, digest }, index) => (
          <li key={name} className={index === 0 ? 'ver' : undefined}>
            <b>{name}</b>
            <code>{digest.match(/.{8}/g)?.join(' ')}</code>
          </li>
        ))}
      </ol>
    </section>
  );
}
