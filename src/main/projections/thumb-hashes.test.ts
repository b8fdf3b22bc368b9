import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { thumbHashBytes } from '@shared/library/thumb-hash';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { filePictures } from '../testing/filed-pictures';
import { tempFolder } from '../testing/temp-folder';
import { hashOf } from '../testing/trees';
import { AssetSearch } from './asset-search';
import { openMemoryProjections, openProjections, openProjectionsReadOnly, projectionsFileName } from './open-projections';
import { thumbHashFinder, ThumbHashes } from './thumb-hashes';

const red = 'IDYOHZpwd3eBiIiHh3eIh6BUCtiH';
const blue = 'HjcKRZqAh3eCd3d4d3h3eGBxBth4';

const lackingIn = (database: Database.Database) => [...new ThumbHashes(database).lacking()].flat();
const foundIn = (database: Database.Database, ...hashes: string[]) => [...thumbHashFinder(database)(hashes)];

describe('what is known of what stands for pictures', () => {
  it('[D271] goes with the cards that lists show, and is left out where it is not known', () => {
    const database = openMemoryProjections();
    filePictures(database, 3);
    const known = new ThumbHashes(database);
    known.remember(hashOf('1'), red);
    const search = new AssetSearch(database);
    const softly = () => Object.fromEntries(search.cards([1, 2, 3]).map((card) => [card.file_name, card.thumb_hash]));
    expect(softly()).toEqual({ 1: red });
    expect(search.cards([1])[0]).not.toHaveProperty('thumb_hash');
    known.remember(hashOf('1'), blue);
    expect(softly()).toEqual({ 1: blue });
  });

  it('[D271] is named for pictures that have none, the newest first, however many there are', () => {
    const database = openMemoryProjections();
    filePictures(database, 2_050);
    const known = new ThumbHashes(database);
    known.remember(hashOf('2049'), red);
    known.remember(hashOf('3'), red);
    const parts = [...known.lacking()];
    expect(parts.map((each) => each.length)).toEqual([1_999, 49]);
    expect(parts.flat().slice(0, 2)).toEqual([hashOf('2048'), hashOf('2047')]);
    expect(parts.flat().slice(-3)).toEqual([hashOf('2'), hashOf('1'), hashOf('0')]);
  });

  it('[D271] is no text of another kind or length', () => {
    const database = openMemoryProjections();
    const known = new ThumbHashes(database);
    for (const text of ['', 'red', '"><script>', 'A'.repeat(44), `${red}\n`, 'AAAA', 'AAAAAA==x', 'ä'.repeat(28)]) {
      expect(thumbHashBytes(text), text).toBeNull();
      known.remember(hashOf('0'), text);
    }
    expect(foundIn(database, hashOf('0'))).toEqual([]);
    expect(thumbHashBytes(red)).toHaveLength(21);
    expect(() => database.prepare('INSERT INTO thumb_hashes VALUES (?, ?)').run('x', 'A'.repeat(44))).toThrow(/CHECK/);
  });

  it('[D271] a library of an older version gets its place when it is opened, without being made anew', () => {
    const folder = tempFolder();
    const older = openProjections(folder);
    filePictures(older, 2);
    older.exec('DROP TABLE thumb_hashes');
    older.close();
    // Who only reads finds none.
    const read = openProjectionsReadOnly(folder);
    expect(read && [foundIn(read, hashOf('0')), new AssetSearch(read).cards([1, 2]).length]).toEqual([[], 2]);
    read?.close();
    const database = openProjections(folder);
    expect(database.prepare('SELECT count(*) FROM assets').pluck().get()).toBe(2);
    expect(lackingIn(database)).toHaveLength(2);
    new ThumbHashes(database).remember(hashOf('0'), red);
    expect(lackingIn(database)).toEqual([hashOf('1')]);
    database.close();
  });

  it('[D271] is carried over when the library is made anew, and not missed when it cannot be read', () => {
    const [folder, damaged] = [tempFolder(), tempFolder()];
    for (const each of [folder, damaged]) {
      const database = openProjections(each);
      new ThumbHashes(database).remember('a', red);
      database.close();
    }
    const older = new Database(join(folder, projectionsFileName));
    older.pragma('user_version = 3');
    older.close();
    const anew = openProjections(folder);
    expect(foundIn(anew, 'a')).toEqual([['a', red]]);
    anew.close();
    writeFileSync(join(damaged, projectionsFileName), 'no database');
    const empty = openProjections(damaged);
    expect(foundIn(empty, 'a')).toEqual([]);
    empty.close();
  });
});
