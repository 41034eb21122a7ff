import {
  branchEnd,
  type Deadline,
  type Field,
  type Note,
  type Participant,
  type Problem,
  parseRegulation,
  problem,
  type Register,
  type Regulation,
  readJson,
  type Slug,
  type Stage,
  type Transition,
} from '@reglament/regulation';
import { blankRegulation } from './blank.ts';
import { mentionsIn } from './mentions.ts';
import { EditRefused } from './refusal.ts';
import { withStagesInside } from './stages-inside.ts';

export const pieceFormat = 'reglament-piece/1';

/** Maps of a piece beside stages and transitions: the parts that those name. */
export const pieceParts = ['fields', 'participants', 'deadlines', 'registers', 'rules'] as const;

export type PiecePart = (typeof pieceParts)[number];

/**
 * A part of a regulation that is carried to another place or another regulation. Plain JSON; the order of the keys of
 * `stages` and `fields` is their order.
 */
export interface Piece {
  readonly format: typeof pieceFormat;
  /** A stage whose block is not in the piece has no `parent`. */
  readonly stages: Readonly<Record<Slug, Stage>>;
  /** Those among the stages, with the alternatives that stay inside. */
  readonly transitions: Readonly<Record<Slug, Transition>>;
  readonly fields: Readonly<Record<Slug, Field>>;
  readonly participants: Readonly<Record<Slug, Participant>>;
  readonly deadlines: Readonly<Record<Slug, Deadline>>;
  readonly registers: Readonly<Record<Slug, Register>>;
  readonly rules: Regulation['rules'];
  /** Notes that are carried along, where there are any. */
  readonly notes?: Readonly<Record<Slug, Note>>;
}

export type PieceReading =
  | { readonly ok: true; readonly piece: Piece }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const pieceMaps = ['stages', 'transitions', ...pieceParts] as const;

/**
 * Copies stages, with all that lies in blocks among them, the transitions between them and the parts they name, and notes.
 * Pure.
 *
 * @throws EditRefused `part-unknown` when an id names no stage or no note
 */
export function copyPiece(
  regulation: Regulation,
  stageIds: readonly Slug[],
  noteIds: readonly Slug[] = [],
): Piece {
  const { notes = {} } = regulation;
  needKnown('stages', stageIds, regulation.stages);
  needKnown('notes', noteIds, notes);
  const copied = withStagesInside(regulation, stageIds);
  const stages: Record<Slug, Stage> = {};
  for (const id of regulation.stageOrder) {
    const stage = regulation.stages[id];
    if (stage === undefined || !copied.has(id)) continue;
    const { parent, ...free } = stage;
    stages[id] = parent === undefined || copied.has(parent.block) ? stage : free;
  }
  const transitions: Record<Slug, Transition> = {};
  for (const [id, transition] of Object.entries(regulation.transitions)) {
    const inside = transitionInside(transition, stages);
    if (inside !== undefined) transitions[id] = inside;
  }
  const bare: Piece = {
    format: pieceFormat,
    stages,
    transitions,
    fields: {},
    participants: {},
    deadlines: {},
    registers: {},
    rules: {},
    ...(noteIds.length > 0 && { notes: inOrder(notes, noteIds) }),
  };
  return withNamedParts(bare, regulation);
}

/**
 * Reads the text of a piece from a clipboard or a file. Checked as a regulation is: by the model's own schemas, unknown
 * keys refused; every text and every value is tolerated as input. Pure; never throws.
 */
