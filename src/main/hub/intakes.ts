import type { EventDraft } from '@shared/events/define-event';
import type { RecordedEvent } from '@shared/events/catalog';
import { t } from '@shared/language/language';
import { SaidError } from '@shared/language/said';
import type { Source } from '@shared/library/source';
import type { Database } from 'better-sqlite3';
import { defaultLargestFile, inboxFilesOf } from '../adapters/files/inbox-files';
import { renameInInbox } from '../adapters/files/rename-in-inbox';
import { watchFolder } from '../adapters/watcher/folder-watcher';
import type { ReportBug } from '../kernel/report-bug';
import type { LogReader } from '../log/log-reader';
import { IdentityCache } from '../projections/identity-cache';
import type { LibraryQueries } from '../projections/library-queries';
import { intakeService } from '../services/intake/intake-router';
import { Intake } from '../services/intake/intake-service';
import type { InboxFiles, InboxMemory } from '../services/intake/ports';
import { defaultSettleTimes } from '../services/intake/settling';
import type { FileIntent } from '../services/organizer/ports';
import { newSourceProblem, sourcePlaceProblem } from './check-source';
import { withStaged } from './dry-run-staging';
import type { HubOptions } from './hub-contract';
import { inboxBesideUndo } from './inbox-beside-undo';
import { LyingInInbox } from './lying-in-inbox';
import { inboxMemory } from './inbox-memory';
import type { Limits } from './limits';
import type { SourceTools } from './open-source';
import { Sources } from './sources';

export interface IntakesOptions {
  readonly asked: HubOptions;
  readonly projections: Database;
  readonly logDatabase: Database;
  readonly library: LibraryQueries;
  readonly rehearsalOf: LibraryQueries | null;
  readonly reader: LogReader;
  readonly limits: Limits;
  readonly publish: (draft: EventDraft, origin: { source: string; actor: string }, storyId?: string) => Promise<string>;
  readonly openOperations: () => readonly FileIntent[];
  readonly claimed: (path: string) => boolean;
  readonly storyOf: (storyId: string) => readonly RecordedEvent[];
  readonly reportBug: ReportBug;
}

/** Everything that takes files in: the inbox, and the folders beside it. */
export function openIntakes(options: IntakesOptions) {
  const { asked, library, rehearsalOf, limits, publish, openOperations, claimed, storyOf, reportBug, projections } = options;
  const { inbox, organized, dataFolder, dryRun = false, settleTimes = defaultSettleTimes, scanTimes } = asked;
  const largestFile = asked.largestFile ?? defaultLargestFile;
  const identities = new IdentityCache(projections);
  const memoryOf = (folder: string) => inboxMemory({ inbox: folder, library, rehearsalOf, identities, beingPut: claimed, storyOf });
  const guarded = (files: InboxFiles, memory: InboxMemory) =>
    inboxBesideUndo({ memory, files: dryRun ? withStaged(files, asked.staged) : limits.inbox(files), openOperations });
  const announce: SourceTools['announce'] = (draft, storyId) =>
    limits.patiently(() => publish(draft, { source: 'intake', actor: 'service:intake' }, storyId));

  const memory = memoryOf(inbox);
  const files = inboxFilesOf(inbox, { organized: dryRun ? null : organized, largestFile });
  const lying = new LyingInInbox({ inbox, files, memory, reportBug });
  const intake = new Intake({
    inbox, ...guarded(files, memory),
    announce, reportBug, settleTimes, ...(scanTimes && { scanTimes }), ...(asked.fetchedFrom && { fetchedFrom: asked.fetchedFrom }),
  });

  const places = { inbox, organized, data: dataFolder };
  /** A new source keeps clear of all that are watched. */
  const beside = (source: Pick<Source, 'id'>) =>
    ({ ...places, others: sources.list().filter(({ id, state }) => id !== source.id && state !== 'refused') });
  /** Of those that came to overlap the one that was there first is watched, however often and in what order they are asked. */
  const before = (source: Pick<Source, 'id'>) => {
    const all = sources.list();
    return { ...places, others: all.slice(0, all.findIndex(({ id }) => id === source.id)) };
  };
  const sources: Sources = new Sources({
    sources: dryRun ? [] : (asked.sources ?? []), take: asked.takeFromSources ?? true,
    inbox, organized, library, announce, guarded, reportBug, largestFile, settleTimes, scanTimes,
    database: options.logDatabase, reader: options.reader, operation: asked.operation,
    memory: (folder) => ({ ...memoryOf(folder), wasRead: (path, identity) => identities.hasOnAnyDrive(path, identity) }),
    say: async (draft) => { await publish(draft, { source: 'hub', actor: 'service:hub' }); },
    problemWith: (source) => sourcePlaceProblem(source, before(source)),
    changed: asked.sourcesChanged ?? (() => undefined),
  });

  let unwatch: (() => Promise<void>) | null = null;
  const takeIn = async (watch: boolean) => {
    if (watch) unwatch ??= await intake.watch(watchFolder);
    const others = sources.takeIn(watch);
    await intake.reconcile();
    // A source on a slow drive holds up nobody who goes on watching.
    if (!watch) await others;
  };

  return {
    memory,
    sources: {
      list: () => sources.list(),
      apply: (next: readonly Source[]) => sources.apply(next),
      problemWith: (source: Source) => newSourceProblem(source, beside(source)),
    },
    service: intakeService((path) => sources.intakeOf(path) ?? intake),
    operationFor: (path: string) => sources.operationFor(path),
    isAway: (path: string) => sources.isAway(path),
    knows: (folder: string) => sources.knows(folder),
    get watching() {
      return unwatch !== null;
    },
    get idle() {
      return intake.idle && sources.idle;
    },
    settled: () => intake.settled(),
    reconcile: () => intake.reconcile(),
    takeIn,
    async pause() {
      const stop = unwatch;
      unwatch = null;
      await Promise.all([stop?.(), sources.pause()]);
    },
    async rename(path: string) {
      if (sources.operationFor(path) === 'copy' && sources.intakeOf(path) !== null) {
        throw new SaidError(() => t('This file lies in a source that Alice only copies from, and changes nothing in. Rename it there yourself.'));
      }
      return (sources.intakeOf(path) ?? intake).renamed(path, await renameInInbox(path));
    },
    lying: () => lying.now(),
    end: () => Promise.all([intake.end(), sources.end(), lying.end()]),
  };
}
