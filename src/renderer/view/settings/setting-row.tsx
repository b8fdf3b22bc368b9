import { type SettingKey, settingOf, type SimpleKey } from '@shared/settings/settings-table';
import { valueInWords } from '@shared/settings/setting-words';
import type { SimpleChange } from '@shared/ipc/settings-calls';
import { inSentence } from '@shared/language/formats';
import { t } from '@shared/language/language';
import { RotateCcw } from 'lucide-react';
import { Button } from '../../parts/button';
import { Segmented } from '../../parts/segmented';
import { Switch } from '../../parts/switch';
import { ask } from '../../store/ask';
import { changeSetting, chooseSettingFolder, resetSetting, useSettings } from '../../store/use-settings';
import { editors } from './editors';
import { NumberControl } from './number-control';
import { SettingFrame } from './setting-frame';
import styles from './settings.module.css';
import { TextControl } from './text-control';

/** More choices than these are unfolded. */
const mostBesideEachOther = 5;

interface SettingRowProps {
  readonly setting: SettingKey;
  readonly words: readonly string[];
}

/** A setting: what it does, how it stands, and the way back to how it was at first. */
export function SettingRow({ setting, words }: SettingRowProps) {
  const now = useSettings((state) => state.now);
  const { title, sentence, control, initial } = settingOf(setting);
  if (now === null) return null;
  const changed = now.changed.includes(setting);
  const forThisRun = now.for_this_run.includes(setting);
  const reset = changed && control.kind !== 'editor' && (control.kind !== 'folder' || setting === 'backup_folder');
  return (
    <SettingFrame
      title={title}
      sentence={sentence}
      words={words}
      control={control.kind === 'text' ? undefined : <Control setting={setting} disabled={forThisRun} />}
      beside={
        changed && (
          <>
            <span className={styles.changed}>{t('Changed')}</span>
            {reset && (
              <Button
                kind="quiet"
                icon={RotateCcw}
                label={t('Reset {title} to {value}', { title, value: valueInWords(setting, initial) })}
                onPress={() => void resetSetting(setting as SimpleKey)}
              />
            )}
          </>
        )
      }
    >
      {control.kind === 'text' ? (
        <Control setting={setting} disabled={forThisRun} />
      ) : control.kind === 'folder' && (forThisRun || now.values[setting] !== null) ? (
        <>
          {now.values[setting] !== null && <code className={styles.path}>{valueInWords(setting, now.values[setting])}</code>}
          {forThisRun && <p className={styles.note}>{t('Named when Alice was started; it holds for this run.')}</p>}
        </>
      ) : now.from_next_start.includes(setting) ? (
        <div className={styles.buttons}>
          <p className={styles.note}>{t('It holds from the next start of Alice on.')}</p>
          <Button onPress={() => void ask('app/start-again', {})}>{t('Start Alice again')}</Button>
        </div>
      ) : undefined}
    </SettingFrame>
  );
}

function Control({ setting, disabled }: { readonly setting: SettingKey; readonly disabled: boolean }) {
  const value = useSettings((state) => state.now?.values[setting] ?? null);
  const { title, control } = settingOf(setting);
  const set = (next: unknown) => void changeSetting({ key: setting, value: next } as SimpleChange);
  switch (control.kind) {
    case 'switch':
      return <Switch label={title} on={value === true} onChange={set} />;
    case 'choice':
      return control.options.length <= mostBesideEachOther ? (
        <Segmented label={title} options={control.options} value={value as string} onChange={set} />
      ) : (
        <select className={styles.select} aria-label={title} value={value as string} onChange={(event) => set(event.target.value)}>
          {control.options.map(([option, name]) => <option key={option} value={option}>{name}</option>)}
        </select>
      );
    case 'number': {
      const { kind: _, ...limits } = control;
      return <NumberControl label={title} value={value as number | null} {...limits} onChange={set} />;
    }
    case 'text': {
      const { kind: _, none: _none, ...about } = control;
      return <TextControl label={title} value={String(value ?? '')} {...about} onChange={set} />;
    }
    case 'folder':
      return (
        <Button disabled={disabled} onPress={() => void chooseSettingFolder(setting as Parameters<typeof chooseSettingFolder>[0])}>
          {value === null ? t('Choose {title}…', { title: inSentence(title) }) : t('Change {title}…', { title: inSentence(title) })}
        </Button>
      );
    case 'editor':
      return (
        <>
          <span className={styles.count}>{value === 0 || value === null ? t('None') : String(value)}</span>
          <Button onPress={() => editors[setting]?.()}>{control.button}</Button>
        </>
      );
  }
}
