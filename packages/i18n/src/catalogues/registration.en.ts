export const registration = {
  number: 'Number',
  date: 'Date',
  nextWhy: 'Next in the register; it is fixed by registering.',
  given: 'Registered as No. {{number}}',
  defects: 'What is wrong',
  'defect.requisites': 'Requisites of the form are missing or wrong',
  'defect.attachment': 'An attachment is named but not attached',
  'defect.title': 'The title differs from the card',
  'defect.signer': 'Signed by the wrong official',
  'defect.marks': 'A mark of attachment, a reference or a stamp of approval is missing',
  'defect.unreadable': 'The file does not open or cannot be read',
} as const;
