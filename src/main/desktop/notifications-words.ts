import { t } from '@shared/language/language';
import { printable } from '@shared/story/printable';
import type { RunOver } from './notifications-run';

/** Where a notification leads. */
export type NotifiedPlace = 'inbox' | 'library' | 'care';

export interface Notice {
  readonly title: string;
  readonly body: string;
  readonly place: NotifiedPlace;
  /** The one picture that it is about, by hash; null when it is about more, or another thing. */
  readonly picture: string | null;
}

/** What has happened since the last notification. */
export interface Happened {
  readonly run: RunOver | null;
  /** Why Alice touches no file, in a sentence. */
  readonly trouble: string | null;
}

export interface WantedNotices {
  readonly finished: boolean;
  readonly set_aside: boolean;
  readonly trouble: boolean;
}

const longestBody = 300;

/** One notification for all that happened; null when nothing of it is wanted. */
export function noticeOf({ run, trouble }: Happened, wanted: WantedNotices): Notice | null {
  const sum = run === null ? null : sumOf(run, wanted);
  if (trouble !== null && wanted.trouble) {
    const body = sum === null ? trouble : `${trouble} ${sum}.`;
    return { title: t('Alice is paused'), body: plain(body), place: 'care', picture: null };
  }
  if (run === null || sum === null) return null;
  const needed = run.set_aside > 0;
  return {
    title: sum,
    body: needed ? t('What was set aside is in the inbox with its reason. It is untouched.') : t('All of it lies in your library.'),
    place: needed ? 'inbox' : 'library',
    picture: !needed && run.filed === 1 && run.duplicates === 0 ? (run.newest ?? null) : null,
  };
}

function sumOf({ filed, duplicates, set_aside }: RunOver, wanted: WantedNotices): string | null {
  const parts: string[] = [];
  if (wanted.finished && filed > 0) parts.push(t('{filed, plural, one {# file} other {# files}} filed', { filed }));
  if (wanted.finished && duplicates > 0) parts.push(t('{duplicates, plural, one {# duplicate} other {# duplicates}} linked', { duplicates }));
  if (set_aside > 0 && parts.length > 0) parts.push(t('{set_aside, number} set aside', { set_aside }));
  else if (set_aside > 0 && wanted.set_aside) parts.push(t('{set_aside, plural, one {# file} other {# files}} set aside', { set_aside }));
  return parts.length === 0 ? null : parts.join(', ');
}

/** Some systems read markup in a notification, and names of files may hold it: its signs become ones that only look like it. */
function plain(text: string): string {
  return printable(text).replaceAll('<', '‹').replaceAll('>', '›').replaceAll('&', '＆').slice(0, longestBody);
}
