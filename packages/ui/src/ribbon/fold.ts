import type { Bead } from './model.ts';

/** More people than this on one stage are folded. */
export const MOST = 6;

const LOUD: readonly Bead['look'][] = ['waiting', 'rejected', 'vacant'];

/**
 * At most `room` beads: first the undecided, the rejections and the vacant posts, the rest as «+N» whose tip names
 * them; when even those do not fit, one bead with their number. Keeps the order. Pure.
 */
export function foldBeads(beads: readonly Bead[], room: number, key: string): readonly Bead[] {
  const most = Math.max(1, Math.min(MOST, room));
  if (beads.length <= most) return beads;
  const loud = beads.filter(({ look }) => LOUD.includes(look)).slice(0, most - 1);
  const rest = beads.filter((bead) => !loud.includes(bead));
  return [more(rest, key, loud.length > 0 ? '+' : ''), ...loud];
}

function more(rest: readonly Bead[], key: string, sign: string): Bead {
  const loudest = rest.find(({ look }) => look === 'rejected') ?? rest.find(({ look }) => look === 'waiting');
  const same = rest.every(({ look }) => look === rest[0]?.look);
  return {
    key: `${key}+`,
    inside: `${sign}${rest.length}`,
    look: loudest?.look ?? (same ? (rest[0]?.look ?? 'more') : 'more'),
    name: rest.map(({ name }) => name).join(', '),
    words: '',
    tip: rest.map(({ name, words }) => `${name}: ${words}`),
    ...(loudest?.left !== undefined && { left: loudest.left }),
    ...(loudest?.atMs !== undefined && { atMs: loudest.atMs }),
    ...(loudest?.dueMs !== undefined && { dueMs: loudest.dueMs }),
  };
}
