import { lint, parseRegulation, printRegulation, readRegulation } from '@reglament/regulation';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { officeNames, wordHtml } from '../testing/office-table.ts';
import { draftFromTable, type regulationOf } from './draft-from-table.ts';
import { type Answers, answerKey, matchTable, questionsOf } from './match-table.ts';
import type { StageMeaning } from './meaning.ts';
import { readRefusal } from './read-refusal.ts';
import { readSilence } from './read-silence.ts';
import { readStage } from './read-stage.ts';
import { readTable } from './read-table.ts';
import { readTerm } from './read-term.ts';
import { readWho } from './read-who.ts';
import { tableBounds } from './table.ts';

/** Generous: the machine that runs this may be doing other things. */
vi.setConfig({ testTimeout: 120_000 });

const name = { id: 'pasted', title: { ru: 'Вставленный', en: 'Pasted' } };
const approval: StageMeaning = { kind: 'approval', nature: [] };
const errorsOf = (regulation: ReturnType<typeof regulationOf>) =>
  lint(regulation).filter(({ severity }) => severity === 'error');

describe('reading what was pasted', () => {
  it('puts a merged cell in every place it covers, and paragraphs on lines', () => {
    const table = readTable({ html: wordHtml, text: '' });
    expect(table.rows[0]?.cells).toEqual(['№', 'Этап', 'Кто', 'Срок', 'При молчании', 'При отказе']);
    expect(table.rows.slice(1, 4).map(({ cells }) => cells[4])).toEqual(Array(3).fill('доложить начальнику'));
    expect(table.rows[4]).toEqual({ cells: Array(6).fill('Экспертиза'), whole: true });
    expect(table.rows[5]?.cells[1]).toBe('Юридическая\nэкспертиза');
    expect(table.rows.at(-1)?.cells[2]).toBe('бухгалтер\nавтор');
  });

  it('reads text of Excel with quotes, and rows of different lengths', () => {
    const text =
      'Этап\tКто\tСрок\r\nВиза\t"юрист\nбухгалтер"\t"2 ""рабочих"" дня"\r\nПодписание\tглава\r\n\r\n';
    expect(readTable({ text }).rows.map(({ cells }) => cells)).toEqual([
      ['Этап', 'Кто', 'Срок'],
      ['Виза', 'юрист\nбухгалтер', '2 "рабочих" дня'],
      ['Подписание', 'глава', ''],
    ]);
  });

  it('takes the largest of several tables, and the text where there is none', () => {
    const html = '<table><tr><td>a</table><table><tr><td>b<td>c<tr><td>d<td>e</table>';
    expect(readTable({ html, text: '' }).rows.map(({ cells }) => cells)).toEqual([
      ['b', 'c'],
      ['d', 'e'],
    ]);
    expect(readTable({ html: '<p>x</p>', text: 'a\tb' }).rows[0]?.cells).toEqual(['a', 'b']);
  });

  it.each([
    [
      '<table><tr><td>1 < 2 & x &#1090; &#x444; &unknown; &#99999999;</td></tr></table>',
      '1 < 2 & x т ф &unknown; &#99999999;',
    ],
    ['<table><tr><td>a<script>alert(1)</script>b<style>c</style></td></tr></table>', 'ab'],
    ['<table><tr><td>a<table><tr><td>in<td>side</table>b</td></tr></table>', 'a\nin side\nb'],
    ['<table><tr><td title="a>b">x\u0000\u202e\u200by</td></tr></table>', 'xy'],
    ['<table><tr><td><style>never closed', 'never closed'],
  ])('reads %s', (html, cell) => {
    expect(readTable({ html, text: '' }).rows[0]?.cells[0]).toBe(cell);
  });

  it('keeps to its bounds in time that grows with the length, whatever the markup', () => {
    const hostile = [
      `<table>${'<tr><td rowspan=9999 colspan=9999>x'.repeat(5000)}</table>`,
      '<style>'.repeat(200_000),
      '<a<a="'.repeat(200_000),
      `<table>${'<table>'.repeat(100_000)}<td>x`,
      `<table><tr><td>${'<td'.repeat(300_000)}`,
      `<!--${'<!--'.repeat(300_000)}`,
      `<table><tr><td>${'й'.repeat(2_000_000)}`,
    ];
    for (const html of hostile) {
      const before = performance.now();
      const { rows } = readTable({ html, text: '' });
      expect(performance.now() - before).toBeLessThan(2000);
      expect(rows.length).toBeLessThanOrEqual(tableBounds.rows);
      for (const { cells } of rows) {
        expect(cells.length).toBeLessThanOrEqual(tableBounds.columns);
        for (const cell of cells) expect(cell.length).toBeLessThanOrEqual(tableBounds.cell);
      }
    }
    expect(readTable({ text: `${'a\t'.repeat(100)}\n`.repeat(1000) }).left).toEqual({
      rows: 700,
      columns: 81,
    });
  });
});

