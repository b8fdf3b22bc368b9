import {
  assetDetected, assetDiscovered, assetDuplicated, assetOrganized, assetProcessed, assetRetryRequested, assetSetAside, assetWithdrawn,
} from '@shared/events/asset-events';
import type { RecordedEvent } from '@shared/events/catalog';
import type { EventDraft } from '@shared/events/define-event';
import { qualityAssessed, qualityNotRated } from '@shared/events/quality-events';
import { hubStarted } from '@shared/events/system-events';
import type { Database } from 'better-sqlite3';
import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { recordedFrom, wholeStory } from '../testing/sample-events';
import { tempFolder } from '../testing/temp-folder';
import { hashOf } from '../testing/trees';
import { IdentityCache } from './identity-cache';
import { type EventSource, LibraryProjection } from './library-projection';
import { LibraryQueries } from './library-queries';
import { openMemoryProjections, openProjections, openProjectionsReadOnly } from './open-projections';

const rowsOf = (database: Database) => ({
  position: database.prepare('SELECT * FROM position').all(),
  assets: database.prepare('SELECT * FROM assets ORDER BY content_hash').all(),
  inbox: database.prepare('SELECT * FROM inbox ORDER BY file_path').all(),
});

const sourceOf = (events: readonly RecordedEvent[]): EventSource => ({
  get lastSequence() { return events.length; },
  after: (sequence, limit) => events.slice(sequence, sequence + limit),
});

const contents = ['one', 'two', 'three'].map(hashOf);
const paths = ['/in/a.png', '/in/p/b.png', '/in/p/c.png', '/in/q/d.png'];

/** Any draft about any of a few files and contents, also in orders that no service would choose. */
const draft: fc.Arbitrary<EventDraft> = fc
  .tuple(fc.nat(10), fc.constantFrom(...contents), fc.constantFrom(...paths), fc.constantFrom(...paths), fc.integer({ min: 1, max: 5 }))
  .map(([kind, content_hash, file_path, other, stars]) => {
    const makers: (() => EventDraft)[] = [
      () => assetDetected({ file_path, file_size: stars, project_name: 'p' }),
      () => assetDiscovered({ file_path, content_hash, file_size: stars, media_type: 'image', project_name: 'p' }),
      () => assetProcessed({ content_hash, file_path, metadata: { width: stars }, generation_params: { tool: 'comfyui' } }),
      () => qualityAssessed({ content_hash, file_path, star_rating: stars, combined_score: 0.5, brisque_score: 20 * stars }),
      () => qualityNotRated({ content_hash, file_path, reason: 'too_small', message: 'Too small.' }),
      () => assetOrganized({
        content_hash, source_path: file_path, destination_path: other, project_name: `p${stars}`, source_type: 'x', date_folder: '2026-01-02',
      }),
      () => assetDuplicated({ content_hash, file_path, original_path: other, project_name: 'p' }),
      () => assetSetAside({ file_path, content_hash: stars > 3 ? content_hash : null, stage: 'quality', reason: 'damaged', message: 'Damaged.' }),
      () => assetRetryRequested({ file_path }),
      () => assetWithdrawn({ file_path }),
      () => hubStarted({ inbox_path: '/in', organized_path: '/out', operation: 'copy', hub_version: '1' }),
    ];
    return makers[kind]!();
  });

const logOf = fc
  .array(fc.tuple(draft, fc.constantFrom('s1', 's2', 's3')), { maxLength: 80 })
  .map((steps) => steps.map(([each, story], i) => recordedFrom([each], story, i + 1)[0]!));

