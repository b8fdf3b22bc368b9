import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { RecordedEvent } from '@shared/events/catalog';
import { describe, expect, it, onTestFinished } from 'vitest';
import { forkNodeMediaProcess } from '../../adapters/media/fork-node';
import { MediaPool, PoisonousFileError } from '../../adapters/media/media-pool';
import { assessImageWith } from '../../adapters/media/media-ports';
import { memoryLimitMb } from '../../adapters/media/protocol';
import { cliFiles, realMediaProcess } from '../child-process';
import { tempFolder } from '../temp-folder';
import { place } from '../test-hub';
import { drop, ratedPng } from '../tiny-pictures';
import { contentsOf } from '../trees';
import { allHostileFiles } from './all-hostile-files';
import { watchProcesses } from './worker-memory';

const canSeeMemory = process.platform === 'linux' && existsSync('/proc/self/statm');
/** What a decoder can take between two looks at its memory. */
const capWithSlack = (memoryLimitMb + 512) * 1024 * 1024;

/** A media process whose decoder does to it what the name of the file says. */
function takenOverProcess() {
  const { workerFile, modelFile } = cliFiles();
  return forkNodeMediaProcess(join(workerFile, '..', 'faulty-worker.js'), modelFile);
}

type Outcome = 'filed' | 'set_aside';

/** How the story of each file ended, by its name, with the last sentence. */
function outcomesIn(events: readonly RecordedEvent[]): Map<string, { ends: Outcome; message: string }> {
  const outcomes = new Map<string, { ends: Outcome; message: string }>();
  for (const event of events) {
    if (event.event_type === 'asset.organized') outcomes.set(basename(event.data.source_path), { ends: 'filed', message: '' });
    if (event.event_type === 'asset.set_aside') outcomes.set(basename(event.data.file_path), { ends: 'set_aside', message: event.data.message });
  }
  return outcomes;
}

describe('[A60] hostile media', () => {
  it('[A60] each has an outcome in a sentence, nothing is lost, and Alice goes on answering', async () => {
    const here = place();
    const files = await allHostileFiles();
    for (const { name, bytes } of files) drop(join(here.inbox, 'hostile', name), bytes);
    const good = Array.from({ length: 10 }, (_, i) => drop(join(here.inbox, 'good', `good ${i}.png`), ratedPng(i)));
    const before = contentsOf(here.inbox);
    const watched = watchProcesses();
    const events = await here.run({ startMedia: realMediaProcess });
    const { mostMemory, longestSilence } = watched();

    expect(here.bugs).toEqual([]);
    expect(events.filter(({ event_type }) => event_type === 'event.parked')).toEqual([]);
    const outcomes = outcomesIn(events);
    const wrong = files.filter(({ name, ends }) => (ends === 'either' ? !outcomes.has(name) : outcomes.get(name)?.ends !== ends));
    expect(wrong.map(({ name, ends }) => `${name}: ${outcomes.get(name)?.ends ?? 'nothing'}, not ${ends}`)).toEqual([]);
    for (const { message } of [...outcomes.values()].filter(({ ends }) => ends === 'set_aside')) expect(message).toMatch(/^[A-Z].{10,}\.$/);
    for (const path of good) expect(outcomes.get(basename(path))).toEqual({ ends: 'filed', message: '' });
    expect(contentsOf(here.inbox)).toEqual(before);
    expect(longestSilence).toBeLessThan(1_000);
    if (canSeeMemory) expect(mostMemory).toBeLessThan(capWithSlack);
  }, 120_000);

  it('[A61] what is filed has the ending of what it is, whatever it was called', async () => {
    const here = place();
    const files = (await allHostileFiles()).filter(({ name }) => /^(picture|options)/.test(name));
    for (const { name, bytes } of files) drop(join(here.inbox, name), bytes);
    const events = await here.run();
    const filed = events.flatMap((event) => (event.event_type === 'asset.organized' ? [event.data] : []));
    expect(filed).toHaveLength(files.length);
    for (const { destination_path } of filed) expect(basename(destination_path)).toMatch(/^uncategorized-\d{3}\.(png|jpg)$/);
  }, 60_000);

  it('[A61] a name never says what is decoded: options in it are letters, and no other file is opened', async () => {
    const home = tempFolder();
    const pool = new MediaPool({ start: realMediaProcess, processes: 1 });
    onTestFinished(() => { pool.close(); });
    const assess = assessImageWith(pool, null);
    const plain = await assess(drop(join(home, 'a.png'), ratedPng(1)), '');
    for (const name of ['a.png[page=0]', 'a.png[fail_on=none,access=random]', 'gone.png[]', '[x]', 'a.png]', 'a.png\n[n=-1]']) {
      const other = await assess(drop(join(home, name), ratedPng(2)), '');
      expect(other.kind, name).toBe('rated');
      expect(other, name).not.toEqual(plain);
    }
  }, 20_000);
});

describe('[A62] a decoder that was taken over', () => {
  const dying = ['segfault.png', 'aborts.png', 'leaves.png', 'eats 8 GB.png', 'eats 8 GB natively.png'];

  it('[A62] can crash, leave and eat memory: its file is set aside in a sentence, the others are filed', async () => {
    const here = place();
    for (const name of dying) drop(join(here.inbox, name), ratedPng(name.length));
    for (let i = 0; i < 20; i += 1) drop(join(here.inbox, `good ${i}.png`), ratedPng(100 + i));
    const watched = watchProcesses();
    const events = await here.run({ startMedia: takenOverProcess });
    const { mostMemory, longestSilence } = watched();
    const outcomes = outcomesIn(events);
    expect(here.bugs).toEqual([]);
    for (const name of dying) {
      expect(outcomes.get(name), name).toMatchObject({ ends: 'set_aside', message: expect.stringContaining('Alice and your other files are unharmed') });
      expect(readFileSync(join(here.inbox, name)).equals(ratedPng(name.length))).toBe(true);
    }
    for (let i = 0; i < 20; i += 1) expect(outcomes.get(`good ${i}.png`)?.ends, `good ${i}`).toBe('filed');
    expect(longestSilence).toBeLessThan(1_000);
    if (canSeeMemory) expect(mostMemory).toBeLessThan(capWithSlack);
  }, 120_000);

  it('[A62] can spin for ever: it is ended after the time limit, and the files beside it are rated', async () => {
    const home = tempFolder();
    const pool = new MediaPool({ start: takenOverProcess, processes: 1, timeLimitMs: 1_500 });
    onTestFinished(() => { pool.close(); });
    const assess = (name: string) => pool.run({ kind: 'assess', path: drop(join(home, name), ratedPng(name.length)), thumbnail: null });
    const spinning = assess('spins.png');
    const others = ['a.png', 'bb.png', 'ccc.png'].map(assess);
    await expect(spinning).rejects.toThrow(PoisonousFileError);
    expect((await Promise.all(others)).map(({ kind }) => kind)).toEqual(['rated', 'rated', 'rated']);
    pool.close();
    await delay(50);
  }, 60_000);
});
