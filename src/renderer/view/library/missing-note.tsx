import type { AssetRecord } from '@shared/library/asset-record';
import { FolderSearch, RefreshCw } from 'lucide-react';
import { Button } from '../../parts/button';
import { lookAgain, showWhereItWas } from '../../store/use-care';
import styles from './missing-note.module.css';

const sentences = {
  gone: 'Its file is not where it was filed. Someone may have moved, renamed or removed it, or its drive is not plugged in. Rating, prompt and history are kept.',
  replaced: 'Other bytes lie where it was filed. They were not touched. Rating, prompt and history of the original are kept.',
} as const;

/** What happened to a file that is not where it should be, and the ways to find it. */
export function MissingNote({ asset: { content_hash, missing } }: { readonly asset: AssetRecord }) {
  if (missing === null) return null;
  return (
    <section className={styles.note} aria-label="Missing file">
      <h3>{missing === 'gone' ? 'Missing' : 'Replaced'}</h3>
      <p>{sentences[missing]}</p>
      <div className={styles.ways}>
        <Button icon={RefreshCw} onPress={() => void lookAgain(content_hash)}>
          Look again
        </Button>
        <Button icon={FolderSearch} onPress={() => void showWhereItWas(content_hash)}>
          Show where it was
        </Button>
      </div>
    </section>
  );
}
