/**
 * Immediate dominators of a directed graph from `start`: for each node that can be reached, the nearest other node that
 * every path from `start` to it passes; `start` has none. Pure; near linear.
 *
 * @see Cooper, Harvey, Kennedy: A Simple, Fast Dominance Algorithm
 */
export function immediateDominators(
  start: string,
  next: (node: string) => readonly string[],
): ReadonlyMap<string, string | undefined> {
  const order = postorder(start, next);
  const rank = new Map(order.map((node, index) => [node, index]));
  const before = new Map<string, string[]>();
  for (const node of order) {
    for (const target of next(node)) {
      const list = before.get(target);
      if (list === undefined) before.set(target, [node]);
      else list.push(node);
    }
  }
  const dominator = new Map<string, string>([[start, start]]);
  const rankOf = (node: string): number => rank.get(node) ?? -1;

  const meet = (one: string, other: string): string => {
    let [a, b] = [one, other];
    while (a !== b) {
      while (rankOf(a) < rankOf(b)) a = dominator.get(a) ?? start;
      while (rankOf(b) < rankOf(a)) b = dominator.get(b) ?? start;
    }
    return a;
  };

  for (let changed = true; changed; ) {
    changed = false;
    for (const node of order.toReversed()) {
      if (node === start) continue;
      const known = (before.get(node) ?? []).filter((earlier) => dominator.has(earlier));
      const found = known.reduce(meet);
      if (dominator.get(node) !== found) {
        dominator.set(node, found);
        changed = true;
      }
    }
  }
  return new Map(order.map((node) => [node, node === start ? undefined : dominator.get(node)]));
}

/** Nodes reachable from `start`, each after those it leads to (a way back apart); without recursion. */
export function postorder(start: string, next: (node: string) => readonly string[]): readonly string[] {
  const order: string[] = [];
  const seen = new Set([start]);
  const stack: { readonly node: string; readonly targets: readonly string[]; at: number }[] = [
    { node: start, targets: next(start), at: 0 },
  ];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const target = top.targets[top.at];
    top.at += 1;
    if (target === undefined) {
      order.push(top.node);
      stack.pop();
    } else if (!seen.has(target)) {
      seen.add(target);
      stack.push({ node: target, targets: next(target), at: 0 });
    }
  }
  return order;
}

/** Nodes that can be reached from any of `starts`, these included. */
export function reach(
  starts: Iterable<string>,
  next: (node: string) => readonly string[],
): ReadonlySet<string> {
  const seen = new Set(starts);
  for (const node of seen) for (const target of next(node)) seen.add(target);
  return seen;
}

/**
 * The cycles of a graph: its strongly connected parts of more than one node, and nodes that lead to themselves. Each
 * part keeps the order of `nodes`. Pure; Kosaraju's two passes.
 */
export function cycles(
  nodes: readonly string[],
  next: (node: string) => readonly string[],
): readonly (readonly string[])[] {
  const finished: string[] = [];
  const visited = new Set<string>();
  for (const node of nodes) {
    if (visited.has(node)) continue;
    const part = postorder(node, (at) => next(at).filter((target) => !visited.has(target)));
    for (const each of part) visited.add(each);
    finished.push(...part);
  }
  const back = new Map<string, string[]>();
  for (const node of finished)
    for (const target of next(node)) back.set(target, [...(back.get(target) ?? []), node]);
  const taken = new Set<string>();
  const found: string[][] = [];
  for (const node of finished.toReversed()) {
    if (taken.has(node)) continue;
    const part = postorder(node, (at) => (back.get(at) ?? []).filter((source) => !taken.has(source)));
    for (const each of part) taken.add(each);
    if (part.length > 1 || next(node).includes(node)) {
      const members = new Set(part);
      found.push(nodes.filter((each) => members.has(each)));
    }
  }
  return found;
}
