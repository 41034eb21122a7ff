import type { Regulation, Stage } from '@reglament/regulation';
import { describe, expect, it } from 'vitest';
import { clausesOf } from './clause.ts';
import { wordStage } from './stage.ts';
import { paragraphsOfStage, plain, shippedAct, shippedContract, speak, wholeText } from './testing/speak.ts';
import { wordRegulation } from './word-regulation.ts';
import type { StaffNames } from './words.ts';

const ru = await speak('ru');
const en = await speak('en');
const toRework = 'на этап «Доработка» (пункт 3.15)';
const told = 'а через 1 рабочий день уведомляется непосредственный руководитель исполнителя.';

// Written by hand from the table of the contract in issue 4.
describe('the contract in words', () => {
  const of = (stage: string) => paragraphsOfStage(shippedContract, ru, stage);

  it('has the contract manager check the purchase in one working day, with L3, again when changed, R1 on return', () => {
    expect(of('procurement')).toEqual([
      '3.1',
      `Контрактный управляющий проводит этап «Проверка закупки» в течение 1 рабочего дня. По истечении срока ставится отметка о просрочке, ${told}`,
      `При исходе «Проверено» документ поступает на этап «Виза начальника отдела» (пункт 3.2). При исходе «Вернуть автору» документ возвращается ${toRework}.`,
      'В новом круге пройденный этап повторяется, если документ изменился.',
    ]);
  });

  it("keeps the visa of the head of the author's unit in a new round", () => {
    expect(of('unit-head')).toEqual([
      '3.2',
      `Начальник отдела автора согласует документ на этапе «Виза начальника отдела» в течение 1 рабочего дня. По истечении срока ставится отметка о просрочке, ${told}`,
      `Согласованный документ поступает на этап «Редактирование» (пункт 3.3). Отклонённый документ возвращается ${toRework}.`,
      'В новом круге ранее данное согласование сохраняется.',
    ]);
  });

  it('lets the editor change files, keeps and marks the visas, and returns with R5', () => {
    expect(of('editing')).toEqual([
      '3.3',
      'Редактор, нормоконтролёр проводит этап «Редактирование» в течение 1 рабочего дня. По истечении срока ставится отметка о просрочке.',
      'На этом этапе можно изменить поле карточки «Предмет» и файлы документа. Ранее данные визы сохраняются с отметкой, что даны на прежнюю версию.',
      `При исходе «Отредактировано» документ поступает на этап «Правовая экспертиза» (пункт 3.4). При исходе «Вернуть автору» документ возвращается ${toRework}, в новом круге решение принимает только этот этап, остальные визы сохраняются.`,
      'В новом круге пройденный этап повторяется, если документ изменился.',
    ]);
  });

  it('has the lawyer examine in three working days, never automatically', () => {
    expect(of('legal')).toEqual([
      '3.4',
      `Юрист правового отдела проводит этап «Правовая экспертиза» в течение 3 рабочих дней. По истечении срока ставится отметка о просрочке, ${told} Автовиза не применяется: этап относится к правовой экспертизе.`,
      `Согласованный документ поступает на этап «Финансовая экспертиза» (пункт 3.5). Отклонённый документ возвращается ${toRework}.`,
      'В новом круге ранее данное согласование сохраняется, если документ не изменился.',
    ]);
  });

  it('skips the curator for small purchases by a rule on basis and price, else asks him', () => {
    expect(of('curator-choice')).toEqual([
      '3.6',
      'На этапе «Нужна ли виза куратора» документ направляется по условиям: если основание закупки — «П. 4 ч. 1 ст. 93 44-ФЗ, единственный поставщик» и цена не больше 600 000 ₽, то на этап «Согласование с контрагентом» (пункт 3.8); в остальных случаях на этап «Виза куратора» (пункт 3.7).',
    ]);
  });

  it('gives the curator L4: two reminders, an auto-visa with a mark, no later decision', () => {
    expect(of('curator')).toEqual([
      '3.7',
      'Куратор отдела автора согласует документ на этапе «Виза куратора» в течение 1 рабочего дня. О сроке исполнителю напоминают за 1 рабочий день до истечения и в день истечения.',
      'Не принявший решения в срок считается согласовавшим (автовиза), о чём делается отметка в листе согласования. В дни отсутствия без замещения срок не течёт. После автовизы решение не принимается.',
      `Согласованный документ поступает на этап «Согласование с контрагентом» (пункт 3.8). Отклонённый документ возвращается ${toRework}.`,
      'В новом круге ранее данное согласование сохраняется.',
    ]);
  });

  it('gives the counterparty 30 calendar days', () => {
    expect(of('counterparty').slice(0, 2)).toEqual([
      '3.8',
      `Автор договора проводит этап «Согласование с контрагентом» в течение 30 календарных дней. По истечении срока ставится отметка о просрочке, ${told}`,
    ]);
  });

  it('has the head sign above the limit, else the curator', () => {
    expect(of('signer-choice')).toEqual([
      '3.9',
      'На этапе «Кто подписывает» документ направляется по условиям: если цена больше 1 000 000 ₽, то на этап «Подписание главой» (пункт 3.10); в остальных случаях на этап «Подписание куратором» (пункт 3.11).',
    ]);
    expect(of('sign-head')).toEqual([
      '3.10',
      'Глава подписывает документ на этапе «Подписание главой» в течение 1 рабочего дня. О сроке исполнителю и его непосредственному руководителю напоминают за 10 календарных дней, 5 календарных дней, 3 календарных дня и 1 календарный день до истечения. По истечении срока ставится отметка о просрочке.',
      `Подписанный документ поступает на этап «Регистрация» (пункт 3.12). Документ, в подписании которого отказано, возвращается ${toRework}. Аннулированный документ переходит в состояние «Аннулирован» (пункт 3.16).`,
      'Изменённый документ подписывается заново.',
    ]);
  });

  it('registers on the same day from a register and returns with R5', () => {
    expect(of('registration')).toEqual([
      '3.12',
      `Регистратор общего отдела регистрирует документ на этапе «Регистрация» в день поступления; номер присваивается по журналу «Реестр договоров». По истечении срока ставится отметка о просрочке, ${told}`,
      `Зарегистрированный документ поступает на этап «Ознакомление» (пункт 3.13). Документ, в регистрации которого отказано, возвращается ${toRework}, в новом круге решение принимает только этот этап, остальные визы сохраняются.`,
    ]);
  });

  it('ends with acquaintance, then rework and annulment, read after the way', () => {
    expect(of('acquaintance').slice(0, 2)).toEqual([
      '3.13',
      'На этапе «Ознакомление» с документом знакомятся, каждый в течение 1 рабочего дня: «Бухгалтер» и «Автор договора». По истечении срока ставится отметка о просрочке.',
    ]);
    expect(of('rework')).toEqual([
      '3.15',
      'Автор договора дорабатывает документ на этапе «Доработка» в течение 2 рабочих дней: отвечает на каждое открытое замечание и отправляет документ в новый круг. По истечении срока ставится отметка о просрочке.',
      'На этом этапе можно изменить карточку и файлы документа. Ранее данные визы сохраняются с отметкой, что даны на прежнюю версию.',
      'При исходе «Отправить дальше» документ поступает на этап «Проверка закупки» (пункт 3.1). При исходе «Аннулировать» документ переходит в состояние «Аннулирован» (пункт 3.16).',
    ]);
  });

  it('names the kind, the required fields, who is found how, and what a number looks like', () => {
    const text = wholeText(shippedContract, ru);
    for (const sentence of [
      'Регламент «Муниципальный контракт (договор)»',
      'Настоящий регламент определяет порядок рассмотрения документов вида «Договор».',
      'До отправки документа автор заполняет обязательные поля карточки: «Вид договора», «Предмет», «Контрагент», «Цена», «Источник финансирования», «Основание закупки», «Срок действия». Поле карточки «Аванс» заполняется при необходимости.',
      'Юрист правового отдела — сотрудник организации с ролью «Юрист».',
      'Специалист финансового управления — сотрудник организации «finance» с ролью «Финансист».',
      'Документы регистрируются в журнале «Реестр договоров». Номер имеет вид «Д-[порядковый номер]/[две последние цифры года]»; нумерация начинается заново каждый календарный год.',
    ])
      expect(text).toContain(sentence);
  });

  it('calls roles, positions and organisations as the staff list does, never by codes it has names for', () => {
    const participants: Regulation['participants'] = {
      ...shippedContract.participants,
      lawyer: { type: 'role', role: 'architect', title: { ru: 'Архитектор района', en: 'Architect' } },
      author: { type: 'position', position: 'post-17', title: { ru: 'Приёмная', en: 'Reception' } },
    };
    const names: StaffNames = {
      role: (code) => (code === 'architect' ? 'Архитектор' : undefined),
      position: (code) => (code === 'post-17' ? 'Секретарь приёмной' : undefined),
      organisation: (code) => (code === 'finance' ? 'Финансовое управление' : undefined),
    };
    const regulation = { ...shippedContract, participants, readers: ['architect', 'regr'] };
    const text = plain(
      clausesOf(wordRegulation(regulation, ru, names))
        .map((clause) => clause.text)
        .join('\n'),
    );
    for (const sentence of [
      'Архитектор района — сотрудник организации с ролью «Архитектор».',
      'Приёмная — тот, кто занимает должность «Секретарь приёмной» по штатному расписанию.',
      'Специалист финансового управления — сотрудник организации «Финансовое управление» с ролью «Финансист».',
      'Отправленные документы вправе читать сотрудники с ролями: «Архитектор», «Регистратор».',
    ])
      expect(text).toContain(sentence);
  });

  it('is numbered without gaps: sections from 1, clauses from 1 in each', () => {
    const { sections } = wordRegulation(shippedContract, ru);
    expect(sections.map(({ number, title }) => `${number} ${title}`)).toEqual([
      '1 Общие положения',
      '2 Участники',
      '3 Порядок рассмотрения документа',
      '4 Журналы и номера',
    ]);
    for (const { number, clauses } of sections)
      expect(clauses.map((clause) => clause.number)).toEqual(
        clauses.map((_, index) => `${number}.${index + 1}`),
      );
  });

  it('says the same in English', () => {
    expect(paragraphsOfStage(shippedContract, en, 'legal')).toEqual([
      '3.4',
      "The Lawyer carries out the stage “Legal examination” within 3 working days. When the term has lapsed, the task is marked overdue and after 1 working day the performer's direct superior is told. Auto-visa does not apply: the stage belongs to legal examination.",
      'An approved document goes to the stage “Financial examination” (clause 3.5). A rejected document returns to the stage “Rework” (clause 3.15).',
      'In a new round an approval given before is kept if the document has not changed.',
    ]);
  });
});