describe('what the words of a stage are', () => {
  it.each([
    ['Согласование', 'approval', []],
    ['Виза начальника отдела', 'approval', []],
    ['Правовая и антикоррупционная экспертиза', 'approval', ['legal', 'anticorruption']],
    ['Финансовая экспертиза', 'approval', ['financial']],
    ['Legal review', 'approval', ['legal']],
    ['Подписание главой', 'signing', ['signing']],
    ['Signing', 'signing', ['signing']],
    ['Регистрация подписанного договора', 'registration', []],
    ['Ознакомление под подпись', 'acquaintance', []],
    ['Размещение проекта на сайте', 'wait', []],
    ['Ожидание ответа', 'wait', []],
    ['Подготовка проекта', 'task', []],
    ['Визуальный осмотр', 'task', []],
    ['ANTICORR', 'approval', ['anticorruption']],
  ] as const)('%s', (said, kind, nature) => {
    expect(readStage(said).value).toMatchObject({ kind, nature });
  });

  it('knows rework and editing', () => {
    expect(readStage('Доработка по замечаниям согласования').value).toMatchObject({ rework: true });
    expect(readStage('Редактирование').value).toMatchObject({ kind: 'task', edits: true });
  });

  it('asks where words are of two kinds', () => {
    expect(readStage('Согласование и подписание').question?.offers.map(({ kind }) => kind)).toEqual([
      'approval',
      'signing',
    ]);
  });
});

describe('who is asked', () => {
  it.each([
    ['автор', { by: 'initiator' }],
    ['исполнитель', { by: 'initiator' }],
    ['начальник отдела', { by: 'head' }],
    ['Начальник отдела автора', { by: 'head' }],
    ['руководитель подразделения', { by: 'head' }],
    ['куратор', { by: 'curator' }],
    ['заместитель главы, курирующий отдел', { by: 'curator' }],
    ['глава', { by: 'role', role: 'head' }],
    ['Глава муниципального округа', { by: 'position', position: 'mayor' }],
    ['юрист', { by: 'role', role: 'lawyer' }],
    ['юротдел', { by: 'role', role: 'lawyer' }],
    ['канцелярия', { by: 'role', role: 'regr' }],
    ['делопроизводитель', { by: 'role', role: 'regr' }],
    ['Начальник правового отдела', { by: 'position', position: 'law-head' }],
    ['специалист по архивному делу', { by: 'position', position: 'archivist' }],
    ['заинтересованные отделы', { by: 'list' }],
    ['the author', undefined],
    ['Lawyer', { by: 'role', role: 'lawyer' }],
    ['head of unit', { by: 'head' }],
    ['mayor', { by: 'role', role: 'head' }],
  ])('%s', (said, person) => {
    const read = readWho(said, approval, '', officeNames);
    if (person === undefined) expect(read.question).toBeDefined();
    else {
      expect(read.question).toBeUndefined();
      expect(read.value.people).toMatchObject([person]);
    }
  });

  it('knows a role by what the organisation calls it, and the regulation calls it so too', () => {
    const title = { ru: 'Смотритель маяка', en: 'Lighthouse keeper' };
    const context = { ...officeNames, roles: [...officeNames.roles, 'lk'], roleTitles: { lk: title } };
    expect(readWho('смотритель маяка', approval, '', context)).toEqual({
      value: { people: [{ by: 'role', role: 'lk' }] },
    });
    expect(readWho('смотритель маяка', approval, '', officeNames).question).toBeDefined();
    const table = readTable({ text: 'Этап\tКто\nОсмотр\tсмотритель маяка' });
    const drawn = draftFromTable({ table, context }, {}, name);
    expect(Object.values(drawn.participants)).toContainEqual({ type: 'role', role: 'lk', title });

    // Nobody calls this role anything, and it is called like what every object has.
    const odd = { ...context, roles: ['constructor'] };
    const asked = readTable({ text: 'Этап\tКто\nОсмотр\tconstructor' });
    expect(
      Object.values(draftFromTable({ table: asked, context: odd }, {}, name).participants),
    ).toContainEqual({ type: 'role', role: 'constructor', title: { ru: 'constructor', en: 'constructor' } });
  });

  it('takes several apart', () => {
    const read = readWho('юрист и бухгалтер,\nначальник отдела', approval, '', officeNames);
    expect(read.question).toBeUndefined();
    expect(read.value.people.map(({ by }) => by)).toEqual(['role', 'role', 'head']);
    expect(readWho('юрист, затем глава', approval, '', officeNames).value).toMatchObject({ inTurn: true });
  });

  it('asks which deputy is meant, and offers those there are', () => {
    const { question, value } = readWho('зам. главы', approval, '', officeNames);
    expect(question?.code).toBe('whoMany');
    expect(question?.offers.map(({ people }) => people[0])).toMatchObject([
      { by: 'curator' },
      { position: 'first-deputy' },
      { position: 'deputy-works' },
      { position: 'deputy-social' },
    ]);
    expect(value.people).toEqual([{ by: 'list', words: 'зам. главы' }]);
  });

  it('offers a role of the body that has it', () => {
    const body = { by: 'role', role: 'fin', organisation: 'finance' } as const;
    expect(readWho('финуправление', approval, '', officeNames).value.people).toEqual([body]);
    const asked = readWho('финансист', approval, '', officeNames).question;
    expect(asked?.offers.slice(0, 2)).toEqual([
      { people: [body] },
      { people: [{ by: 'role', role: 'fin' }] },
    ]);
  });

  it('asks who signs when two are named, or one by a condition', () => {
    const signing = readStage('Подписание').value;
    expect(readWho('глава, куратор', signing, '', officeNames).question?.code).toBe('onePerformer');
    expect(readWho('глава или куратор', signing, '', officeNames).question?.code).toBe('whoEither');
    expect(readWho('', approval, 'Виза начальника отдела', officeNames)).toEqual({
      value: { people: [{ by: 'head' }] },
      assumed: true,
    });
  });
});

