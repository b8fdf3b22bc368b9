import { t } from '@shared/language/language';
import { baseName } from '@shared/library/asset-record';
import type { InboxEntry } from '@shared/library/inbox-entry';
import { bytesInWords } from '@shared/story/words';
import { FileX2, FolderOpen, ImageIcon, RotateCcw } from 'lucide-react';
import { Button } from '../../parts/button';
import { StepMarks } from '../../parts/step-marks';
import { Thumb } from '../../parts/thumb';
import { retry, showEntryInFolder, showPictureInFolder } from '../../store/actions';
import { useSources } from '../../store/use-sources';
import { useStatus } from '../../store/use-status';
import { goToPicture } from '../../store/use-view';
import styles from './file-row.module.css';
import { reachedOf, sentenceOf } from './inbox-rows';
import { placeOfFile } from './place-of-file';

/** One file of the inbox: what it is, where it is on its way, and what one can do about it. */
export function FileRow({ entry }: { readonly entry: InboxEntry }) {
  const inboxPath = useStatus((state) => state.status?.inbox_path ?? '');
  const hash = entry.step === 'detected' || entry.step === 'discovered' ? null : entry.content_hash;
  const sources = useSources((state) => state.sources) ?? [];
  const folder = placeOfFile(entry.file_path, [{ name: t('inbox'), path: inboxPath }, ...sources]);
  const size = entry.file_size === null ? [] : [bytesInWords(entry.file_size)];
  return (
    <div role="gridcell" className={styles.file}>
      <Thumb hash={hash} icon={entry.state === 'set_aside' ? FileX2 : ImageIcon} attempt={entry.step} className={styles.thumb} />
      <div className={styles.words}>
        <div className={styles.name} title={entry.file_path}>
          {baseName(entry.file_path)}
        </div>
        <div className={styles.folder}>{[...size, folder].join(' · ')}</div>
      </div>
      <div className={styles.sentence} title={sentenceOf(entry)}>
        {sentenceOf(entry)}
      </div>
      <StepMarks reached={reachedOf(entry)} failed={entry.state === 'set_aside'} />
      <div className={styles.end}>
        <Actions entry={entry} />
      </div>
    </div>
  );
}

function Actions({ entry }: { readonly entry: InboxEntry }) {
  const { state, story_id, content_hash } = entry;
  if (state === 'waiting' || state === 'working') return null;
  const filed = state === 'filed' && content_hash !== null;
  return (
    <>
      {state === 'set_aside' && (
        <Button icon={RotateCcw} onPress={() => void retry(story_id)}>
          {t('Try again')}
        </Button>
      )}
      {filed && <Button kind="quiet" icon={ImageIcon} label={t('Go to the picture')} onPress={() => goToPicture(content_hash)} />}
      <Button
        kind="quiet"
        icon={FolderOpen}
        label={t('Show in folder')}
        onPress={() => void (filed ? showPictureInFolder(content_hash) : showEntryInFolder(story_id))}
      />
    </>
  );
}
