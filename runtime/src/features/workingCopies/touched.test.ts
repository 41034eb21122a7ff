import { insert } from '@reglament/storage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { regulationVersions } from '../../storage/collections.ts';
import { type DrawnDocument, drawNext, setHolder } from '../../testing/drawing.ts';
import { type Client, openSampleOffice, type SampleOffice } from '../../testing/sampleOffice.ts';

let office: SampleOffice;
let ryabova: Client;
beforeEach(async () => {
  office = await openSampleOffice();
  ryabova = await office.as('ryabova');
});
afterEach(() => office.close());

const id = 'municipal-contract';
/** Whom the next version of the contract touches when this is drawn. */
const touched = async (change: (document: DrawnDocument) => void, base = 1) => {
  const revision = await drawNext(ryabova, id, base, change);
  const { body } = await ryabova.call('workingCopies.check', { params: { id }, body: { revision } });
  return body.touched;
};
const within = (deadline: string, amount: number, unit?: string) => (document: DrawnDocument) => {
  const { term } = document.deadlines[deadline]! as { term: { amount: number; unit?: string } };
  term.amount = amount;
  if (unit !== undefined) term.unit = unit;
};
const days = (amount: number) => ({ amount, unit: 'workingDays' });

describe('whom a new version touches', () => {
  it('are documents on their way, which stay on theirs, and drafts by the units of their authors', async () => {
    const { running, drafts, terms } = await touched(within('legal', 3));
    expect(running).toEqual([{ version: 1, count: 10 }]);
    expect(drafts).toEqual([{ count: 1, units: ['works', 'leadership'] }]);
    expect(terms).toEqual([]);
  });

  it('is nobody by the first version', async () => {
    const regulation = (await ryabova.call('templates.show', { params: { id } })).body.regulation;
    await ryabova.call('workingCopies.create', {
      body: { regulation: { ...regulation, id: 'first' }, base: null },
    });
    const { body } = await ryabova.call('workingCopies.check', {
      params: { id: 'first' },
      body: { revision: 1 },
    });
    expect(body.touched).toEqual({ running: [], drafts: [], terms: [] });
  });

  it('are no authors of drafts while the regulation is retired: nothing starts by it', async () => {
    await ryabova.call('regulations.retire', { params: { id }, body: { reason: 'Пересматривается' } });
    expect((await touched(within('legal', 3))).drafts).toEqual([]);
  });
});

describe('a shorter or longer term', () => {
  it('is that of the person whom the stage asks, whoever the author is', async () => {
    const { terms } = await touched(within('legal', 2));
    expect(terms).toEqual([
      {
        stage: 'legal',
        stageTitle: { ru: 'Правовая экспертиза', en: expect.any(String) },
        change: 'shorter',
        before: days(3),
        after: days(2),
        people: [{ employee: 'vlasova', name: 'Власова Мария Сергеевна', units: expect.any(Array) }],
        participants: [],
      },
    ]);
    expect(terms[0]?.people[0]?.units).toEqual(expect.arrayContaining(['works', 'archive', 'leadership']));
  });

  it('is that of each head for the authors of his unit', async () => {
    const { terms } = await touched(within('unit-head', 2));
    const heads = new Map(terms[0]?.people.map(({ employee, units }) => [employee, units]));
    expect(terms[0]?.change).toBe('longer');
    expect(heads.get('morozov')).toEqual(['works', 'leadership']);
    expect(heads.get('kravtsov')).toEqual(['law', 'leadership']);
    // The archive has no head, and nobody has more time there.
    expect([...heads.values()].flat()).not.toContain('archive');
  });

  it('is that of a participant by his title where only the document tells who he is', async () => {
    const { terms } = await touched(within('rework', 3));
    expect(terms[0]).toMatchObject({
      stage: 'rework',
      change: 'longer',
      people: [],
      participants: [{ participant: 'author', title: { ru: 'Автор договора' } }],
    });
  });

  it('names people and participants of one stage side by side', async () => {
    const { terms } = await touched(within('acquaintance', 2));
    expect(terms[0]?.people.map(({ employee }) => employee)).toEqual(['yudina']);
    expect(terms[0]?.participants.map(({ participant }) => participant)).toEqual(['author']);
  });

  it('is nobody’s at a vacant post', async () => {
    await setHolder(office, 'lawyer', undefined);
    expect((await touched(within('legal', 2))).terms).toEqual([]);
  });

  // Seen failing when amounts were compared without their units, and when the participant was compared by id alone.
  it('is not said where it cannot be: another unit of time, another participant', async () => {
    const { terms } = await touched((document) => {
      within('legal', 5, 'calendarDays')(document);
      within('editing', 2)(document);
      document.participants['editor'] = {
        type: 'role',
        role: 'regr',
        title: { ru: 'Нормоконтролёр', en: 'Editor' },
      };
    });
    expect(terms).toEqual([]);
  });

  it('is counted from the version that is in force for the author: a pilot has its own', async () => {
    const first = (await office.store.get(regulationVersions, `administration/${id}/1`))!;
    const { rev, ...row } = first;
    const text = row.text.replace(/("legal": \{[\s\S]*?"amount": )3/, '$12');
    await office.store.commit([
      insert(regulationVersions, {
        ...row,
        id: `administration/${id}/2`,
        version: 2,
        text,
        pilot: { units: ['works'], until: '2026-12-31' },
      }),
    ]);
    await office.app.deps.regulations.reload();
    const { terms } = await touched(within('legal', 1), 2);
    expect(terms.map(({ before, people }) => [before, people.length])).toEqual(
      expect.arrayContaining([
        [days(3), 1],
        [days(2), 1],
      ]),
    );
    const fromPilot = terms.find(({ before }) => before.amount === 2);
    expect(fromPilot?.people[0]?.units).toEqual(['works', 'leadership']);
    expect(terms.find(({ before }) => before.amount === 3)?.people[0]?.units).not.toContain('works');
  });
});
