import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { EventDraft } from '@shared/events/define-event';
import { stampEvent } from '@shared/events/envelope';
import { hubStarted, hubStopped } from '@shared/events/system-events';
import { makeFolderDurably } from './adapters/files/durable-folder';
import { filingTools } from './adapters/files/filing-tools';
import { MediaPool } from './adapters/media/media-pool';
import { assessImageWith, fingerprintWith, metadataWith, readAssetWith, thumbHashWith } from './adapters/media/media-ports';
import { openCare } from './hub/doctor-care';
import { assessStaged, readStaged } from './hub/dry-run-staging';
import { organizerMemory, recoverOperations } from './hub/file-operations';
import { openDensity } from './hub/event-density';
import { findEvents } from './hub/find-events';
import { followLibrary } from './hub/follow-library';
import { openHistory, operationLog } from './hub/history';
import type { Hub, HubOptions } from './hub/hub-contract';
import { openIntakes } from './hub/intakes';
import { ofThisInbox } from './hub/of-this-inbox';
import { openBoards } from './hub/board-hub';
import { openBus } from './hub/open-bus';
import { sidecarFiling } from './hub/sidecar-filing';
import { rehearsedFiling } from './hub/rehearsal';
import { ratedAlready } from './hub/rated-already';
import { openRatings } from './hub/ratings';
import { Placeholders } from './hub/placeholders';
import { openPreference } from './hub/preference';
import { openReadAgain } from './hub/read-again';
import { limitSettingsIn } from './hub/limit-settings';
import { Limits } from './hub/limits';
import { openStages } from './hub/quality-stages';
import { stagesOfEnvironment } from './hub/quality-stages-setup';
import { deadLetterRetry } from './hub/retry-dead-letter';
import { feedOf } from './hub/service-feed';
import { sourceRulesIn } from './hub/source-rules';
import { openStacks } from './hub/stacks';
import { openStorage } from './hub/storage';
import { hubTrash } from './hub/trash';
import { openWordSearch } from './hub/word-search';
import { openGate } from './kernel/gate';
import { Lifetime } from './kernel/lifetime';
import type { ReportBug } from './kernel/report-bug';
import { ServiceRunner } from './kernel/service-runner';
import { deadLetterCount, deadLetters } from './log/checkpoints';
import { EventLog } from './log/event-log';
import { SqliteIntentJournal } from './log/intent-journal';
import { AssetSearch } from './projections/asset-search';
import { LibraryQueries } from './projections/library-queries';
import { ThumbHashes } from './projections/thumb-hashes';
import { assetsService } from './services/assets/assets-service';
import { organizerService } from './services/organizer/organizer-service';
import { qualityService } from './services/quality/quality-service';
import { StagesEnded } from './services/quality/stages/stage';
import { ratingsService } from './services/ratings/ratings-service';
import { refilingService } from './services/refiling/refiling-service';
import { sidecarsService } from './services/sidecars/sidecars-service';
import { undoService } from './services/undo/undo-service';

export type { Hub, HubOptions } from './hub/hub-contract';

