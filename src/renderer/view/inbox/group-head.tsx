import { t } from '@shared/language/language';
import { RotateCcw } from 'lucide-react';
import { Button } from '../../parts/button';
import { number } from '../../parts/numbers';
import { retryAll } from '../../store/actions';
import type { Lane } from '../../store/use-view';
import styles from './group-head.module.css';

const names: Readonly<Record<Lane, string>> = { waiting: t('Waiting'), working: t('Working'), filed: t('Done'), set_aside: t('Set aside') };

interface GroupHeadProps {
  readonly lane: Lane;
  readonly count: number;
  /** Those of them that are listed. */
  readonly shown: number;
}

export function GroupHead({ lane, count, shown }: GroupHeadProps) {
  const about = lane === 'set_aside' ? t('{count, number}, originals untouched', { count }) : shown < count ? t('the newest {shown, number} of {count, number}', { shown, count }) : number(count);
  return (
    <div role="rowheader" className={styles.head}>
      {names[lane]}
      <span className={styles.about}>{about}</span>
      {lane === 'set_aside' && count > 1 && (
        <Button icon={RotateCcw} onPress={() => void retryAll()}>
          {t('Try all again')}
        </Button>
      )}
    </div>
  );
}
