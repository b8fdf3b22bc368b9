import { t } from '@shared/language/language';
import type { QualityOverview } from '@shared/library/quality-overview';
import { starsInWords } from '@shared/story/words';
import { UserRound } from 'lucide-react';
import { Card } from '../../../parts/card';
import { Icon } from '../../../parts/icon';
import { Stars } from '../../../parts/stars';
import { showPictures } from '../../../store/use-quality';
import { CountRows, type CountRow } from './count-rows';
import styles from './stars-card.module.css';

/** How many pictures have each rating, whoever gave it. */
export function StarsCard({ overview: { stars, own, total } }: { readonly overview: QualityOverview }) {
  const rated = stars.reduce((sum, count) => sum + count, 0);
  const rows: CountRow[] = ([5, 4, 3, 2, 1] as const).map((given) => ({
    key: String(given),
    label: <Stars stars={given} silent />,
    name: starsInWords(given),
    count: stars[given - 1] ?? 0,
    stars: given,
    onPress: () => showPictures({ stars: [String(given)] }),
  }));
  const others: CountRow[] = [
    {
      key: 'own',
      label: (
        <span className={styles.own}>
          <Icon of={UserRound} size="sm" inherit /> {t('Rated by you')}
        </span>
      ),
      name: t('Rated by you'),
      count: own,
      onPress: () => showPictures({ rated_by: ['own'] }),
    },
    { key: 'none', label: t('No stars'), name: t('No stars'), count: total - rated, onPress: () => showPictures({ stars: ['0'] }) },
  ];
  return (
    <Card title={t('Stars')} about={t('The rating that holds: yours, else the measured one')}>
      <CountRows label={t('Pictures by stars')} rows={[...rows, ...others]} of={total} />
    </Card>
  );
}
