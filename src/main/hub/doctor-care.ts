import { lstat } from 'node:fs/promises';
import { sep } from 'node:path';
import type { EventDraft } from '@shared/events/define-event';
import { stampEvent } from '@shared/events/envelope';
import type { Finding } from '@shared/library/care-report';
import type { Database } from 'better-sqlite3';
import { hashFile } from '../adapters/files/hash-file';
import { identityOf } from '../adapters/files/identity';
import { isLeftAlone } from '../adapters/files/left-alone';
import { mediaTypeAt, organizedFiles } from '../adapters/files/organized-files';
import { moveToTrash } from '../adapters/files/organized-files-trash';
import { watchOrganized } from '../adapters/files/organized-files-watch';
import type { EventBus } from '../bus/event-bus';
import type { Lifetime } from '../kernel/lifetime';
import type { ReportBug } from '../kernel/report-bug';
import type { Archive } from '../log/archive';
import type { EventLog } from '../log/event-log';
import type { LogReader } from '../log/log-reader';
import { IdentityCache } from '../projections/identity-cache';
import type { LibraryQueries } from '../projections/library-queries';
import { OrganizedIdentities } from '../projections/organized-identities';
import type { ReadAsset } from '../services/assets/assets-service';
import { Keeper, type KeeperOptions } from '../services/keeper/keeper-service';
import type { FiledAsset, OrganizedMemory } from '../services/keeper/ports';
import { factsFromFile } from './doctor-facts';
import { examine, type HubCare, type OpenOperation, type Patient } from './doctor';
import { mendFindings } from './doctor-mends';
import { finishOperation, mayGo } from './doctor-remains';
import { scanEverywhere, sourcesAway, type SourceToCheck } from './doctor-sources';

/** What can be known without a running hub: enough to look. */
export interface CareSources {
  readonly inbox: string;
  readonly organized: string;
  readonly projections: Database;
  readonly library: LibraryQueries;
  readonly logDatabase: Database;
  readonly reader: LogReader;
  readonly archive: Archive | undefined;
  readonly openOperations: () => readonly OpenOperation[];
  /** The folders beside the inbox, as they are now; none when left out. */
  readonly sources?: () => readonly SourceToCheck[];
}

/** What a running hub adds: enough to mend. */
export interface CareTools {
  readonly bus: EventBus;
  readonly log: EventLog;
  readonly lifetime: Lifetime;
  readonly reportBug: ReportBug;
  readonly read: ReadAsset;
  /** Whether services work on something now. */
  readonly isBusy: () => boolean;
  readonly intakeSettled: () => Promise<void>;
  readonly settings: CareSettings | undefined;
}

export type CareSettings = Pick<KeeperOptions, 'settleMs' | 'hintsMs'>;

const scanEveryMs = 30 * 60_000;

/** The keeper's memory over the projections. */
export function organizedMemory(sources: CareSources): OrganizedMemory {
  const identities = new OrganizedIdentities(sources.projections);
  return Object.assign(identities, {
    underway: () => {
      const open = sources.openOperations();
      return {
        hashes: new Set(open.map(({ content_hash }) => content_hash)),
        paths: new Set(open.flatMap(({ source_path, destination_path }) => [source_path, destination_path])),
      };
    },
  });
}

/** All that the doctor asks, apart from the keeper. */
export function patientOf(sources: CareSources, keeper: Patient['keeper'], live: Pick<CareTools, 'intakeSettled' | 'isBusy'> | null): Patient {
  const { library, inbox, organized, sources: others = () => [] } = sources;
  const read = new IdentityCache(sources.projections);
  const files = organizedFiles(organized);
  const memory = organizedMemory(sources);
  return {
    keeper,
    inbox: {
      inbox,
      scan: () => scanEverywhere(inbox, others(), (path) => library.inboxEntry(path) !== null),
      entry: (path) => library.inboxEntry(path),
      wasRead: (path, identity) => read.has(path, identity),
      settled: () => live?.intakeSettled() ?? Promise.resolve(),
    },
    organized: {
      organized,
      asset: (hash) => memory.asset(hash),
      isMedia: async (path) => (await mediaTypeAt(path)) !== null,
      isSame: (path, other) => files.isSame(path, other),
      lies: async (asset) => holds(files, asset),
      inInbox: (hash) => copyInInbox(hash, [inbox, ...others().map(({ path }) => path)], library, read),
      isLeftAlone,
    },
    log: { database: sources.logDatabase, reader: sources.reader, archive: sources.archive },
    away: () => sourcesAway(others()),
    assetCount: () => library.assetCount,
    openOperations: () => (live?.isBusy() ? [] : sources.openOperations()),
  };
}

