import { assetDetected } from '@shared/events/asset-events';
import type { RecordedEvent } from '@shared/events/catalog';
import { settingsChanged } from '@shared/events/system-events';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventFrom, wholeStory } from '../testing/sample-events';
import { tempFolder } from '../testing/temp-folder';
import { logIn } from '../testing/test-log';
import { positionOf } from './checkpoints';
import { logFileName, openLogDatabase, openLogReadOnly } from './open-database';
import { LogReader } from './log-reader';
import { logVersion, NewerDataError } from './schema';

const detected = (name = 'a') => eventFrom(assetDetected({ file_path: `/inbox/${name}`, file_size: 1, project_name: 'p' }));
const sequences = (events: readonly RecordedEvent[]) => events.map(({ sequence }) => sequence);

describe('[L1] group commit', () => {
  it('[L1] appends of one turn share one transaction, and each is acknowledged after it, with its own events', async () => {
    const { log, database } = logIn(tempFolder());
    const commits: number[][] = [];
    log.onCommit((events) => commits.push(sequences(events)));
    const other = openLogReadOnly(join(database.name, '..'));
    const seenByOthers = Promise.all(
      [[detected()], [detected(), detected()], [detected()]].map(async (events) => {
        const recorded = await log.append(events);
        return [sequences(recorded), new LogReader(other).lastSequence];
      }),
    );
    expect(new LogReader(other).lastSequence).toBe(0);
    expect(await seenByOthers).toEqual([[[1], 4], [[2, 3], 4], [[4], 4]]);
    expect(commits).toEqual([[1, 2, 3, 4]]);
    other.close();
  });

  it('[L1] is durable: WAL, and FULL, for NORMAL loses acknowledged events on a power cut', () => {
    const { database } = logIn(tempFolder());
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(database.pragma('synchronous', { simple: true })).toBe(2);
  });

  it('[L1] an append that fails is refused, and all that was written with it is not there', async () => {
    const { log, database } = logIn(tempFolder());
    const append = log.append([detected()]);
    const write = log.alongside(() => { throw new Database.SqliteError('no room', 'SQLITE_FULL'); });
    await expect(append).rejects.toThrow('no room');
    await expect(write).rejects.toThrow('no room');
    expect(log.reader.lastSequence).toBe(0);
    expect(database.inTransaction).toBe(false);
    expect(sequences(await log.append([detected()]))).toEqual([1]);
  });

  it('[L9] a write beside the events that fails is taken back and harms only itself', async () => {
    const { log, database } = logIn(tempFolder());
    const bad = log.alongside(() => {
      database.prepare("INSERT INTO about VALUES ('half', 1)").run();
      throw new Error('a bug');
    });
    const good = log.append([detected()]);
    await expect(bad).rejects.toThrow('a bug');
    expect(sequences(await good)).toEqual([1]);
    expect(database.prepare("SELECT * FROM about WHERE name = 'half'").get()).toBeUndefined();
  });

  it('[L9] an event that cannot be written as JSON harms only itself', async () => {
    const { log } = logIn(tempFolder());
    const unwritable = eventFrom(settingsChanged({ setting: 'size', value: 1n }));
    const bad = log.append([unwritable]);
    const good = log.append([detected()]);
    await expect(bad).rejects.toThrow(/BigInt/);
    expect(sequences(await good)).toEqual([1]);
  });

  it('[L10] a listener that throws keeps nobody from the acknowledgement, and others from nothing', async () => {
    const { log } = logIn(tempFolder());
    const heard: number[] = [];
    log.onCommit(() => { throw new Error('bad listener'); });
    log.onCommit((events) => heard.push(...sequences(events)));
    const answer = log.append([detected()]);
    expect(() => { log.flush(); }).toThrow('bad listener');
    expect(sequences(await answer)).toEqual([1]);
    expect(heard).toEqual([1]);
  });

  it('[L10] a listener that has left hears nothing more', async () => {
    const { log } = logIn(tempFolder());
    const heard: number[] = [];
    const leave = log.onCommit((events) => heard.push(...sequences(events)));
    await log.append([detected()]);
    leave();
    await log.append([detected()]);
    expect(heard).toEqual([1]);
  });
});

describe('[L2] order', () => {
  it('[L2] sequences are dense and ascending, however appends, refusals and repetitions are mixed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('one', 'three', 'again', 'fails', 'wait'), { maxLength: 40 }), async (steps) => {
        const database = new Database(':memory:');
        const { EventLog } = await import('./event-log');
        const { migrate } = await import('./schema');
        migrate(database, 'memory');
        const log = new EventLog(database);
        let last = detected();
        const pending: Promise<unknown>[] = [];
        for (const step of steps) {
          if (step === 'wait') await Promise.allSettled(pending);
          else if (step === 'fails') pending.push(log.alongside(() => { throw new Error('no'); }).catch(() => undefined));
          else if (step === 'again') pending.push(log.append([last]).catch(() => undefined));
          else {
            const events = Array.from({ length: step === 'one' ? 1 : 3 }, () => detected());
            last = events.at(-1) ?? last;
            pending.push(log.append(events).catch(() => undefined));
          }
        }
        await Promise.all(pending);
        const all = log.reader.after(0, 1_000);
        expect(sequences(all)).toEqual(all.map((_, i) => i + 1));
        expect(new Set(all.map(({ event_id }) => event_id)).size).toBe(all.length);
        log.close();
      }),
      { numRuns: 100 },
    );
  });

  it('[L3] an event that is appended again keeps its place and is not told again', async () => {
    const { log } = logIn(tempFolder());
    const first = detected();
    await log.append([first]);
    const told: number[] = [];
    log.onCommit((events) => told.push(...sequences(events)));
    expect(await log.append([first])).toEqual([]);
    expect(sequences(await log.append([first, detected(), first]))).toEqual([2]);
    expect(told).toEqual([2]);
    expect(log.sequenceOf(first.event_id)).toBe(1);
    expect(log.sequenceOf('unknown')).toBeNull();
  });
});

