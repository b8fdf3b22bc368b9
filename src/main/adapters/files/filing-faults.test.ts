import { appendFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type * as FilePromises from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FileIntent } from '../../services/organizer/ports';
import { tempFolder } from '../../testing/temp-folder';
import { drop, tinyPng } from '../../testing/tiny-pictures';
import { contentsOf, filesBelow, hashOf } from '../../testing/trees';
import { addToInbox } from './add-to-inbox';
import { filingTools } from './filing-tools';

type Step = 'copyFile' | 'link' | 'unlink' | 'rename' | 'chmod' | 'utimes' | 'open' | 'mkdir' | 'lstat';
type Fault = (...args: never[]) => unknown;

/** What goes wrong instead of, or after, a step of the real file system. */
const faults = vi.hoisted(() => new Map<string, Fault>());

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof FilePromises>();
  const steps: Step[] = ['copyFile', 'link', 'unlink', 'rename', 'chmod', 'utimes', 'open', 'mkdir', 'lstat'];
  const faulty = steps.map((step): [Step, Fault] => [
    step,
    (...args) => {
      const fault = faults.get(step);
      return fault ? fault(...args) : (real[step] as Fault)(...args);
    },
  ]);
  return { ...real, ...Object.fromEntries(faulty), actual: real };
});

const { actual } = (await import('node:fs/promises')) as unknown as { actual: typeof FilePromises };
const failing = (code: string): Fault => () => Promise.reject(Object.assign(new Error(code), { code }));

let home: string;
let intent: FileIntent;

beforeEach(() => {
  faults.clear();
  home = tempFolder();
  const bytes = tinyPng('faults');
  intent = {
    operation_id: 'op', cause_id: 'cause', content_hash: hashOf(bytes), source_path: drop(join(home, 'inbox', 'a.png'), bytes),
    destination_path: join(home, 'organized', 'p', 'p-001.png'), operation: 'move', kind: 'move', state: 'planned',
  };
});

const organized = () => (existsSync(join(home, 'organized')) ? filesBelow(join(home, 'organized')) : []);

describe('[O9] a copy that went wrong without anyone saying so', () => {
  it.each<[string, (to: string) => void]>([
    ['one byte is another', (to) => { const bytes = readFileSync(to); bytes[20]! ^= 1; writeFileSync(to, bytes); }],
    ['its end is missing', (to) => { writeFileSync(to, readFileSync(to).subarray(0, -1)); }],
    ['it is empty', (to) => { writeFileSync(to, ''); }],
    ['it has too much', (to) => { appendFileSync(to, 'x'); }],
  ])('[O9] is caught before it gets its name: %s', async (_, spoil) => {
    faults.set('copyFile', async (from: string, to: string, mode: number) => {
      await actual.copyFile(from, to, mode);
      spoil(to);
    });
    expect(await filingTools.copyVerified(intent)).toMatchObject({ kind: 'trouble', reason: 'copy_differs' });
    faults.clear();
    await filingTools.clearRemains(intent);
    expect(organized()).toEqual([]);
    expect(contentsOf(join(home, 'inbox'))).toEqual([intent.content_hash]);
  });
});

describe('[O6] what must stay', () => {
  it('[O7] what is no trouble of the file system is a bug and is thrown', async () => {
    faults.set('copyFile', () => Promise.reject(new TypeError('a bug')));
    await expect(filingTools.copyVerified(intent)).rejects.toThrow('a bug');
  });

  it.each(['EACCES', 'EPERM', 'EBUSY', 'EROFS', 'EIO'])('[O6] an original that cannot be removed (%s) is kept, and its copy too', async (code) => {
    await filingTools.copyVerified(intent);
    faults.set('rename', failing(code));
    expect(await filingTools.removeOriginal(intent)).toMatchObject({ kind: 'kept' });
    expect(contentsOf(home)).toEqual([intent.content_hash, intent.content_hash]);
    expect(existsSync(intent.source_path)).toBe(true);
  });

  it('[O6] an original that can be put aside and not be removed gets its name back', async () => {
    await filingTools.copyVerified(intent);
    faults.set('unlink', failing('EIO'));
    expect(await filingTools.removeOriginal(intent)).toMatchObject({ kind: 'kept' });
    expect(hashOf(readFileSync(intent.source_path))).toBe(intent.content_hash);
  });

  it('[O6] an original that changes between the last reading and the removal is kept', async () => {
    await filingTools.copyVerified(intent);
    faults.set('rename', async (from: string, to: string) => {
      appendFileSync(from, 'more');
      return actual.rename(from, to);
    });
    expect(await filingTools.removeOriginal(intent)).toMatchObject({ kind: 'kept' });
    expect(readFileSync(intent.source_path, 'latin1')).toMatch(/more$/);
    expect(filesBelow(home)).toEqual(['inbox/a.png', 'organized/p/p-001.png']);
  });

  it('[O23] a file that takes the original\'s name in the last moment is not the one that goes', async () => {
    await filingTools.copyVerified(intent);
    faults.set('rename', async (from: string, to: string) => {
      drop(join(home, 'new.png'), 'another picture');
      await actual.rename(join(home, 'new.png'), from);
      return actual.rename(from, to);
    });
    expect(await filingTools.removeOriginal(intent)).toMatchObject({ kind: 'kept' });
    expect(readFileSync(intent.source_path, 'utf8')).toBe('another picture');
  });

  it('[O23] an original stays when its organized file has gone in the meantime', async () => {
    await filingTools.copyVerified(intent);
    faults.set('rename', async (from: string, to: string) => {
      rmSync(intent.destination_path);
      return actual.rename(from, to);
    });
    expect(await filingTools.removeOriginal(intent)).toMatchObject({ kind: 'kept' });
    expect(contentsOf(home)).toEqual([intent.content_hash]);
  });
});

