import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cliFiles, realMediaProcess } from '../../testing/child-process';
import { tempFolder } from '../../testing/temp-folder';
import { a1111Png, brokenJpeg, drop, ratedPng, tinyPng } from '../../testing/tiny-pictures';
import { forkNodeMediaProcess } from './fork-node';
import { MediaJobError, MediaPool, MediaUnavailableError, PoisonousFileError, type PoolOptions } from './media-pool';
import { assessImageWith, readAssetWith, thumbnailPath } from './media-ports';
import { type MediaProcess, readySignal, type Request, type Response } from './protocol';

/** What a process does with one file: an answer, or its death, or silence. */
type Fate = 'answers' | 'dies' | 'hangs' | 'throws';

/** Processes of literals. The path of a file says how it fares. */
function poolOf(more: Partial<PoolOptions> = {}, fate: (path: string, asked: number) => Fate = (path) => path as Fate) {
  const record = { started: 0, alive: 0, most: 0, asked: new Map<string, number>(), inside: 0, crowd: 0 };
  const startProcess = (): MediaProcess => {
    record.started += 1;
    record.alive += 1;
    record.most = Math.max(record.most, record.alive);
    const hear: ((message: Response | typeof readySignal) => void)[] = [];
    const exits: (() => void)[] = [];
    let dead = false;
    const die = () => {
      if (dead) return;
      dead = true;
      record.alive -= 1;
      setImmediate(() => { for (const each of exits) each(); });
    };
    const answer = async ({ id, job }: Request) => {
      await delay(2);
      if (dead) return;
      const asked = (record.asked.get(job.path) ?? 0) + 1;
      record.asked.set(job.path, asked);
      const what = fate(job.path, asked);
      if (what === 'dies') die();
      if (what === 'answers') for (const each of hear) each({ id, result: { kind: 'not-rated', reason: 'too_small', message: job.path } });
      if (what === 'throws') for (const each of hear) each({ id, error: 'no such file', code: 'ENOENT' });
    };
    setImmediate(() => { for (const each of hear) each(readySignal); });
    return {
      post: (request) => void answer(request),
      onMessage: (listener) => hear.push(listener),
      onExit: (listener) => exits.push(listener),
      kill: die,
    };
  };
  const pool = new MediaPool({ start: startProcess, processes: 2, timeLimitMs: 60, ...more });
  onTestFinished(() => { pool.close(); });
  return { pool, record, assess: (path: string) => pool.run({ kind: 'assess', path, thumbnail: null }) };
}