describe('terms', () => {
  it.each([
    ['2 рабочих дня', 2, 'workingDays'],
    ['2 р.д.', 2, 'workingDays'],
    ['1 р. д.', 1, 'workingDays'],
    ['3 (три) рабочих дня', 3, 'workingDays'],
    ['не более 3 раб. дн.', 3, 'workingDays'],
    ['1,5 раб. дня', 1.5, 'workingDays'],
    ['один рабочий день', 1, 'workingDays'],
    ['30 календарных дней', 30, 'calendarDays'],
    ['7 к.д.', 7, 'calendarDays'],
    ['день в день', 0, 'workingDays'],
    ['в день подписания', 0, 'workingDays'],
    ['4 часа', 4, 'workingHours'],
    ['4 рабочих часа', 4, 'workingHours'],
    ['2 ч', 2, 'workingHours'],
    ['1 мес.', 1, 'months'],
    ['месяц', 1, 'months'],
    ['2 working days', 2, 'workingDays'],
    ['30 calendar days', 30, 'calendarDays'],
    ['same day', 0, 'workingDays'],
    ['3 wd', 3, 'workingDays'],
  ] as const)('%s', (said, amount, unit) => {
    expect(readTerm(said)).toEqual({ value: { amount, unit } });
  });

  it('asks which days, which of two, and what is no term', () => {
    expect(readTerm('30 дней').question).toMatchObject({
      code: 'termUnit',
      offers: [
        { amount: 30, unit: 'calendarDays' },
        { amount: 30, unit: 'workingDays' },
      ],
    });
    expect(readTerm('1-3 рабочих дня').question).toMatchObject({ code: 'termRange' });
    expect(readTerm('по графику').question).toMatchObject({ code: 'termUnknown' });
    expect(readTerm('').question).toMatchObject({ code: 'termMissing' });
    expect(readTerm('0 часов').question).toMatchObject({ code: 'termUnknown' });
  });

  it('takes the unit from the heading', () => {
    expect(readTerm('3', 'Срок, рабочих дней')).toEqual({ value: { amount: 3, unit: 'workingDays' } });
  });
});

