import { t } from '@shared/language/language';
import { settingOf } from '@shared/settings/settings-table';
import { X } from 'lucide-react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../../../parts/button';
import { cx } from '../../../parts/cx';
import { applyImport, leaveImport, useSettings } from '../../../store/use-settings';
import styles from './dialogs.module.css';

/** What a file of settings would change, before anything does. */
export function ImportDialog() {
  const preview = useSettings((state) => state.import);
  if (preview === null) return null;
  const { file_name, changes, same, problems } = preview;
  return (
    <ModalOverlay className={cx(styles.scrim)} isOpen isDismissable onOpenChange={(open) => { if (!open) leaveImport(); }}>
      <Modal className={cx(styles.modal)}>
        <Dialog className={cx(styles.dialog)}>
          <header className={styles.head}>
            <Heading slot="title">{t('Settings of {name}', { name: file_name })}</Heading>
            <Button kind="quiet" icon={X} label={t('Close')} shortcut="Esc" onPress={leaveImport} />
          </header>
          <div className={styles.scroll}>
            {changes.length > 0 && (
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th scope="col">{t('Setting')}</th>
                    <th scope="col">{t('Now')}</th>
                    <th scope="col">{t('Then')}</th>
                  </tr>
                </thead>
                <tbody>
                  {changes.map(({ key, from, to }) => (
                    <tr key={key}>
                      <th scope="row">{settingOf(key).title}</th>
                      <td>{from}</td>
                      <td>{to}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            <p>
              {changes.length === 0 && <>{t('Nothing in it would change anything.')} </>}
              {t('{same, plural, one {# setting in it is so already.} other {# settings in it are so already.}}', { same })}
            </p>
            {problems.length > 0 && (
              <ul className={styles.problems} aria-label={t('What does not fit')}>
                {problems.map((problem) => <li key={problem}>{problem}</li>)}
              </ul>
            )}
          </div>
          <footer className={styles.foot}>
            <Button onPress={leaveImport}>{t('Leave all as it is')}</Button>
            <Button kind="primary" why={changes.length === 0 ? t('Nothing in this file would change a setting') : null} onPress={() => void applyImport()}>
              {t('Change {count, plural, one {# setting} other {# settings}}', { count: changes.length })}
            </Button>
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
