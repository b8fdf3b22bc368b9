import { t } from '@shared/language/language';
import type { QualityOverview } from '@shared/library/quality-overview';
import { Card } from '../../../parts/card';
import { showPictures } from '../../../store/use-quality';
import { CountRows } from './count-rows';
import styles from './flaws-card.module.css';

const names: Readonly<Record<string, string>> = {
  blur: t('Blur'), noise: t('Noise'), blockiness: t('JPEG blocks'), clipping: t('Clipped light'), low_resolution: t('Low resolution'),
};

/** What was measured beside the score, and why nothing was. */
export function FlawsCard({ overview: { issues, not_rated, rated, total } }: { readonly overview: QualityOverview }) {
  return (
    <Card title={t('Measured issues')} about={t('Found in the pixels, beside the score; a picture may have several')}>
      {issues.length === 0 ? (
        <p className={styles.none}>{t('No issue was found in any measured picture.')}</p>
      ) : (
        <CountRows
          label={t('Pictures by measured issue')}
          of={rated}
          rows={issues.map(({ issue, count }) => ({
            key: issue,
            label: names[issue] ?? issue.replaceAll('_', ' '),
            name: names[issue] ?? issue.replaceAll('_', ' '),
            count,
            onPress: () => showPictures({ issue: [issue] }),
          }))}
        />
      )}
      {not_rated.length > 0 && (
        <>
          <h3 className={styles.why}>{t('Why the others are not measured')}</h3>
          <CountRows
            label={t('Pictures that are not measured')}
            of={total}
            rows={not_rated.map(({ reason, count }) => ({
              key: reason,
              label: reason,
              name: reason,
              count,
              onPress: () => showPictures({ not_rated: [reason] }),
            }))}
          />
        </>
      )}
    </Card>
  );
}
