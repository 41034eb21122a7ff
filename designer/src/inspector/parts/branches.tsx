import { type Slug, stageOf } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { useSay } from '../../app/say.ts';
import { addBranch } from '../../canvas/gestures.ts';
import { useEditor, useEditorStore } from '../../document/store.ts';
import { TryRule } from '../../trying/tryIt.tsx';
import { BothWords, Fold, MemberList, moved, Prop, Section, Select } from '../controls.tsx';

/** Branches of a block, in the order of their lanes. */
export function BranchesPart({ id }: { id: Slug }) {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const store = useEditorStore();
  const stage = useEditor(({ regulation }) => stageOf(regulation, id));
  if (stage?.kind !== 'parallel') return null;
  const { branches, branchOrder } = stage.settings;
  const dispatch = store.getState().dispatch;
  return (
    <Section title={t('designer.branchesTitle')} aside={t('drawing.joinAll')}>
      <MemberList
        label={t('designer.branchesTitle')}
        members={branchOrder.map((branch) => ({
          id: branch,
          title: branches[branch] ? say(branches[branch].title) : branch,
        }))}
        onMove={(branch, by) =>
          dispatch({ do: 'reorderBranches', block: id, order: moved(branchOrder, branch, by) })
        }
        {...(branchOrder.length > 1 && {
          onRemove: (branch: string) => void dispatch({ do: 'removeBranch', block: id, branch }),
        })}
        add={{ label: t('designer.addBranch'), run: () => void addBranch(store, id, i18n) }}
      >
        {(branch, fresh) => (
          <Fold title={t('designer.editBranch')} startOpen={fresh}>
            {() => <BranchEditor block={id} branch={branch} />}
          </Fold>
        )}
      </MemberList>
    </Section>
  );
}

/** One branch: its name, when it is gone through, where it begins. */
export function BranchEditor({ block, branch }: { block: Slug; branch: Slug }) {
  const { t } = useI18n();
  const say = useSay();
  const store = useEditorStore();
  const regulation = useEditor((editor) => editor.regulation);
  const stage = stageOf(regulation, block);
  const own = stage?.kind === 'parallel' ? stage.settings.branches[branch] : undefined;
  if (!own) return null;
  const dispatch = store.getState().dispatch;
  const inside = regulation.stageOrder.filter((id) => {
    const parent = stageOf(regulation, id)?.parent;
    return parent?.block === block && parent.branch === branch;
  });
  return (
    <>
      <BothWords
        label={t('designer.branchTitle')}
        value={own.title}
        onChange={(title) =>
          dispatch({ do: 'setBranch', block, branch, title }, { merge: `branch ${block} ${branch}` })
        }
      />
      <Prop label={t('designer.branchWhen')}>
        {(field) => (
          <Select
            id={field}
            value={own.when ?? ''}
            options={[
              { value: '', label: t('designer.always') },
              ...Object.entries(regulation.rules).map(([value, { title }]) => ({ value, label: say(title) })),
            ]}
            onChange={(when) => dispatch({ do: 'setBranch', block, branch, when: when === '' ? null : when })}
          />
        )}
      </Prop>
      {own.when !== undefined && <TryRule rule={own.when} words="branch" />}
      <Prop label={t('designer.branchFirst')}>
        {(field) => (
          <Select
            id={field}
            value={own.first}
            options={inside.map((value) => ({
              value,
              label: say(stageOf(regulation, value)?.title ?? { ru: value, en: value }),
            }))}
            onChange={(first) => dispatch({ do: 'setBranch', block, branch, first })}
          />
        )}
      </Prop>
    </>
  );
}

/** A branch chosen on the drawing. */
export function BranchInspector({ block, branch }: { block: Slug; branch: Slug }) {
  const { t } = useI18n();
  const say = useSay();
  const store = useEditorStore();
  const stage = useEditor(({ regulation }) => stageOf(regulation, block));
  const own = stage?.kind === 'parallel' ? stage.settings.branches[branch] : undefined;
  if (!stage || !own) return null;
  return (
    <>
      <div className="insp-head">
        <div className="insp-kind">{t('designer.branchOf', { title: say(stage.title) })}</div>
        <h2>{say(own.title)}</h2>
        <button type="button" className="linkbtn" onClick={() => store.getState().goTo(block)}>
          {t('designer.toBlock')}
        </button>
      </div>
      <Section title={t('designer.properties')}>
        <BranchEditor block={block} branch={branch} />
      </Section>
    </>
  );
}
