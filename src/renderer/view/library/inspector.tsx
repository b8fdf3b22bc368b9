import type { RecordedEvent } from '@shared/events/catalog';
import { t } from '@shared/language/language';
import { type AssetRecord, baseName } from '@shared/library/asset-record';
import { Activity, Copy, Files, FolderOpen, Link2, Maximize2, PanelRightClose, Signature, Undo2 } from 'lucide-react';
import { Button } from '../../parts/button';
import { SidePane } from '../../parts/side-pane';
import { Thumb } from '../../parts/thumb';
import { useEscape } from '../../parts/use-escape';
import { showPictureInFolder } from '../../store/actions';
import { copyImage, copyLinkTo } from '../../store/copy-picture';
import { copyFileOf } from '../../store/hand-out';
import { useRated } from '../../store/rate';
import { showSourceRules } from '../../store/use-source-rules';
import { wishUndo } from '../../store/use-undo';
import { goToStory, setLibrary } from '../../store/use-view';
import { EvidenceList } from './evidence-list';
import { fileFactsOf, readingOf } from './generation';
import { InsideTheFile } from './inside-the-file';
import styles from './inspector.module.css';
import { MissingNote } from './missing-note';
import { OnBoards } from './on-boards';
import { PromptAndParameters } from './prompt-and-parameters';
import { Rating } from './rating';
import { useAssetStory } from './use-asset-story';
import { WhyHere } from './why-here';

const close = () => setLibrary({ open: null });

/** One picture: stars, score, prompt, parameters, and why it lies where it lies. */
export function Inspector({ asset: recorded }: { readonly asset: AssetRecord }) {
  const asset = useRated(recorded);
  const { events, better_than, problem } = useAssetStory(recorded);
  useEscape(true, close);
  const look = () => setLibrary({ quick_look: true });
  const newest = events.at(-1);
  const fetched = fetchedFrom(events);
  return (
    <SidePane
      label={t('Inspector')}
      keptAs="Inspector"
      head={
        <>
          <h2 className={styles.name} title={asset.file_name}>
            {asset.file_name}
          </h2>
          <Button kind="quiet" icon={Maximize2} label={t('Quick look')} command="library.quick-look" onPress={look} />
          <Button kind="quiet" icon={PanelRightClose} label={t('Hide inspector')} shortcut="Esc" onPress={close} />
        </>
      }
      foot={
        <>
          <Button icon={FolderOpen} onPress={() => void showPictureInFolder(asset.content_hash)}>
            {t('Show in folder')}
          </Button>
          <Button icon={Files} label={t('Copy the file')} command="library.copy-files" onPress={() => void copyFileOf(asset.content_hash)} />
          {asset.media_type === 'image' && (
            <Button icon={Copy} label={t('Copy the picture')} command="library.copy-image" onPress={() => void copyImage(asset.content_hash)} />
          )}
          <Button icon={Link2} label={t('Copy the link')} command="library.copy-link" onPress={() => void copyLinkTo(asset.content_hash)} />
          {newest !== undefined && (
            <Button icon={Activity} label={t('Story')} onPress={() => goToStory({ story_id: newest.correlation_id, event_id: newest.event_id })} />
          )}
          {asset.filed_sequence !== null && (
            <Button icon={Undo2} label={t('Undo filing')} onPress={() => void wishUndo({ kind: 'asset', content_hash: asset.content_hash }, { several: false })} />
          )}
        </>
      }
    >
      <button type="button" className={styles.stage} aria-label={t('Quick look at {name}', { name: asset.file_name })} onClick={look}>
        <Thumb hash={asset.content_hash} video={asset.media_type === 'video'} eager handOut className={styles.picture} />
      </button>
      {asset.missing !== null && <MissingNote asset={asset} />}
      <Rating asset={asset} betterThan={better_than} />
      <PromptAndParameters asset={asset} fileFacts={fileFactsOf(asset, readingOf(asset, events))} />
      <EvidenceList asset={asset} />
      <div className={styles.outdent}>
        <Button kind="quiet" icon={Signature} onPress={() => void showSourceRules()}>
          {t('Source rules…')}
        </Button>
      </div>
      <InsideTheFile asset={asset} />
      <OnBoards hash={asset.content_hash} sequence={asset.sequence} />
      <hr className={styles.rule} />
      <WhyHere events={events} problem={problem} />
      <hr className={styles.rule} />
      <section className={styles.path} aria-label={t('Path')}>
        {asset.path ?? asset.inbox_path}
      </section>
      {fetched !== null && (
        <section className={styles.path} aria-label={t('Fetched from')}>
          <h3>{t('Fetched from')}</h3>
          {fetched}
        </section>
      )}
      {asset.sidecars.length > 0 && (
        <section className={styles.path} aria-label={t('Sidecars')}>
          <h3>{t('Filed beside it')}</h3>
          {asset.sidecars.map((path) => (
            <div key={path}>{baseName(path)}</div>
          ))}
        </section>
      )}
      {asset.duplicates.length > 0 && (
        <section className={styles.path} aria-label={t('Duplicates')}>
          <h3>{t('Linked duplicates')}</h3>
          {asset.duplicates.map((path) => (
            <div key={path}>{path}</div>
          ))}
        </section>
      )}
    </SidePane>
  );
}

/** The address that one of its files was fetched from. */
function fetchedFrom(events: readonly RecordedEvent[]): string | null {
  for (const event of events) if (event.event_type === 'asset.discovered' && event.data.fetched_from !== null) return event.data.fetched_from;
  return null;
}
