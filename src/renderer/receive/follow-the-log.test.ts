import type { RecordedEvent } from '@shared/events/catalog';
import type { Snapshot } from '@shared/ipc/answers';
import { describe, expect, it, vi } from 'vitest';
import { followTheLog } from './follow-the-log';

const event = (sequence: number) => ({ sequence }) as RecordedEvent;
const events = (...sequences: number[]) => sequences.map(event);
const snapshotAt = (sequence: number) => ({ sequence }) as Snapshot;

/** A log whose answers come when the test says so, and what a follower of it was told. */
function joined() {
  const told: (number | string)[] = [];
  const answers: ((snapshot: Snapshot | null) => void)[] = [];
  let hear: ((batch: readonly RecordedEvent[]) => void) | null = null;
  const leave = followTheLog(
    {
      hear: (listener) => {
        hear = listener;
        return () => (hear = null);
      },
      ask: () => new Promise((resolve) => answers.push(resolve)),
    },
    {
      begin: ({ sequence }) => told.push(`begin ${sequence}`),
      tell: (batch) => told.push(...batch.map((one) => one.sequence)),
      lost: () => told.push('lost'),
    },
  );
  const answer = async (snapshot: Snapshot | null) => {
    answers.shift()?.(snapshot);
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
  };
  const arrive = (...sequences: number[]) => hear?.(events(...sequences));
  return { told, answer, arrive, leave, asked: answers, isHearing: () => hear !== null };
}

describe('followTheLog', () => {
  it('[V1] tells what arrives after the snapshot, once and in order', async () => {
    const { told, answer, arrive } = joined();
    await answer(snapshotAt(7));
    arrive(8, 9);
    arrive(10);
    expect(told).toEqual(['begin 7', 8, 9, 10]);
  });

  it('[V1] holds back what arrives before the answer and drops what the answer covers', async () => {
    const { told, answer, arrive } = joined();
    arrive(5, 6);
    arrive(7, 8);
    expect(told).toEqual([]);
    await answer(snapshotAt(6));
    expect(told).toEqual(['begin 6', 7, 8]);
  });

  it('[V1] passes over what it has told before', async () => {
    const { told, answer, arrive } = joined();
    await answer(snapshotAt(2));
    arrive(3, 4);
    arrive(3, 4, 5);
    expect(told).toEqual(['begin 2', 3, 4, 5]);
  });

  it('[V1] asks anew when a batch was lost, and goes on without a gap', async () => {
    const { told, answer, arrive } = joined();
    await answer(snapshotAt(2));
    arrive(3, 5);
    arrive(6);
    expect(told).toEqual(['begin 2', 3, 'lost']);
    await answer(snapshotAt(5));
    expect(told).toEqual(['begin 2', 3, 'lost', 'begin 5', 6]);
  });

  it('[V1] asks again later when the log cannot be read, or when the gap is still there', async () => {
    vi.useFakeTimers();
    const { told, answer, arrive, asked } = joined();
    await answer(null);
    expect(told).toEqual(['lost']);
    await vi.advanceTimersByTimeAsync(1000);
    arrive(9);
    await answer(snapshotAt(3));
    expect(asked).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1000);
    await answer(snapshotAt(8));
    expect(told).toEqual(['lost', 'begin 3', 'begin 8', 9]);
    vi.useRealTimers();
  });

  it('[V1] says nothing after it has been left', async () => {
    const { told, answer, leave, isHearing } = joined();
    leave();
    await answer(snapshotAt(1));
    expect([told, isHearing()]).toEqual([[], false]);
  });
});
