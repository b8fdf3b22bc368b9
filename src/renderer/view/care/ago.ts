import { t } from '@shared/language/language';
import { durationInWords } from '@shared/story/words';

/** `a moment ago`, `5 min ago`. */
export function ago(timestamp: string, now: number): string {
  const ms = now - Date.parse(timestamp);
  return ms < 10_000 ? t('a moment ago') : t('{time} ago', { time: durationInWords(ms) });
}
