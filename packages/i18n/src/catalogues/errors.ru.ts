/**
 * What is said for an error code: what happened, why, what to do. The key is the code.
 * The server words its `message` from here, the desk words code and params from here.
 */
export const errors = {
  UNKNOWN:
    'Действие не выполнено по неизвестной причине. Повторите; если не поможет, сообщите в поддержку код запроса.',
  NETWORK: 'Сервер не отвечает. Введённое сохранено здесь, отправьте ещё раз, когда связь появится.',
} as const;
