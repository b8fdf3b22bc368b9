import { t } from '@shared/language/language';
import { FolderPlus } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '../../../parts/button';
import { chooseSource, followSources, useSources } from '../../../store/use-sources';
import { useStatus } from '../../../store/use-status';
import { SourceRow } from './source-row';
import styles from './sources.module.css';

/** The folders that are watched beside the inbox. A folder that is dropped here becomes one. */
export function SourcesSection() {
  const sources = useSources((state) => state.sources);
  const paused = useStatus((state) => state.status?.watching === 'paused');
  useEffect(followSources, []);
  if (sources === null) return null;
  return (
    <div className={styles.section} data-folder-target>
      {sources.length === 0 ? (
        <p className={styles.none}>
          {t('Only the inbox is watched. Add the folder that ComfyUI or another tool writes to, or your downloads: pictures and videos in it are copied, and nothing in it is touched.')}
        </p>
      ) : (
        <ul className={styles.list} aria-label={t('Watched folders')}>
          {sources.map((source) => <SourceRow key={source.id} source={source} allPaused={paused} />)}
        </ul>
      )}
      <div className={styles.foot}>
        <Button icon={FolderPlus} onPress={() => void chooseSource()}>
          {t('Add a folder…')}
        </Button>
        <span className={styles.hint}>{t('or drop one here')}</span>
      </div>
    </div>
  );
}
