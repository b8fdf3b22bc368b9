import { t } from '@shared/language/language';
import { X } from 'lucide-react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../../parts/button';
import { cx } from '../../parts/cx';
import { NameForm } from '../../parts/name-form';
import { askForName, rename, useRename } from '../../store/use-rename';
import styles from './rename-dialog.module.css';
import { useRenameCommand } from './use-rename-command';

/** Asks what a saved search or filter is to be called from now on. */
export function RenameDialog() {
  const what = useRename((state) => state.what);
  useRenameCommand();
  const close = () => askForName(null);
  return (
    <ModalOverlay className={cx(styles.scrim)} isOpen={what !== null} isDismissable onOpenChange={(open) => { if (!open) close(); }}>
      <Modal className={cx(styles.modal)}>
        <Dialog className={cx(styles.dialog)}>
          {what !== null && (
            <>
              <header className={styles.head}>
                <Heading slot="title">{t('Rename “{name}”', { name: what.name })}</Heading>
                <Button kind="quiet" icon={X} label={t('Close')} shortcut="Esc" onPress={close} />
              </header>
              <NameForm
                key={what.name}
                label={what.kind === 'search' ? t('Name of the search') : t('Name of the filter')}
                example={what.name}
                initial={what.name}
                action={t('Rename')}
                onSave={(name) => rename(what, name)}
              />
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
