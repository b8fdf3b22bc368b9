import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../testing/temp-folder';
import { filesBelow, hashOf } from '../testing/trees';
import { dataFolderIn, DataPointerError, dataPointerIn } from './data-pointer';
import { takeLease } from './lease';
import { clearUnfinished, moveData, type MoveOptions, type MoveStep } from './move-data';

const steps: readonly MoveStep[] = ['journal', 'folder', 'count', 'copy', 'check', 'compare', 'name', 'point'];

/** The folder of an app with a data folder in it, and an empty place to move to. */
function begin() {
  const home = tempFolder();
  const [appFolder, to] = [join(home, 'Alice'), join(home, 'big disk')];
  const from = join(appFolder, 'data');
  mkdirSync(join(from, 'thumbnails', 'ab'), { recursive: true });
  mkdirSync(join(from, 'empty'));
  mkdirSync(to);
  const database = new Database(join(from, 'log.sqlite'));
  database.pragma('journal_mode = WAL');
  database.exec('CREATE TABLE events (sequence INTEGER PRIMARY KEY, body TEXT)');
  const insert = database.prepare('INSERT INTO events (body) VALUES (?)');
  for (let at = 0; at < 500; at += 1) insert.run(`event ${at}`);
  // An index of words without the words, as that of the events is: it cannot be walked through.
  database.exec("CREATE VIRTUAL TABLE words USING fts5(body, content='', columnsize=0)");
  database.exec('INSERT INTO words (rowid, body) SELECT sequence, body FROM events');
  database.close();
  writeFileSync(join(from, 'secrets.json'), '{"taste":"c2VjcmV0"}', { mode: 0o600 });
  writeFileSync(join(from, 'settings.json'), '{"theme":"dark"}');
  writeFileSync(join(from, 'reserve'), Buffer.alloc(1_000));
  writeFileSync(join(from, 'thumbnails', 'ab', 'abc.webp'), Buffer.alloc(3_000_000, 7));
  const all = () => new Map(filesBelow(from).filter((path) => !/lease|reserve|-(shm|wal)$/.test(path)).map((path) => [path, hashOf(readFileSync(join(from, path)))]));
  const move = (more: Partial<MoveOptions> = {}) => moveData({ from, to, appFolder, ...more });
  /** What must hold after a move that came to no end. */
  const expectOldInUse = (before: ReadonlyMap<string, string>) => {
    expect(dataFolderIn(appFolder)).toBe(from);
    expect(all()).toEqual(before);
    expect(readdirSync(to)).toEqual([]);
    expect(readdirSync(appFolder)).toEqual(['data']);
  };
  return { appFolder, from, to, all, move, expectOldInUse };
}

const contentOf = (folder: string) => new Map(filesBelow(folder).filter((path) => !/-(shm|wal)$/.test(path)).map((path) => [path, hashOf(readFileSync(join(folder, path)))]));

