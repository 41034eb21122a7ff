import {
  deadlineIn,
  durationWords,
  hasAutoVisa,
  silhouette,
  stagesOf,
  type WayOut,
  waysOut,
  whoWords,
} from '@reglament/drawing';
import { branchesOf, type Regulation, type Stage, type StageKind, stageOf } from '@reglament/regulation';
import { StageIcon, useI18n } from '@reglament/ui';
import { IconArrowBackUp, IconArrowRight, IconCircleDashedCheck } from '@tabler/icons-react';
import { useSay } from '../../shared/text.ts';
import './routePicture.css';

const WIDTH = 200;
const HEIGHT = 92;

/** The route as a picture that reads like a line of text: stages one after another, blocks with their branches, other ways as labelled stubs. */
export function RoutePicture({ regulation }: { regulation: Regulation }) {
  const { t } = useI18n();
  return (
    <section className="way-picture" aria-label={t('methodologist.picture')}>
      <Line regulation={regulation} stages={stagesOf(regulation)} />
    </section>
  );
}

function Line({ regulation, stages }: { regulation: Regulation; stages: readonly string[] }) {
  const i18n = useI18n();
  const say = useSay();
  return (
    <ol>
      {stages.map((id, index) => {
        const stage = stageOf(regulation, id);
        if (!stage) return null;
        const ways = waysOut(regulation, id, say, i18n);
        const on = ways.find(({ tone, to }) => tone === 'forward' && to === stages[index + 1]);
        return (
          <li key={id} data-kind={stage.kind} data-on={on ? '' : undefined}>
            <Node
              regulation={regulation}
              id={id}
              stage={stage}
              stubs={ways.filter((way) => way !== on && way.to !== '$end')}
            />
          </li>
        );
      })}
    </ol>
  );
}

function Node({
  regulation,
  id,
  stage,
  stubs,
}: {
  regulation: Regulation;
  id: string;
  stage: Stage;
  /** ways that do not lead to the next of the line */
  stubs: readonly WayOut[];
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const deadline = deadlineIn(regulation, stage);
  const who = whoWords(regulation, stage, say);
  return (
    <>
      {stage.kind === 'parallel' ? (
        <div className="block">
          <p className="block-head">
            <StageIcon kind="parallel" />
            {say(stage.title)}
          </p>
          <div className="lanes">
            {branchesOf(stage).map(([branch, { title, when }]) => (
              <section key={branch} aria-label={say(title)}>
                <h3>
                  {say(title)}
                  {when !== undefined && regulation.rules[when] && (
                    <small>{t('methodologist.when', { rule: say(regulation.rules[when].title) })}</small>
                  )}
                </h3>
                <Line regulation={regulation} stages={stagesOf(regulation, { block: id, branch })} />
              </section>
            ))}
          </div>
        </div>
      ) : stage.kind === 'choice' || stage.kind === 'end' ? (
        <div className="node node--small" data-kind={stage.kind}>
          {stage.kind === 'choice' ? (
            <Shape kind="choice" width={40} height={40} />
          ) : (
            <Shape kind="end" width={WIDTH} height={36} />
          )}
          <span className="inside">
            <StageIcon kind={stage.kind} />
            {stage.kind === 'end' && <b>{say(stage.title)}</b>}
          </span>
          {stage.kind === 'choice' && <b>{say(stage.title)}</b>}
        </div>
      ) : (
        <div className="node" data-kind={stage.kind}>
          <Shape kind={stage.kind} width={WIDTH} height={HEIGHT} />
          <p className="node-head">
            <StageIcon kind={stage.kind} />
            <span className="visually-hidden">{t(`methodologist.kind.${stage.kind}`)}: </span>
            <b>{say(stage.title)}</b>
          </p>
          <p className="node-who" title={who}>
            {who}
          </p>
          {deadline && (
            <p className="node-term">
              <b>{durationWords(deadline.term, i18n)}</b>
              {hasAutoVisa(deadline) && (
                <span className="auto">
                  <IconCircleDashedCheck className="ic" aria-hidden="true" />
                  {t('task.autoVisa')}
                </span>
              )}
            </p>
          )}
        </div>
      )}
      <Stubs ways={stubs} />
    </>
  );
}

function Shape({ kind, width, height }: { kind: StageKind; width: number; height: number }) {
  const { outline, extra = '' } = silhouette(kind, width, height);
  return (
    <svg className="node-shape" viewBox={`-1 -1 ${width + 2} ${height + 2}`} aria-hidden="true">
      <path className="body" d={outline} />
      <path className="line" d={outline + extra} />
    </svg>
  );
}

/** Ways that leave the line: back with the sign of return, elsewhere with an arrow. */
function Stubs({ ways }: { ways: readonly WayOut[] }) {
  const { t } = useI18n();
  if (ways.length === 0) return null;
  return (
    <ul className="stubs">
      {ways.map((way) => (
        <li key={way.key} data-tone={way.tone}>
          {way.tone === 'return' ? (
            <IconArrowBackUp className="ic" aria-hidden="true" />
          ) : (
            <IconArrowRight className="ic" aria-hidden="true" />
          )}
          {way.rule ?? (way.otherwise ? t('methodologist.otherwise') : way.outcome)}: {way.toTitle}
        </li>
      ))}
    </ul>
  );
}
