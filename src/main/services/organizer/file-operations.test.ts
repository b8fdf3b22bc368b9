import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { filingTools } from '../../adapters/files/filing-tools';
import { journalIn } from '../../testing/journal-double';
import { tempFolder } from '../../testing/temp-folder';
import { drop, tinyPng } from '../../testing/tiny-pictures';
import { contentsOf, filesBelow, hashOf } from '../../testing/trees';
import { FileOperations } from './file-operations';
import type { FileIntent } from './ports';

let home: string;
let rows: Map<string, FileIntent>;
let intent: FileIntent;
const operations = () => new FileOperations({ files: filingTools, journal: journalIn(rows) });

beforeEach(() => {
  home = tempFolder();
  rows = new Map();
  const source_path = drop(join(home, 'inbox', 'a.png'), tinyPng('a'));
  intent = {
    operation_id: 'op', cause_id: 'event/0', kind: 'move', content_hash: hashOf(tinyPng('a')), source_path,
    destination_path: join(home, 'organized', 'p-001.png'), operation: 'move', state: 'planned',
  };
});

describe('[O21] recovery at the start', () => {
  it('[O21] leaves everything as it lies where nothing fits, and says so', async () => {
    rows.set(intent.cause_id, { ...intent, state: 'published' });
    writeFileSync(intent.source_path, 'edited');
    drop(join(home, 'organized', '.alice-op.part'), tinyPng('a'));
    const before = contentsOf(home);
    const [recovered] = await operations().recover();
    expect(recovered?.found).toEqual({ kind: 'unclear', message: expect.stringMatching(/neither .*a\.png nor .*p-001\.png .*Nothing was touched\.$/) });
    expect(contentsOf(home)).toEqual(before);
    expect(rows.size).toBe(1);
  });

  it('[O21] says that a name which an original had is taken, and keeps both files', async () => {
    rows.set(intent.cause_id, intent);
    renameSync(intent.source_path, join(home, 'inbox', '.alice-op.original'));
    writeFileSync(intent.source_path, 'new');
    expect((await operations().recover())[0]?.found).toMatchObject({ kind: 'unclear', message: expect.stringMatching(/its name .* is taken/) });
    expect(filesBelow(home)).toEqual(['inbox/.alice-op.original', 'inbox/a.png']);
  });

  it('[O21] gives an original its name back when its organized file is not there', async () => {
    rows.set(intent.cause_id, intent);
    renameSync(intent.source_path, join(home, 'inbox', '.alice-op.original'));
    expect((await operations().recover())[0]?.found).toEqual({ kind: 'nothing_done' });
    expect(filesBelow(home)).toEqual(['inbox/a.png']);
    expect(rows.size).toBe(0);
  });

  it('[O21] keeps all operations of an event while one of them came to something', async () => {
    const second = { ...intent, operation_id: 'op2', cause_id: 'event/1', source_path: drop(join(home, 'inbox', 'a.txt'), tinyPng('a')), destination_path: join(home, 'o', 'p.txt') };
    for (const each of [intent, second]) rows.set(each.cause_id, each);
    await filingTools.relocate(intent);
    expect((await operations().recover()).map(({ found }) => found.kind)).toEqual(['published', 'nothing_done']);
    expect([...rows.keys()]).toEqual(['event/0', 'event/1']);
    expect(existsSync(intent.source_path)).toBe(false);
  });
});

it('[O36] an operation that two begin at once is carried out once, and both are told the same', async () => {
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => operations().begin(intent)));
  expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome)))).toEqual(new Set(['{"kind":"done","operation":"move","kept":null}']));
  expect(filesBelow(home)).toEqual(['organized/p-001.png']);
});
