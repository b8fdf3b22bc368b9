import { t } from '@shared/language/language';
import { BrandMark } from '../../parts/brand-mark';
import styles from './title-bar.module.css';
import { TitleSearch } from './title-search';

/** The top edge: it moves the window, and holds the filter of the place that is open. */
export function TitleBar({ plain = false }: { readonly plain?: boolean }) {
  return (
    <header className={styles.bar}>
      <span className={styles.brand}>
        <BrandMark />
        {t('Alice')}
      </span>
      {!plain && <TitleSearch />}
    </header>
  );
}