async function holds(files: ReturnType<typeof organizedFiles>, { path, content_hash, file_size }: FiledAsset): Promise<boolean> {
  const sight = await files.look(path);
  if (sight.kind !== 'file' || sight.size !== file_size) return false;
  const reading = await files.read(path);
  return reading.kind === 'read' && reading.content_hash === content_hash;
}

/** A file of the inbox with these bytes: the one that was filed, or one that was linked. */
async function copyInInbox(
  hash: string, folders: readonly string[], library: LibraryQueries, read: IdentityCache,
): Promise<string | null> {
  const record = library.asset(hash);
  const isTaken = (path: string) => folders.some((folder) => path.startsWith(folder + sep));
  const places = record ? [record.inbox_path, ...record.duplicates].filter(isTaken) : [];
  for (const path of places) {
    const stats = await lstat(path, { bigint: true }).catch(() => null);
    if (!stats?.isFile() || Number(stats.size) !== record?.file_size) continue;
    if (read.has(path, identityOf(stats)) && library.inboxEntry(path)?.content_hash === hash) return path;
    if ((await hashFile(path).catch(() => null))?.hash === hash) return path;
  }
  return null;
}

export interface Care extends HubCare {
  readonly keeper: Keeper;
  /** Begins to look after the organized folder: now, when something changes there, and every now and then. */
  begin(watch: boolean): Promise<void>;
}

/** Looks after what is there, in a running hub. */
export function openCare(sources: CareSources, tools: CareTools): Care {
  const { bus, lifetime, reportBug } = tools;
  const { organized, library } = sources;
  const memory = organizedMemory(sources);
  const files = organizedFiles(organized);
  const origin = { source: 'keeper', actor: 'service:keeper' };
  const keeper = new Keeper({
    organized, files, memory, reportBug, ...tools.settings,
    announce: async (said) => {
      const storyOf = (story_id: string | null) => (story_id === null ? {} : { correlation_id: story_id });
      const events = said.map(({ draft, story_id }) => stampEvent(draft, { ...origin, ...storyOf(story_id) }));
      await bus.publish(events);
    },
  });
  const patient = patientOf(sources, keeper, tools);
  let last: readonly Finding[] = [];
  const say = async (draft: EventDraft) => { await bus.publish(stampEvent(draft, { source: 'desktop', actor: 'user' })); };
  return {
    keeper,
    async begin(watch) {
      keeper.scanSoon();
      if (!watch) return;
      const again = setInterval(() => { keeper.scanSoon(); }, scanEveryMs);
      lifetime.add(() => { clearInterval(again); });
      lifetime.add(await keeper.watch(watchOrganized));
    },
    async doctor(wish = {}) {
      const report = await examine(patient, wish);
      last = report.findings;
      return report;
    },
    async mend(which, how) {
      return mendFindings(last, which, how, {
        organized, keeper, say,
        placeOf: (hash) => library.asset(hash)?.path ?? null,
        factsOf: (path) => factsFromFile(organized, path, tools.read),
        inInbox: patient.organized.inInbox,
        mayGo: (finding) => mayGo(finding, patient),
        trash: (path) => moveToTrash(organized, path),
        finish: (finding) => finishOperation(finding, sources, tools.log, say),
      });
    },
  };
}
