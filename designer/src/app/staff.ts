import type { AnswerOf } from '@reglament/api';
import { roleTitle, type Text } from '@reglament/regulation';
import { useApiQuery } from '@reglament/web';
import type { StaffNames } from '@reglament/wording';
import { useMemo } from 'react';
import { useSay } from './say.ts';

/** The organisation's staff as participants name it; undefined until it is known. */
export type Staff = AnswerOf<'units.list'>;

export function useStaff(): Staff | undefined {
  return useApiQuery('units.list', {}, { staleTime: 300_000 }).data;
}

/** The name by which a regulation knows a position: its code, its id when it has none. Pure. */
export const positionName = ({ code, id }: Staff['positions'][number]): string => code ?? id;

/** What a role is called, in both languages; its code when nobody calls it anything. Pure. */
export function titleOfRole(code: string, staff: Staff | undefined): Text {
  return roleTitle(code) ?? staff?.roles.find((role) => role.code === code)?.title ?? { ru: code, en: code };
}

/** What the organisation calls what a regulation names by a code, in the reader's language. */
export function useStaffNames(): StaffNames {
  const staff = useStaff();
  const say = useSay();
  return useMemo(
    () => ({
      role: (code) => say(titleOfRole(code, staff)),
      position: (name) => staff?.positions.find((one) => positionName(one) === name)?.title,
      organisation: (code) => staff?.organisations.find((one) => one.code === code)?.title,
    }),
    [staff, say],
  );
}
