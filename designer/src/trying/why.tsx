import type { Explained } from '@reglament/engine/rules';
import type { I18n } from '@reglament/i18n';
import type { Regulation, RuleValue } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { wordFactValue, wordRule } from '@reglament/wording';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useEditor } from '../document/store.ts';

/** Why a rule holds or does not: its conditions as they are joined, each with its answer and the value it met. */
export function Why({ explained }: { explained: Explained }) {
  return (
    <ul className="why">
      <Part part={explained} />
    </ul>
  );
}

function Part({ part }: { part: Explained }) {
  const i18n = useI18n();
  const regulation = useEditor((editor) => editor.regulation);
  if ('test' in part) return <Line holds={part.holds}>{wordTest(part, regulation, i18n)}</Line>;
  const [only] = part.parts;
  // One condition alone needs no word that joins it.
  if (part.joint !== 'not' && only && part.parts.length === 1) return <Part part={only} />;
  const joint = i18n.t(`designer.joint.${part.joint}`);
  return (
    <Line
      holds={part.holds}
      inner={part.parts.map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no id, and their order is theirs
        <Part key={index} part={each} />
      ))}
    >
      {i18n.t(part.holds ? 'designer.try.holds' : 'designer.try.fails', { what: joint })}
    </Line>
  );
}

function Line({ holds, inner, children }: { holds: boolean; inner?: React.ReactNode; children: string }) {
  const Mark = holds ? IconCheck : IconX;
  return (
    <li className={holds ? 'is-held' : undefined}>
      <Mark className="ic" aria-hidden="true" />
      <span>{children}</span>
      {inner && <ul>{inner}</ul>}
    </li>
  );
}

/** «цена не больше 600 000 ₽ — нет: 700 000 ₽»; a value that the answer already says is not said twice. Pure. */
export function wordTest(
  { test, holds, found }: Extract<Explained, { readonly test: unknown }>,
  regulation: Regulation,
  i18n: I18n,
): string {
  const words = wordRule({ all: [test] }, regulation, i18n);
  if (typeof found === 'boolean' || (holds && test.operator === 'equal'))
    return i18n.t(holds ? 'designer.try.holds' : 'designer.try.fails', { what: words });
  return i18n.t(holds ? 'designer.try.testHolds' : 'designer.try.testFails', {
    test: words,
    value:
      found === undefined
        ? i18n.t('designer.try.none')
        : wordFactValue(test.fact, found as RuleValue, regulation, i18n),
  });
}
