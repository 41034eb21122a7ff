import { nodeSize, silhouette, summaryOf, textWidth } from '@reglament/drawing';
import { deadlineOf, participantsOf, type Regulation, type Slug, stageOf } from '@reglament/regulation';
import { StageIcon, useI18n, VisuallyHidden } from '@reglament/ui';
import {
  IconAlertCircle,
  IconAlertTriangle,
  IconGitMerge,
  IconNote,
  IconPlayerPlay,
  IconPlus,
} from '@tabler/icons-react';
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { createContext, memo, useContext, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useSay } from '../app/say.ts';
import { outcomesWithWays } from '../document/outcomes.ts';
import { isChosen } from '../document/selection.ts';
import { useEditor, useEditorStore } from '../document/store.ts';
import { useProblemsOf } from '../problems/problems.ts';
import { laneNamePlace } from './laneName.ts';
import { useIsTiny } from './lod.ts';
import type { StageNodeType } from './scene.ts';
import { useScenePlacement } from './sceneContext.ts';
import { stageSentence } from './sentence.ts';

const sides = [
  ['right', Position.Right],
  ['bottom', Position.Bottom],
  ['left', Position.Left],
  ['top', Position.Top],
] as const;

/** A node that is dragged is the same wherever it is. */
const sameSize = (a: NodeProps<StageNodeType>, b: NodeProps<StageNodeType>) =>
  a.id === b.id && a.width === b.width && a.height === b.height;

/** A stage on the canvas: its silhouette, name, who, how long, what silence does, and its problem. */
export const StageNode = memo(function StageNode({ id, width = 0, height = 0 }: NodeProps<StageNodeType>) {
  const i18n = useI18n();
  const say = useSay();
  const stage = useEditor(({ regulation }) => stageOf(regulation, id));
  // Read again when who is asked or the term is called otherwise.
  useEditor(useShallow(({ regulation }) => factsRead(regulation, id)));
  const store = useEditorStore();
  const chosen = useEditor(({ selection }) => isChosen(selection, id));
  const current = useEditor((editor) => editor.current === id);
  const worst = useProblemsOf(id);
  const prefix = useContext(IdPrefix);
  const tiny = useIsTiny();
  const { isLive, ...live } = useLive(chosen || current);
  if (!stage) return null;
  const title = say(stage.title);
  const names = ['node', chosen && 'is-selected', current && 'is-focus', worst === 'error' && 'is-error'];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a node is no field set
    <div
      id={prefix + nodeId(id)}
      role="group"
      // A sentence is for who stands there or could read the words; of hundreds of dots the outline tells.
      aria-label={tiny && !current ? title : stageSentence(store.getState().regulation, id, i18n, say)}
      className={names.filter(Boolean).join(' ')}
      data-kind={stage.kind}
      style={{ width, height }}
      {...(tiny && { title })}
      {...live}
    >
      <Shape kind={stage.kind} width={width} height={height} chosen={chosen} current={current} />
      {stage.kind === 'choice' ? (
        <>
          <StageIcon kind="choice" />
          {!tiny && <span className="choice-name">{title}</span>}
        </>
      ) : stage.kind === 'end' ? (
        <>
          <StageIcon kind="end" />
          {!tiny && <span>{title}</span>}
        </>
      ) : (
        <>
          <div className="node-head">
            <StageIcon kind={stage.kind} />
            {!tiny && <span className={hasLongWord(title) ? 'node-name is-long' : 'node-name'}>{title}</span>}
          </div>
          {!tiny && <Summary id={id} />}
        </>
      )}
      <Mark worst={worst} />
      {stage.notes && !tiny && (
        <span className="node-note" title={say(stage.notes)}>
          <IconNote className="ic" aria-hidden="true" />
        </span>
      )}
      <ClauseNumber id={id} />
      {!tiny && <Append id={id} title={title} />}
      {!tiny && isLive && <Handles id={id} />}
    </div>
  );
}, sameSize);

/** Who, how long, what silence does. */
function Summary({ id }: { id: Slug }) {
  const i18n = useI18n();
  const store = useEditorStore();
  const { who, term, silence } = summaryOf(store.getState().regulation, id, i18n);
  return (
    <>
      <p className="node-who">{who}</p>
      <p className="node-term">
        <b>{term}</b>
        {silence.kind !== 'none' && (
          <span className="then">
            {' → '}
            {silence.kind === 'autoVisa' ? <span className="auto">{silence.words}</span> : silence.words}
          </span>
        )}
      </p>
    </>
  );
}