describe('silence and refusal', () => {
  it.each([
    ['напоминание', ['remind']],
    ['отметка', ['mark']],
    ['эскалация', ['escalate']],
    ['доложить начальнику', ['escalate']],
    ['автовиза', ['autoVisa']],
    ['считается согласованным', ['autoVisa']],
    ['напоминание, отметка, эскалация', ['remind', 'mark', 'escalate']],
    ['L1', ['remind', 'mark']],
    ['L3', ['mark', 'escalate']],
    ['L4', ['remind', 'autoVisa']],
    ['L5', ['statutory', 'mark']],
    ['—', []],
  ])('silence: %s', (said, acts) => {
    expect(readSilence(said, approval)).toEqual({ value: acts });
  });

  it.each(['legal', 'financial', 'anticorruption'] as const)(
    'never lets silence pass an examination: %s',
    (nature) => {
      const read = readSilence('автовиза', { kind: 'approval', nature: [nature] });
      expect(read.question?.code).toBe('autoVisaForbidden');
      expect(read.question?.offers.flat()).not.toContain('autoVisa');
      expect(read.value).not.toContain('autoVisa');
    },
  );

  it.each([
    ['на доработку', { to: 'rework', policy: 'R1' }],
    ['автору', { to: 'rework', policy: 'R1' }],
    ['автору, визы сохр.', { to: 'rework', policy: 'R5' }],
    ['R2', { to: 'rework', policy: 'R2' }],
    ['R5', { to: 'rework', policy: 'R5' }],
    ['в начало', { to: 'start' }],
    ['аннулировать', { to: 'annul' }],
    ['на этап 2', { to: 'row', row: 5 }],
    ['вернуть на Нормоконтроль', { to: 'row', row: 5 }],
  ])('refusal: %s', (said, value) => {
    const rows = [{ row: 5, number: '2', name: 'Нормоконтроль' }];
    expect(readRefusal(said, approval, rows)).toEqual({ value });
  });

  it('asks where a refused registration leads when its cell is a dash, and takes the usual when it is empty', () => {
    const registration = { kind: 'registration', nature: [] } as const;
    const value = { to: 'rework', policy: 'R5' };
    expect(readRefusal('—', registration, [])).toMatchObject({ value, question: { code: 'refusalMissing' } });
    expect(readRefusal('', registration, [])).toEqual({ value, assumed: true });
  });
});

describe('a table of ten rows', () => {
  const table = readTable({ html: wordHtml, text: '' });
  const draft = matchTable(table, officeNames);

  it('becomes ten stages, with questions where it is unclear and nowhere else', () => {
    expect(draft.rows).toHaveLength(10);
    expect(questionsOf(draft)).toEqual([
      { row: 5, column: 'silence' },
      { row: 7, column: 'who' },
      { row: 8, column: 'term' },
      { row: 10, column: 'refusal' },
    ]);
    expect(draft.rows.map(({ stage }) => stage.value.kind)).toEqual([
      'task',
      'approval',
      'task',
      'approval',
      'approval',
      'approval',
      'task',
      'signing',
      'registration',
      'acquaintance',
    ]);
  });

  it('lints without errors, answered or not; what is open stays in notes', () => {
    const open = draftFromTable({ table, context: officeNames }, {}, name);
    expect(lint(open)).toEqual([]);
    expect(open.stages['yuridicheskaya-ekspertiza']?.notes?.ru).toContain('считать согласованным');
    const answers: Answers = {
      [answerKey(7, 'who')]: { people: [{ by: 'curator' }] },
      [answerKey(8, 'name')]: 'Ответ контрагента',
    };
    const answered = draftFromTable({ table, context: officeNames }, answers, name);
    expect(lint(answered)).toEqual([]);
    expect(answered.stages['viza-zamestitelya-glavy']?.notes).toBeUndefined();
    expect(answered.stages['otvet-kontragenta']?.title.ru).toBe('Ответ контрагента');
    expect(answered.stageOrder).toHaveLength(13);
  });

  it('understands headings in English and in another order', () => {
    const text = 'On refusal\tDue\tWho\tStage\nto the author\t2 working days\tlawyer\tLegal review';
    const { columns, rows } = matchTable(readTable({ text }), officeNames);
    expect(columns).toEqual({ stage: 3, who: 2, term: 1, silence: null, refusal: 0 });
    expect(rows[0]).toMatchObject({ name: 'Legal review', refusal: { value: { to: 'rework' } } });
  });

  it('understands a table without headings by what its cells say', () => {
    const text =
      '1\tВиза\tюрист\t2 р.д.\n2\tПодписание\tглава\t1 р.д.\n3\tРегистрация\tканцелярия\tдень в день';
    expect(matchTable(readTable({ text }), officeNames).columns).toMatchObject({ stage: 1, who: 2, term: 3 });
  });

  it('takes the columns a person chose', () => {
    const swapped = matchTable(table, officeNames, { stage: 2 });
    expect(swapped.columns).toMatchObject({ stage: 2, who: null });
  });
});

