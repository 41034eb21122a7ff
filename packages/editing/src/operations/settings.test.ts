import { lint } from '@reglament/regulation';
import { describe, expect, it } from 'vitest';
import type { Operation } from '../operation.ts';
import { after, answer, drawn } from '../testing/drawn.ts';

const title = { ru: 'Иначе', en: 'Otherwise' };
const set = (path: readonly string[], value: unknown, id = 'rework'): Operation => ({
  do: 'setStage',
  id,
  path,
  value,
});
const unset = (path: readonly string[], id = 'rework'): Operation => ({ do: 'unsetStage', id, path });

describe('setStage', () => {
  it('writes one key and takes it away', () => {
    const next = after(drawn, set(['ask'], title), set(['nature'], ['legal']));
    expect(next.stages['rework']).toMatchObject({ ask: title, nature: ['legal'] });
    expect(after(next, unset(['ask']), unset(['nature']))).toEqual(drawn);
  });

  it('keeps the order of outcomes, form and options in step with their maps', () => {
    const form = { form: { type: 'choice', title, options: { a: { title } }, optionOrder: ['a'] } };
    const next = after(
      drawn,
      set(['settings', 'outcomes', 'no'], { title, tone: 'return' }),
      set(['settings', 'form'], form),
      set(['settings', 'form', 'form', 'options', 'b'], { title }),
    );
    expect(next.stages['rework']?.settings).toMatchObject({
      outcomeOrder: ['done', 'no'],
      formOrder: ['form'],
      form: { form: { optionOrder: ['a', 'b'] } },
    });
    expect(after(next, unset(['settings', 'outcomes', 'no']), unset(['settings', 'form']))).toEqual(drawn);
  });

  it('refuses what has operations of its own, and what the kind does not have', () => {
    expect(answer(drawn, set(['kind'], 'task'))).toBe('path-refused');
    expect(answer(drawn, set(['parent'], { block: 'block', branch: 'first' }))).toBe('path-refused');
    expect(answer(drawn, set([], {}))).toBe('path-refused');
    expect(answer(drawn, set(['settings', 'signer'], 'author'))).toBe('document-wrong');
    expect(answer(drawn, set(['settings', '__proto__', 'x'], 1))).toBe('key-forbidden');
    expect(answer(drawn, unset(['title']))).toBe('document-wrong');
    expect(answer(drawn, unset(['ask']))).toBe('key-missing');
  });
});

describe('parts', () => {
  const field = { type: 'money', title };

  it('of the card come last in its order, and go from it', () => {
    const next = after(drawn, { do: 'setPart', map: 'fields', id: 'price', value: field });
    expect(next.fieldOrder).toEqual(['subject', 'price']);
    const turned = after(next, { do: 'reorderFields', order: ['price', 'subject'] });
    expect(turned.fieldOrder).toEqual(['price', 'subject']);
    expect(after(turned, { do: 'removePart', map: 'fields', id: 'price' })).toEqual(drawn);
    expect(answer(next, { do: 'reorderFields', order: ['price'] })).toBe('order-differs');
  });

  it('that are removed leave names that lead nowhere, which lint finds', () => {
    const next = after(drawn, { do: 'removePart', map: 'deadlines', id: 'two-days' });
    expect(lint(next).map(({ code }) => code)).toContain('deadline-unknown');
    expect(answer(next, { do: 'removePart', map: 'deadlines', id: 'two-days' })).toBe('part-unknown');
  });

  it('are checked as the model checks them', () => {
    expect(answer(drawn, { do: 'setPart', map: 'deadlines', id: 'x', value: field })).toBe('document-wrong');
    const stages = { do: 'setPart', map: 'stages', id: 'x', value: {} } as unknown as Operation;
    expect(answer(drawn, stages)).toBe('path-refused');
    expect(answer(drawn, { ...stages, do: 'explode' } as unknown as Operation)).toBe('operation-unknown');
  });
});

describe('setDocument', () => {
  const put = (path: readonly string[], value: unknown): Operation => ({ do: 'setDocument', path, value });

  it('writes the title, the kind, readers, urgency and start, and takes away what may be absent', () => {
    const urgency = { rule: 'big', factor: 0.5, roundUpTo: 1 };
    const next = after(
      drawn,
      put(['title', 'ru'], 'Другой'),
      put(['documentKind', 'counterpartyField'], 'subject'),
      put(['readers'], ['CTRL']),
      put(['urgency'], urgency),
      put(['start'], 'block'),
    );
    expect(next).toMatchObject({
      title: { ru: 'Другой', en: 'Drawn' },
      documentKind: { counterpartyField: 'subject' },
      readers: ['CTRL'],
      urgency,
      start: 'block',
    });
    const less = after(next, put(['urgency'], null), put(['documentKind', 'counterpartyField'], null));
    expect(less).not.toHaveProperty('urgency');
    expect(less.documentKind).toEqual(drawn.documentKind);
  });

  it('refuses the rest of the document', () => {
    expect(answer(drawn, put(['stages'], {}))).toBe('path-refused');
    expect(answer(drawn, put(['id'], 'x'))).toBe('path-refused');
    expect(answer(drawn, put(['title'], null))).toBe('document-wrong');
  });
});
