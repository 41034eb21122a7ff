import type { CardRow, FieldRow, PersonRow } from '@reglament/api';
import { useI18n } from '@reglament/ui';
import { cardWords } from './cardWords.ts';
import { useSay } from './text.ts';
import './shared.css';

/** A card as a list of facts; what is not filled is left out, unless all of it is asked for. */
export function CardFacts({
  fields,
  card,
  posts,
  all = false,
}: {
  fields: readonly FieldRow[];
  card: CardRow;
  posts: Readonly<Record<string, PersonRow>>;
  all?: boolean;
}) {
  const i18n = useI18n();
  const say = useSay();
  return (
    <dl className="facts">
      {fields.map((field) => {
        const words = cardWords(field, card[field.id], posts, i18n);
        if (words === undefined && !all) return null;
        return (
          <div key={field.id}>
            <dt>{say(field.title)}</dt>
            <dd className="num">
              {words === undefined ? (
                <small>{i18n.t('desk.notFilled')}</small>
              ) : field.type === 'link' && /^https?:\/\//.test(words) ? (
                <a href={words} target="_blank" rel="noreferrer noopener">
                  {words}
                </a>
              ) : (
                words
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
