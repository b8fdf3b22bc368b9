import { commandSections } from '@shared/commands/command';
import { t } from '@shared/language/language';
import { X } from 'lucide-react';
import { useRef, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../../parts/button';
import { cx } from '../../parts/cx';
import { FilterField } from '../../parts/filter-field';
import { Kbd } from '../../parts/kbd';
import { Spoken } from '../../parts/spoken';
import { useKeys } from '../../store/commands-keys';
import { useStatus } from '../../store/use-status';
import { showKeys, useView } from '../../store/use-view';
import { keysOfSheet } from './keys-of-sheet';
import styles from './keys-sheet.module.css';

/** All keys on one sheet, as they hold now; those of the open place come first. */
export function KeysSheet() {
  const shown = useView((state) => state.keys_shown);
  return (
    <ModalOverlay className={cx(styles.scrim)} isOpen={shown} onOpenChange={showKeys} isDismissable>
      <Modal className={cx(styles.modal)}>
        <Dialog className={cx(styles.dialog)}>
          <Sheet />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Sheet() {
  const [words, setWords] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const own = useKeys((state) => state.own);
  const platform = useStatus((state) => state.status?.platform ?? '');
  const place = useView((state) => state.place);
  const groups = keysOfSheet(own, platform, commandSections[place], words);
  return (
    <>
      <header className={styles.head}>
        <Heading slot="title">{t('Keys')}</Heading>
        <span className={styles.search}>
          <FilterField label={t('Search keys')} placeholder={t('Search keys')} value={words} field={field} onChange={setWords} />
        </span>
        <Button kind="quiet" icon={X} label={t('Close')} onPress={() => showKeys(false)} />
      </header>
      <div className={styles.groups}>
        {groups.map(({ name, lines }) => (
          <section key={name}>
            <h3>{name}</h3>
            <dl className={styles.keys}>
              {lines.map(({ what, caps }) => (
                <div key={what}>
                  <dt>{what}</dt>
                  <dd>
                    <Spoken>{caps.join(' ')}</Spoken>
                    {caps.map((cap, at) => (
                      <Kbd key={`${cap} ${at}`}>{cap}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        {groups.length === 0 && <p>{t('No key is called “{words}”.', { words: words.trim() })}</p>}
      </div>
    </>
  );
}
