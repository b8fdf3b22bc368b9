import { t } from '@shared/language/language';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../../../parts/button';
import { cx } from '../../../parts/cx';
import styles from './stages.module.css';

interface RemoveQuestionProps {
  readonly name: string;
  readonly onYes: () => void;
  readonly onClose: () => void;
}

/** A stage that is removed takes its key along for good when Alice is closed, so it is asked. */
export function RemoveQuestion({ name, onYes, onClose }: RemoveQuestionProps) {
  return (
    <ModalOverlay className={cx(styles.scrim)} isOpen isDismissable onOpenChange={(open) => { if (!open) onClose(); }}>
      <Modal className={cx(styles.modal, styles.small)}>
        <Dialog role="alertdialog" className={cx(styles.dialog)}>
          <Heading slot="title">{t('Remove {name}?', { name })}</Heading>
          <p className={styles.words}>{t('Its setup and its key are removed; Undo brings both back until Alice is closed. What it has said of your pictures stays.')}</p>
          <div className={styles.foot}>
            <Button onPress={onClose}>{t('Cancel')}</Button>
            <Button kind="primary" onPress={onYes}>
              {t('Remove stage')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
