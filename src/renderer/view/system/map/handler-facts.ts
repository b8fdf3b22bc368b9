import { t } from '@shared/language/language';
import type { BusStats } from '@shared/library/bus-stats';
import type { Fact } from '../../../parts/facts';
import { number } from '../../../parts/numbers';
import { milliseconds } from '../milliseconds';

/** How a subscriber's calls went. */
export function handlerFacts({ calls, errors, p50_ms, p99_ms, longest_ms, pending, stuck }: BusStats['handlers'][number]): readonly Fact[] {
  return [
    [t('Calls'), number(calls)],
    [t('Errors'), number(errors)],
    [t('Half take at most'), milliseconds(p50_ms)],
    [t('99 of 100 at most'), milliseconds(p99_ms)],
    [t('Longest'), milliseconds(longest_ms)],
    [t('Not ended'), stuck > 0 ? t('{pending, number}, {stuck, number} stuck', { pending, stuck }) : number(pending)],
  ];
}
