import { mkdirSync, readFileSync } from 'node:fs';
import { assetRetryRequested } from '@shared/events/asset-events';
import { undoRequested } from '@shared/events/system-events';
import { uuidv7 } from 'uuidv7';
import { inspectFile } from '../adapters/media/inspect-file';
import type { MediaProcess, Response } from '../adapters/media/protocol';
import { type Hub, openHub } from '../hub';
import { hashOf } from './trees';

/** What a fault script has a hub do: in this process, or in one that is about to come to harm. */
export interface FaultOrder {
  readonly inbox: string;
  readonly organized: string;
  readonly data: string;
  readonly operation: 'copy' | 'move';
  /** `retry` tries everything again that was set aside; `rate` gives everything five stars, which moves it to their folder. */
  readonly act: 'organize' | 'undo' | 'retry' | 'rate';
}

/** How a run ended, when it did. */
export interface FaultOutcome {
  /** What was reported as a bug: nothing, however hard the fault. */
  readonly bugs: readonly string[];
  readonly setAside: readonly { readonly path: string; readonly reason: string | null; readonly message: string | null }[];
}

/**
 * The media processes' work without pixels: metadata is read for real, the score is made of the bytes. So a run of the
 * hub is a few hundred milliseconds and all its system calls are about files and the log.
 */
function mediaWithoutPixels(): MediaProcess {
  const hear: ((response: Response) => void)[] = [];
  return {
    post: ({ id, job }) => {
      const work = job.kind === 'inspect' ? inspectFile(job.path) : Promise.resolve(ratedByBytes(job.path));
      work.then(
        (result) => { for (const each of hear) each({ id, result }); },
        (error: unknown) => { for (const each of hear) each({ id, error: String(error), code: null }); },
      );
    },
    onMessage: (listener) => hear.push(listener),
    onExit: () => undefined,
    kill: () => undefined,
  };
}

function ratedByBytes(path: string) {
  return { kind: 'rated' as const, brisque: Number.parseInt(hashOf(readFileSync(path)).slice(0, 4), 16) / 700, issues: [] };
}

/** A hub that meets faults: real in everything but pixels. */
export function openFaultHub(
  { inbox, organized, data, operation }: Pick<FaultOrder, 'inbox' | 'organized' | 'data'> & { readonly operation: () => 'copy' | 'move' },
  reportBug: (bug: string) => void,
): Hub {
  mkdirSync(inbox, { recursive: true });
  return openHub({
    inbox,
    organized,
    operation,
    dataFolder: data,
    startMedia: mediaWithoutPixels,
    version: '0.0.0',
    reportBug: ({ where, error }) => { reportBug(`${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`); },
    settleTimes: { completeMs: 0, incompleteMs: 20 },
  });
}

/**
 * Runs one order to its end: every file reaches its outcome, the hub closes. `told` hears the id of each event as soon as
 * the bus tells it: from then on it must never be lost.
 */
export async function runOrder(order: FaultOrder, told: (eventId: string) => void = () => undefined): Promise<FaultOutcome> {
  const { inbox, organized, data, operation, act } = order;
  const bugs: string[] = [];
  const hub = openFaultHub({ inbox, organized, data, operation: () => operation }, (bug) => bugs.push(bug));
  hub.bus.on('*', ({ event_id }) => { told(event_id); });
  await hub.start({ watch: false });
  await hub.settled();
  if (act === 'undo') await undoEverything(hub);
  if (act === 'retry') await retryEverything(hub);
  if (act === 'rate') await rateEverything(hub);
  const setAside = hub.library.inboxInState('set_aside', 100_000).map(({ file_path, reason, message }) => ({ path: file_path, reason, message }));
  await hub.close('finished');
  return { bugs, setAside };
}

/** Rates what is filed, once for the life of a library. */
async function rateEverything(hub: Hub): Promise<void> {
  const unrated = hub.library.assetsBefore(Number.MAX_SAFE_INTEGER, 1_000).filter(({ own_stars }) => own_stars === null);
  if (unrated.length > 0) await hub.rate(unrated.map(({ content_hash }) => content_hash), 5);
  await hub.settled();
}

async function retryEverything(hub: Hub): Promise<void> {
  const aside = hub.library.inboxInState('set_aside', 100_000);
  await Promise.all(aside.map(({ file_path, story_id }) => hub.say(assetRetryRequested({ file_path }), story_id)));
  await hub.settled();
}

/** Asks for every filing that stands to be taken back, once for the life of a library. */
async function undoEverything(hub: Hub): Promise<void> {
  const asked = hub.log.find({ types: ['undo.requested'], limit: 1 });
  if (asked.length === 0) {
    const sequences = hub.log.find({ types: ['asset.organized'], limit: 1_000 }).map(({ sequence }) => sequence);
    await hub.say(undoRequested({ undo_id: uuidv7(), scope: 'batch', label: 'Everything', sequences }));
  }
  await hub.settled();
}
