import { t } from '@shared/language/language';
import { FileX2 } from 'lucide-react';
import { memo } from 'react';
import { Icon } from '../../parts/icon';
import { Stars } from '../../parts/stars';
import { Thumb } from '../../parts/thumb';
import { useLookedAt } from '../../store/use-flight';
import { useCard } from '../../store/use-library-cards';
import { listColumns } from './list-columns';
import styles from './picture-list.module.css';

/** One picture of the list. */
export const ListRow = memo(function ListRow({ id }: { readonly id: number }) {
  const card = useCard(id, useLookedAt());
  if (card === null) {
    return (
      <div role="gridcell" aria-label={t('Loading')} className={styles.cells}>
        <span className={styles.thumb} />
      </div>
    );
  }
  return (
    <div role="presentation" className={styles.cells}>
      <div role="gridcell" className={styles.name} title={card.file_name}>
        <Thumb hash={card.content_hash} softly={card.thumb_hash} video={card.media_type === 'video'} handOut className={styles.thumb} />
        <span className={styles.text}>{card.file_name}</span>
        {card.missing !== null && (
          <span className={styles.lost}>
            <Icon of={FileX2} size="sm" inherit />
            {card.missing === 'gone' ? t('missing') : t('replaced')}
          </span>
        )}
      </div>
      <div role="gridcell" className={styles.stars}>
        {card.stars === null ? <span className={styles.none}>{t('not rated')}</span> : <Stars stars={card.stars} by={card.own ? 'you' : 'measured'} />}
      </div>
      {listColumns.map(({ id: column, text }) => (
        <div key={column} role="gridcell" className={styles[column]} dir="auto" title={column === 'model' ? text(card) : undefined}>
          {text(card)}
        </div>
      ))}
    </div>
  );
});
