import { t } from '@shared/language/language';
import type { AssetRecord } from '@shared/library/asset-record';
import { FolderSearch, RefreshCw } from 'lucide-react';
import { Button } from '../../parts/button';
import { lookAgain, showWhereItWas } from '../../store/use-care';
import styles from './missing-note.module.css';

const sentences = {
  gone: t('Its file is not where it was filed. Someone may have moved, renamed or removed it, or its drive is not plugged in. Rating, prompt and history are kept.'),
  replaced: t('Other bytes lie where it was filed. They were not touched. Rating, prompt and history of the original are kept.'),
} as const;

/** What happened to a file that is not where it should be, and the ways to find it. */
export function MissingNote({ asset: { content_hash, missing } }: { readonly asset: AssetRecord }) {
  if (missing === null) return null;
  return (
    <section className={styles.note} aria-label={t('Missing file')}>
      <h3>{missing === 'gone' ? t('Missing') : t('Replaced')}</h3>
      <p>{sentences[missing]}</p>
      <div className={styles.ways}>
        <Button icon={RefreshCw} onPress={() => void lookAgain(content_hash)}>
          {t('Look again')}
        </Button>
        <Button icon={FolderSearch} onPress={() => void showWhereItWas(content_hash)}>
          {t('Show where it was')}
        </Button>
      </div>
    </section>
  );
}
