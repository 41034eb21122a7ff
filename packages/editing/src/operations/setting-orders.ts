/** Maps in the settings of a stage and the orders that stand beside them. */
const orders: ReadonlyMap<string, string> = new Map([
  ['outcomes', 'outcomeOrder'],
  ['steps', 'stepOrder'],
  ['branches', 'branchOrder'],
  ['form', 'formOrder'],
]);

/**
 * The key of the order beside the map at a path under a stage, or undefined when no ordered map stands there. By place and
 * not by name: an outcome may bear the id `form`. Pure.
 */
export function orderKeyAt(path: readonly string[]): string | undefined {
  const [settings, map, , options] = path;
  if (settings !== 'settings' || map === undefined) return undefined;
  if (path.length === 2) return orders.get(map);
  return path.length === 4 && map === 'form' && options === 'options' ? 'optionOrder' : undefined;
}