describe('the act in words', () => {
  const of = (stage: string) => paragraphsOfStage(shippedAct, ru, stage);

  it('has its block with the branches below it: one of one stage in one clause, one of two with a clause for each', () => {
    const clauses = clausesOf(wordRegulation(shippedAct, ru)).filter(({ number }) =>
      number.startsWith('3.2'),
    );
    expect(clauses.map(({ number, stage, element }) => [number, stage, element?.branch])).toEqual([
      ['3.2', 'block', undefined],
      ['3.2.1', 'units', 'units'],
      ['3.2.2', 'finance', 'finance'],
      ['3.2.3', undefined, 'publication'],
      ['3.2.3.1', 'publication', undefined],
      ['3.2.3.2', 'examination', undefined],
    ]);
    expect(of('block').slice(1)).toEqual([
      'На этапе «Согласование» документ рассматривается одновременно в 3 ветвях. Этап завершён, когда завершены все ветви; отказ завершает только свою ветвь.',
      'Если все ветви завершены без отказа, документ поступает на этап «Правовая и антикоррупционная экспертиза» (пункт 3.3). Если хотя бы одна ветвь завершена отказом, документ возвращается на этап «Доработка по своду замечаний» (пункт 3.10).',
    ]);
    expect(of('finance').slice(1, 2)).toEqual([
      'Ветвь «Финансы, если нужны расходы» документ проходит, если в карточке отмечено «Требует расходов бюджета».',
    ]);
  });

  it('with a single branch is handled in one branch, not at once in several', () => {
    const block = shippedAct.stages['block'] as Extract<Stage, { kind: 'parallel' }>;
    const single = {
      ...shippedAct,
      stages: {
        ...shippedAct.stages,
        block: { ...block, settings: { ...block.settings, branchOrder: ['units'] } },
      },
    };
    expect(paragraphsOfStage(single, ru, 'block')[1]).toContain('документ рассматривается в одной ветви.');
  });

  it('asks the units at once for two working days, then an auto-visa that a later decision replaces', () => {
    expect(of('units').slice(2, 4)).toEqual([
      'На этапе «Согласование подразделений» документ согласуют одновременно, каждый в течение 2 рабочих дней: «Заинтересованные подразделения» и «Исполнители, названные в тексте». Этап завершён, когда решили все; отказы собираются и передаются автору вместе. О сроке исполнителю напоминают за 1 рабочий день до истечения и в день истечения.',
      'Не принявший решения в срок считается согласовавшим (автовиза), о чём делается отметка в листе согласования. В дни отсутствия без замещения срок не течёт. Решение, принятое позднее, заменяет автовизу, пока этап не завершён.',
    ]);
  });

  it('sends an approved draft with open remarks to rework, else on', () => {
    expect(of('legal')[2]).toContain(
      'Согласованный документ направляется: если есть замечания без ответа, то на этап «Доработка по своду замечаний» (пункт 3.10); в остальных случаях на этап «Нормоконтроль» (пункт 3.4).',
    );
  });

  it('asks the deputy, then the manager, and R2 after the signer returned', () => {
    expect(of('leadership')[1]).toMatch(
      /^На этапе «Визы заместителя и управляющего делами» документ согласуют по очереди, каждый в течение 1 рабочего дня: «Заместитель главы, куратор отдела автора», затем «Управляющий делами»\. Первый отказ завершает этап\./,
    );
    expect(of('signing')[2]).toContain(', в новом круге решение принимают все заново.');
  });

  it('waits seven calendar days, asks a link and a date, and halves terms when urgent', () => {
    expect(of('examination')[1]).toBe(
      'На этапе «Независимая экспертиза» документ ожидает 7 календарных дней.',
    );
    const text = wholeText(shippedAct, ru);
    expect(text).toContain(
      'Вместе с решением указываются: «Ссылка на проект» (обязательно), «Дата размещения» (обязательно).',
    );
    expect(text).toContain('Документ считается срочным, если в карточке отмечено «Срочный».');
    expect(text).toContain(
      'Для срочного документа сроки в рабочих днях сокращаются вдвое с округлением до половины дня в большую сторону.',
    );
  });
});

describe('a stage in one sentence', () => {
  it.each([
    [
      'legal',
      'Юрист правового отдела проводит этап «Правовая экспертиза» в течение 3 рабочих дней; по истечении срока — уведомление руководителя.',
    ],
    [
      'curator',
      'Куратор отдела автора согласует документ на этапе «Виза куратора» в течение 1 рабочего дня; по истечении срока — автовиза.',
    ],
    [
      'signer-choice',
      'На этапе «Кто подписывает» документ направляется по условиям: если цена больше 1 000 000 ₽, то на этап «Подписание главой»; в остальных случаях на этап «Подписание куратором».',
    ],
    ['done', '«Договор зарегистрирован»: рассмотрение документа завершено.'],
    ['no-such-stage', '«no-such-stage»'],
  ])('says of %s who does what within what term, and cites no clause', (stage, sentence) => {
    expect(plain(wordStage(shippedContract, stage, ru))).toBe(sentence);
  });
});
