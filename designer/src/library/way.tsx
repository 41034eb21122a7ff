import type { StageKind } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { Glyph } from '../stages/glyph.tsx';

const most = 14;

/** The route of a regulation as a strip of its kinds, with words beside it. */
export function Way({ stages, words }: { stages: readonly StageKind[]; words: string | undefined }) {
  const { t } = useI18n();
  return (
    <small className="path">
      <span className="strip" role="img" aria-label={t('designer.pathOf', { count: stages.length })}>
        {stages.slice(0, most).map((kind, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a picture of an order
          <Glyph key={index} kind={kind} bare />
        ))}
      </span>
      {words !== undefined && <span>{words}</span>}
    </small>
  );
}
