import { describe, expect, it } from 'vitest';
import { edited, sampleRegulation, text } from '../testing/sample-regulation.ts';
import { canonicalJson } from './canonical-json.ts';
import { fileHash, meaningHash } from './regulation-hash.ts';
import { sha256Hex } from './sha256.ts';

describe('canonicalJson', () => {
  it('sorts keys by code units and leaves out undefined', () => {
    expect(canonicalJson({ b: 1, a: [true, null, { d: 'я', c: undefined }], 'A-': -0, A: 1e21 })).toBe(
      '{"A":1e+21,"A-":0,"a":[true,null,{"d":"я"}],"b":1}',
    );
  });

  it('refuses what is not JSON', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, undefined, () => 0, 1n, [undefined]]) {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    }
  });
});

describe('sha256Hex', () => {
  it('gives the digests of FIPS 180-4 for text and for bytes', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256Hex(new Uint8Array())).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });
});

describe('fileHash and meaningHash', () => {
  it('[R9] of one regulation do not depend on the order of keys or on written defaults', () => {
    const turned = edited((draft) => {
      draft.fields = Object.fromEntries(Object.entries(draft.fields).reverse());
      draft.fields['spends']!.required = false;
    });
    expect(fileHash(turned)).toBe(fileHash(sampleRegulation));
    expect(meaningHash(turned)).toBe(meaningHash(sampleRegulation));
  });

  it('[R9] differ in that words, notes and positions change the file but not its meaning', () => {
    const reworded = edited((draft) => {
      draft.title.ru = 'Другое название';
      draft.documentKind.title.en = 'Another';
      draft.fields['price']!.hint = text('подсказка', 'hint');
      draft.participants['head']!.title.ru = 'x';
      draft.deadlines['day']!.title.ru = 'x';
      draft.deadlines['day']!.evidence = { tag: 'A' };
      draft.registers['acts']!.title.ru = 'x';
      draft.rules['big']!.title.ru = 'x';
      draft.stages['head']!.title.ru = 'x';
      draft.stages['head']!.ask = text('Проверить', 'Check');
      draft.stages['head']!.notes = text('Заметка', 'Note');
      draft.stages['head']!.position = { x: 1, y: 2 };
      draft.stages['head']!.evidence = { tag: 'FIELD', basis: text('п. 3', 'cl. 3') };
      draft.notes = { why: { text: text('Так решили', 'So decided'), position: { x: 8, y: 16 } } };
      const { block, rework } = draft.stages;
      if (block?.kind === 'parallel') block.settings.branches['units']!.title.ru = 'x';
      if (rework?.kind === 'task') rework.settings.outcomes['sent']!.title.ru = 'x';
    });
    expect(fileHash(reworded)).not.toBe(fileHash(sampleRegulation));
    expect(meaningHash(reworded)).toBe(meaningHash(sampleRegulation));
  });

  // Seen failing with `notes` left in the meaning, and with a written default size kept.
  it('[R9] a note that lies on the drawing changes the file, an empty map of notes or a usual size nothing', () => {
    const position = { x: 8, y: 16 };
    const noted = (size?: { width: number; height: number }) =>
      edited((draft) => {
        draft.notes = { why: { text: text('Так решили', 'So decided'), position, ...(size && { size }) } };
      });
    expect(fileHash(noted())).not.toBe(fileHash(sampleRegulation));
    expect(meaningHash(noted())).toBe(meaningHash(sampleRegulation));
    expect(fileHash(noted({ width: 208, height: 96 }))).toBe(fileHash(noted()));
    expect(fileHash(noted({ width: 320, height: 96 }))).not.toBe(fileHash(noted()));
    expect(fileHash({ ...sampleRegulation, notes: {} })).toBe(fileHash(sampleRegulation));
  });

  it('[R9] both change with a term, a rule, a target, a participant or an outcome', () => {
    const changes = [
      edited((draft) => void draft.readers.push('LAWYER')),
      edited((draft) => {
        draft.deadlines['day']!.term.amount = 2;
      }),
      edited((draft) => {
        draft.rules['big']!.when = { all: [{ fact: 'card.price', operator: 'isEmpty', value: true }] };
      }),
      edited((draft) => {
        draft.transitions['sign-annulled']!.alternatives['a1']!.to = 'completed';
      }),
      edited((draft) => {
        draft.participants['head']!.type = 'curator';
      }),
      edited((draft) => {
        if (draft.stages['rework']?.kind === 'task')
          draft.stages['rework'].settings.outcomes['sent']!.tone = 'annul';
      }),
    ];
    const all = [sampleRegulation, ...changes];
    expect(new Set(all.map(fileHash)).size).toBe(all.length);
    expect(new Set(all.map(meaningHash)).size).toBe(all.length);
  });

  it('[R9] keep apart fields and stages that bear the names of what is left out', () => {
    const named = (id: string) =>
      edited((draft) => {
        draft.fields[id] = { type: 'flag', title: text('x') };
        draft.fieldOrder.push(id);
      });
    expect(meaningHash(named('title'))).not.toBe(meaningHash(sampleRegulation));
    expect(meaningHash(named('title'))).not.toBe(meaningHash(named('notes')));
  });
});
