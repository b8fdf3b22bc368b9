import { bindingOf, canGoOn, usedBy, withBinding, withoutOwn } from '@shared/commands/change-keys';
import { type CommandId, commandIds, commandOf } from '@shared/commands/all-commands';
import { commandSections, type CommandSection } from '@shared/commands/command';
import { capsOf } from '@shared/commands/key-words';
import { t } from '@shared/language/language';
import { useEffect, useEffectEvent, useState } from 'react';
import { Button } from '../../parts/button';
import { keepKeys, useKeys } from '../../store/commands-keys';
import { useStatus } from '../../store/use-status';
import { KeyRow } from './key-row';
import styles from './keys-editor.module.css';

interface Wish {
  readonly id: CommandId;
  readonly binding: string;
  readonly from: CommandId;
}

/** So long a second press is waited for. */
const secondMs = 1_000;

const all = Object.keys(commandSections) as CommandSection[];
/** Those that have commands. */
const sections = all.filter((section) => commandIds.some((id) => commandOf(id).section === section));

/** Every command with its key, which is changed by pressing another. */
export function KeysEditor() {
  const own = useKeys((state) => state.own);
  const platform = useStatus((state) => state.status?.platform ?? '');
  const [recording, setRecording] = useState<CommandId | null>(null);
  const [begun, setBegun] = useState<string | null>(null);
  const [wish, setWish] = useState<Wish | null>(null);
  const changed = Object.keys(own).length;

  const press = (id: CommandId, event: React.KeyboardEvent) => {
    const pressed = event.repeat ? null : bindingOf(event, platform);
    if (pressed === null) return;
    if (begun === null && canGoOn(pressed)) setBegun(pressed);
    else finish(id, begun === null ? pressed : `${begun} ${pressed}`);
  };
  const record = (id: CommandId | null) => {
    setBegun(null);
    setRecording(id);
  };
  const finish = (id: CommandId, binding: string) => {
    record(null);
    const from = usedBy(own, id, binding);
    if (from === null) void keepKeys(withBinding(own, id, binding));
    else setWish({ id, binding, from });
  };
  const enough = useEffectEvent(() => {
    if (recording !== null && begun !== null) finish(recording, begun);
  });
  useEffect(() => {
    if (begun === null) return;
    const timer = setTimeout(enough, secondMs);
    return () => clearTimeout(timer);
  }, [begun]);
  const answer = (take: boolean) => {
    if (wish !== null && take) void keepKeys(withBinding(own, wish.id, wish.binding));
    setWish(null);
  };
  return (
    <div className={styles.editor}>
      {sections.map((section) => (
        <section key={section}>
          <h3>{commandSections[section]}</h3>
          <ul className={styles.rows}>
            {commandIds.filter((id) => commandOf(id).section === section).map((id) => (
              <li key={id}>
                <KeyRow
                  id={id}
                  recording={recording === id}
                  begun={recording === id ? begun : null}
                  onRecord={(on) => {
                    setWish(null);
                    record(on ? id : null);
                  }}
                  onPress={(event) => press(id, event)}
                  onReset={() => void keepKeys(withoutOwn(own, id))}
                />
                {wish?.id === id && (
                  <div className={styles.conflict} role="alert">
                    <span>{t('{key} is used by “{title}”. Take it away there?', {
                      key: capsOf(wish.binding, platform).join(' '),
                      title: commandOf(wish.from).title,
                    })}</span>
                    <Button onPress={() => answer(true)}>{t('Take it')}</Button>
                    <Button kind="quiet" onPress={() => answer(false)}>{t('Leave it')}</Button>
                  </div>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Button why={changed === 0 ? t('No key was changed') : null} onPress={() => void keepKeys({})}>{t('Reset all keys')}</Button>
    </div>
  );
}
