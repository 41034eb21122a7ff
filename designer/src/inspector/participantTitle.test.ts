import type { Participant } from '@reglament/regulation';
import { expect, test } from 'vitest';
import type { Staff } from '../app/staff.ts';
import { shipped } from '../testing/shipped.ts';
import { foundAnew, newParticipant } from './participantTitle.ts';

const contract = shipped('municipal-contract');
const staff: Staff = {
  rows: [],
  roles: [
    {
      code: 'architect',
      title: { ru: 'Архитектор', en: 'Architect' },
      holders: [],
      held: 0,
      elsewhere: false,
    },
  ],
  positions: [{ id: 'post-17', title: 'Секретарь приёмной', unit: 'Общий отдел' }],
  organisations: [],
  calendar: {},
};
const head: Participant = {
  type: 'head',
  title: { ru: 'Начальник отдела автора', en: 'Head of the author’s unit' },
};

test('a participant is called by how it is found, whatever it was before', () => {
  const lawyer = foundAnew(head, { type: 'role', role: 'lawyer' }, contract, staff);
  expect(lawyer).toEqual({ type: 'role', role: 'lawyer', title: { ru: 'Юрист', en: 'Lawyer' } });
  const architect = foundAnew(lawyer, { type: 'role', role: 'architect' }, contract, staff);
  expect(architect.title.ru).toBe('Архитектор');
  const secretary = foundAnew(architect, { type: 'position', position: 'post-17' }, contract, staff);
  expect(secretary.title.ru).toBe('Секретарь приёмной');
});

test('a title that somebody gave stays', () => {
  const named = { ...head, title: { ru: 'Первая виза', en: 'First visa' } };
  expect(foundAnew(named, { type: 'role', role: 'lawyer' }, contract, staff).title.ru).toBe('Первая виза');
});

test('new participants are one after another those who are not asked yet, each under a title of its own', () => {
  let participants: Record<string, Participant> = {};
  const titles = ['one', 'two', 'three', 'four'].map((id) => {
    const made = newParticipant({ ...contract, participants });
    participants = { ...participants, [id]: made };
    return made.title.ru;
  });
  expect(titles).toEqual(['Начальник отдела автора', 'Куратор отдела автора', 'Автор', 'Кого выберет автор']);
});
