import { t } from '@shared/language/language';
import { parseNotes } from '@shared/library/notes-text';
import { X } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../../parts/button';
import { cx } from '../../parts/cx';
import { ScrollRegion } from '../../parts/scroll-region';
import { closeNotes, openReleasePage, skipVersion, useUpdates } from '../../store/use-updates';
import { Notes } from './notes';
import styles from './release-notes.module.css';

/** What is new: in Alice as she is, by her change log, or in a newer version that can be had. */
export function ReleaseNotesDialog({ changelog }: { readonly changelog: string }) {
  const notes = useUpdates((store) => store.notes);
  return notes !== null && <OpenNotes key={notes} of={notes} changelog={changelog} />;
}

function OpenNotes({ of, changelog }: { readonly of: 'own' | 'found'; readonly changelog: string }) {
  const state = useUpdates((store) => store.state);
  useEffect(() => giveBack, []);
  const found = of === 'found' ? (state?.found ?? null) : null;
  const text = found?.notes ?? changelog;
  // The title of the change log stands above it already.
  const blocks = useMemo(() => parseNotes(text).filter((block) => block.kind !== 'heading' || block.level > 1 || of === 'found'), [text, of]);
  const current = state?.current ?? null;
  const title = found === null ? t('Release notes') : t('Alice {version}', { version: found.version });
  return (
    <ModalOverlay className={cx(styles.scrim)} isOpen isDismissable onOpenChange={(open) => { if (!open) closeNotes(); }}>
      <Modal className={cx(styles.modal)}>
        <Dialog className={cx(styles.dialog)}>
          <header className={styles.head}>
            <Heading slot="title">{title}</Heading>
            <Button kind="quiet" icon={X} label={t('Close')} shortcut="Esc" onPress={closeNotes} />
          </header>
          <ScrollRegion className={styles.scroll} label={t('Notes')}>
            <Notes blocks={blocks} beside={(heading) => found === null && heading === current && <span className={styles.now}>{t('runs now')}</span>} />
            {blocks.length === 0 && <p>{t('Nothing was written about this version.')}</p>}
          </ScrollRegion>
          {found !== null && (
            <footer className={styles.foot}>
              <p className={styles.about}>{t('You have {current}. Nothing is installed by itself.', { current: current ?? '' })}</p>
              <Button onPress={() => void skipVersion(found.version)}>{t('Skip this version')}</Button>
              <Button kind="primary" onPress={() => void openReleasePage(found.version)}>{t('Open its page on {host}', { host: found.host })}</Button>
            </footer>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The message or button that led here may be gone: then the list of the place has the keyboard, or what the settings say of updates. */
function giveBack(): void {
  requestAnimationFrame(() => requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('main [data-pane-focus], main #updates-told')?.focus();
  }));
}
