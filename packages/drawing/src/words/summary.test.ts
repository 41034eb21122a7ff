import { createI18n, loadLocale } from '@reglament/i18n';
import { expect, it } from 'vitest';
import { regulationOf, stage } from '../testing/regulations.ts';
import { summaryOf } from './summary.ts';

const ru = createI18n('ru');
const regulation = regulationOf({
  law: stage('approval', 'Правовая экспертиза', { ask: { ru: 'Проверить', en: 'Check' } }),
  acquaint: stage('acquaintance', 'Ознакомление'),
  exposed: stage('wait', 'Экспертиза'),
  choose: stage('choice', 'Какой'),
});

it('one participant is named, several are counted', () => {
  expect(summaryOf(regulation, 'law', ru).who).toBe('Юрист');
  expect(summaryOf(regulation, 'acquaint', ru).who).toBe('2 участника');
});

it('a term is followed by the gravest thing that silence brings', () => {
  expect(summaryOf(regulation, 'law', ru)).toEqual({
    name: 'Правовая экспертиза',
    who: 'Юрист',
    term: '1 раб. день',
    silence: { kind: 'escalation', words: 'эскалация' },
    ask: 'Проверить',
  });
  const lapse = (deadline: string) => {
    const stages = {
      a: { ...regulation.stages['law']!, settings: { ...regulation.stages['law']!.settings, deadline } },
    };
    return summaryOf({ ...regulation, stages } as typeof regulation, 'a', ru);
  };
  expect(lapse('silent').silence).toEqual({ kind: 'autoVisa', words: 'автовиза' });
  expect(lapse('today')).toMatchObject({
    term: 'тот же день',
    silence: { kind: 'reminder', words: 'напоминание' },
  });
  expect(lapse('none')).toMatchObject({ term: '', silence: { kind: 'none', words: '' } });
});

it('nobody is asked while time passes, and after it the way goes on', () => {
  expect(summaryOf(regulation, 'exposed', ru)).toEqual({
    name: 'Экспертиза',
    who: '',
    term: '7 кал. дней',
    silence: { kind: 'onward', words: 'дальше' },
  });
});

it('a choice says its name only, and a stage that is not there its id', () => {
  expect(summaryOf(regulation, 'choose', ru)).toEqual({
    name: 'Какой',
    who: '',
    term: '',
    silence: { kind: 'none', words: '' },
  });
  expect(summaryOf(regulation, 'gone', ru).name).toBe('gone');
});

it('speaks the language asked for', async () => {
  await loadLocale('en');
  expect(summaryOf(regulation, 'acquaint', createI18n('en'))).toMatchObject({
    who: '2 participants',
    term: '1 work day',
  });
});
