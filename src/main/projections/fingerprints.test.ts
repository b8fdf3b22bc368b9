import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { tempFolder } from '../testing/temp-folder';
import { Fingerprints, fingerprintsIn } from './fingerprints';
import { createProjections, openProjections, projectionsFileName } from './open-projections';

function remembered(folder: string): void {
  const database = openProjections(folder);
  const fingerprints = new Fingerprints(database);
  fingerprints.remember('a', '00ff00ff00ff00ff');
  fingerprints.remember('b', null);
  // What a picture shows does not change.
  fingerprints.remember('a', null);
  database.close();
}

const known = [{ content_hash: 'a', phash: '00ff00ff00ff00ff' }, { content_hash: 'b', phash: null }];

function shownAfter(folder: string, newestEvent?: number) {
  const database = openProjections(folder, newestEvent);
  const found = fingerprintsIn(database);
  database.close();
  return found;
}

it('[R35] fingerprints are carried over when the library is made anew for another version or a shorter log', () => {
  const folder = tempFolder();
  remembered(folder);
  expect(shownAfter(folder)).toEqual(known);
  const older = new Database(join(folder, projectionsFileName));
  older.pragma('user_version = 3');
  older.exec('DROP TABLE preferences');
  older.close();
  expect(shownAfter(folder)).toEqual(known);
  const ahead = new Database(join(folder, projectionsFileName));
  ahead.exec('UPDATE position SET sequence = 100');
  ahead.close();
  expect(shownAfter(folder, 50)).toEqual(known);
});

it('[R35] a library that had none, kept them otherwise or is damaged is made anew without them', () => {
  const [none, otherwise, damaged] = [tempFolder(), tempFolder(), tempFolder()];
  for (const [folder, change] of [[none, 'DROP TABLE fingerprints'], [otherwise, 'ALTER TABLE fingerprints RENAME COLUMN phash TO other']] as const) {
    const older = createProjections(join(folder, projectionsFileName));
    older.exec(change);
    older.pragma('user_version = 3');
    older.close();
    expect(shownAfter(folder)).toEqual([]);
  }
  remembered(damaged);
  writeFileSync(join(damaged, projectionsFileName), 'no database');
  expect(shownAfter(damaged)).toEqual([]);
});
