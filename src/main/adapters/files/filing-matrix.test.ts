import { existsSync, linkSync, readFileSync } from 'node:fs';
import type * as FilePromises from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FileOperations } from '../../services/organizer/file-operations';
import type { FileIntent, OperationKind } from '../../services/organizer/ports';
import { Died, type Fault, type FaultyFiles } from '../../testing/faulty-files';
import { journalIn } from '../../testing/journal-double';
import { inFolder, tempFolder } from '../../testing/temp-folder';
import { drop, tinyPng } from '../../testing/tiny-pictures';
import { contentsOf, filesBelow, hashOf, missingFrom } from '../../testing/trees';
import { filingTools } from './filing-tools';

vi.mock('node:fs/promises', async (original) => {
  const { FaultyFiles: Faulty } = await import('../../testing/faulty-files');
  const files = new Faulty();
  return { ...files.around(await original<typeof FilePromises>()), faulty: files };
});

const { faulty } = (await import('node:fs/promises')) as unknown as { faulty: FaultyFiles };

const errnos = [
  'ENOSPC', 'EIO', 'EACCES', 'EPERM', 'EROFS', 'EXDEV', 'ENAMETOOLONG', 'EMFILE', 'ENFILE', 'EBUSY',
  'ETXTBSY', 'ELOOP', 'ENOENT', 'EEXIST', 'EISDIR', 'ENOTDIR', 'EFBIG', 'EDQUOT', 'ESTALE', 'EINTR',
];

/** A way that a file can take: what it is for, whether the source goes, and on what kind of file system. */
interface Way {
  readonly name: string;
  readonly kind: OperationKind;
  readonly operation: 'copy' | 'move';
  readonly noLinks?: boolean;
  readonly secondName?: boolean;
}

const ways: readonly Way[] = [
  { name: 'copy', kind: 'copy', operation: 'copy' },
  { name: 'copy without hard links', kind: 'copy', operation: 'copy', noLinks: true },
  { name: 'move', kind: 'move', operation: 'move' },
  { name: 'move of a file with two names', kind: 'move', operation: 'move', secondName: true },
  { name: 'move without hard links', kind: 'move', operation: 'move', noLinks: true },
  { name: 'refile', kind: 'refile', operation: 'move' },
  { name: 'unfile', kind: 'unfile', operation: 'move' },
];

interface Scene {
  readonly home: string;
  readonly intent: FileIntent;
  readonly before: readonly string[];
  readonly operations: FileOperations;
}

// Where there is memory for files, nothing has to wait for a disk.
const below = existsSync('/dev/shm') ? '/dev/shm' : undefined;

function scene(way: Way): Scene {
  faulty.reset();
  const home = tempFolder(below);
  const bytes = tinyPng('matrix');
  const places = { inbox: join(home, 'inbox', 'a.png'), here: join(home, 'organized', 'p', 'p-001.png'), there: join(home, 'organized', 'q', 'q-001.png') };
  const [source_path, destination_path] =
    way.kind === 'refile' ? [places.here, places.there] : way.kind === 'unfile' ? [places.here, places.inbox] : [places.inbox, places.here];
  drop(source_path, bytes);
  if (way.secondName) linkSync(source_path, inFolder(join(home, 'elsewhere', 'second.png')));
  drop(join(home, 'organized', 'p', 'p-007.png'), 'foreign');
  const intent: FileIntent = {
    operation_id: 'op', cause_id: 'cause', kind: way.kind, operation: way.operation, content_hash: hashOf(bytes), source_path, destination_path, state: 'planned',
  };
  faulty.always = way.noLinks ? { link: 'EPERM' } : {};
  return { home, intent, before: contentsOf(home), operations: new FileOperations({ files: filingTools, journal: journalIn(new Map()) }) };
}

