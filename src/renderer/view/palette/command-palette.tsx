import { t } from '@shared/language/language';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { cx } from '../../parts/cx';
import { Icon } from '../../parts/icon';
import { Kbd } from '../../parts/kbd';
import { rich } from '../../parts/rich';
import { Spoken } from '../../parts/spoken';
import { findPictures, type PalettePage, pageOf, pageTitle, rememberCommand, showPalette, turnPage, usePalette } from '../../store/commands-palette';
import { loadSettings } from '../../store/use-settings';
import { useStatus } from '../../store/use-status';
import styles from './command-palette.module.css';
import type { Entry } from './palette-entries';
import { PaletteLine } from './palette-line';
import { usePageCommands } from './use-page-commands';
import { usePaletteGroups } from './use-palette-groups';

/** Every command by its words, and everything that can be gone to. */
export function CommandPalette() {
  const open = usePalette((state) => state.open);
  const times = usePalette((state) => state.times);
  usePageCommands();
  return (
    <ModalOverlay className={cx(styles.scrim)} isOpen={open} onOpenChange={(next) => showPalette(next)} isDismissable>
      <Modal className={cx(styles.modal)}>
        <Dialog className={cx(styles.dialog)} aria-label={t('Commands')}>
          <Body key={times} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Body() {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const page = usePalette((state) => state.page);
  const platform = useStatus((state) => state.status?.platform ?? '');
  const groups = usePaletteGroups(text);
  const entries = groups.flatMap((group) => group.entries);
  const active = entries[Math.min(at, entries.length - 1)];
  const hint = page === null ? t('Search commands, pictures and projects') : hints[page];
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => void findPictures((page !== null && page !== 'palette.open') || text.startsWith('>') ? '' : text.trim()), [text, page]);
  useEffect(() => { if (page === 'palette.theme') void loadSettings(); }, [page]);
  useEffect(() => list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }), [active?.key]);

  const turn = (next: PalettePage | null) => {
    turnPage(next);
    setText('');
    setAt(0);
  };
  const choose = (entry: Entry) => {
    const leads = pageOf(entry.command);
    if (leads === null || entry.disabled) act(entry);
    else {
      rememberCommand(leads);
      turn(leads);
    }
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt((Math.min(at, entries.length - 1) + step + entries.length) % Math.max(1, entries.length));
    else if (event.key === 'Enter' && active !== undefined) choose(active);
    else if (event.key === 'Backspace' && text === '' && page !== null) turn(null);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className={styles.field}>
        <Icon of={Search} size="lg" />
        {page !== null && <button type="button" className={styles.page} aria-label={t('Back from {page}', { page: pageTitle(page) })} onClick={() => turn(null)}>{pageTitle(page)}</button>}
        {/* The dialog is opened to type in it. */}
        <input
          className={styles.input}
          role="combobox"
          aria-label={hint}
          aria-expanded
          aria-controls="palette-list"
          aria-autocomplete="list"
          aria-activedescendant={active === undefined ? undefined : idOf(active)}
          placeholder={hint}
          spellCheck={false}
          ref={(field) => field?.focus()}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={press}
        />
      </div>
      <div className={styles.list} id="palette-list" role="listbox" aria-label={t('Commands')} ref={list}>
        {groups.map(({ title, entries: lines }) => (
          <div key={title} role="group" aria-label={title}>
            <div className={styles.heading} aria-hidden>{title}</div>
            {lines.map((entry) => (
              <PaletteLine
                key={entry.key}
                id={idOf(entry)}
                entry={entry}
                active={entry === active}
                platform={platform}
                onPoint={() => setAt(entries.indexOf(entry))}
                onChoose={() => choose(entry)}
              />
            ))}
          </div>
        ))}
      </div>
      {entries.length === 0 && <p className={styles.none}>{page === 'palette.date' ? t('Write a day, as 2026-11-03, 3 Nov or yesterday, and a time if you like.') : text.trim() === '' ? t('There is nothing to choose yet.') : t('Nothing here is called “{text}”.', { text: text.trim() })}</p>}
      <Spoken status>{text === '' ? '' : t('{count, number} found', { count: entries.length })}</Spoken>
      <footer className={styles.foot} aria-hidden>
        <span>{rich('{up} {down} choose', { up: <Kbd>↑</Kbd>, down: <Kbd>↓</Kbd> })}</span>
        <span>{rich('{key} do', { key: <Kbd>{t('Enter')}</Kbd> })}</span>
        <span className={styles.grow} />
        {page === null ? <span>{rich('{key} commands only', { key: <Kbd>{'>'}</Kbd> })}</span> : <span>{rich('{key} back', { key: <Kbd>{t('Backspace')}</Kbd> })}</span>}
      </footer>
    </>
  );
}

const hints: Readonly<Record<PalettePage, string>> = {
  'palette.open': t('Name of a project, or words of a picture'),
  'palette.move': t('Find a project, or name a new one'),
  'palette.place': t('Find a project, or name a new one'),
  'palette.rate': t('Stars, 1 to 5'),
  'palette.project': t('Find a project'),
  'palette.date': t('A day, and a time if you like'),
  'palette.theme': t('Find a theme'),
};

const idOf = ({ key }: Entry): string => `palette-${key.replaceAll(/[^\w-]/g, '_')}`;

/** The palette goes first, so that the keyboard is back where it was when the command takes it elsewhere. */
function act(entry: Entry): void {
  if (entry.disabled) return;
  showPalette(false);
  requestAnimationFrame(() => requestAnimationFrame(() => void entry.run()));
}
