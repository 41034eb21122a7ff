import { meaningHash, type Slug, type Stage } from '@reglament/regulation';
import { blankRegulation } from '../blank.ts';
import { freeAmong, freeId, takenIds } from '../free-id.ts';
import { type BranchName, type Position, putStage } from '../new-stage.ts';
import { copyPiece, documentOf, type Piece, type PiecePart, pieceOf, pieceParts } from '../piece.ts';
import { type Clash, EditRefused } from '../refusal.ts';
import { type IdMap, Work } from '../work.ts';
import { putNote } from './notes.ts';
import type { Performers } from './performers.ts';
import { renamePart } from './rename.ts';

/**
 * What becomes of a part of a piece that bears the id of another part of the document and means something else: `ask` refuses
 * with the list, `mine` leaves the document's, `theirs` puts the piece's in its place, `both` adds the piece's under a
 * free id.
 */
export type ClashDecision = 'ask' | 'mine' | 'theirs' | 'both';

export interface PieceTarget {
  /** Where the upper left corner of what lies outside blocks of the piece comes, notes among it. */
  readonly at: Position;
  /** The branch that takes it. */
  readonly parent?: BranchName;
  readonly clash: ClashDecision;
}

export type PieceOperation =
  | ({ readonly do: 'pastePiece'; readonly piece: Piece } & PieceTarget)
  /** Copies of stages, each in its own branch, and of notes, moved by an offset. */
  | {
      readonly do: 'duplicate';
      readonly ids: readonly Slug[];
      readonly notes?: readonly Slug[];
      readonly offset: Position;
    };

export const pieceOperations: Performers<PieceOperation> = {
  pastePiece: (work, { piece, at, parent, clash }) => {
    if (parent !== undefined) work.needBranch(parent.block, parent.branch);
    const corner = cornerOf(piece);
    const offset = { x: at.x - corner.x, y: at.y - corner.y };
    place(work, piece, { offset, parentOf: () => parent, clash });
  },
  duplicate: (work, { ids, notes, offset }) => {
    const { stages } = work.now;
    const parentOf = (id: Slug) => stages[id]?.parent;
    place(work, copyPiece(work.now, ids, notes), { offset, parentOf, clash: 'both' });
  },
};

interface Placing {
  readonly offset: Position;
  /** The branch for a stage of the piece, by its id there, that lies in no block of the piece. */
  readonly parentOf: (id: Slug) => BranchName | undefined;
  readonly clash: ClashDecision;
}

function place(work: Work, piece: Piece, { offset, parentOf, clash }: Placing): void {
  const own = new Work(documentOf(piece));
  const parents = new Map<Slug, BranchName | undefined>();
  const taken = takenIds(work.now, 'stages');
  for (const [id, { parent }] of Object.entries(piece.stages)) {
    const free = freeInBoth(taken, own, 'stages', id);
    renamePart(own, 'stages', id, free);
    if (parent === undefined) parents.set(free, parentOf(id));
  }
  placeParts(work, own, clash);
  const ready = pieceOf(own.now);
  for (const [id, stage] of Object.entries(ready.stages)) {
    putStage(work, id, parents.has(id) ? shifted(stage, offset, parents.get(id)) : stage);
  }
  for (const transition of Object.values(ready.transitions)) {
    const id = freeId(work.now, 'transitions', `${transition.from}-${transition.outcome}`);
    work.put(['transitions', id], transition);
  }
  for (const [wished, note] of Object.entries(ready.notes ?? {})) {
    putNote(work, freeId(work.now, 'notes', wished), { ...note, position: moved(note.position, offset) });
  }
}

/** Puts the parts that the document lacks; fields first, since participants and rules name them. */
function placeParts(work: Work, own: Work, decision: ClashDecision): void {
  const clashes: Clash[] = [];
  for (const map of pieceParts) {
    for (const id of Object.keys(own.now[map])) {
      const part = own.at([map, id]);
      if (!work.has(map, id)) putPart(work, map, id, part);
      else if (sameMeaning(map, work.at([map, id]), part) || decision === 'mine') continue;
      else if (decision === 'ask') clashes.push({ map, id });
      else if (decision === 'theirs') work.put([map, id], part);
      else {
        const free = freeInBoth(takenIds(work.now, map), own, map, id);
        renamePart(own, map, id, free);
        putPart(work, map, free, part);
      }
    }
  }
  if (clashes.length > 0) throw new EditRefused('clash', { clashes });
}

function putPart(work: Work, map: PiecePart, id: Slug, part: unknown): void {
  work.put([map, id], part);
  if (map === 'fields') work.put(['fieldOrder'], [...work.now.fieldOrder, id]);
}

/** Whether two parts differ in words for people at most. */
function sameMeaning(map: PiecePart, a: unknown, b: unknown): boolean {
  const carrier = blankRegulation({ id: 'carrier', title: { ru: 'Часть', en: 'Part' } });
  const meaning = (part: unknown) => meaningHash({ ...carrier, [map]: { part } });
  return meaning(a) === meaning(b);
}

/** The id itself when it is not taken in the document; else one that is free in the document and in the piece. */
function freeInBoth(taken: ReadonlySet<Slug>, own: Work, map: IdMap, id: Slug): Slug {
  return taken.has(id) ? freeAmong((each) => taken.has(each) || own.has(map, each), id) : id;
}

/** The upper left corner of the notes and of the stages that lie in no block of the piece; the origin when none has a position. */
function cornerOf(piece: Piece): Position {
  const positions = Object.values(piece.stages).flatMap(({ parent, position }) =>
    parent === undefined && position !== undefined ? [position] : [],
  );
  positions.push(...Object.values(piece.notes ?? {}).map(({ position }) => position));
  if (positions.length === 0) return { x: 0, y: 0 };
  return {
    x: Math.min(...positions.map((position) => position.x)),
    y: Math.min(...positions.map((position) => position.y)),
  };
}

function shifted(stage: Stage, offset: Position, parent: BranchName | undefined): Stage {
  const { position } = stage;
  return {
    ...stage,
    ...(parent === undefined ? {} : { parent: { block: parent.block, branch: parent.branch } }),
    ...(position === undefined ? {} : { position: moved(position, offset) }),
  };
}

function moved({ x, y }: Position, offset: Position): Position {
  return { x: x + offset.x, y: y + offset.y };
}
