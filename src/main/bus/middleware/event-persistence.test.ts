import { assetDetected } from '@shared/events/asset-events';
import type { RecordedEvent } from '@shared/events/catalog';
import { appendFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { eventFrom, recordedFrom } from '../../testing/sample-events';
import { tempFolder } from '../../testing/temp-folder';
import { logIn } from '../../testing/test-log';
import { EventBus } from '../event-bus';
import { EventPersistence, type PersistenceTarget } from './event-persistence';
import { NdjsonFiles } from './ndjson-files';
import { type DamagedLine, replayNdjson } from './replay-ndjson';

const detected = (name: string) => assetDetected({ file_path: `/inbox/${name}`, file_size: 1, project_name: 'p' });
const at = (day: string, first: number, ...names: string[]): RecordedEvent[] =>
  recordedFrom(names.map(detected), 'story', first).map((event) => ({ ...event, timestamp: `${day}T12:00:00.000Z` }));
const sequences = async (folder: string, options?: Parameters<typeof replayNdjson>[1]) => {
  const found: number[] = [];
  for await (const { sequence } of replayNdjson(folder, options)) found.push(sequence);
  return found;
};

function workshop(target: PersistenceTarget, more: { from?: number; queueLimit?: number } = {}, { log } = logIn(tempFolder())) {
  const bus = new EventBus(log);
  const troubles: unknown[] = [];
  const persistence = new EventPersistence({
    target, history: log.reader, from: 0, firstWaitMs: 1, onTrouble: (error) => troubles.push(error), ...more,
  });
  onTestFinished(() => persistence.end());
  const out = bus.use(persistence);
  return { log, bus, persistence, troubles, out };
}

describe('[B33] persistence', () => {
  it('[B33] copies every event in log order, with a slow target and a queue that is far too short', async () => {
    const kept: number[] = [];
    let longest = 0;
    const { bus, persistence } = workshop({
      append: async (events) => { await delay(1); kept.push(...events.map(({ sequence }) => sequence)); },
    }, { queueLimit: 8 });
    for (let i = 0; i < 100; i += 1) {
      await bus.publish(Array.from({ length: 20 }, (_, j) => eventFrom(detected(`${i}-${j}`))));
      longest = Math.max(longest, persistence.figures.queued);
    }
    await persistence.settled();
    expect(kept).toEqual(Array.from({ length: 2_000 }, (_, i) => i + 1));
    expect(longest).toBeLessThanOrEqual(8);
    expect(persistence.figures).toEqual({ kept: 2_000, queued: 0, behind: 0, failures: 0 });
  });

  it('[B33] a target that fails is tried again until it takes the events, and the publisher does not wait for it', async () => {
    let broken = 3;
    const kept: string[] = [];
    const { bus, persistence, troubles } = workshop({
      append: async (events) => {
        if (broken > 0) { broken -= 1; throw new Error('no disk'); }
        kept.push(...events.map(({ event_type }) => event_type));
      },
    });
    await bus.publish([eventFrom(detected('a')), eventFrom(detected('b'))]);
    expect(kept).toEqual([]);
    await persistence.settled();
    expect([kept.length, troubles.length, persistence.figures.failures]).toEqual([2, 3, 3]);
  });

  it('[B33] goes on where the target stopped, also with what was recorded in between', async () => {
    const folder = tempFolder();
    const opened = logIn(tempFolder());
    const first = await NdjsonFiles.open(folder);
    const one = workshop(first, { from: first.from }, opened);
    await one.bus.publish([eventFrom(detected('a')), eventFrom(detected('b'))]);
    await one.persistence.end();
    one.out();
    await first.close();
    await one.bus.publish(eventFrom(detected('c')));
    const second = await NdjsonFiles.open(folder);
    onTestFinished(() => second.close());
    const two = workshop(second, { from: second.from }, opened);
    await two.bus.publish(eventFrom(detected('d')));
    await two.persistence.settled();
    expect(second.from).toBe(2);
    expect(await sequences(folder)).toEqual([1, 2, 3, 4]);
  });
});

describe('[B34] event files', () => {
  it('[B34] are one a day, a JSON object a line, and reading them gives log order and the very same events', async () => {
    const folder = tempFolder();
    const files = await NdjsonFiles.open(folder);
    const odd = at('2026-01-02', 4, 'line\nbreak \u2028 "quoted" 画.png');
    // Stamped before midnight, recorded after one of the next day.
    const events = [...at('2026-01-01', 1, 'a', 'b'), ...at('2026-01-02', 3, 'c'), ...odd, ...at('2026-01-01', 5, 'late')];
    await files.append(events.slice(0, 4));
    await files.append(events.slice(4));
    await files.close();
    expect(readdirSync(folder)).toEqual(['2026-01-01.ndjson', '2026-01-02.ndjson']);
    expect(readFileSync(join(folder, '2026-01-02.ndjson'), 'utf8').trimEnd().split('\n').length).toBe(3);
    const found: RecordedEvent[] = [];
    for await (const event of replayNdjson(folder)) found.push(event);
    expect(found).toEqual(events);
    expect(await sequences(folder, { after: 3 })).toEqual([4, 5]);
  });

  it.each([1, 10, 200])('[B34] a last line that was torn %i bytes before its end is passed over, cut off and written again', async (cut) => {
    const folder = tempFolder();
    const file = join(folder, '2026-01-01.ndjson');
    const files = await NdjsonFiles.open(folder);
    const events = at('2026-01-01', 1, 'a', 'b', 'c');
    await files.append(events);
    await files.close();
    const whole = readFileSync(file);
    truncateSync(file, whole.length - cut);
    const damage: DamagedLine[] = [];
    // With only the line feed gone the line is still whole.
    expect(await sequences(folder, { onDamage: (each) => damage.push(each) })).toEqual(cut === 1 ? [1, 2, 3] : [1, 2]);
    expect(damage).toEqual(cut === 1 ? [] : [{ file, line: 3, torn: true }]);
    expect(await sequences(folder)).toHaveLength(cut === 1 ? 3 : 2);
    const again = await NdjsonFiles.open(folder);
    await again.append(events.slice(again.from));
    await again.close();
    expect(readFileSync(file).equals(whole)).toBe(true);
  });

  it('[B34] a file that holds nothing whole begins anew; a line longer than the look back is found', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, '2026-01-02.ndjson'), '{"sequence":9');
    writeFileSync(join(folder, '2026-01-01.ndjson'), `${JSON.stringify({ ...at('2026-01-01', 7, 'x'.repeat(200_000))[0] })}\n`);
    const files = await NdjsonFiles.open(folder);
    await files.close();
    expect(files.from).toBe(7);
    expect(readFileSync(join(folder, '2026-01-02.ndjson'), 'utf8')).toBe('');
    expect(await sequences(folder)).toEqual([7]);
    expect(await sequences(join(folder, 'nowhere'))).toEqual([]);
  });

  it('[B34] a line in the middle that is no event is an error with its place, or reported and passed over', async () => {
    const folder = tempFolder();
    const file = join(folder, '2026-01-01.ndjson');
    const line = (sequence: number) => `${JSON.stringify(at('2026-01-01', sequence, 'a')[0])}\n`;
    for (const text of [line(1), '{"sequence":2,"no":"event"}\n', line(3)]) appendFileSync(file, text);
    await expect(sequences(folder)).rejects.toMatchObject({ name: 'DamagedLineError', damage: { file, line: 2, torn: false } });
    expect(await sequences(folder, { onDamage: () => undefined })).toEqual([1, 3]);
  });
});
