import { t } from '@shared/language/language';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../../parts/button';
import { cx } from '../../parts/cx';
import { askToReadAgain, readAgain, useReading } from '../../store/use-reading';
import styles from './read-again-dialog.module.css';

/** What reading all metadata again does, before it is done. */
export function ReadAgainDialog() {
  const asked = useReading((state) => state.asked);
  return (
    <ModalOverlay className={cx(styles.scrim)} isOpen={asked} isDismissable onOpenChange={askToReadAgain}>
      <Modal className={cx(styles.modal)}>
        <Dialog className={cx(styles.dialog)}>
          <Heading slot="title">{t('Read all metadata again?')}</Heading>
          <p>
            {t('Alice reads every organized file with the readers and source rules of today. What is known gets better; no file is touched or moved, and no rating changes. It goes on beside your work, and you can stop it at any time: it continues from there.')}
          </p>
          <div className={styles.foot}>
            <Button onPress={() => askToReadAgain(false)}>{t('Cancel')}</Button>
            <Button kind="primary" onPress={() => void readAgain()}>
              {t('Read again')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
