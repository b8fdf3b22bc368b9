import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
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

describe('[O7] every step may fail in every way', () => {
  const reasons: Record<string, string> = {
    ENOSPC: 'disk_full', EDQUOT: 'disk_full', EROFS: 'read_only', EACCES: 'no_permission', EIO: 'file_operation_failed',
    EMFILE: 'file_operation_failed', ENFILE: 'file_operation_failed', EBUSY: 'file_operation_failed', EFBIG: 'file_operation_failed',
    ESTALE: 'file_operation_failed', ENAMETOOLONG: 'file_operation_failed', ENOTDIR: 'file_operation_failed', ELOOP: 'file_operation_failed',
    ETXTBSY: 'file_operation_failed', EISDIR: 'file_operation_failed', ENOENT: 'vanished',
  };
  const steps: Step[] = ['mkdir', 'lstat', 'copyFile', 'chmod', 'utimes', 'link'];
  const cells = steps.flatMap((step) => Object.entries(reasons).map(([code, reason]) => [step, code, reason] as const));

  it.each(cells)('[O7] %s fails with %s: one outcome (%s), the original is whole, no file under a final name', async (step, code, reason) => {
    faults.set(step, failing(code));
    const outcome = await filingTools.copyVerified(intent);
    expect(outcome).toMatchObject({ kind: 'trouble', reason, message: expect.stringMatching(/\.$/) });
    faults.clear();
    await filingTools.clearRemains(intent);
    expect(organized()).toEqual([]);
    expect(contentsOf(join(home, 'inbox'))).toEqual([intent.content_hash]);
    // And when the trouble is over, it goes through.
    expect(await filingTools.copyVerified(intent)).toMatchObject({ kind: 'published' });
  });

  it('[O7] what is no trouble of the file system is a bug and is thrown', async () => {
    faults.set('copyFile', () => Promise.reject(new TypeError('a bug')));
    await expect(filingTools.copyVerified(intent)).rejects.toThrow('a bug');
  });

  it.each(['EACCES', 'EPERM', 'EBUSY', 'EROFS', 'EIO'])('[O6] an original that cannot be removed (%s) is kept, and its copy too', async (code) => {
    await filingTools.copyVerified(intent);
    faults.set('unlink', failing(code));
    expect(await filingTools.removeOriginal(intent)).toMatchObject({ kind: 'kept' });
    expect(contentsOf(home)).toEqual([intent.content_hash, intent.content_hash]);
  });

  it('[O6] an original that changes between the last reading and the removal is kept', async () => {
    let looks = 0;
    faults.set('lstat', async (path: string, options: { bigint: true }) => {
      looks += 1;
      if (looks === 2) appendFileSync(path, 'more');
      return actual.lstat(path, options);
    });
    expect(await filingTools.removeOriginal(intent)).toMatchObject({ kind: 'kept' });
    expect(existsSync(intent.source_path)).toBe(true);
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