describe('[A14] media processes', () => {
  it('[A14] start when they are needed, as many as are allowed, and answer each job', async () => {
    const { record, assess } = poolOf({}, () => 'answers');
    expect(record.started).toBe(0);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => assess(`f${i}`)));
    expect(answers.map((answer) => 'message' in answer && answer.message)).toEqual(Array.from({ length: 20 }, (_, i) => `f${i}`));
    expect(record).toMatchObject({ started: 2, most: 2 });
  });

  it('[A14] one that dies is replaced, and what it had in hand is done by another', async () => {
    const { record, assess } = poolOf({ processes: 1 }, (path, asked) => (path === 'unlucky' && asked === 1 ? 'dies' : 'answers'));
    const answers = await Promise.all(['a', 'unlucky', 'b', 'c'].map(assess));
    expect(answers).toHaveLength(4);
    expect([record.started, record.asked.get('unlucky')]).toEqual([2, 2]);
  });

  it('[A14] a file that kills two of them is given up; files that were beside it are not blamed', async () => {
    const { record, assess } = poolOf({}, (path) => (path === 'poison' ? 'dies' : 'answers'));
    const poison = assess('poison');
    const others = Array.from({ length: 12 }, (_, i) => assess(`f${i}`));
    await expect(poison).rejects.toThrow(PoisonousFileError);
    await expect(Promise.all(others)).resolves.toHaveLength(12);
    expect(record.asked.get('poison')).toBe(2);
  });

  it('[A14] a file beside one that kills is tried again without it, and not blamed for the second death', async () => {
    const { assess } = poolOf({ processes: 1 }, (path) => (path === 'poison' ? 'dies' : 'answers'));
    const [poison, innocent] = await Promise.allSettled([assess('poison'), assess('innocent')]);
    expect([poison.status, innocent.status]).toEqual(['rejected', 'fulfilled']);
  });

  it('[A14] a file that makes two of them hang is given up after the time limit', async () => {
    const { assess } = poolOf({ processes: 1 }, (path) => (path === 'endless' ? 'hangs' : 'answers'));
    const endless = assess('endless');
    const other = assess('other');
    await expect(endless).rejects.toThrow(PoisonousFileError);
    await expect(other).resolves.toMatchObject({ message: 'other' });
  });

  it('[A14] what a job threw comes back with the code of the system', async () => {
    const { assess } = poolOf({}, () => 'throws');
    await expect(assess('x')).rejects.toThrow(MediaJobError);
    await expect(assess('x')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('[A14] when closed ends its processes and leaves nobody waiting', async () => {
    const { pool, record, assess } = poolOf({ timeLimitMs: 60_000 }, () => 'hangs');
    const pending = Promise.allSettled(Array.from({ length: 9 }, (_, i) => assess(`f${i}`)));
    await delay(5);
    pool.close();
    expect((await pending).every(({ status }) => status === 'rejected')).toBe(true);
    expect(record.alive).toBe(0);
  });
});

describe('[A14] a real media process', () => {
  const realPool = (start = realMediaProcess) => {
    const pool = new MediaPool({ start, processes: 2 });
    onTestFinished(() => { pool.close(); });
    return pool;
  };

  it('[A14] reads and rates, and gives each kind of trouble its reason', async () => {
    const home = tempFolder();
    const pool = realPool();
    const [read, assess] = [readAssetWith(pool), assessImageWith(pool, join(home, 'thumbnails'))];
    expect(await read(drop(join(home, 'a.png'), a1111Png('a boat')))).toMatchObject({ kind: 'read', inspection: { provenance: { tool: 'a1111' } } });
    expect(await read(drop(join(home, 'text.png'), 'x'))).toMatchObject({ kind: 'trouble', reason: 'not_media' });
    expect(await read(join(home, 'none.png'))).toMatchObject({ kind: 'trouble', reason: 'vanished' });
    const hash = 'ab'.repeat(32);
    expect(await assess(drop(join(home, 'r.png'), ratedPng(1)), hash)).toMatchObject({ kind: 'rated' });
    expect(thumbnailPath('/t', hash)).toBe(`/t/ab/${hash}.webp`);
    expect(await assess(drop(join(home, 't.png'), tinyPng()), hash)).toMatchObject({ kind: 'not-rated', reason: 'too_small' });
    expect(await assess(drop(join(home, 'b.jpg'), brokenJpeg()), hash)).toMatchObject({ kind: 'trouble', reason: 'damaged' });
    expect(await assess(drop(join(home, 'cut.png'), ratedPng(1).subarray(0, 3_000)), hash)).toMatchObject({ kind: 'trouble', reason: 'damaged' });
  }, 20_000);

  it('[A14] that is killed from outside is replaced', async () => {
    const home = tempFolder();
    const started: MediaProcess[] = [];
    const pool = realPool(() => {
      const process = realMediaProcess();
      started.push(process);
      return process;
    });
    const assess = assessImageWith(pool, null);
    const paths = Array.from({ length: 10 }, (_, i) => drop(join(home, `${i}.png`), ratedPng(i, 200)));
    await assess(paths[0]!, '');
    const all = Promise.all(paths.map((path) => assess(path, '')));
    for (const process of [...started]) process.kill();
    expect((await all).map(({ kind }) => kind)).toEqual(paths.map(() => 'rated'));
  }, 20_000);

  it('[A14] that does not start blames no file', async () => {
    const { modelFile } = cliFiles();
    const pool = realPool(() => forkNodeMediaProcess(join(tempFolder(), 'no-such-worker.js'), modelFile));
    await expect(pool.run({ kind: 'inspect', path: '/a' })).rejects.toThrow(MediaUnavailableError);
  }, 20_000);
});
