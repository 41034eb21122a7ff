/** «Ильина Ольга Сергеевна» -> «Ильина О. С.»; a single word stays as it is. */
export function shortName(fullName: string): string {
  const [surname = '', ...rest] = words(fullName);
  const letters = rest.map((part) =>
    part.endsWith('.') ? part : `${[...part][0]?.toLocaleUpperCase('ru')}.`,
  );
  return [surname, ...letters].join('\u00a0');
}

/** Two letters for a portrait, given name first: «Ильина Ольга Сергеевна» -> «ОИ». */
export function initials(fullName: string): string {
  const [surname = '', given = ''] = words(fullName);
  return [given, surname]
    .map((part) => [...part][0] ?? '')
    .join('')
    .toLocaleUpperCase('ru');
}

function words(fullName: string): string[] {
  return fullName.trim().split(/\s+/).filter(Boolean);
}
