import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { cx } from '../../parts/cx';
import { Icon } from '../../parts/icon';
import styles from './fold.module.css';

interface FoldProps {
  readonly title: string;
  readonly about?: string;
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** A part of the inspector that is folded away until someone wants it; its content is not made before that. */
export function Fold({ title, about, open = false, children }: FoldProps) {
  const [expanded, setExpanded] = useState(open);
  return (
    <Disclosure className={cx(styles.fold)} isExpanded={expanded} onExpandedChange={setExpanded}>
      <Heading level={3} className={cx(styles.heading)}>
        <Button slot="trigger" className={cx(styles.trigger)}>
          <span className={styles.chevron}>
            <Icon of={ChevronRight} size="sm" inherit />
          </span>
          {title}
          {about !== undefined && <span className={styles.about}>{about}</span>}
        </Button>
      </Heading>
      <DisclosurePanel className={cx(styles.panel)}>{expanded && children}</DisclosurePanel>
    </Disclosure>
  );
}
