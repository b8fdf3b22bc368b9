import { z } from 'zod';
import { t } from '../language/language';
import { releaseChannel } from '../library/release-list';
import { isThisMachine } from '../library/stage-problem';
import { defineSetting, type SettingControl } from './setting';

/** Whether Alice looks for newer versions of herself. Until a person says so, she asks nobody. */
export const updateSettings = {
  look_for_updates: defineSetting({
    schema: z.enum(['never', 'daily']),
    initial: 'never',
    get title() { return t('Look for updates'); },
    get sentence() { return t('Once a day Alice asks the address below whether there is a newer version. Nothing about you is sent, and nothing is installed by itself.'); },
    words: [t('update'), t('upgrade'), t('version'), t('network'), t('check')],
    get control(): SettingControl { return { kind: 'choice', options: [['never', t('Never')], ['daily', t('Once a day')]] }; },
  }),
  release_channel: defineSetting({
    schema: releaseChannel,
    initial: 'stable',
    get title() { return t('Channel'); },
    get sentence() { return t('Stable tells of finished versions. Beta tells of those that are still tried out, too.'); },
    words: [t('update'), t('beta'), t('stable'), t('preview'), t('version')],
    get control(): SettingControl { return { kind: 'choice', options: [['stable', t('Stable')], ['beta', t('Beta')]] }; },
  }),
  release_list: defineSetting({
    schema: z.string().max(2_000),
    initial: '',
    get title() { return t('Address of the release list'); },
    get sentence() { return t('Alice has no public home yet, so it is empty. Whoever gave you Alice may have one, which begins with https://.'); },
    words: [t('update'), t('server'), t('address'), t('url'), t('network')],
    get control(): SettingControl { return { kind: 'text', example: 'https://example.org/alice/releases.json', none: t('none'), problem: releaseListProblem }; },
  }),
} as const;

/** Why an address will not do for a release list, as a sentence; null when it will. An empty one asks nobody. */
export function releaseListProblem(address: string): string | null {
  if (address === '') return null;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null) return t('This is no address. One begins with https://, or leave the field empty.');
  if (url.username !== '' || url.password !== '') return t('The address holds a name or password. A release list is asked for without them.');
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isThisMachine(url.hostname))) return null;
  return t('A release list is read by https:// only. Plain http is for a server on this machine alone.');
}
