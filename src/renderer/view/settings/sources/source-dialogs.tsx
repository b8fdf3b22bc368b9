import { t } from '@shared/language/language';
import { X } from 'lucide-react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../../../parts/button';
import { cx } from '../../../parts/cx';
import { useCommands } from '../../../store/commands';
import { askToRemove, chooseSource, editSource, removeSource, useSources } from '../../../store/use-sources';
import { SourceForm } from './source-form';
import styles from './source-dialogs.module.css';

/** What is asked about sources, from wherever in the window they are added, changed or removed. */
export function SourceDialogs() {
  const edited = useSources((state) => state.edited);
  const removed = useSources((state) => state.removed);
  const close = () => editSource(null);
  useCommands({ 'sources.add': () => void chooseSource() });
  return (
    <>
      {edited !== null && (
        <ModalOverlay className={cx(styles.scrim)} isOpen isDismissable onOpenChange={(open) => { if (!open) close(); }}>
          <Modal className={cx(styles.modal)}>
            <Dialog className={cx(styles.dialog)}>
              <header className={styles.head}>
                <Heading slot="title">{'state' in edited ? t('Change {name}', { name: edited.name }) : t('Watch this folder')}</Heading>
                <Button kind="quiet" icon={X} label={t('Close')} shortcut="Esc" onPress={close} />
              </header>
              <SourceForm key={edited.id} edited={edited} onClose={close} />
            </Dialog>
          </Modal>
        </ModalOverlay>
      )}
      {removed !== null && (
        <ModalOverlay className={cx(styles.scrim)} isOpen isDismissable onOpenChange={(open) => { if (!open) askToRemove(null); }}>
          <Modal className={cx(styles.modal, styles.small)}>
            <Dialog role="alertdialog" className={cx(styles.dialog)}>
              <Heading slot="title">Watch {removed.name} no longer?</Heading>
              <p>
                {t('Its files stay where they are, and what was filed from it stays in the library. Files in it that wait or were set aside leave the inbox’s lists.')}
              </p>
              <div className={styles.foot}>
                <Button onPress={() => askToRemove(null)}>{t('Keep watching')}</Button>
                <Button kind="primary" onPress={() => void removeSource(removed)}>
                  {t('Remove source')}
                </Button>
              </div>
            </Dialog>
          </Modal>
        </ModalOverlay>
      )}
    </>
  );
}
