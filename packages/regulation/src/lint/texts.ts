/**
 * The words of every problem of a regulation, ru and en; `{name}` stands for a param. The one catalogue: the command
 * line, the API and the apps word problems from here.
 */
const texts = {
  // Reading: the text is not a regulation document.
  'not-json': {
    ru: 'Это не JSON: строка {line}, знак {column}.',
    en: 'This is not JSON: line {line}, column {column}.',
  },
  'too-large': {
    ru: 'Документ слишком велик: разрешено не больше {limit} знаков.',
    en: 'The document is too large: at most {limit} characters are allowed.',
  },
  'too-deep': {
    ru: 'Вложенность больше {limit} уровней.',
    en: 'Nested deeper than {limit} levels.',
  },
  'key-twice': { ru: 'Ключ «{key}» написан дважды.', en: 'The key "{key}" is written twice.' },
  'key-forbidden': { ru: 'Ключ «{key}» запрещён.', en: 'The key "{key}" is forbidden.' },
  'not-data': {
    ru: 'Здесь не значение JSON: {got}.',
    en: 'This is not a JSON value: {got}.',
  },
  'text-broken': {
    ru: 'В тексте есть повреждённый или невидимый управляющий знак.',
    en: 'The text has a broken or an invisible control character.',
  },
  'format-unknown': {
    ru: 'Формат «{format}» этой программе неизвестен, она читает «{known}».',
    en: 'The format "{format}" is unknown to this program; it reads "{known}".',
  },
  'needs-unknown': {
    ru: 'Регламенту нужна возможность «{need}», которой в этой программе нет.',
    en: 'The regulation needs "{need}", which this program does not have.',
  },
  'unknown-key': { ru: 'Неизвестный ключ «{key}».', en: 'Unknown key "{key}".' },
  'key-missing': { ru: 'Не хватает ключа «{key}».', en: 'The key "{key}" is missing.' },
  'type-wrong': {
    ru: 'Здесь ожидается {expected}, а написано {got}.',
    en: 'Expected {expected}, got {got}.',
  },
  'value-wrong': {
    ru: 'Недопустимое значение «{got}»; возможны: {expected}.',
    en: 'The value "{got}" is not allowed; possible: {expected}.',
  },
  'kind-unknown': {
    ru: 'Вид «{got}» неизвестен; возможны: {expected}.',
    en: 'The kind "{got}" is unknown; possible: {expected}.',
  },
  'value-twice': { ru: 'Одно и то же значение повторено в списке.', en: 'A value is repeated in the list.' },
  'size-wrong': {
    ru: 'Размер вне допустимого: предел {limit}.',
    en: 'The size is out of range: the limit is {limit}.',
  },
  'number-wrong': { ru: 'Недопустимое число {got}.', en: 'The number {got} is not allowed.' },
  'form-wrong': { ru: 'Строка «{got}» написана не по форме.', en: 'The string "{got}" has the wrong form.' },
  'slug-wrong': {
    ru: 'Имя «{got}» недопустимо: нужна латинская буква, затем буквы, цифры или дефисы, всего до 64 знаков.',
    en: 'The name "{got}" is not allowed: a Latin letter, then letters, digits or hyphens, up to 64 characters.',
  },
  'order-differs': {
    ru: 'Порядок должен назвать каждый ключ из «{map}» ровно один раз.',
    en: 'The order must name each key of "{map}" exactly once.',
  },
  'options-misplaced': {
    ru: 'Варианты есть у поля-выбора и только у него.',
    en: 'A choice field has options, and no other field has them.',
  },
  'too-many': { ru: 'Показаны первые {limit} замечаний.', en: 'The first {limit} problems are shown.' },

  // Names that lead nowhere.
  'stage-unknown': { ru: 'Этапа «{stage}» нет.', en: 'There is no stage "{stage}".' },
  'participant-unknown': {
    ru: 'Участника «{participant}» нет.',
    en: 'There is no participant "{participant}".',
  },
  'deadline-unknown': { ru: 'Срока «{deadline}» нет.', en: 'There is no deadline "{deadline}".' },
  'rule-unknown': { ru: 'Условия «{rule}» нет.', en: 'There is no rule "{rule}".' },
  'field-unknown': { ru: 'Поля карточки «{field}» нет.', en: 'There is no card field "{field}".' },
  'fact-unknown': {
    ru: 'Факта «{fact}» условия читать не могут.',
    en: 'Rules cannot read the fact "{fact}".',
  },
  'register-unknown': { ru: 'Журнала «{register}» нет.', en: 'There is no register "{register}".' },
  'branch-unknown': {
    ru: 'У блока «{block}» нет ветви «{branch}».',
    en: 'The block "{block}" has no branch "{branch}".',
  },
  'outcome-unknown': {
    ru: 'У этапа «{stage}» нет исхода «{outcome}».',
    en: 'The stage "{stage}" has no outcome "{outcome}".',
  },

  // The route.
  'stage-unreachable': {
    ru: 'До этапа «{stage}» не доходит ни один путь.',
    en: 'No way leads to the stage "{stage}".',
  },
  'no-way-to-end': {
    ru: 'С этапа «{stage}» нельзя дойти до конца.',
    en: 'No way leads from the stage "{stage}" to an end.',
  },
  'outcome-leads-nowhere': {
    ru: 'Исход «{outcome}» этапа «{stage}» никуда не ведёт.',
    en: 'The outcome "{outcome}" of the stage "{stage}" leads nowhere.',
  },
  'transition-twice': {
    ru: 'У исхода «{outcome}» этапа «{stage}» больше одного перехода.',
    en: 'The outcome "{outcome}" of the stage "{stage}" has more than one transition.',
  },
  'else-missing': {
    ru: 'Последний вариант стоит под условием: если не выполнится ни одно, идти некуда.',
    en: 'The last alternative has a rule: when no rule holds there is nowhere to go.',
  },
  'choice-of-one': {
    ru: 'Выбор «{stage}» ничего не выбирает: у него один путь, и он без условия.',
    en: 'The choice "{stage}" chooses nothing: it has one way, and no rule on it.',
  },
  'alternative-unreachable': {
    ru: 'До этого варианта очередь не дойдёт: перед ним есть вариант без условия.',
    en: 'This alternative is never reached: one without a rule stands before it.',
  },
  'cycle-without-wait': {
    ru: 'По кругу через этапы {stages} можно пройти, не дожидаясь ни человека, ни времени.',
    en: 'The cycle through the stages {stages} can be run without waiting for a person or for time.',
  },
  'cycle-unmarked': {
    ru: 'Путь назад на этап «{stage}», через который документ мог не проходить, не отмечен как цикл.',
    en: 'The way back to the stage "{stage}", which not every path has passed, is not marked as a cycle.',
  },
  'policy-without-return': {
    ru: 'Порядок нового круга указан на пути, который не возвращает документ.',
    en: 'Whom the next round asks is set on a way that does not return the document.',
  },
  'refusal-leads-forward': {
    ru: 'Отказ на этапе «{stage}» ведёт вперёд, на этап «{to}». Если там автор исправляет документ, отметьте у этапа «Доработка: автор отвечает на замечания»; если нет, ведите отказ назад или в конец.',
    en: 'A refusal at the stage "{stage}" leads forward, to the stage "{to}". If the author mends the document there, tick "Rework: the author answers remarks" on that stage; if not, lead the refusal back or to an end.',
  },
  'start-in-branch': {
    ru: 'Регламент не может начинаться внутри ветви: этап «{stage}».',
    en: 'A regulation cannot start inside a branch: the stage "{stage}".',
  },
  'branch-left': {
    ru: 'Из ветви «{branch}» блока «{block}» можно выйти только через её конец.',
    en: 'The branch "{branch}" of the block "{block}" is left only through its own end.',
  },
  'branch-entered': {
    ru: 'В ветвь «{branch}» блока «{block}» можно войти только через её начало.',
    en: 'The branch "{branch}" of the block "{block}" is entered only through its beginning.',
  },
  'branch-first-outside': {
    ru: 'Первый этап «{stage}» ветви «{branch}» лежит не в ней.',
    en: 'The first stage "{stage}" of the branch "{branch}" does not lie in it.',
  },
  'branch-end-outside': {
    ru: 'Конец ветви указан вне ветви.',
    en: 'The end of a branch is named outside a branch.',
  },
  'end-in-branch': {
    ru: 'Конец регламента «{stage}» стоит внутри ветви.',
    en: 'The end of the regulation "{stage}" lies inside a branch.',
  },
  'block-in-itself': {
    ru: 'Блок «{stage}» вложен сам в себя.',
    en: 'The block "{stage}" lies inside itself.',
  },
  'forward-outcome-missing': {
    ru: 'У задачи нет исхода, который ведёт вперёд.',
    en: 'The task has no outcome that leads forward.',
  },

  // Terms and silence.
  'term-missing': {
    ru: 'Срок «{deadline}» пуст: нуль допустим только в рабочих днях («в тот же день»).',
    en: 'The deadline "{deadline}" has no time: only working days may be zero ("the same day").',
  },
  'auto-visa-nature': {
    ru: 'Этап «{stage}» не может решаться молчанием: его характер — {nature}.',
    en: 'The stage "{stage}" cannot be decided by silence: its nature is {nature}.',
  },
  'auto-visa-kind': {
    ru: 'Автовиза возможна только на согласовании; этап «{stage}» другого вида.',
    en: 'An auto-visa is possible only at an approval; the stage "{stage}" is of another kind.',
  },
  'late-without-auto-visa': {
    ru: 'Этап «{stage}» допускает решение после автовизы, но молчание на нём ничего не решает: настройка ни на что не влияет.',
    en: 'The stage "{stage}" allows a decision after an auto-visa, but silence decides nothing there: the setting has no effect.',
  },

  // Rules, the card, participants, registers.
  'edit-after-rule': {
    ru: 'Этап «{stage}» меняет поле «{field}», по которому условие «{rule}» уже выбрало путь, и документ может уйти дальше без новой проверки.',
    en: 'The stage "{stage}" edits the field "{field}" that the rule "{rule}" has already read, and the document can go on without the rule being read again.',
  },
  'operator-misfit': {
    ru: 'Оператор «{operator}» не подходит к факту «{fact}» типа «{type}».',
    en: 'The operator "{operator}" does not fit the fact "{fact}" of type "{type}".',
  },
  'operand-misfit': {
    ru: 'Значение не подходит к оператору «{operator}» и факту «{fact}»: ожидается {expected}.',
    en: 'The value does not fit the operator "{operator}" and the fact "{fact}": expected {expected}.',
  },
  'rule-reads-optional': {
    ru: 'Условие «{rule}» читает поле «{field}», которое не обязательно, и не проверяет, заполнено ли оно.',
    en: 'The rule "{rule}" reads the field "{field}", which is not required, and does not test whether it is empty.',
  },
  'card-slot-type': {
    ru: 'Участник «{participant}» берётся из поля «{field}», а в нём не должности.',
    en: 'The participant "{participant}" is taken from the field "{field}", which does not hold posts.',
  },
  'chosen-range': {
    ru: 'Наименьшее число выбранных ({min}) больше наибольшего ({max}).',
    en: 'The least number of chosen posts ({min}) is above the most ({max}).',
  },
  'title-field-type': {
    ru: 'Название документа берётся из поля «{field}», а оно не текст.',
    en: 'The title of the document is taken from the field "{field}", which is not a text.',
  },
  'counterparty-field-type': {
    ru: 'Контрагент берётся из поля «{field}», а оно не контрагент.',
    en: 'The counterparty is taken from the field "{field}", which is not a party.',
  },
  'number-template-wrong': {
    ru: 'Шаблон номера «{template}» неверен: {variable}.',
    en: 'The number template "{template}" is wrong: {variable}.',
  },
} as const satisfies Record<string, { readonly ru: string; readonly en: string }>;

export type ProblemCode = keyof typeof texts;

export const problemTexts: Readonly<Record<ProblemCode, { readonly ru: string; readonly en: string }>> =
  texts;
