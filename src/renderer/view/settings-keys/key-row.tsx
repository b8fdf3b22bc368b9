import { type CommandId, commandOf } from '@shared/commands/all-commands';
import { capsOf } from '@shared/commands/key-words';
import { eitherOf } from '@shared/language/formats';
import { t } from '@shared/language/language';
import { RotateCcw } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Button } from '../../parts/button';
import { Kbd } from '../../parts/kbd';
import { keysOf, useKeys } from '../../store/commands-keys';
import { useStatus } from '../../store/use-status';
import styles from './keys-editor.module.css';

interface KeyRowProps {
  readonly id: CommandId;
  readonly recording: boolean;
  /** The first press of what may become two in a row. */
  readonly begun: string | null;
  readonly onRecord: (on: boolean) => void;
  readonly onPress: (event: KeyboardEvent) => void;
  readonly onReset: () => void;
}

/** One command: pressing its button waits for the key that it is to have. */
export function KeyRow({ id, recording, begun, onRecord, onPress, onReset }: KeyRowProps) {
  const own = useKeys((state) => state.own);
  const platform = useStatus((state) => state.status?.platform ?? '');
  const { title } = commandOf(id);
  const said = keysOf(id, own).map((keys) => capsOf(keys, platform));
  const name = said.length === 0 ? t('no key') : eitherOf(said.map((caps) => caps.join(' ')));
  const hear = (event: KeyboardEvent) => {
    if (!recording || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') onRecord(false);
    else onPress(event);
  };
  return (
    <div className={styles.row}>
      <span className={styles.title}>{title}</span>
      {own[id] !== undefined && <Button kind="quiet" icon={RotateCcw} label={t('Reset the key of {title}', { title })} onPress={onReset} />}
      <button
        type="button"
        className={styles.keys}
        data-records-keys={recording ? '' : undefined}
        aria-pressed={recording}
        aria-label={recording ? t('Press the key for {title}; Escape leaves it as it is', { title }) : t('Key of {title}: {name}. Change it', { title, name })}
        onClick={() => { if (!recording) onRecord(true); }}
        onKeyDown={hear}
        onBlur={() => { if (recording) onRecord(false); }}
      >
        {recording ? (begun === null ? t('Press a key …') : t('{begun}, then …', { begun: capsOf(begun, platform).join(' ') })) : said.length === 0 ? t('None') : said.map((caps, at) => (
          <span key={at} className={styles.caps}>{caps.map((cap, place) => <Kbd key={place}>{cap}</Kbd>)}</span>
        ))}
      </button>
    </div>
  );
}
