import { useI18n } from '@reglament/ui';
import type { Line, Worded } from './words/wording.ts';

/** What a change says: what it is about, then each setting, what was struck out and what is now in bold. */
export function ChangeWords({ words }: { words: Worded }) {
  return (
    <>
      <b>{words.head}</b>
      {words.lines.map((line) => (
        <LineWords key={`${line.what} ${line.from ?? ''} ${line.to ?? ''}`} line={line} />
      ))}
    </>
  );
}

function LineWords({ line: { what, from, to } }: { line: Line }) {
  const { locale } = useI18n();
  const label = what === '' ? '' : what.charAt(0).toLocaleUpperCase(locale) + what.slice(1);
  if (from === undefined && to === undefined) return <span className="change-line">{label}</span>;
  return (
    <span className="change-line">
      {label && `${label}: `}
      {from !== undefined && <s>{from}</s>}
      {from !== undefined && to !== undefined && ' '}
      {to !== undefined && <ins>{to}</ins>}
    </span>
  );
}
