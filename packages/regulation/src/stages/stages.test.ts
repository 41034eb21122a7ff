import { describe, expect, it } from 'vitest';
import { stageKinds } from '../model/stage.ts';
import { sampleRegulation } from '../testing/sample-regulation.ts';
import { deadlineOf, outcomesOf, participantsOf, stageModels } from './registry.ts';

describe('stage kinds', () => {
  it('each have a model under their own name', () => {
    expect(Object.keys(stageModels).sort()).toEqual([...stageKinds].sort());
    for (const kind of stageKinds) expect(stageModels[kind].kind).toBe(kind);
  });

  it('have the outcomes of the design with their tones', () => {
    const outcomes = Object.entries(sampleRegulation.stages).map(([id, stage]) => [
      id,
      outcomesOf(stage)
        .map((outcome) => `${outcome.id} ${outcome.tone}`)
        .join(', '),
    ]);
    expect(Object.fromEntries(outcomes)).toMatchObject({
      head: 'approved forward, refused return',
      block: 'approved forward, refused return',
      exposed: 'elapsed forward',
      'by-price': 'chosen forward',
      sign: 'signed forward, returned return, annulled annul',
      register: 'registered forward, returned return',
      acquaint: 'done forward',
      rework: 'sent forward, annulled annul',
      completed: '',
    });
  });

  it('say whom they ask and by when', () => {
    const { units, sign, block } = sampleRegulation.stages;
    expect([participantsOf(units!), deadlineOf(units!)]).toEqual([['units', 'executors'], 'silent']);
    expect([participantsOf(sign!), deadlineOf(sign!)]).toEqual([['signer'], 'day']);
    expect([participantsOf(block!), deadlineOf(block!)]).toEqual([[], undefined]);
  });

  it('begin with settings that their own schema accepts', () => {
    const names = { participant: 'author', deadline: 'day', register: 'acts', stage: 'head' };
    for (const kind of stageKinds) {
      const model = stageModels[kind];
      expect(model.settings.safeParse(model.defaults(names)).error).toBeUndefined();
    }
  });

  it('allow silence at an approval only', () => {
    expect(stageKinds.filter((kind) => stageModels[kind].allowsAutoVisa)).toEqual(['approval']);
  });
});
