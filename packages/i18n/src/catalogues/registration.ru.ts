/** Giving a number, returning for defects of form. */
export const registration = {
  number: 'Номер',
  date: 'Дата',
  nextWhy: 'Следующий в журнале; закрепится при регистрации.',
  given: 'Зарегистрировано под № {{number}}',
  defects: 'Что не так',
  'defect.requisites': 'Нет или не те реквизиты бланка',
  'defect.attachment': 'Приложение названо, но не приложено',
  'defect.title': 'Заголовок не совпадает с карточкой',
  'defect.signer': 'Подпись не того должностного лица',
  'defect.marks': 'Нет отметки о приложении, ссылки или грифа утверждения',
  'defect.unreadable': 'Файл не открывается или не читается',
} as const;