/** Words of such tables, so that drawn tables mean something. */
const words = fc.constantFrom(
  ...[
    'Этап',
    'Кто',
    'Срок',
    'При молчании',
    'При отказе',
    '№',
    'Согласование',
    'Правовая экспертиза',
    'Подписание',
  ],
  ...[
    'Регистрация',
    'Ознакомление',
    'Доработка',
    'Размещение',
    'Редактирование',
    'юрист',
    'глава',
    'автор, юрист',
  ],
  ...[
    'зам. главы',
    'канцелярия или юрист',
    '2 р.д.',
    '30 дней',
    '4 часа',
    'день в день',
    '0 мес.',
    'автовиза',
    'L3',
  ],
  ...[
    'на доработку',
    'в начало',
    'аннулировать',
    'на этап 1',
    'R5',
    '—',
    '',
    '1',
    '2',
    'constructor',
    '__proto__',
    '3.5 мес',
  ],
);
const cell = fc.oneof({ weight: 8, arbitrary: words }, fc.string({ unit: 'binary', maxLength: 30 }));
const grid = fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 14 });
const runs = { numRuns: 300, seed: 20261130 };

describe('whatever is pasted', () => {
  const check = (table: ReturnType<typeof readTable>, columns = {}, answers: Answers = {}) => {
    const draft = matchTable(table, officeNames, columns, answers);
    const regulation = draftFromTable({ table, context: officeNames, columns }, answers, name);
    const reading = parseRegulation(JSON.parse(printRegulation(regulation)));
    expect(reading.ok ? [] : reading.problems).toEqual([]);
    if (draft.rows.length === 0) return;
    expect(errorsOf(regulation)).toEqual([]);
    const own = regulation.stageOrder.slice(0, draft.rows.length);
    expect(own.map((id) => regulation.stages[id]?.title.ru)).toEqual(draft.rows.map((row) => row.name));
    const added = regulation.stageOrder.slice(draft.rows.length);
    for (const id of added) expect(regulation.stages[id]?.position).toBeUndefined();
    expect(added.length).toBeLessThanOrEqual(3);
  };

  it('any text and any markup is read, and every row becomes one stage of a regulation without errors', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.option(fc.string({ maxLength: 400 })),
        (text, html) => {
          check(readTable({ text, ...(html !== null && { html }) }));
        },
      ),
      runs,
    );
  });

  it('a table of words such tables have, as text and as markup, under any columns and answers', () => {
    const place = fc.option(fc.nat(8));
    const columns = fc.record(
      { stage: place, who: place, term: place, silence: place, refusal: place },
      { requiredKeys: [] },
    );
    const rows = fc.nat(14);
    const answer = fc.oneof(
      fc.tuple(rows, fc.constant('silence' as const), fc.constant(['autoVisa'] as const)),
      fc.tuple(
        rows,
        fc.constant('refusal' as const),
        rows.map((row) => ({ to: 'row' as const, row })),
      ),
      fc.tuple(
        rows,
        fc.constant('stage' as const),
        fc
          .constantFrom('task', 'approval', 'wait', 'signing')
          .map((kind) => ({ kind, nature: [] }) as StageMeaning),
      ),
      fc.tuple(rows, fc.constant('who' as const), fc.constant({ people: [] })),
    );
    fc.assert(
      fc.property(
        grid,
        columns,
        fc.array(answer, { maxLength: 4 }),
        fc.boolean(),
        (cells, chosen, given, markup) => {
          const answers: Answers = Object.fromEntries(
            given.map(([row, column, value]) => [answerKey(row, column), value]),
          );
          const html = `<table>${cells.map((row) => `<tr>${row.map((one) => `<td>${one}</td>`).join('')}</tr>`).join('')}</table>`;
          const text = cells.map((row) => row.join('\t')).join('\n');
          check(readTable(markup ? { html, text: '' } : { text }), chosen, answers);
        },
      ),
      runs,
    );
  });

  it('is read back as it was printed', () => {
    const made = draftFromTable(
      { table: readTable({ html: wordHtml, text: '' }), context: officeNames },
      {},
      name,
    );
    const reading = readRegulation(printRegulation(made));
    expect(reading.ok && reading.regulation).toEqual(made);
  });
});
