import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../testing/temp-folder';
import { dataFolderIn } from './data-pointer';
import { takeLease } from './lease';
import { clearUnfinished, moveData } from './move-data';

function begin() {
  const home = tempFolder();
  const [appFolder, to] = [join(home, 'Alice'), join(home, 'big disk')];
  const from = join(appFolder, 'data');
  for (const folder of [join(from, 'thumbnails'), to]) mkdirSync(folder, { recursive: true });
  const database = new Database(join(from, 'log.sqlite'));
  database.pragma('journal_mode = WAL');
  database.exec('CREATE TABLE events (body TEXT); INSERT INTO events VALUES (1)');
  database.close();
  return { appFolder, from, to, moved: join(to, 'data') };
}

describe('[D156] a data folder that has moved', () => {
  it('[D156] is open to no more people than it was', async () => {
    const { appFolder, from, to, moved } = begin();
    chmodSync(from, 0o700);
    chmodSync(join(from, 'thumbnails'), 0o750);
    await moveData({ from, to, appFolder });
    expect([moved, join(moved, 'thumbnails')].map((folder) => statSync(folder).mode & 0o777)).toEqual([0o700, 0o750]);
  });

  it('[D156] is cleared by nobody once somebody has worked with it, whatever the move left behind says', async () => {
    const { appFolder, from, to, moved } = begin();
    await moveData({ from, to, appFolder });
    // As a kill leaves it right after the pointer was written, and as a person does who follows the advice to begin anew.
    writeFileSync(join(moved, '.alice-move'), 'the move');
    writeFileSync(join(appFolder, 'data-move.json'), JSON.stringify({ id: 'the move', to }));
    takeLease(moved)();
    writeFileSync(join(appFolder, 'data-folder.json'), JSON.stringify({ data: from }));
    await clearUnfinished(appFolder);
    expect(readdirSync(moved)).toContain('log.sqlite');
    expect(dataFolderIn(appFolder)).toBe(from);
  });

  it('[D156] misses nothing that another program wrote beside a database while it was copied', async () => {
    const { appFolder, from, to } = begin();
    let other: Database.Database | null = null;
    const writes = () => {
      other = new Database(join(from, 'log.sqlite'));
      other.exec('INSERT INTO events VALUES (2)');
    };
    await expect(moveData({ from, to, appFolder, before: (step) => { if (step === 'check') writes(); } })).rejects.toThrow(/log\.sqlite-wal was written to/);
    (other as Database.Database | null)?.close();
    expect([dataFolderIn(appFolder), readdirSync(to)]).toEqual([from, []]);
  });
});
