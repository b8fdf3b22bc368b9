import { ownKeys } from '../commands/own-keys';
import { t } from '../language/language';
import { defineSetting, type SettingControl } from './setting';

/** Which keys a person chose for commands; what stands there for commands of another version is kept. */
export const keySettings = {
  keys: defineSetting({
    schema: ownKeys,
    initial: {},
    get title() { return t('Keys'); },
    get sentence() { return t('Which keys run which command.'); },
    words: [t('keyboard'), t('shortcut'), t('hotkey'), t('remap'), t('binding'), t('command')],
    get control(): SettingControl { return { kind: 'editor', button: t('Edit keys…') }; },
  }),
} as const;
