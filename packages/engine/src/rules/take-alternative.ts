import type { Slug, Transition } from '@reglament/regulation';

/**
 * The alternative that a transition takes: the first in its order that has no rule or whose rule holds. Pure.
 *
 * @returns `undefined` when none is left, which a checked regulation does not allow
 */
export function takeAlternative(
  { order, alternatives }: Pick<Transition, 'order' | 'alternatives'>,
  holds: (rule: Slug) => boolean,
): Slug | undefined {
  return order.find((name) => {
    const alternative = Object.hasOwn(alternatives, name) ? alternatives[name] : undefined;
    return alternative !== undefined && (alternative.rule === undefined || holds(alternative.rule));
  });
}
