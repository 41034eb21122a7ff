import { useI18n } from '@reglament/ui';
import {
  IconAlertCircle,
  IconAlertTriangle,
  IconCheck,
  IconChevronDown,
  IconChevronUp,
} from '@tabler/icons-react';
import { memo } from 'react';
import { useFrame } from '../document/frame.ts';
import { Zoom } from '../document/zoom.tsx';
import { ProblemList } from '../problems/problemList.tsx';
import { useProblems } from '../problems/problems.ts';
import { Stages } from '../tables/stages.tsx';

/** The bottom bar with what it opens: problems with their counts, and the stages as a table or as a tree. */
export const Drawer = memo(function Drawer({ problems }: { problems?: 'sought' | 'known' }) {
  const { t } = useI18n();
  const { drawer, toggleDrawer } = useFrame();
  const stages = drawer === 'table' || drawer === 'outline';
  return (
    <section className="drawer" aria-label={t('designer.drawer.title')}>
      <div className="drawer-bar">
        {problems && (
          <>
            <Toggle
              open={drawer === 'problems'}
              words={t('designer.problems')}
              onToggle={() => toggleDrawer('problems')}
            />
            <Counts known={problems === 'known'} />
            <i className="sep" />
          </>
        )}
        <Toggle
          open={stages}
          words={t('designer.drawer.stages')}
          onToggle={() => toggleDrawer(drawer === 'outline' ? 'outline' : 'table')}
        />
        <span className="push" />
        <Zoom />
      </div>
      {drawer === 'problems' && problems && (
        <div className="drawer-body">
          <ProblemList />
        </div>
      )}
      {stages && <Stages view={drawer} onView={toggleDrawer} />}
    </section>
  );
});

function Toggle({ open, words, onToggle }: { open: boolean; words: string; onToggle: () => void }) {
  const Chevron = open ? IconChevronDown : IconChevronUp;
  return (
    <button type="button" className="toggle" aria-expanded={open} onClick={onToggle}>
      <Chevron className="ic" aria-hidden="true" />
      {words}
    </button>
  );
}

function Counts({ known }: { known: boolean }) {
  const { t } = useI18n();
  const problems = useProblems();
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  return (
    <span role="status" className="counts">
      {known && errors === 0 && (
        <span className="cnt cnt--ok">
          <IconCheck className="ic" aria-hidden="true" />
          {t('designer.noErrors')}
        </span>
      )}
      {errors > 0 && (
        <span className="cnt cnt--err">
          <IconAlertCircle className="ic" aria-hidden="true" />
          {t('designer.errors', { count: errors })}
        </span>
      )}
      {warnings > 0 && (
        <span className="cnt cnt--warn">
          <IconAlertTriangle className="ic" aria-hidden="true" />
          {t('designer.warnings', { count: warnings })}
        </span>
      )}
    </span>
  );
}
