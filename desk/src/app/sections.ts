import type { FeatureSection } from './feature.ts';
import { features } from './features.ts';
import { useSession } from './session.tsx';

const sections = features.flatMap((feature) => feature.sections ?? []).sort((a, b) => a.order - b.order);

/** Places of the rail that this person has. */
export function useSections(): FeatureSection[] {
  const session = useSession();
  return sections.filter((section) => section.allows?.(session) ?? true);
}