describe('[L4] append only', () => {
  it.each(['UPDATE events SET data = \'{}\'', 'DELETE FROM events', 'INSERT OR REPLACE INTO events SELECT * FROM events'])(
    '[L4] the database itself refuses: %s',
    async (statement) => {
      const { log, database } = logIn(tempFolder());
      await log.append([detected()]);
      const before = log.reader.after(0, 10);
      expect(() => database.exec(statement)).toThrow(/append-only/);
      expect(log.reader.after(0, 10)).toEqual(before);
    },
  );
});

describe('[L5] reopening', () => {
  it('[L5] continues where it stopped, with every event as it was', async () => {
    const folder = tempFolder();
    const story = wholeStory('a.png').map((draft) => eventFrom(draft));
    const { log } = logIn(folder);
    await log.append(story);
    const odd = eventFrom(settingsChanged({ setting: 'odd', value: { lone: '\ud800', deep: [[[null]]], __proto__x: 1, big: 2 ** 53 } }));
    await log.append([odd]);
    log.close();
    const again = logIn(folder).log;
    expect(again.reader.after(0, 100)).toEqual([...story, odd].map((event, i) => ({ ...event, sequence: i + 1 })));
    expect(sequences(await again.append([detected()]))).toEqual([7]);
  });

  it('[L5] commits what still waits when it is closed', async () => {
    const folder = tempFolder();
    const { log } = logIn(folder);
    const pending = log.append([detected()], { service: 's', handled: 0, checkpoint: 0 });
    log.close();
    await pending;
    expect(logIn(folder).log.reader.lastSequence).toBe(1);
  });

  it('[L6] refuses a newer log with one sentence that says what to do, and leaves it untouched', async () => {
    const folder = tempFolder();
    const { log, database } = logIn(folder);
    await log.append([detected()]);
    database.pragma(`user_version = ${logVersion + 1}`);
    log.close();
    const before = readFileSync(join(folder, logFileName));
    const refusal = expect.objectContaining({ message: expect.stringMatching(/newer Alice.*nothing was touched\.$/) });
    expect(() => openLogDatabase(folder)).toThrow(NewerDataError);
    expect(() => openLogDatabase(folder)).toThrow(refusal);
    expect(() => openLogReadOnly(folder)).toThrow(NewerDataError);
    expect(readFileSync(join(folder, logFileName))).toEqual(before);
  });

  it('[L6] does not take a file that is no database for an empty log', () => {
    const folder = tempFolder();
    const file = join(folder, logFileName);
    writeFileSync(file, 'these are someone else\'s bytes, and there are enough of them to be looked at as a page'.repeat(20));
    const before = readFileSync(file);
    expect(() => openLogDatabase(folder)).toThrow(/not a database/);
    expect(readFileSync(file)).toEqual(before);
  });
});

describe('[L7] receipts', () => {
  const receipt = (handled: number, checkpoint: number) => ({ service: 'quality', handled, checkpoint });

  it('[L7] stand in the transaction of the events that the service said, or not at all', async () => {
    const { log, database } = logIn(tempFolder());
    await log.append([detected(), detected(), detected()]);
    const failing = log.append([detected()], receipt(1, 1));
    void log.alongside(() => { throw new Database.SqliteError('no room', 'SQLITE_FULL'); }).catch(() => undefined);
    await expect(failing).rejects.toThrow();
    expect(positionOf(database, 'quality')).toEqual({ sequence: 0, handledBeyond: new Set() });
    await log.append([detected()], receipt(1, 1));
    expect(positionOf(database, 'quality')).toEqual({ sequence: 1, handledBeyond: new Set() });
  });

  it('[L7] remember what was handled beyond the checkpoint, until the checkpoint passes it; it never goes back', async () => {
    const { log, database } = logIn(tempFolder());
    await log.append(Array.from({ length: 6 }, () => detected()));
    await log.append([], receipt(3, 1));
    await log.append([], receipt(5, 1));
    expect(positionOf(database, 'quality')).toEqual({ sequence: 1, handledBeyond: new Set([3, 5]) });
    await log.append([], receipt(2, 3));
    expect(positionOf(database, 'quality')).toEqual({ sequence: 3, handledBeyond: new Set([5]) });
    await log.append([], receipt(1, 1));
    expect(positionOf(database, 'quality').sequence).toBe(3);
    expect(positionOf(database, 'other').sequence).toBe(0);
  });

  it('[L7] without events do not each cost a commit', async () => {
    const { log } = logIn(tempFolder());
    let done = false;
    const lazy = log.append([], receipt(1, 1)).then(() => { done = true; });
    await new Promise((resolve) => setImmediate(resolve));
    expect(done).toBe(false);
    await log.append([detected()]);
    await lazy;
    expect(done).toBe(true);
  });
});
