import { t } from '@shared/language/language';
import { number } from '../../parts/numbers';
import { Token } from '../../parts/token';
import { setTimeline, useView } from '../../store/use-view';
import styles from './filter-row.module.css';
import { sinceInWords } from './since';

/** The filters from the menu that are on, each with the way to take it off. */
export function FilterTokens() {
  const { patterns, since, from } = useView((state) => state.timeline);
  return (
    <>
      {patterns.map((pattern) => (
        <Token
          key={pattern}
          name={t('Type')}
          verb={t('is')}
          value={<span className={styles.mono}>{pattern}</span>}
          removeLabel={t('Remove the type {pattern}', { pattern })}
          onRemove={() => setTimeline({ patterns: patterns.filter((one) => one !== pattern) })}
        />
      ))}
      {since !== null && (
        <Token name={t('Since')} value={sinceInWords(since)} removeLabel={t('Remove the time')} onRemove={() => setTimeline({ since: null })} />
      )}
      {from !== null && (
        <Token name={t('From')} value={number(from)} removeLabel={t('Remove the first event')} onRemove={() => setTimeline({ from: null })} />
      )}
    </>
  );
}