describe('[O24] a flush that fails', () => {
  /** The n-th flush of a path fails; each call is counted. */
  const failingSync = (times: number, matches: RegExp) => {
    const seen: string[] = [];
    faults.set('open', async (path: string, flags: string) => {
      const handle = await actual.open(path, flags);
      const real = handle.sync.bind(handle);
      return Object.assign(handle, { sync: async () => {
        if (!matches.test(path)) return real();
        seen.push(path);
        if (seen.length <= times) throw Object.assign(new Error('EIO'), { code: 'EIO' });
        return real();
      } });
    });
    return seen;
  };

  it.each<[string, RegExp]>([['the copy', /\.part$/], ['its folder', /organized\/p$/]])('[O24] once: what %s held is thrown away and made anew', async (_, path) => {
    const seen = failingSync(1, path);
    expect(await filingTools.copyVerified(intent)).toMatchObject({ kind: 'published' });
    expect(seen).toHaveLength(2);
    expect(organized()).toEqual(['p/p-001.png']);
  });

  it.each<[string, RegExp]>([['the copy', /\.part$/], ['its folder', /organized\/p$/]])('[O24] twice: nothing is filed, and %s is not flushed a third time', async (_, path) => {
    const seen = failingSync(9, path);
    expect(await filingTools.copyVerified(intent)).toMatchObject({ kind: 'trouble', reason: 'file_operation_failed', message: expect.stringMatching(/disk may be failing/) });
    expect(seen).toHaveLength(2);
    await filingTools.clearRemains(intent);
    expect(organized()).toEqual([]);
    expect(contentsOf(home)).toEqual([intent.content_hash]);
  });

  it('[O24] of a file that is to get a second name: it is copied instead', async () => {
    failingSync(1, /a\.png$/);
    expect(await filingTools.relocate(intent)).toMatchObject({ kind: 'published' });
    expect(statSync(intent.destination_path).ino).not.toBe(statSync(intent.source_path).ino);
  });
});

describe('[O4] where there are no hard links', () => {
  it.each(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])('[O4] (%s) the name is reserved, then taken by a rename', async (code) => {
    faults.set('link', failing(code));
    expect(await filingTools.copyVerified(intent)).toMatchObject({ kind: 'published' });
    expect(hashOf(readFileSync(intent.destination_path))).toBe(intent.content_hash);
    expect(organized()).toEqual(['p/p-001.png']);
  });

  it('[O4] a name that is taken stays as it is', async () => {
    faults.set('link', failing('EPERM'));
    drop(intent.destination_path, 'foreign');
    expect(await filingTools.copyVerified(intent)).toEqual({ kind: 'taken' });
    expect(readFileSync(intent.destination_path, 'utf8')).toBe('foreign');
    expect(organized()).toEqual(['p/p-001.png']);
  });

  it('[O4] a reservation is given back when the rename fails', async () => {
    faults.set('link', failing('EPERM'));
    faults.set('rename', failing('EIO'));
    expect(await filingTools.copyVerified(intent)).toMatchObject({ kind: 'trouble', reason: 'file_operation_failed' });
    faults.clear();
    await filingTools.clearRemains(intent);
    expect(organized()).toEqual([]);
  });

  it('[O25] a reservation that a crash left is known by its empty file, its part and what was journalled; without all three it stays', async () => {
    const part = join(dirname(intent.destination_path), '.alice-op.part');
    const cases = [['reserved', true, []], ['planned', true, ['p/p-001.png']], ['reserved', false, ['p/p-001.png']]] as const;
    for (const [state, hasPart, left] of cases) {
      drop(intent.destination_path, '');
      if (hasPart) drop(part, 'half');
      expect(await filingTools.recover({ ...intent, state })).toEqual({ kind: 'nothing_done' });
      expect(organized()).toEqual(left);
    }
  });

  it('[I16] files are added to the inbox without overwriting, also when the second name is taken', async () => {
    faults.set('link', failing('EPERM'));
    const inbox = dirname(intent.source_path);
    const source = drop(join(home, 'elsewhere', 'a.png'), 'new');
    drop(join(inbox, 'a (2).png'), 'second');
    expect(await addToInbox(inbox, [source])).toEqual({ added: 1, problems: [] });
    expect(filesBelow(inbox)).toEqual(['a (2).png', 'a (3).png', 'a.png']);
    expect(readFileSync(join(inbox, 'a (3).png'), 'utf8')).toBe('new');
  });
});
