import { Button, useI18n } from '@reglament/ui';

/** The next page of a list, asked for by a press. */
export function More({ list }: { list: { hasMore: boolean; loadingMore: boolean; more: () => void } }) {
  const { t } = useI18n();
  if (!list.hasMore) return null;
  return (
    <Button className="lines-more" busy={list.loadingMore} onClick={list.more}>
      {t('common.showMore')}
    </Button>
  );
}
