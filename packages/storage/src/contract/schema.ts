import type { Unrevised } from '../change.ts';
import type { Schema } from '../collection.ts';
import { defineCollection } from '../defineCollection.ts';

/** The collections on which every adapter is tried: a list of tasks, numbers in registers, texts to search. */
export interface Task {
  readonly id: string;
  readonly rev: number;
  readonly org: string;
  readonly state: string;
  readonly dueAtMs: number;
  readonly late: boolean;
  readonly candidates: readonly string[];
  readonly body?: unknown;
}

export interface Entry {
  readonly id: string;
  readonly rev: number;
  readonly register: string;
  readonly number?: number;
}

export interface Text {
  readonly id: string;
  readonly rev: number;
  readonly org: string;
  readonly sort: string;
  readonly readers: readonly string[];
}

export const tasks = defineCollection<Task>({
  name: 'tasks',
  fields: { org: 'text', state: 'text', dueAtMs: 'number', late: 'flag', candidates: 'list' },
  indexes: [
    { fields: ['org', 'state', 'dueAtMs'] },
    { fields: ['dueAtMs'] },
    { fields: ['org', 'late'] },
    { each: 'candidates', fields: ['state', 'dueAtMs'] },
  ],
});

export const entries = defineCollection<Entry>({
  name: 'entries',
  fields: { register: 'text', number: 'number' },
  indexes: [{ fields: ['register'] }, { fields: ['register', 'number'], unique: true, sparse: true }],
});

export const texts = defineCollection<Text>({
  name: 'texts',
  fields: { org: 'text', sort: 'text', readers: 'list' },
  indexes: [{ fields: ['org', 'sort'] }, { fields: ['sort'] }],
  search: { where: ['org'], each: 'readers', order: { by: 'sort', desc: true } },
});

export const contractSchema: Schema = { version: 1, collections: [tasks, entries, texts] };

export function buildTask(id: string, overrides: Partial<Unrevised<Task>> = {}): Unrevised<Task> {
  return { id, org: 'city', state: 'open', dueAtMs: 1000, late: false, candidates: [], ...overrides };
}

export function buildText(id: string, overrides: Partial<Unrevised<Text>> = {}): Unrevised<Text> {
  return { id, org: 'city', sort: id, readers: ['p1'], ...overrides };
}
