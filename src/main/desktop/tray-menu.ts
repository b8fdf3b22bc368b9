import type { AppStatus, InboxCounts } from '@shared/ipc/answers';
import { t } from '@shared/language/language';
import { printable } from '@shared/story/printable';
import type { MenuItemConstructorOptions } from 'electron';

export type TrayState = 'watching' | 'paused' | 'trouble';

/** What the icon in the tray and its menu tell. */
export interface TrayModel {
  readonly state: TrayState;
  /** What is being done, in words. */
  readonly sentence: string;
  /** Whether files are taken in; null when there is nothing to switch. */
  readonly watching: boolean | null;
  /** The pictures that were filed last, the newest first. */
  readonly filed: readonly { readonly content_hash: string; readonly file_name: string }[];
}

export interface TrayActions {
  readonly open: () => void;
  readonly openInbox: () => void;
  readonly openPicture: (contentHash: string) => void;
  readonly setWatching: (watching: 'on' | 'paused') => void;
  readonly quit: () => void;
}

const longestName = 48;

export function trayModelOf(
  status: Pick<AppStatus, 'set_up' | 'watching' | 'paused' | 'trouble'>,
  counts: Pick<InboxCounts, 'waiting' | 'working' | 'set_aside'> | null,
  filed: TrayModel['filed'],
): TrayModel {
  const stopped = status.paused !== null || (status.set_up && status.watching === 'off');
  const state = stopped ? 'trouble' : status.watching === 'paused' ? 'paused' : 'watching';
  return { state, sentence: sentenceOf(status, state, counts), watching: status.set_up && !stopped ? state === 'watching' : null, filed };
}

function sentenceOf(status: Parameters<typeof trayModelOf>[0], state: TrayState, counts: Parameters<typeof trayModelOf>[1]): string {
  if (!status.set_up || counts === null) return t('Waiting for the first choice of folders');
  if (state === 'trouble') return t('Alice needs you: no file is touched at the moment');
  const parts: string[] = [];
  if (counts.working > 0) parts.push(t('{working, number} working', { working: counts.working }));
  if (counts.waiting > 0) parts.push(t('{waiting, number} waiting', { waiting: counts.waiting }));
  if (counts.set_aside > 0) parts.push(t('{count, plural, one {# file} other {# files}} set aside', { count: counts.set_aside }));
  if (parts.length === 0) return state === 'paused' ? t('Paused') : t('Everything is filed');
  const work = parts.join(', ');
  return state === 'paused' ? t('Paused, {work}', { work }) : work;
}

export function trayMenu({ sentence, watching, filed }: TrayModel, act: TrayActions): MenuItemConstructorOptions[] {
  const switched: MenuItemConstructorOptions = {
    label: t('Watch the Inbox'),
    type: 'checkbox',
    checked: watching === true,
    enabled: watching !== null,
    click: () => { act.setWatching(watching === true ? 'paused' : 'on'); },
  };
  const last: MenuItemConstructorOptions[] = [
    { label: t('Filed Last'), enabled: false },
    ...filed.map(({ content_hash, file_name }) => ({ label: inMenu(file_name), click: () => { act.openPicture(content_hash); } })),
    { type: 'separator' },
  ];
  return [
    { label: inMenu(sentence), enabled: false },
    { type: 'separator' },
    { label: t('Open Alice'), click: act.open },
    { label: t('Open Inbox Folder'), click: act.openInbox },
    switched,
    { type: 'separator' },
    ...(filed.length === 0 ? [] : last),
    { label: t('Quit Alice'), click: act.quit },
  ];
}

/** A name from a file is text: one sign of it would mark a key, and it may be long. */
function inMenu(text: string): string {
  const plain = printable(text);
  const short = plain.length <= longestName ? plain : `${plain.slice(0, longestName / 2)}…${plain.slice(-longestName / 2 + 1)}`;
  return short.replaceAll('&', '&&');
}
