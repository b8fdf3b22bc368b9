import type { ChosenPlace, MoveState } from '@shared/ipc/data-calls';
import { t } from '@shared/language/language';
import { bytesInWords } from '@shared/story/words';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../../../parts/button';
import { cx } from '../../../parts/cx';
import { Meter } from '../../../parts/meter';
import { Notice } from '../../../parts/notice';
import { leavePlace, moveData, stopMove, useDataFolder } from '../../../store/use-data-folder';
import styles from './dialogs.module.css';

/** What moving the data folder means, then how far it has come. */
export function MoveDialog() {
  const { chosen, moving, problem } = useDataFolder();
  if (chosen === null) return null;
  return (
    <ModalOverlay
      className={cx(styles.scrim)}
      isOpen
      isDismissable={moving === null}
      isKeyboardDismissDisabled={moving !== null}
      onOpenChange={(open) => { if (!open) leavePlace(); }}
    >
      <Modal className={cx(styles.modal)}>
        <Dialog className={cx(styles.dialog)}>
          <Heading slot="title">{moving === null ? t('Move the data folder?') : t('Moving the data folder')}</Heading>
          {moving === null ? <Before chosen={chosen} /> : <During moving={moving} />}
          {problem !== null && <Notice>{problem}</Notice>}
          <footer className={styles.foot}>
            {moving === null ? (
              <>
                <Button onPress={leavePlace}>{t('Leave it where it is')}</Button>
                <Button kind="primary" onPress={() => void moveData()}>{t('Move {size}', { size: bytesInWords(chosen.bytes) })}</Button>
              </>
            ) : (
              <Button disabled={moving.part === 'switching'} onPress={() => void stopMove()}>{t('Stop, and leave it where it was')}</Button>
            )}
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Before({ chosen: { folder, bytes, free_bytes } }: { readonly chosen: ChosenPlace }) {
  return (
    <>
      <p>
        {t(
          'Alice closes its library, copies {size} into a folder “data” in the place below, reads every file back, and goes on from there. Until all of it is proven, the folder of now stays in use; afterwards it is left to you.',
          { size: bytesInWords(bytes) },
        )}
      </p>
      <p className={styles.path}>{folder}</p>
      {free_bytes !== null && <p>{t('{size} are free there. Your pictures stay where they are.', { size: bytesInWords(free_bytes) })}</p>}
    </>
  );
}

const parts: Readonly<Record<MoveState['part'], string>> = {
  idle: t('Beginning'),
  closing: t('Closing the library'),
  copying: t('Copying and reading back'),
  checking: t('Checking the databases'),
  switching: t('Going over to the new place'),
};

function During({ moving: { part, done, total } }: { readonly moving: MoveState }) {
  return (
    <div className={styles.progress} role="status">
      <p>
        {part === 'copying' && total > 0
          ? t('Copying and reading back: {done} of {total}', { done: bytesInWords(done), total: bytesInWords(total) })
          : parts[part]}
      </p>
      <Meter label={t('Moved')} value={part === 'copying' ? done : part === 'checking' || part === 'switching' ? 1 : 0} total={part === 'copying' ? total : 1} />
    </div>
  );
}