/** Opens a hub. @throws DataInUseError, NewerDataError */
export function openHub(options: HubOptions): Hub {
  const { inbox, organized, dataFolder, dryRun = false, operation } = options;
  const reportBug: ReportBug = (bug) => { if (!(bug.error instanceof StagesEnded || limits.explains(bug.error))) options.reportBug(bug); };
  const lifetime = new Lifetime();
  const backupFolder = () => limitSettingsIn(dataFolder).backupFolder;
  const storage = openStorage(dataFolder, dryRun, lifetime, {
    backupFolder: backupFolder(),
    takenOver: (sentence) => { limits.takenOver(sentence); },
  });
  const { log: logDatabase, projections, search: words, archive, rehearsalOf, recovered } = storage;

  // The log is the truth; library and inbox are folds of it.
  const log = new EventLog(logDatabase, archive);
  const library = new LibraryQueries(projections);
  followLibrary(projections, log, reportBug);
  const search = openWordSearch(words, log, lifetime, reportBug);

  // Record first, then tell.
  const causeOf = (eventId: string) => log.eventOf(eventId);
  const { bus, metrics } = openBus({ recorder: log, reportBug, causeOf, filter: options.filter, logger: options.logger });
  const publish = async (draft: EventDraft, origin: { source: string; actor: string }, storyId?: string) => {
    const event = stampEvent(draft, { ...origin, ...(storyId !== undefined && { correlation_id: storyId }) });
    await bus.publish(event);
    return event.correlation_id;
  };
  const ratings = openRatings({
    organized, dataFolder, projections, log, bus, library, lifetime,
    rehearsedBands: storage.rehearsedBands, refileOnRating: options.refileOnRating,
    dealtWith: (sequence) => !working || limits.isStuck || runners.every((each) => each.name !== 'ratings' || each.dealtWith(sequence)),
  });
  const say: Hub['say'] = async (draft, storyId) => { await publish(draft, { source: 'desktop', actor: 'user' }, storyId); };
  const history = openHistory({ database: projections, log, library, say, lifetime, reportBug });
  const density = openDensity({ database: projections, log, lifetime, reportBug });

  // While a disk is full or a drive is gone nobody touches a file. A rehearsal touches none.
  const limits: Limits = new Limits({
    folders: { inbox, organized, data: dataFolder }, log, database: logDatabase, library, reportBug, settings: options.limits,
    say: async (drafts) => { await bus.publish(drafts.map((draft) => stampEvent(draft, { source: 'hub', actor: 'service:hub' }))); },
    changed: options.pauseChanged ?? (() => undefined),
    lookThrough: async (): Promise<void> => {
      if (!intakes.watching) return oneScan ? intakes.reconcile() : undefined;
      await intakes.pause();
      await intakes.takeIn(true);
    },
    backupFolder, recovered,
  });
  const gate = dryRun ? openGate : limits;

  // Hostile media is read and decoded in processes of its own.
  const processes = Math.max(1, Math.min(4, availableParallelism()));
  const pool = lifetime.own(new MediaPool({ start: options.startMedia, processes }), (each) => { each.close(); });
  const thumbnails = join(dataFolder, 'thumbnails');

  const boards = openBoards({ bus, log, projections, library, thumbnails, lifetime, reportBug });

  // A file's way: intake ─▶ assets ─▶ quality ─▶ organizer. None knows another.
  const asset = (hash: string) => {
    // What is filed in the existing library is filed in a rehearsal, too, though the rehearsal found the bytes anew.
    const before = rehearsalOf?.asset(hash) ?? null;
    return before && before.path !== null ? before : (library.asset(hash) ?? before);
  };
  const storyOf = (storyId: string) => log.reader.ofStory(storyId);
  const intakes = openIntakes({
    asked: options, projections, logDatabase, library, rehearsalOf, reader: log.reader, limits, publish, storyOf, reportBug,
    openOperations: () => journal.open(), claimed: (path) => journal.claimed(path),
  });

  const keptRules = sourceRulesIn(dataFolder);
  const ownRules = options.ownRules ?? (() => keptRules);
  const read = readStaged(readAssetWith(pool, ownRules), options.staged);

  // The stages after BRISQUE. Pictures leave the machine by those alone that a person set up and switched on.
  const stages = openStages({
    source: options.stages ?? stagesOfEnvironment(dataFolder), pool, dataFolder, dryRun, asset, reportBug,
    onCommit: (listener) => log.onCommit(listener),
  });

  // Pictures that look nearly the same, and which of two a person prefers.
  const pictures = new AssetSearch(projections);
  const stacks = openStacks({
    projections, library, pictures, say, reportBug, rate: ratings.offers.rate,
    fingerprintOf: dryRun ? null : fingerprintWith(pool, thumbnails),
    atOnce: () => (runners.every((runner) => runner.idle) ? processes : 1),
  });
  const placeholders: Placeholders = lifetime.own(new Placeholders({
    known: new ThumbHashes(projections), thumbHashOf: dryRun ? null : thumbHashWith(pool, thumbnails),
    isBusy: () => !runners.every((runner) => runner.idle), reportBug,
  }), (each) => { each.end(); });

  // What became of organized files outside Alice, and whether all that is there agrees.
  const journal = new SqliteIntentJournal(logDatabase, log);
  const care = openCare(
    {
      inbox, organized, projections, library, logDatabase, reader: log.reader, archive,
      openOperations: () => journal.open(), sources: intakes.sources.list,
    },
    { bus, log, lifetime, reportBug, settings: options.care, read,
      isBusy: () => working && !runners.every((runner) => runner.idle), intakeSettled: () => intakes.settled() },
  );

  const files = dryRun ? rehearsedFiling() : filingTools;
  const services = [
    intakes.service,
    care.keeper.service(),
    assetsService(read),
    qualityService({
      assess: placeholders.noting(stacks.noting(assessStaged(assessImageWith(pool, dryRun ? null : thumbnails), options.staged))),
      stages: stages.pipeline,
      bands: ratings.offers.bands,
      concurrency: processes * 3,
      ...ratedAlready(asset),
    }),
    ofThisInbox(organizerService({
      organized,
      operation: intakes.operationFor,
      isAway: intakes.isAway,
      files,
      journal,
      storyOf,
      filedAt: (hash) => asset(hash)?.path ?? null,
      ownStars: (hash) => (rehearsalOf ?? library).asset(hash)?.own_stars ?? null,
      memory: organizerMemory(log.reader, asset, options.historyBefore),
    }), { isOpen: intakes.knows, storyOf, wasBegun: (eventId) => journal.ofEvent(eventId).length > 0 }),
    sidecarsService({
      organized, files: sidecarFiling(files, journal), journal, memory: { entries: intakes.memory.entries, asset, storyOf },
    }),
    ...(dryRun ? [] : [ratingsService(ratings.asked), refilingService(ratings.asked)]),
    undoService(operationLog(log.reader, ratings.changedBy)),
  ];
  const feed = feedOf(log, logDatabase);
  const runners = services.map((service) => new ServiceRunner(service, { bus, feed, reportBug, gate }));
  let working = false;
  metrics.register({
    services: () => runners.map((runner) => runner.figures),
    handlers: () => runners.flatMap((runner) => runner.handlers),
    deadLetters: () => deadLetterCount(logDatabase),
  });

  const again = openReadAgain({
    organized, projections, log, read, assetOf: asset, ownRules, concurrency: processes * 3,
    lookThrough: () => care.keeper.scan(),
    isBusy: () => working && !limits.isStuck && !runners.every((runner) => runner.idle),
    say: async (draft, by, storyId) => {
      const origin = by === 'reader' ? { source: 'assets', actor: 'service:assets' } : { source: 'desktop', actor: 'user' };
      await limits.patiently(() => publish(draft, origin, storyId));
    },
  });

  let oneScan = false;

  return {
    bus,
    ...history,
    boards,
    sources: intakes.sources,
    ...ratings.offers,
    ...limits.offers,
    ...stages.offers,
    ...stacks.offers,
    ...placeholders.offers,
    ...openPreference({ projections, library, pictures, say }),
    readAgain: again.readAgain,
    refile: again.refile,
    tryRule: again.tryRule,
    doctor: care.doctor,
    mend: care.mend,
    trash: hubTrash(organized),
    openOperations: () => journal.open().length,
    async lookAgain(hash) {
      await care.keeper.scan();
      return library.asset(hash)?.missing === null;
    },
    log: log.reader,
    library,
    pictures,
    readMetadata: metadataWith(pool),
    find: (wish) => findEvents(log.reader, search, wish),
    ...density,
    thumbnails,
    async start({ watch, takeIn: wanted = true }) {
      const started = hubStarted({
        inbox_path: inbox, organized_path: organized, operation: operation(), hub_version: options.version, dry_run: dryRun,
      });
      // What keeps it from being made is said of each file that would go there.
      if (!dryRun) await makeFolderDurably(organized).catch(() => undefined);
      // Before the first event: it would wake the services, and they would begin the same operations again.
      if (!dryRun) await recoverOperations(journal, reportBug);
      await publish(started, { source: 'hub', actor: 'service:hub' });
      oneScan = !watch && wanted;
      if (!dryRun) await limits.start();
      working = true;
      for (const runner of runners) runner.start();
      if (!dryRun) await care.begin(watch);
      if (wanted) await limits.unlessStuck(intakes.takeIn(watch));
    },
    renameInInbox: (path) => intakes.rename(path),
    pause: () => intakes.pause(),
    resume: () => intakes.takeIn(true),
    lyingInInbox: () => intakes.lying(),
    say,
    deadLetters: () => deadLetters(logDatabase),
    retryDeadLetter: deadLetterRetry(logDatabase, log.reader, say),
    metrics: () => metrics.getStats(),
    async settled(signal) {
      while (!(signal?.aborted || limits.isStuck || (intakes.idle && care.keeper.idle && runners.every((runner) => runner.idle)))) {
        await limits.unlessStuck(intakes.settled());
        await delay(5);
      }
    },
    async close(reason) {
      await intakes.pause();
      // In one go: who waits before a full disk must not be told that nobody waits any longer before it is told to stop.
      const ends = runners.map((runner) => runner.stop());
      await Promise.all([...ends, intakes.end(), care.keeper.end(), again.end(), limits.end(), stages.end(), stacks.end()]);
      // A log that cannot be written has been said to be so; the rest is ended all the same.
      const stopped = working ? publish(hubStopped({ reason }), { source: 'hub', actor: 'service:hub' }) : Promise.resolve();
      await stopped.catch((error: unknown) => { if (!limits.closed) throw error; });
      for (const runner of runners) runner.remember();
      log.flush();
      await lifetime.end();
    },
  };
}
