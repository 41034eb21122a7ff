import { put, remove } from '@reglament/storage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownedRegulations, positions } from '../../storage/collections.ts';
import { drawn } from '../../testing/drawing.ts';
import { type Client, openSampleOffice, type SampleOffice } from '../../testing/sampleOffice.ts';

let office: SampleOffice;
let ryabova: Client;
beforeEach(async () => {
  office = await openSampleOffice();
  ryabova = await office.as('ryabova');
});
afterEach(() => office.close());

const ownerOf = async (id: string) =>
  (await ryabova.call('library.list')).body.rows.find((row) => row.id === id)?.owner;
const assign = (id: string, unit: string) =>
  ryabova.call('regulations.assignOwner', { params: { id }, body: { unit } });
const create = async (id: string) => {
  const regulation = await drawn(ryabova, 'municipal-act', (document) => {
    document.id = id;
  });
  return ryabova.call('workingCopies.create', { body: { regulation, base: null } });
};

describe('the owner of a regulation', () => {
  it('is at first the unit in which it is drawn, and is said with who named it when', async () => {
    await create('my-act');
    expect(await ownerOf('my-act')).toEqual({
      id: 'general',
      title: 'Общий отдел',
      atMs: office.clock.now(),
      by: 'Рябова Надежда Константиновна',
    });
  });

  it('is any unit of the organisation that the methodologist names, and stays through versions', async () => {
    expect((await ownerOf('municipal-contract'))?.title).toBe('Отдел экономики и закупок');
    expect((await assign('municipal-contract', 'law')).status).toBe(200);
    expect((await ownerOf('municipal-contract'))?.title).toBe('Правовой отдел');
    const regulation = await drawn(ryabova, 'municipal-contract');
    await ryabova.call('workingCopies.create', { body: { regulation, base: 1 } });
    expect((await ownerOf('municipal-contract'))?.id).toBe('law');
  });

  it('is no unit of another organisation, and of no regulation that is not there', async () => {
    expect((await assign('municipal-contract', 'finance')).body.code).toBe('NOT_FOUND');
    expect((await assign('municipal-contract', 'nowhere')).body.code).toBe('NOT_FOUND');
    expect((await assign('another', 'law')).body.code).toBe('NOT_FOUND');
    expect((await ownerOf('municipal-contract'))?.id).toBe('economy');
  });

  it('goes with a working copy that was never published, and does not come back with another of its name', async () => {
    await create('my-act');
    await assign('my-act', 'law');
    await ryabova.call('workingCopies.delete', { params: { id: 'my-act' } });
    expect(await office.store.get(ownedRegulations, 'administration/my-act')).toBeUndefined();
    await create('my-act');
    expect((await ownerOf('my-act'))?.id).toBe('general');
  });

  it('stays when the working copy of a published regulation is deleted', async () => {
    const regulation = await drawn(ryabova, 'municipal-contract');
    await ryabova.call('workingCopies.create', { body: { regulation, base: 1 } });
    await ryabova.call('workingCopies.delete', { params: { id: 'municipal-contract' } });
    expect((await ownerOf('municipal-contract'))?.id).toBe('economy');
  });

  it('is not known of a regulation from before there were owners, until it is named', async () => {
    const kept = (await office.store.get(ownedRegulations, 'administration/municipal-contract'))!;
    await office.store.commit([remove(ownedRegulations, kept.id, kept.rev)]);
    expect(await ownerOf('municipal-contract')).toBeUndefined();
    await assign('municipal-contract', 'law');
    expect((await ownerOf('municipal-contract'))?.id).toBe('law');
  });

  it('is the unit of the post that draws, where somebody holds several', async () => {
    const { rev, ...post } = (await office.store.get(positions, 'archive-head'))!;
    await office.app.deps.directory.change([put(positions, { ...post, holder: 'ryabova' }, rev)]);
    await create('my-act');
    expect((await ownerOf('my-act'))?.id).toBe('general');
  });
});
