import { regulationJsonSchema, type Slug } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { useMemo, useState } from 'react';
import { useSay } from '../app/say.ts';
import { useEditor } from '../document/store.ts';
import type { Cursor } from './code.ts';
import { LivingText } from './livingText.tsx';
import { ruleSchema } from './ruleSchema.ts';
import { oneRule } from './source.ts';
import { wordedSchema } from './wordedSchema.ts';
import './text.css';

/** One rule as JSON, edited together with its builder. */
export default function RuleText({ id }: { id: Slug }) {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const title = useEditor(({ regulation }) => {
    const rule = regulation.rules[id];
    return rule ? say(rule.title) : id;
  });
  const reading = useEditor((editor) => editor.reading);
  const source = useMemo(() => oneRule(id), [id]);
  const schema = useMemo(() => ruleSchema(wordedSchema(regulationJsonSchema(), i18n)), [i18n]);
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const keys = reading ? 'escape' : cursor?.tabMoves ? 'tabMoves' : 'tabIndents';
  return (
    <div className="rule-text">
      <LivingText
        source={source}
        schema={schema}
        label={t('designer.ruleJson.label', { title })}
        narrow
        onCursor={setCursor}
      />
      <p className="rule-text-foot">
        {cursor && <span>{t('designer.text.place', { line: cursor.line, column: cursor.column })}</span>}
        <span role="status">{t(`designer.text.${keys}`)}</span>
      </p>
    </div>
  );
}
