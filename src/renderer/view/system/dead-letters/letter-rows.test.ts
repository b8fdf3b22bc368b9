import type { DeadLetter } from '@shared/ipc/system-overview';
import { describe, expect, it } from 'vitest';
import { letterRows } from './letter-rows';

const letter = (service: string, sequence: number, reason: string) =>
  ({ service, sequence, attempts: 5, reason, parked_at: '2026-06-12T14:00:00.000Z', event: { event_type: 'asset.processed' } }) as DeadLetter;

describe('letterRows', () => {
  it('[V50] lists dead letters as they come, each by service and event', () => {
    const rows = letterRows([letter('quality', 7, 'a'), letter('organizer', 7, 'b')], '');
    expect(rows.map(({ key }) => key)).toEqual(['quality 7', 'organizer 7']);
  });

  it('[V50] finds them by service, type and reason, in any case', () => {
    const letters = [letter('quality', 7, 'Disk full'), letter('organizer', 8, 'locked')];
    expect(['QUAL', 'disk', 'processed', 'nothing'].map((text) => letterRows(letters, text).length)).toEqual([1, 1, 2, 0]);
  });
});
