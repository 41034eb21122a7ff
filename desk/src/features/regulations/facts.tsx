import { durationWords, evidenceWords } from '@reglament/drawing';
import type { Field, Regulation } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { useSay } from '../../shared/text.ts';

/** Rules, terms by law, urgency and registers of a regulation. */
export function Facts({ regulation }: { regulation: Regulation }) {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const rules = Object.entries(regulation.rules);
  const legal = Object.entries(regulation.legalTerms);
  const { urgency } = regulation;
  const urgent = urgency && regulation.rules[urgency.rule];
  return (
    <section aria-labelledby="facts-title">
      <h2 id="facts-title">{t('methodologist.facts')}</h2>
      <dl className="card regulation-facts">
        <dt>{t('methodologist.rules')}</dt>
        <dd>
          {rules.length === 0 ? (
            t('methodologist.noRules')
          ) : (
            <ul>
              {rules.map(([id, { title }]) => (
                <li key={id}>{say(title)}</li>
              ))}
            </ul>
          )}
        </dd>
        {urgency && urgent && (
          <>
            <dt>{t('methodologist.urgency')}</dt>
            <dd>
              {t('methodologist.urgencyWords', {
                rule: say(urgent.title),
                factor: urgency.factor.toLocaleString(i18n.locale),
                round: urgency.roundUpTo.toLocaleString(i18n.locale),
              })}
            </dd>
          </>
        )}
        <dt>{t('methodologist.legalTerms')}</dt>
        <dd>
          {legal.length === 0 ? (
            t('methodologist.noLegalTerms')
          ) : (
            <ul>
              {legal.map(([id, term]) => {
                const { tag, basis } = evidenceWords(term.evidence, say, i18n);
                return (
                  <li key={id}>
                    {say(term.title)}: {durationWords(term.term, i18n)}. {basis}{' '}
                    <small className="tag">{tag}</small>
                  </li>
                );
              })}
            </ul>
          )}
        </dd>
        <dt>{t('methodologist.registers')}</dt>
        <dd>
          <ul>
            {Object.entries(regulation.registers).map(([id, { title, numberTemplate }]) => (
              <li key={id}>
                {say(title)}, {t('methodologist.numberLike')} <code>{numberTemplate}</code>
              </li>
            ))}
          </ul>
        </dd>
      </dl>
    </section>
  );
}

/** Fields of the card: what each is, whether it must be filled, which are read by a rule's wording. */
export function CardFieldsTable({ regulation }: { regulation: Regulation }) {
  const { t } = useI18n();
  const say = useSay();
  return (
    <ul className="card regulation-fields">
      {regulation.fieldOrder.map((id) => {
        const field = regulation.fields[id];
        if (!field) return null;
        return (
          <li key={id}>
            <b>{say(field.title)}</b>
            <span>
              {t(`methodologist.type.${field.type}`)}
              {field.required ? `, ${t('common.required')}` : ''}
            </span>
            {field.hint && <small>{say(field.hint)}</small>}
            <Options field={field} />
          </li>
        );
      })}
    </ul>
  );
}

function Options({ field }: { field: Field }) {
  const say = useSay();
  if (!field.options) return null;
  return (
    <small>
      {Object.values(field.options)
        .map((option) => say(option.title))
        .join('; ')}
    </small>
  );
}
