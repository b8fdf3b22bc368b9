import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { assetDiscovered, assetOrganized } from '@shared/events/asset-events';
import type { RecordedEvent } from '@shared/events/catalog';
import type { EventDraft } from '@shared/events/define-event';
import type { AssetRecord } from '@shared/library/asset-record';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { organizedFiles } from '../adapters/files/organized-files';
import { OrganizedIdentities } from '../projections/organized-identities';
import { LibraryProjection } from '../projections/library-projection';
import { LibraryQueries } from '../projections/library-queries';
import { createProjectionTables } from '../projections/library-schema';
import { Keeper } from '../services/keeper/keeper-service';
import type { OrganizedFiles, OrganizedMemory } from '../services/keeper/ports';
import { eventFrom } from './sample-events';
import { inFolder, tempFolder } from './temp-folder';
import { logIn } from './test-log';
import { hashOf } from './trees';

/** An organized folder with a library over it, and a keeper that can be closed and opened anew. */
export interface KeptFolder {
  readonly organized: string;
  readonly memory: OrganizedMemory;
  /** Where a path below the folder lies. */
  at(path: string): string;
  /** Files content as the organizer does, and says so. Hands the content hash back. */
  file(path: string, content: string): Promise<string>;
  say(draft: EventDraft, story?: string): Promise<RecordedEvent>;
  keeper(files?: Partial<OrganizedFiles>): Keeper;
  asset(hash: string): AssetRecord | null;
  /** What keepers have said so far. */
  readonly said: RecordedEvent[];
  /** Paths that were read from their first byte to their last. */
  readonly read: string[];
  /** Operations that are under way. */
  readonly underway: { hashes: Set<string>; paths: Set<string> };
  /** Throws away what was remembered of files. */
  loseCache(): void;
}

export function keptFolder(organized = join(tempFolder(), 'organized')): KeptFolder {
  mkdirSync(organized, { recursive: true });
  const { log } = logIn(tempFolder());
  const database = new Database(':memory:');
  onTestFinished(() => { database.close(); });
  createProjectionTables(database);
  const projection = new LibraryProjection(database, log.reader);
  log.onCommit((events) => { projection.follow(events); });
  const library = new LibraryQueries(database);
  const underway = { hashes: new Set<string>(), paths: new Set<string>() };
  const memory: OrganizedMemory = Object.assign(new OrganizedIdentities(database), { underway: () => underway });
  const said: RecordedEvent[] = [];
  const read: string[] = [];
  const say = async (draft: EventDraft, story = 'a story') => {
    const [event] = await log.append([eventFrom(draft, { correlation_id: story })]);
    if (event === undefined) throw new Error('Nothing was recorded.');
    return event;
  };
  const at = (path: string) => join(organized, path);

  return {
    organized, memory, said, read, underway, at, say,
    async file(path, content) {
      writeFileSync(inFolder(at(path)), content);
      const content_hash = hashOf(content);
      const [date_folder = '', project_name = 'p', source_type = 'unknown'] = path.split('/');
      await say(assetDiscovered({ content_hash, file_path: `/inbox/${path}`, file_size: Buffer.byteLength(content), media_type: 'image', project_name }));
      const day = /^\d{4}-\d\d-\d\d$/.test(date_folder) ? date_folder : '2026-01-02';
      await say(assetOrganized({
        content_hash, source_path: `/inbox/${path}`, destination_path: at(path), project_name, source_type, date_folder: day,
      }));
      return content_hash;
    },
    keeper(more = {}) {
      const real = organizedFiles(organized);
      const files: OrganizedFiles = { ...real, read: (path) => { read.push(path); return real.read(path); }, ...more };
      const keeper = new Keeper({
        organized, files, memory, settleMs: 1, hintsMs: 5,
        announce: async (all) => {
          const events = all.map(({ draft, story_id }) => eventFrom(draft, story_id === null ? {} : { correlation_id: story_id }));
          said.push(...(await log.append(events)));
        },
        reportBug: ({ where, error }) => { throw new Error(where, { cause: error }); },
      });
      onTestFinished(() => keeper.end());
      return keeper;
    },
    asset: (hash) => library.asset(hash),
    loseCache() { database.exec('DELETE FROM organized_identities'); },
  };
}

/** Someone moves or renames a file outside Alice. */
export function move(folder: KeptFolder, from: string, to: string): void {
  renameSync(folder.at(from), inFolder(folder.at(to)));
}

/** The keeper has seen all files, and their times are old enough to be trusted, as they are a moment after filing. */
export async function seen(folder: KeptFolder): Promise<void> {
  await delay(40);
  await folder.keeper().scan();
  folder.read.length = 0;
}
