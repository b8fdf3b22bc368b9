import { t } from '@shared/language/language';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../../parts/button';
import { cx } from '../../parts/cx';
import styles from './question.module.css';

interface QuestionProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The verb with its object; null while it cannot be said yet. */
  readonly yes: string | null;
  /** Whether it can be done at all. */
  readonly can?: boolean;
  readonly onYes: () => void;
  readonly onClose: () => void;
}

/** Shows what would come of something before it is done. */
export function Question({ title, children, yes, can = true, onYes, onClose }: QuestionProps) {
  return (
    <ModalOverlay className={cx(styles.scrim)} isOpen isDismissable onOpenChange={(open) => { if (!open) onClose(); }}>
      <Modal className={cx(styles.modal)}>
        <Dialog className={cx(styles.dialog)}>
          <header className={styles.head}>
            <Heading slot="title">{title}</Heading>
            <Button kind="quiet" icon={X} label={t('Close')} shortcut="Esc" onPress={onClose} />
          </header>
          <div className={styles.body}>{children}</div>
          <footer className={styles.foot}>
            <Button onPress={onClose}>{t('Cancel')}</Button>
            <Button kind="primary" disabled={yes === null || !can} onPress={onYes}>
              {yes ?? t('Looking at the files')}
            </Button>
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
