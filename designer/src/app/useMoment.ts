import { formatMoment } from '@reglament/i18n';
import { useI18n } from '@reglament/ui';
import { serverNow } from '@reglament/web';
import { useSession } from './session.tsx';

/** `moment(atMs)`: a moment in the organisation's zone, «сегодня, 10:30». */
export function useMoment(): (atMs: number) => string {
  const i18n = useI18n();
  const { zone } = useSession().organisation;
  return (atMs) => formatMoment(atMs, { nowMs: serverNow(), zone }, i18n);
}
