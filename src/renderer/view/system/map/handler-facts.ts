import type { BusStats } from '@shared/library/bus-stats';
import type { Fact } from '../../../parts/facts';
import { number } from '../../../parts/numbers';
import { milliseconds } from '../milliseconds';

/** How a subscriber's calls went. */
export function handlerFacts({ calls, errors, p50_ms, p99_ms, longest_ms, pending, stuck }: BusStats['handlers'][number]): readonly Fact[] {
  return [
    ['Calls', number(calls)],
    ['Errors', number(errors)],
    ['Half take at most', milliseconds(p50_ms)],
    ['99 of 100 at most', milliseconds(p99_ms)],
    ['Longest', milliseconds(longest_ms)],
    ['Not ended', stuck > 0 ? `${number(pending)}, ${number(stuck)} stuck` : number(pending)],
  ];
}
