import { expect, test } from 'vitest';
import { findPosts, nearAbsence, type Staff, unitTree, withoutPost } from './staff.ts';

const employee = (id: string, name: string, absences: Staff['employees'][number]['absences'] = []) => ({
  id,
  revision: 1,
  name,
  login: id,
  dismissed: false,
  absences,
});
const post = (id: string, title: string, holder: string | null) => ({
  id,
  revision: 1,
  title,
  unit: 'u',
  roles: [],
  holder,
  openTasks: 0,
});
const unit = (id: string, title: string, parent?: string) => ({
  id,
  revision: 1,
  title,
  organisation: 'o',
  ...(parent && { parent }),
});
const staff: Staff = {
  organisations: [],
  units: [unit('b', 'Отдел Б', 'a'), unit('a', 'Руководство'), unit('c', 'Отдел А', 'a')],
  positions: [post('p1', 'Юрист', 'vlasova'), post('p2', 'Начальник отдела', null)],
  employees: [employee('vlasova', 'Власова Мария'), employee('gusev', 'Гусев Дмитрий')],
  roles: [],
};

test('units stand under their parents, by title', () => {
  expect(unitTree(staff.units, 'o').map(({ unit: { id }, depth }) => [id, depth])).toEqual([
    ['a', 0],
    ['c', 1],
    ['b', 1],
  ]);
});

test('a post is found by its title, by who holds it and by his login', () => {
  for (const typed of ['юрист', 'власова юр', 'VLASOVA'])
    expect(findPosts(staff, typed).map(({ id }) => id)).toEqual(['p1']);
});

test('who holds no post stands apart', () => {
  expect(withoutPost(staff).map(({ id }) => id)).toEqual(['gusev']);
});

test('the absence that is told is the one that runs, else the next; one that is over is not', () => {
  const absences = [
    { id: 'next', from: '2026-12-10', to: '2026-12-20' },
    { id: 'now', from: '2026-11-20', to: '2026-11-25' },
    { id: 'over', from: '2026-10-01', to: '2026-10-05' },
  ];
  const near = (today: string) => nearAbsence(employee('x', 'X', absences), today)?.id;
  expect(near('2026-11-25')).toBe('now');
  expect(near('2026-11-26')).toBe('next');
  expect(near('2026-12-21')).toBeUndefined();
});