/** The plus of a stage from which nothing leads yet. */
function Append({ id, title }: { id: Slug; title: string }) {
  const { t } = useI18n();
  const store = useEditorStore();
  const open = useEditor(({ regulation, readOnly }) => !readOnly && nothingLeads(regulation, id));
  if (!open) return null;
  return (
    <button
      type="button"
      tabIndex={-1}
      className="append nodrag"
      aria-label={t('designer.appendTo', { title })}
      title={t('designer.appendTo', { title })}
      onClick={(event) => {
        event.stopPropagation();
        store.getState().choose({ ask: 'outcome', from: id, purpose: 'append' });
      }}
    >
      <IconPlus className="ic" aria-hidden="true" />
    </button>
  );
}

/** Whether a word is wider than a node at the size that names have from afar. */
function hasLongWord(title: string): boolean {
  return title.split(/\s+/).some((word) => textWidth(word, 17, 600) > nodeSize.width - 20);
}

/** A block: its head, lanes and two bars; what it holds is drawn by its own nodes. */
export const BlockNode = memo(function BlockNode({ id, width = 0, height = 0 }: NodeProps<StageNodeType>) {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const store = useEditorStore();
  const stage = useEditor(({ regulation }) => stageOf(regulation, id));
  const chosen = useEditor(({ selection }) => isChosen(selection, id));
  const current = useEditor((editor) => editor.current === id);
  const worst = useProblemsOf(id);
  const prefix = useContext(IdPrefix);
  const placement = useScenePlacement();
  const tiny = useIsTiny();
  const { isLive, ...live } = useLive(chosen || current);
  if (stage?.kind !== 'parallel') return null;
  const box = placement.boxes.get(id);
  const lanes = placement.lanes.get(id) ?? [];
  const bars = placement.bars.get(id);
  const names = ['node', chosen && 'is-selected', current && 'is-focus', worst === 'error' && 'is-error'];
  const at = (y: number) => y - (box?.y ?? 0);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a node is no field set
    <div
      id={prefix + nodeId(id)}
      role="group"
      aria-label={stageSentence(store.getState().regulation, id, i18n, say)}
      className={names.filter(Boolean).join(' ')}
      data-kind="parallel"
      style={{ width, height }}
      {...live}
    >
      <svg className="node-shape" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {chosen && <path className="halo" d={silhouette('parallel', width, height).outline} />}
        <path className="body" d={silhouette('parallel', width, height).outline} />
        {lanes.map((lane) => (
          <line key={lane.branch} className="lane" x1={1} x2={width - 1} y1={at(lane.y)} y2={at(lane.y)} />
        ))}
        {bars &&
          [bars.fork, bars.join].map((bar) => (
            <rect
              key={bar.x}
              className="bar"
              x={bar.x - (box?.x ?? 0)}
              y={at(bar.y)}
              width={bar.width}
              height={bar.height}
              rx={2}
            />
          ))}
        <path className="line" d={silhouette('parallel', width, height).outline} />
        {current && <Ring kind="parallel" width={width} height={height} />}
      </svg>
      <div className="block-head">
        <StageIcon kind="parallel" />
        {!tiny && (
          <>
            {say(stage.title)}{' '}
            <small>{t('drawing.branches', { count: stage.settings.branchOrder.length })}</small>
            <span className="join">
              {t('drawing.joinAll')}
              <IconGitMerge className="ic" aria-hidden="true" />
            </span>
          </>
        )}
      </div>
      {(tiny ? [] : lanes).map((lane) => {
        const branch = stage.settings.branches[lane.branch];
        if (!box) return null;
        const name = branch ? say(branch.title) : lane.branch;
        const { isUpright, style } = laneNamePlace(lane, box, placement.boxes.values());
        return (
          <button
            key={lane.branch}
            type="button"
            tabIndex={-1}
            className={isUpright ? 'lane-name lane-name--upright nodrag' : 'lane-name nodrag'}
            style={style}
            title={name}
            onClick={(event) => {
              event.stopPropagation();
              store.getState().select({ of: 'branch', block: id, branch: lane.branch });
            }}
          >
            {name}
          </button>
        );
      })}
      <Mark worst={worst} />
      <ClauseNumber id={id} />
      {!tiny && isLive && <Handles id={id} />}
    </div>
  );
}, sameSize);