/** The calls of one undisturbed go, with the folder of the test left out. */
async function callsOf(way: Way): Promise<string[]> {
  const { home, intent, operations } = scene(way);
  expect(await operations.begin(intent)).toMatchObject({ kind: 'done', operation: way.operation });
  return faulty.calls.map((call) => call.replaceAll(`${home}/`, '').replaceAll(/\/proc\/self\/fd\/\d+/g, 'source (open)'));
}

/** Folders above the organized one are flushed once a process; in which test that is does not matter here. */
const isInside = (call: string) => /organized|inbox/.test(call);

const hashOfFile = (path: string) => hashOf(readFileSync(path));
const leftovers = (home: string) => filesBelow(home).filter((path) => path.includes('.alice-'));

/** Nothing is lost, and nothing but the file itself has a final name. */
function expectSound({ home, intent, before }: Scene): void {
  expect(missingFrom(before, contentsOf(home))).toEqual([]);
  const named = filesBelow(home).filter((path) => !path.includes('.alice-') && !path.endsWith('p-007.png'));
  // The one exception is a name that is only reserved: where there are no links, an empty file has it for a moment.
  const written = named.map((path) => join(home, path)).filter((path) => readFileSync(path).length > 0);
  expect(new Set(written.map(hashOfFile))).toEqual(new Set([intent.content_hash]));
}

/** Started again, everything is finished: the file lies at its place once, nothing else is left. */
async function expectFinished({ home, intent, before, operations }: Scene, way: Way): Promise<void> {
  faulty.reset();
  faulty.always = way.noLinks ? { link: 'EPERM' } : {};
  await operations.recover();
  expect(await operations.begin(intent)).toMatchObject({ kind: 'done', operation: way.operation });
  expect(leftovers(home)).toEqual([]);
  expect(existsSync(intent.source_path)).toBe(way.operation === 'copy');
  expect(hashOfFile(intent.destination_path)).toBe(intent.content_hash);
  expect(missingFrom(before, contentsOf(home))).toEqual([]);
}

/** Any call may be refused. A network folder may also do what changes it, and then say that it did not. */
function faultsOf(call: string, code: string, way: Way): Fault[] {
  const refused: Fault = { kind: 'refused', code };
  const changes = /^(link|unlink|rename|mkdir|open organized\/.*\.png)/.test(call);
  // Nobody could tell such a reservation from an empty file of someone else's, which stays. Network folders have links.
  const asIfTaken = code === 'EEXIST' && way.noLinks === true && call.startsWith('open');
  return changes && !asIfTaken ? [refused, { kind: 'done_but_refused', code }] : [refused];
}

beforeEach(() => { faulty.reset(); });

describe.each(ways)('[O20] every call of a $name', (way) => {
  it.each(errnos)('[O20] may fail with %s: one outcome in a sentence, nothing lost, no wrong file under a final name, and the next try goes through', async (code) => {
    const calls = await callsOf(way);
    for (const [n, call] of calls.entries()) {
      for (const fault of faultsOf(call, code, way)) {
        const set = scene(way);
        faulty.failAt(n, fault);
        const outcome = await set.operations.begin(set.intent);
        expect(['done', 'taken', 'trouble']).toContain(outcome.kind);
        if (outcome.kind === 'trouble') expect(outcome.message).toMatch(/^[A-Z].*\.$/);
        expectSound(set);
        await expectFinished(set, way);
      }
    }
  }, 60_000);

  it.each([false, true])('[O21] may be the last one of a process (done: %s): the next start finishes, nothing is lost and nothing is left', async (after) => {
    const calls = await callsOf(way);
    for (const [n] of calls.entries()) {
      const set = scene(way);
      faulty.failAt(n, { kind: 'death', after });
      await set.operations.begin(set.intent).catch((error: unknown) => { if (!(error instanceof Died)) throw error; });
      expectSound(set);
      await expectFinished(set, way);
    }
  }, 60_000);
});

describe('[O22] the order of steps', () => {
  it.each(ways)('[O22] $name', async (way) => {
    expect((await callsOf(way)).filter(isInside)).toMatchSnapshot();
  });
});
