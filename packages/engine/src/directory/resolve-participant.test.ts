import type { Participant } from '@reglament/regulation';
import { describe, expect, it } from 'vitest';
import type { DirectoryData } from '../model/directory.ts';
import { indexDirectory } from './index-directory.ts';
import { type Resolution, type ResolveScope, resolveParticipant } from './resolve-participant.ts';

const data: DirectoryData = {
  revision: 'd1',
  organisations: [
    { id: 'o1', code: 'adm', title: 'Администрация', calendar: 'ru' },
    { id: 'o2', code: 'fin', title: 'Финансовый орган', parent: 'o1', calendar: 'ru' },
  ],
  units: [
    { id: 'top', organisation: 'o1', title: 'Руководство', head: 'mayor' },
    { id: 'dep', organisation: 'o1', parent: 'top', title: 'Управление', head: 'chief', curator: 'deputy' },
    { id: 'lone', organisation: 'o1', title: 'Без начальства' },
    { id: 'gap', organisation: 'o1', parent: 'top', title: 'Вакансии', head: 'vacant', curator: 'vacant' },
    { id: 'money', organisation: 'o2', title: 'Отдел бюджета' },
  ],
  positions: [
    { id: 'mayor', code: 'HEAD', unit: 'top', title: 'Глава', roles: [], holder: 'e1' },
    { id: 'deputy', unit: 'top', title: 'Заместитель', roles: ['registrar'], holder: 'e2' },
    { id: 'chief', unit: 'dep', title: 'Начальник', roles: [], holder: 'e3' },
    { id: 'clerk', unit: 'dep', title: 'Специалист', roles: ['registrar'], holder: 'e4' },
    { id: 'vacant', code: 'MGR', unit: 'gap', title: 'Управляющий', roles: ['registrar', 'editor'] },
    { id: 'loner', unit: 'lone', title: 'Один', roles: [], holder: 'e5' },
    { id: 'cash', code: 'HEAD', unit: 'money', title: 'Финансист', roles: ['fin'], holder: 'e6' },
    { id: 'gapClerk', unit: 'gap', title: 'Специалист', roles: [], holder: 'e7' },
  ],
  employees: ['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7'].map((id) => ({ id, name: id })),
  absences: [],
  calendars: [],
};
const directory = indexDirectory(data);

type Kind = Participant extends infer P ? (P extends { title: unknown } ? Omit<P, 'title'> : never) : never;

function resolve(kind: Kind, author = 'clerk', extra: Partial<ResolveScope> = {}): Resolution {
  const position = directory.position(author);
  return resolveParticipant({ ...kind, title: { ru: 'Кто', en: 'Who' } } as Participant, {
    directory,
    initiator: { employee: position?.holder ?? '', position: author, unit: position?.unit ?? '' },
    organisation: 'o1',
    chosen: { who: ['clerk', 'vacant', 'clerk', 'nope', 'mayor'] },
    card: { executors: ['chief', 'mayor'], subject: 'not posts' },
    participantId: 'who',
    lastPerformer: (stage) => (stage === 'check' ? 'clerk' : null),
    ...extra,
  });
}

const vacant = { vacant: 'vacant-participant' };
const alone = { vacant: 'no-superior' };

describe('a participant is found', () => {
  it.each<[string, Kind, string, unknown]>([
    ['the author', { type: 'initiator' }, 'clerk', { slots: [['clerk']] }],
    ['the author who left', { type: 'initiator' }, 'vacant', vacant],
    [
      'a position by its code in the own staff list',
      { type: 'position', position: 'HEAD' },
      'clerk',
      { slots: [['mayor']] },
    ],
    [
      'a position without a code by its id',
      { type: 'position', position: 'deputy' },
      'clerk',
      { slots: [['deputy']] },
    ],
    ['a vacant position', { type: 'position', position: 'MGR' }, 'clerk', vacant],
    ['an unknown position', { type: 'position', position: 'ZZZ' }, 'clerk', vacant],
    [
      'a role: one task for those who hold it, without vacant posts',
      { type: 'role', role: 'registrar' },
      'clerk',
      { slots: [['deputy', 'clerk']] },
    ],
    [
      'a role in the unit',
      { type: 'role', role: 'registrar', scope: 'unit' },
      'chief',
      { slots: [['clerk']] },
    ],
    [
      'a role upward',
      { type: 'role', role: 'registrar', scope: 'upward' },
      'gapClerk',
      { slots: [['deputy']] },
    ],
    ['a role whose posts are all vacant', { type: 'role', role: 'editor' }, 'clerk', vacant],
    ['a role that no post has', { type: 'role', role: 'pilot' }, 'clerk', vacant],
    [
      'a role of another organisation',
      { type: 'role', role: 'fin', organisation: 'fin' },
      'clerk',
      { slots: [['cash']] },
    ],
    [
      'a role of an unknown organisation',
      { type: 'role', role: 'fin', organisation: 'zzz' },
      'clerk',
      vacant,
    ],
    ['the head', { type: 'head' }, 'clerk', { slots: [['chief']] }],
    ['the head, when the author is the head', { type: 'head' }, 'chief', { slots: [['mayor']] }],
    ['the head, when the author is the first person', { type: 'head' }, 'mayor', alone],
    ['the head where nobody is one', { type: 'head' }, 'loner', alone],
    ['the head whose post is vacant', { type: 'head' }, 'gapClerk', vacant],
    ['the curator', { type: 'curator' }, 'clerk', { slots: [['deputy']] }],
    ['the curator where nobody is one', { type: 'curator' }, 'loner', alone],
    ['the curator whose post is vacant', { type: 'curator' }, 'gapClerk', vacant],
    [
      'a card field: a slot each',
      { type: 'card', field: 'executors' },
      'clerk',
      { slots: [['chief'], ['mayor']] },
    ],
    ['a card field that is empty asks nobody', { type: 'card', field: 'nothing' }, 'clerk', { slots: [] }],
    [
      'a card field with a prototype’s name asks nobody',
      { type: 'card', field: 'constructor' },
      'clerk',
      { slots: [] },
    ],
    [
      'a card field that holds no posts asks nobody',
      { type: 'card', field: 'subject' },
      'clerk',
      { slots: [] },
    ],
    [
      'the chosen: a slot each, once, vacant slots kept',
      { type: 'chosen', min: 1, max: 9 },
      'clerk',
      { slots: [['clerk'], [], [], ['mayor']] },
    ],
    [
      'who decided another stage last',
      { type: 'performer', stage: 'check' },
      'clerk',
      { slots: [['clerk']] },
    ],
    ['who decided a stage that nobody decided', { type: 'performer', stage: 'other' }, 'clerk', vacant],
  ])('%s', (_title, kind, author, expected) => {
    expect(resolve(kind, author)).toEqual(expected);
  });

  it('the curator, when the author is the curator, is the next superior', () => {
    expect(
      resolve({ type: 'curator' }, 'deputy', {
        initiator: { employee: 'e2', position: 'deputy', unit: 'dep' },
      }),
    ).toEqual({ slots: [['mayor']] });
  });

  it('nobody chosen is a vacant participant', () => {
    expect(resolve({ type: 'chosen', min: 1, max: 9 }, 'clerk', { chosen: {} })).toEqual(vacant);
  });
});