describe('[V13] the log is the truth', () => {
  it('[V13] a projection that followed event by event, in batches, with gaps, or was rebuilt holds the same rows', () => {
    fc.assert(
      fc.property(logOf, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (events, sizes) => {
        const rebuilt = openMemoryProjections();
        const followed = openMemoryProjections();
        const partial: RecordedEvent[] = [];
        const projection = new LibraryProjection(followed, sourceOf(partial));
        for (let at = 0, turn = 0; at < events.length; turn += 1) {
          const batch = events.slice(at, at + sizes[turn % sizes.length]!);
          partial.push(...batch);
          at += batch.length;
          // Every third batch is missed; the next one finds the gap and reads it.
          if (turn % 3 !== 2) projection.follow(batch);
        }
        projection.catchUp();
        new LibraryProjection(rebuilt, sourceOf(events)).catchUp();
        expect(rowsOf(followed)).toEqual(rowsOf(rebuilt));
        // Every event once more changes nothing.
        followed.exec('UPDATE position SET sequence = 0');
        new LibraryProjection(followed, sourceOf(events)).catchUp();
        expect(rowsOf(followed)).toEqual(rowsOf(rebuilt));
        rebuilt.close();
        followed.close();
      }),
      { numRuns: 200 },
    );
  });

  it('[V13] goes on where it stopped after a restart, over more than a page', () => {
    const folder = tempFolder();
    const events = Array.from({ length: 500 }, (_, i) => wholeStory(`${i}.png`)).flatMap((story, i) => recordedFrom(story, `s${i}`, i * 5 + 1));
    const first = openProjections(folder);
    new LibraryProjection(first, sourceOf(events.slice(0, 1_234))).catchUp();
    first.close();
    const second = openProjections(folder);
    onTestFinished(() => { second.close(); });
    const projection = new LibraryProjection(second, sourceOf(events));
    expect(projection.position).toBe(1_234);
    projection.catchUp();
    expect(new LibraryQueries(second).assetCount).toBe(500);
  });
});

describe('[V14] a projection file', () => {
  const wreck: [string, (file: string) => void][] = [
    ['of another version', (file) => { const database = openProjections(join(file, '..')); database.pragma('user_version = 99'); database.close(); }],
    ['that is no database', (file) => { writeFileSync(file, 'x'.repeat(5_000)); }],
    ['that is empty', (file) => { writeFileSync(file, ''); }],
  ];
  it.each(wreck)('[V14] %s is made anew', (_, ruin) => {
    const folder = tempFolder();
    openProjections(folder).close();
    ruin(join(folder, 'library.sqlite'));
    const database = openProjections(folder);
    onTestFinished(() => { database.close(); });
    new LibraryProjection(database, sourceOf(recordedFrom(wholeStory('a.png'), 's'))).catchUp();
    expect(new LibraryQueries(database).assetCount).toBe(1);
  });

  it('[V14] is opened for reading only when there is one of this version', () => {
    const folder = tempFolder();
    expect(openProjectionsReadOnly(folder)).toBeNull();
    openProjections(folder).close();
    const database = openProjectionsReadOnly(folder);
    expect(new LibraryQueries(database!).inboxCounts()).toEqual({ waiting: 0, working: 0, filed: 0, duplicate: 0, set_aside: 0 });
    database?.close();
  });
});

describe('[V17] questions to the library', () => {
  it('[V17] newest first, by page, with projects, covers and the lanes of the inbox', () => {
    const database = openMemoryProjections();
    onTestFinished(() => { database.close(); });
    const names = ['a.png', 'b.png', 'c.png'];
    const events = names.flatMap((name, i) => recordedFrom(wholeStory(name), name, i * 5 + 1));
    const [waiting] = recordedFrom([assetDetected({ file_path: '/inbox/late.png', file_size: 1, project_name: 'p' })], 'late', 16);
    new LibraryProjection(database, sourceOf([...events, waiting!])).catchUp();
    const queries = new LibraryQueries(database);
    const firstPage = queries.assetsBefore(Number.MAX_SAFE_INTEGER, 2);
    expect(firstPage.map(({ file_name }) => file_name)).toEqual(['c.png', 'b.png']);
    expect(queries.assetsBefore(firstPage.at(-1)!.filed_sequence!, 2).map(({ file_name }) => file_name)).toEqual(['a.png']);
    expect(queries.projects()).toEqual([{ project: 'harbor', assets: 3, cover: hashOf('c.png') }]);
    expect(queries.inboxCounts()).toMatchObject({ filed: 3, waiting: 1 });
    expect(queries.inboxInState('waiting', 10).map(({ file_path }) => file_path)).toEqual(['/inbox/late.png']);
    expect(queries.inboxEntryOfStory('b.png')?.file_path).toBe('/inbox/harbor/b.png');
    expect([queries.asset('none'), queries.inboxEntry('none')]).toEqual([null, null]);
  });

  it('[I8] the cache of identities knows a file only while nothing about it has changed', () => {
    const database = openMemoryProjections();
    onTestFinished(() => { database.close(); });
    const cache = new IdentityCache(database);
    cache.remember('/a', '1:2:3', 'hash');
    expect([cache.has('/a', '1:2:3'), cache.has('/a', '1:2:4'), cache.has('/b', '1:2:3')]).toEqual([true, false, false]);
  });
});
