import { Avatar, Menu, useI18n } from '@reglament/ui';
import { IconDotsVertical } from '@tabler/icons-react';
import type { Ask } from './postsTable.tsx';
import type { Employee } from './staff.ts';

/** People who hold no post: they wait for one, or are dismissed. */
export function Unposted({ people, ask }: { people: readonly Employee[]; ask: (what: Ask) => void }) {
  const { t } = useI18n();
  return (
    <ul className="unposted">
      {people.map((employee) => (
        <li key={employee.id}>
          <Avatar name={employee.name} small />
          <span>
            {employee.name}
            <small>{employee.login ?? t('people.noLogin')}</small>
          </span>
          <Menu
            label={t('people.menuOf', { post: t('people.noPost'), name: employee.name })}
            className="dots"
            items={[
              ...(employee.login
                ? [{ id: 'reset', label: t('people.reset'), run: () => ask({ what: 'reset', employee }) }]
                : []),
              { id: 'rename', label: t('people.rename'), run: () => ask({ what: 'rename', employee }) },
              { id: 'dismiss', label: t('people.dismiss'), run: () => ask({ what: 'dismiss', employee }) },
            ]}
          >
            <IconDotsVertical className="ic" aria-hidden="true" />
          </Menu>
        </li>
      ))}
    </ul>
  );
}
