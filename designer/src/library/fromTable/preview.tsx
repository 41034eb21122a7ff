import { drawSvg } from '@reglament/drawing';
import type { Draft } from '@reglament/editing';
import { outcomesOf, type Regulation, type Slug, stageOf } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { useTheme } from '@reglament/web';
import { useDeferredValue, useMemo } from 'react';
import { Glyph } from '../../stages/glyph.tsx';
import { termWords } from './words.ts';

/** Above so many stages the drawing waits for the designer. */
const mostDrawn = 80;

/** The drawing that the table makes, as it stands. */
export function Preview({ regulation, draft }: { regulation: Regulation; draft: Draft }) {
  const i18n = useI18n();
  const { t } = i18n;
  const shown = useDeferredValue(regulation);
  useTheme();
  const theme = document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light';
  const title = t('designer.ft.drawing');
  const svg = useMemo(
    () => (shown.stageOrder.length > mostDrawn ? null : drawSvg(inColumns(shown), { i18n, theme, title })),
    [shown, i18n, theme, title],
  );
  return (
    <section className="ft-draw" aria-label={t('designer.ft.result')}>
      <h2>
        {t('designer.ft.result')} <small>{sums(regulation, draft).join(', ')}</small>
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard */}
      <section className="ft-picture" tabIndex={0} aria-label={title}>
        {svg === null ? (
          <div
            className="ft-strip"
            role="img"
            aria-label={t('designer.pathOf', { count: draft.rows.length })}
          >
            {shown.stageOrder.map((id) => {
              const stage = stageOf(shown, id);
              return stage && <Glyph key={id} kind={stage.kind} bare />;
            })}
          </div>
        ) : (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: drawSvg escapes every text
          <div dangerouslySetInnerHTML={{ __html: svg }} />
        )}
      </section>
    </section>
  );

  function sums(now: Regulation, { rows }: Draft): string[] {
    const total = new Map<string, number>();
    for (const { term } of rows)
      total.set(term.value.unit, (total.get(term.value.unit) ?? 0) + term.value.amount);
    const stages = now.stageOrder.length;
    return [
      ...(stages > 0 ? [t('designer.ft.stages', { count: stages })] : []),
      ...(['months', 'calendarDays', 'workingDays', 'workingHours'] as const).flatMap((unit) => {
        const amount = total.get(unit) ?? 0;
        return amount > 0 ? [termWords({ amount, unit }, i18n)] : [];
      }),
    ];
  }
}

/** Two columns beside a table: rework first, then the way in its order, ends where they are reached. Pure. */
function inColumns(regulation: Regulation): Regulation {
  const isRework = (id: Slug) => {
    const stage = stageOf(regulation, id);
    return stage?.kind === 'task' && stage.settings.rework === true;
  };
  const rank = (id: Slug) => (isRework(id) ? 0 : stageOf(regulation, id)?.kind === 'end' ? 2 : 1);
  const order = regulation.stageOrder.toSorted((a, b) => rank(a) - rank(b));
  const stages = order.map((id, index) => {
    const stage = stageOf(regulation, id)!;
    const [width, height] = outcomesOf(stage).length === 0 ? [160, 32] : [184, 88];
    const position = {
      x: (index % 2) * 296 + (184 - width) / 2,
      y: Math.floor(index / 2) * 152 + (88 - height) / 2,
    };
    return [id, { ...stage, position }] as const;
  });
  return { ...regulation, stages: Object.fromEntries(stages) as Regulation['stages'] };
}
