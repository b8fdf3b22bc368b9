import { t } from '@shared/language/language';
import { Button } from '../../parts/button';
import { Token } from '../../parts/token';
import { choose, everything, setLibrary, useView } from '../../store/use-view';
import styles from './filter-tokens.module.css';
import { tokensOf } from './tokens-of-filter';
import { SaveSearch } from './save-search';

/** The filters that are on, each with the way to take it off. */
export function FilterTokens() {
  const { text, filter } = useView((state) => state.library);
  const tokens = tokensOf(filter);
  if (text === '' && tokens.length === 0) return null;
  return (
    <div className={styles.row} role="group" aria-label={t('Filters that are on')}>
      {text !== '' && <Token name={t('Words')} value={text} removeLabel={t('Remove the words')} onRemove={() => setLibrary({ text: '' })} />}
      {tokens.map(({ key, name, value, without }) => (
        <Token key={key} name={name} value={value} removeLabel={t('Remove {name} {value}', { name, value })} onRemove={() => choose(without)} />
      ))}
      <Button kind="quiet" onPress={() => setLibrary(everything)}>
        {t('Clear all')}
      </Button>
      <SaveSearch />
    </div>
  );
}
