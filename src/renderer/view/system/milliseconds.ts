import { fixed } from '@shared/language/formats';
import { t } from '@shared/language/language';
import { duration } from '../../parts/times';

const least = 0.01;

/** A measured time, with as many digits as mean something: `0.04 ms`, `3.2 ms`, `340 ms`, `1.8 s`. */
export function milliseconds(ms: number | null): string {
  if (ms === null) return '–';
  if (ms >= 100) return duration(ms);
  if (ms >= 10) return t('{ms} ms', { ms: fixed(ms, 0) });
  if (ms >= 1) return t('{ms} ms', { ms: fixed(ms, 1) });
  return ms < least ? t('< {ms} ms', { ms: fixed(least, 2) }) : t('{ms} ms', { ms: fixed(ms, 2) });
}
