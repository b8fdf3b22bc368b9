import { t } from '@shared/language/language';

/** `1 second`, `12 seconds`, `3 minutes`; never less than a second. */
export function secondsInWords(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1_000));
  if (seconds < 120) return t('{seconds, plural, one {# second} other {# seconds}}', { seconds });
  return t('{minutes, plural, one {# minute} other {# minutes}}', { minutes: Math.ceil(seconds / 60) });
}