/** Handles are there while a pointer is over a stage or it is chosen: hundreds of them would be watched otherwise. */
function useLive(kept: boolean) {
  const [isOver, setOver] = useState(false);
  return {
    isLive: kept || isOver,
    onPointerEnter: () => setOver(true),
    onPointerLeave: () => setOver(false),
  };
}

/** The number of the clause that words a stage, while the words are open. */
function ClauseNumber({ id }: { id: Slug }) {
  const { t } = useI18n();
  const number = useEditor(({ clauses }) => clauses?.get(id));
  return number === undefined ? null : (
    <span className="clause">
      <VisuallyHidden>{t('designer.clause')} </VisuallyHidden>
      {number}
    </span>
  );
}

/** Where a document enters. */
export const StartNode = memo(function StartNode({ width = 0, height = 0 }: NodeProps<StageNodeType>) {
  const { t } = useI18n();
  const tiny = useIsTiny();
  return (
    <div className="node" data-kind="start" style={{ width, height }}>
      <Shape kind="start" width={width} height={height} />
      <IconPlayerPlay className="ic" aria-hidden="true" />
      {!tiny && <span>{t('drawing.start')}</span>}
    </div>
  );
}, sameSize);

type Kind = Parameters<typeof silhouette>[0];

function Shape({
  kind,
  width,
  height,
  chosen = false,
  current = false,
}: {
  kind: Kind;
  width: number;
  height: number;
  chosen?: boolean;
  current?: boolean;
}) {
  const tiny = useIsTiny();
  const { outline, extra = '' } = silhouette(kind, width, height);
  const whole = kind === 'choice' || kind === 'end' || kind === 'start';
  const head = whole ? height : kind === 'registration' ? 53 : 46;
  return (
    <svg className="node-shape" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {chosen && <path className="halo" d={outline} />}
      {tiny ? (
        <path className="tint line" d={outline + extra} />
      ) : (
        <>
          <path className="body" d={outline} />
          <path
            className="tint"
            d={outline}
            style={{ '--below': `${Math.max(0, height - head)}px` } as React.CSSProperties}
          />
          <path className="line" d={outline + extra} />
        </>
      )}
      {current && <Ring kind={kind} width={width} height={height} />}
    </svg>
  );
}

/** Where the keyboard stands. */
function Ring({ kind, width, height }: { kind: Kind; width: number; height: number }) {
  return (
    <path
      className="ring"
      d={silhouette(kind, width + 12, height + 12).outline}
      transform="translate(-6 -6)"
    />
  );
}

function Mark({ worst }: { worst: 'error' | 'warning' | null }) {
  if (worst === null) return null;
  return (
    <span className={worst === 'error' ? 'node-badge node-badge--err' : 'node-badge'}>
      {worst === 'error' ? (
        <IconAlertCircle className="ic" aria-hidden="true" />
      ) : (
        <IconAlertTriangle className="ic" aria-hidden="true" />
      )}
    </span>
  );
}

/** A click on a handle appends, a drag from it connects. */
function Handles({ id }: { id: Slug }) {
  const store = useEditorStore();
  const readOnly = useEditor((editor) => editor.readOnly);
  return sides.map(([side, position]) => (
    <Handle
      key={side}
      id={side}
      type="source"
      position={position}
      isConnectable={!readOnly}
      className={`handle handle--${side}`}
      onClick={(event) => {
        event.stopPropagation();
        if (!store.getState().readOnly)
          store.getState().choose({ ask: 'outcome', from: id, purpose: 'append' });
      }}
    />
  ));
}

export const nodeId = (stage: Slug): string => `stage-${stage}`;

/** What ids of elements begin with where two drawings stand on one page. */
export const IdPrefix = createContext('');

/** The participants and the term that a stage names. */
function factsRead({ participants, deadlines, stages }: Regulation, id: Slug): readonly unknown[] {
  const stage = Object.hasOwn(stages, id) ? stages[id] : undefined;
  return stage
    ? [deadlines[deadlineOf(stage) ?? ''], ...participantsOf(stage).map((one) => participants[one])]
    : [];
}

/** Whether some outcome of a stage leads nowhere yet. */
function nothingLeads(regulation: Regulation, id: Slug): boolean {
  return outcomesWithWays(regulation, id).some(
    ({ transition, tone }) => transition === undefined && tone === 'forward',
  );
}
