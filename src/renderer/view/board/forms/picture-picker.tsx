import { t } from '@shared/language/language';
import type { LibraryAnswer } from '@shared/library/library-answer';
import { defaultSort } from '@shared/library/library-filter';
import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../../../parts/button';
import { cx } from '../../../parts/cx';
import { Notice } from '../../../parts/notice';
import { askQuietly } from '../../../store/ask';
import { PickerGrid } from './picker-grid';
import styles from './picker.module.css';
import { useCtrlEnter } from './use-ctrl-enter';

interface PicturePickerProps {
  /** Content hashes. */
  readonly picked: readonly string[];
  readonly onPick: (picked: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Finds pictures of the library by words, and picks several. */
export function PicturePicker({ picked, onPick, onClose }: PicturePickerProps) {
  const [text, setText] = useState('');
  const body = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  // The form below keeps the keyboard until the dialog above it is there.
  useEffect(() => {
    const frame = requestAnimationFrame(() => search.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  const [chosen, setChosen] = useState<readonly string[]>(picked);
  const { answer, problem } = useFound(text);
  const toggle = (hash: string) => setChosen((now) => (now.includes(hash) ? now.filter((each) => each !== hash) : [...now, hash]));
  const take = () => onPick(chosen);
  useCtrlEnter(body, take);
  return (
    <ModalOverlay className={cx(styles.scrim)} isOpen onOpenChange={(open) => { if (!open) onClose(); }}>
      <Modal className={cx(styles.modal)}>
        <Dialog className={cx(styles.dialog)}>
          <header className={styles.head}>
            <Heading slot="title">{t('Pick pictures')}</Heading>
            <Button kind="quiet" icon={X} label={t('Close')} shortcut="Esc" onPress={onClose} />
          </header>
          <div ref={body} className={styles.body}>
            <input
              type="text"
              role="searchbox"
              className={styles.search}
              aria-label={t('Find pictures')}
              placeholder={t('Words of prompts, models, names')}
              ref={search}
              maxLength={1_000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
            {problem !== null && <Notice>{problem}</Notice>}
            {answer !== null && answer.ids.length === 0 ? (
              <p className={styles.none}>{text === '' ? t('There are no pictures in the library yet. File some first.') : t('No pictures match “{text}”.', { text })}</p>
            ) : (
              answer !== null && <PickerGrid ids={answer.ids} chosen={chosen} onToggle={toggle} />
            )}
            <footer className={styles.foot}>
              <span role="status">{t('{count, plural, one {# picture} other {# pictures}} picked', { count: chosen.length })}</span>
              <Button onPress={onClose}>{t('Cancel')}</Button>
              <Button kind="primary" shortcut="Ctrl Enter" disabled={chosen.length === 0 && picked.length === 0} onPress={take}>
                {t('Take {count, plural, one {# picture} other {# pictures}}', { count: chosen.length })}
              </Button>
            </footer>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

const settleMs = 120;

interface Found {
  readonly answer: LibraryAnswer | null;
  readonly problem: string | null;
}

function useFound(text: string): Found {
  const [found, setFound] = useState<Found>({ answer: null, problem: null });
  useEffect(() => {
    let left = false;
    const find = async () => {
      const words = text.trim();
      const reply = await askQuietly('library/find', { filter: words === '' ? {} : { words }, sort: defaultSort });
      if (left) return;
      setFound((before) => (typeof reply === 'string' ? { ...before, problem: reply } : { answer: reply.answer, problem: null }));
    };
    const timer = setTimeout(() => void find(), text === '' ? 0 : settleMs);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [text]);
  return found;
}