export function readPiece(text: string): PieceReading {
  const json = readJson(text);
  if (!json.ok) return json;
  const { value } = json;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refused(problem('type-wrong', 'error', [], { expected: 'object', got: kindOf(value) }));
  }
  const { format, ...maps } = value as Record<string, unknown>;
  if (format !== pieceFormat) {
    const got = typeof format === 'string' ? format.slice(0, 80) : kindOf(format);
    return refused(problem('format-unknown', 'error', ['format'], { format: got, known: pieceFormat }));
  }
  for (const key of Object.keys(maps)) {
    if (key !== 'notes' && !pieceMaps.some((map) => map === key)) {
      return refused(problem('unknown-key', 'error', [key], { key: key.slice(0, 80) }));
    }
  }
  for (const map of pieceMaps) {
    if (!Object.hasOwn(maps, map)) return refused(problem('key-missing', 'error', [map], { key: map }));
  }
  const reading = parseRegulation({
    ...blankRegulation(pieceName),
    ...maps,
    stageOrder: keysOf(maps['stages']),
    fieldOrder: keysOf(maps['fields']),
  });
  return reading.ok ? { ok: true, piece: pieceOf(reading.regulation) } : reading;
}

const pieceName = { id: 'piece', title: { ru: 'Фрагмент', en: 'Piece' } };

/** A piece as a document of its own, so that what is done with documents can be done with it. Pure. */
export function documentOf({ format: _, ...maps }: Piece): Regulation {
  return {
    ...blankRegulation(pieceName),
    ...maps,
    stageOrder: Object.keys(maps.stages),
    fieldOrder: Object.keys(maps.fields),
  };
}

/** The piece that a document is; its stages and fields in their order. Pure. */
export function pieceOf(regulation: Regulation): Piece {
  const { transitions, participants, deadlines, registers, rules, notes } = regulation;
  return {
    format: pieceFormat,
    stages: inOrder(regulation.stages, regulation.stageOrder),
    transitions,
    fields: inOrder(regulation.fields, regulation.fieldOrder),
    participants,
    deadlines,
    registers,
    rules,
    ...(notes && { notes }),
  };
}

function needKnown(map: 'stages' | 'notes', ids: readonly Slug[], known: object): void {
  const unknown = ids.find((id) => !Object.hasOwn(known, id));
  if (unknown !== undefined) throw new EditRefused('part-unknown', { map, id: unknown });
}

function transitionInside(
  transition: Transition,
  stages: Readonly<Record<Slug, Stage>>,
): Transition | undefined {
  const source = Object.hasOwn(stages, transition.from) ? stages[transition.from] : undefined;
  if (source === undefined) return undefined;
  const order = transition.order.filter((id) => {
    const to = transition.alternatives[id]?.to ?? '';
    return to === branchEnd ? source.parent !== undefined : Object.hasOwn(stages, to);
  });
  if (order.length === 0) return undefined;
  return order.length === transition.order.length
    ? transition
    : { ...transition, order, alternatives: inOrder(transition.alternatives, order) };
}

/** Adds the parts that a piece names, and those that the added ones name. */
function withNamedParts(piece: Piece, regulation: Regulation): Piece {
  const parts: Record<PiecePart, Record<Slug, unknown>> = {
    fields: {},
    participants: {},
    deadlines: {},
    registers: {},
    rules: {},
  };
  for (let size = -1; size !== sizeOf(parts); ) {
    size = sizeOf(parts);
    for (const { map, id, path } of mentionsIn(documentOf({ ...piece, ...parts } as Piece))) {
      const own = pieceParts.find((each) => each === map);
      // The document kind that carries a piece is nobody's.
      if (own === undefined || path[0] === 'documentKind') continue;
      if (Object.hasOwn(regulation[own], id)) parts[own][id] = regulation[own][id];
    }
  }
  return { ...piece, ...parts } as Piece;
}

function sizeOf(parts: Readonly<Record<PiecePart, object>>): number {
  return pieceParts.reduce((sum, map) => sum + Object.keys(parts[map]).length, 0);
}

function inOrder<T>(map: Readonly<Record<Slug, T>>, order: readonly Slug[]): Readonly<Record<Slug, T>> {
  return Object.fromEntries(
    order.flatMap((id) => (Object.hasOwn(map, id) ? [[id, map[id] as T] as const] : [])),
  );
}

function keysOf(map: unknown): readonly string[] {
  return typeof map === 'object' && map !== null ? Object.keys(map) : [];
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

function refused(one: Problem): PieceReading {
  return { ok: false, problems: [one] };
}
