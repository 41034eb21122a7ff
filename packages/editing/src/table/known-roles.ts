/** Roles that our templates name, by the words by which a table means them. */
export interface KnownRole {
  readonly id: string;
  /** What a cell says of whom it asks. */
  readonly words: RegExp;
  /** What the name of a stage says of who does it. */
  readonly inName: RegExp;
  /** The body of its own where the role is held when it is not here. */
  readonly body?: RegExp;
}

export const knownRoles: readonly KnownRole[] = [
  {
    id: 'lawyer',
    words:
      /^(?:главный |ведущий )?юрис|^юр\.? ?(?:отдел|служб)|юротдел|^юридическ\S+ (?:отдел|управлени|служб)|^правов\S+ (?:отдел|управлени)|^lawyer|^legal/u,
    inName: /юрист|юротдел|правов\S+ отдел|lawyer/u,
  },
  {
    id: 'regr',
    words: /^регистратор|канцеляр|^делопроизвод|^общ\S+ отдел$|registrar|registry|clerk/u,
    inName: /канцеляр|делопроизводител|registrar/u,
  },
  {
    id: 'editor',
    words: /^редактор|^нормоконтрол|^editor/u,
    inName: /редактором|нормоконтрол[её]ром|by the editor/u,
  },
  {
    id: 'fin',
    words: /^финансист|финуправ|финотдел|^финансов|^finance|^financ/u,
    inName: /финуправ|финотдел|финансов\S+ управлени/u,
    body: /финанс|financ/u,
  },
  {
    id: 'acct',
    words: /бухгалтер|^accountant|^accounting/u,
    inName: /бухгалтер|accountant/u,
  },
  {
    id: 'proc',
    words: /контрактн\S+ (?:управляющ|служб)|^закупк|отдел закупок|procurement|contract manager/u,
    inName: /контрактн\S+ (?:управляющ|служб)|procurement/u,
  },
  {
    id: 'mgr',
    words: /управляющ\S+ делами|^управделами|manager of affairs/u,
    inName: /управляющ\S+ делами|управделами/u,
  },
  {
    id: 'hr',
    words: /кадр|personnel|^hr$|human resources/u,
    inName: /кадров\S+ служб|personnel/u,
  },
  {
    id: 'ctrl',
    words: /^контрол(?:ер|ь)|отдел контроля|^controller/u,
    inName: /контролером|by the controller/u,
  },
  {
    id: 'head',
    words:
      /^глав[аыео][й]?(?: (?:муниципальн|округ|город|район|администрац|поселени|образован)\S*)*(?: округа| образования)?$|^мэр|^mayor|^head$|^head of (?:the )?(?:municipality|administration|district|city)/u,
    inName: /главой(?:$|\s)|by the (?:head|mayor)$/u,
  },
];