describe('moving the data folder', () => {
  it('[D96] takes everything along, keeps who may read it, points to the copy, and leaves the old one as it was', async () => {
    const { appFolder, from, to, all, move } = begin();
    const before = all();
    const parts: string[] = [];
    const moved = await move({ onProgress: (part, done, total) => parts.push(`${part} ${total === 0 ? 0 : Math.round((done / total) * 100)}`) });
    expect(moved).toBe(join(to, 'data'));
    expect(contentOf(moved)).toEqual(before);
    expect(readdirSync(moved).sort()).toEqual(['empty', 'log.sqlite', 'secrets.json', 'settings.json', 'thumbnails']);
    expect(statSync(join(moved, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(all()).toEqual(before);
    expect(dataPointerIn(appFolder)).toEqual({ data: moved, old: from });
    expect(dataFolderIn(appFolder)).toBe(moved);
    expect(parts.at(-1)).toBe('switching 100');
    expect(parts).toContain('copying 100');
    expect(readdirSync(appFolder).sort()).toEqual(['data', 'data-folder.json']);
  });

  it('[D96] can be done again, and back', async () => {
    const { appFolder, from, all, move } = begin();
    const before = all();
    const first = await move();
    rmSync(from, { recursive: true });
    mkdirSync(from);
    const second = await moveData({ from: first, to: from, appFolder });
    expect(contentOf(second)).toEqual(before);
    expect(dataPointerIn(appFolder)).toEqual({ data: join(from, 'data'), old: first });
  });

  it('[D97] goes to no folder that holds something, and takes none that another Alice works with or that holds links', async () => {
    const { from, to, all, move, expectOldInUse } = begin();
    const before = all();
    writeFileSync(join(to, 'mine.txt'), 'mine');
    await expect(move()).rejects.toThrow(/is not empty/);
    expect(readdirSync(to)).toEqual(['mine.txt']);
    rmSync(join(to, 'mine.txt'));
    const release = takeLease(from);
    await expect(move()).rejects.toThrow(/Another Alice/);
    release();
    symlinkSync('/etc/hostname', join(from, 'link'));
    await expect(move()).rejects.toThrow(/link is a link/);
    rmSync(join(from, 'link'));
    expectOldInUse(before);
  });

  it.each(steps)('[D97] a fault at “%s” leaves the old folder in use, nothing in the new place, and says why', async (step) => {
    const { all, move, expectOldInUse } = begin();
    const before = all();
    const fault = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    await expect(move({ before: (at) => { if (at === step) throw fault; } })).rejects.toThrow(/was not moved and stays where it was. The disk of .* is full/);
    expectOldInUse(before);
    expect(existsSync(await move())).toBe(true);
  });

  it('[D97] a copy that differs, a database that is damaged, and a source that is written to are seen', async () => {
    const { from, to, all, move, expectOldInUse } = begin();
    const before = all();
    const damage = (step: MoveStep, path: string, act: () => void) => move({ before: (at, file) => { if (at === step && (path === '' || file === path)) act(); } });
    const part = join(to, '.alice-moving');
    await expect(damage('check', '', () => {
      const bytes = readFileSync(join(part, 'log.sqlite'));
      bytes.fill(0x5a, 4_096, 4_200);
      writeFileSync(join(part, 'log.sqlite'), bytes);
    })).rejects.toThrow(/log\.sqlite/);
    await expect(damage('check', '', () => {
      const database = new Database(join(part, 'log.sqlite'));
      database.exec('DELETE FROM events WHERE sequence > 400');
      database.close();
    })).rejects.toThrow(/does not hold as much/);
    expectOldInUse(before);
    await expect(damage('compare', '', () => { writeFileSync(join(from, 'late.json'), '1'); })).rejects.toThrow(/late\.json was written to while it was copied/);
    rmSync(join(from, 'late.json'));
    await expect(damage('compare', '', () => { writeFileSync(join(from, 'settings.json'), '{"theme":"light"}'); })).rejects.toThrow(/settings\.json was written to/);
    expect(readdirSync(to)).toEqual([]);
  });

  it('[D97] is stopped by a person without a trace', async () => {
    const { all, move, expectOldInUse } = begin();
    const before = all();
    const stop = new AbortController();
    await expect(move({ signal: stop.signal, before: (step) => { if (step === 'copy') stop.abort(); } })).rejects.toThrow(/It was stopped/);
    expectOldInUse(before);
  });

  it('[D98] killed at any step, the next start has a whole data folder and no remains', async () => {
    await Promise.all([...steps, 'end' as const].map(async (step) => {
      const { appFolder, from, to, all, expectOldInUse } = begin();
      const before = all();
      const ended = await killedAt(step, { from, to, appFolder });
      expect([step, ended]).toEqual([step, 'SIGKILL']);
      await clearUnfinished(appFolder);
      if (step === 'end') {
        expect(dataFolderIn(appFolder)).toBe(join(to, 'data'));
        expect(contentOf(join(to, 'data'))).toEqual(before);
        expect(all()).toEqual(before);
      } else expectOldInUse(before);
    }));
  }, 60_000);

  it('[D98] what somebody else put into the new place after a kill stays there', async () => {
    const { appFolder, from, to } = begin();
    await killedAt('folder', { from, to, appFolder });
    mkdirSync(join(to, 'data'));
    writeFileSync(join(to, 'data', 'mine.txt'), 'mine');
    await clearUnfinished(appFolder);
    expect(filesBelow(to)).toEqual(['data/mine.txt']);
  });

  it('[D98] while the drive of a move that was killed is away, what it left there is cleared when it is back', async () => {
    const { appFolder, from, to } = begin();
    await killedAt('check', { from, to, appFolder });
    renameSync(to, `${to} away`);
    await clearUnfinished(appFolder);
    renameSync(`${to} away`, to);
    expect(readdirSync(to)).toEqual(['.alice-moving']);
    await clearUnfinished(appFolder);
    expect([readdirSync(to), readdirSync(appFolder)]).toEqual([[], ['data']]);
  });

  it('[D99] a pointer that cannot be read, or leads to a drive that is not there, begins no empty library', async () => {
    const { appFolder, to, move } = begin();
    await move();
    rmSync(to, { recursive: true });
    expect(() => dataFolderIn(appFolder)).toThrow(/is not there. Is the drive plugged in\? Nothing is lost/);
    for (const text of ['', '{', '{"data":""}', '[]']) {
      writeFileSync(join(appFolder, 'data-folder.json'), text);
      expect(() => dataFolderIn(appFolder)).toThrow(DataPointerError);
    }
  });
});

const root = resolve(import.meta.dirname, '../../..');

/** Moves in a process of its own, which is killed at a step. Resolves with the signal that ended it. */
async function killedAt(step: MoveStep, places: Pick<MoveOptions, 'from' | 'to' | 'appFolder'>): Promise<unknown> {
  const code = `
    const { appModules } = await import(${JSON.stringify(join(root, 'scripts/lib/app-modules.mjs'))});
    const { moveData } = await appModules.main('hub/move-data');
    await moveData({ ...${JSON.stringify(places)}, before: (at) => { if (at === ${JSON.stringify(step)}) process.kill(process.pid, 'SIGKILL'); } });`;
  const run = promisify(execFile)(process.execPath, ['--no-warnings', '--input-type=module', '-e', code], { cwd: root });
  return run.then(() => null, (error: unknown): unknown => Reflect.get(error as object, 'signal'));
}
