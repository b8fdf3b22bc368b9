import { t } from '@shared/language/language';
import { X } from 'lucide-react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../../../parts/button';
import { cx } from '../../../parts/cx';
import { useCommands } from '../../../store/commands';
import { chooseSource, editSource, useSources } from '../../../store/use-sources';
import { SourceForm } from './source-form';
import styles from './source-dialogs.module.css';

/** What is asked about sources, from wherever in the window they are added, changed or removed. */
export function SourceDialogs() {
  const edited = useSources((state) => state.edited);
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
    </>
  );
}
