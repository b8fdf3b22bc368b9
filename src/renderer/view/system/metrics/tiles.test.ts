import type { BusStats } from '@shared/library/bus-stats';
import { expect, it } from 'vitest';
import { tilesOf } from './tiles';

const counts = { handler_errors: 0, middleware_errors: 0, per_second: 0, total: 9, uptime_ms: 1_000, stuck: 0, pending: 3 };
const stats = { ...counts, services: [] } as unknown as BusStats;
const errorsWith = (change: Partial<BusStats>, deaths: number) => tilesOf({ ...stats, ...change }, 0, deaths).find(({ name }) => name === 'Errors')?.about;

it('[D119] decoders that died of a file are counted in the system view, behind what is stuck now', () => {
  expect(errorsWith({}, 0)).toBe('3 calls under way');
  expect(errorsWith({}, 1)).toBe('1 decoder died of a file');
  expect(errorsWith({}, 1_200)).toBe('1,200 decoders died of a file');
  expect(errorsWith({ stuck: 2 }, 4)).toBe('2 of 3 calls stuck');
});
