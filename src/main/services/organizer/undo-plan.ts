import { basename, dirname, join } from 'node:path';
import type { EventData, EventOf, RecordedEvent } from '@shared/events/catalog';
import type { Recorded } from '@shared/events/envelope';
import { uuidv7 } from 'uuidv7';
import { folderGone } from './filing';
import type { FileIntent, FilingTools, IntentJournal, Memory } from './ports';
import { originsOf, sidecarBeside } from './sidecar-places';
import { inboxOf, isUndoable, standingOf, type Undoable } from './undo-standing';

export type UndoRequested = Recorded<EventOf<'asset.undo_requested'>>;

export interface Refusal {
  readonly kind: 'refused';
  readonly reason: EventData<'asset.undo_refused'>['reason'];
  readonly message: string;
}

/** The file operations that take one event back: the picture's first, then those of its sidecars. */
export interface UndoPlan {
  readonly kind: 'plan';
  readonly intents: readonly FileIntent[];
}

export interface UndoTools {
  readonly organized: string;
  readonly files: FilingTools;
  readonly journal: IntentJournal;
  readonly memory: Memory;
  /** Whether the drive that a path lies on is known to be away, also where an empty folder is left of it. */
  readonly isAway?: (path: string) => boolean;
}

type Step = Pick<FileIntent, 'kind' | 'content_hash' | 'source_path' | 'destination_path' | 'operation'>;
type Asset = NonNullable<ReturnType<Memory['assetOf']>>;

export function refused(reason: Refusal['reason'], message: string): Refusal {
  return { kind: 'refused', reason, message };
}

/** What is thrown away lies here until a person empties it, on the device that it lay on. */
export function trashFolder(organized: string, operationId: string): string {
  return join(organized, '.alice-trash', operationId);
}

/** The event that is to be taken back, if it is a file operation of this content. */
export function targetOf(event: UndoRequested, memory: Memory): Undoable | null {
  const { undone_sequence, undone_event_id, content_hash } = event.data;
  const target = memory.eventAt(undone_sequence);
  return target?.event_id === undone_event_id && isUndoable(target) && target.data.content_hash === content_hash ? target : null;
}

/** Looks at the files and says what to do, or why nothing can be done. Touches nothing. */
export async function planUndo(event: UndoRequested, tools: UndoTools): Promise<UndoPlan | Refusal> {
  const { memory, files, organized } = tools;
  const target = targetOf(event, memory);
  if (target === null) return refused('missing', 'The log has no file operation of this kind at that place, so there is nothing to take back.');
  const history = memory.historyOf(event.data.content_hash);
  const standing = standingOf(history, target);
  if (standing === 'already_undone') return refused('already_undone', 'This was undone already.');
  if (standing === 'superseded') return refused('superseded', 'Alice did something else with this file after that. Undo that first.');
  if (!(await files.isThere(organized))) return refused('file_operation_failed', folderGone.message);
  const operation_id = uuidv7();
  const bin = trashFolder(organized, operation_id);
  const steps = target.event_type === 'asset.unfiled'
    ? await refilingSteps(target, history, tools)
    : await unfilingSteps(target, history, bin, tools);
  if ('kind' in steps) return steps;
  const intents = steps.map((step, i): FileIntent => ({
    ...step, operation_id: i === 0 ? operation_id : uuidv7(), cause_id: `${event.event_id}/${i}`, state: 'planned',
  }));
  return { kind: 'plan', intents };
}

/** Takes a filing or a refiling back: what lies in the organized folder goes where it came from, or into the trash. */
async function unfilingSteps(
  target: Exclude<Undoable, { event_type: 'asset.unfiled' }>, history: readonly RecordedEvent[], bin: string, tools: UndoTools,
): Promise<Step[] | Refusal> {
  const { files, memory } = tools;
  const { content_hash } = target.data;
  const asset = memory.assetOf(content_hash);
  if (!asset || asset.path === null) return refused('missing', 'This file is not in the library any more, so there is nothing to take back.');
  const { path } = asset;
  const found = await files.contentOf(path);
  if (found === null) return refused('missing', `The organized file ${path} is not there any more. When it is back, this can be undone.`);
  if (found !== content_hash) {
    return refused('changed', `The organized file ${path} was changed after Alice filed it. Nothing was touched, so that the change is not lost.`);
  }
  if (target.event_type === 'asset.refiled') {
    const to = target.data.from_path;
    if (await isInTheWay(to, tools)) return inTheWay(to);
    const main: Step = { kind: 'refile', content_hash, source_path: path, destination_path: to, operation: 'move' };
    return [main, ...(await sidecarsAlong(asset, path, to, target.data.sidecars, tools))];
  }
  const to = target.data.source_path;
  if (tools.isAway?.(to) === true) {
    return refused('file_operation_failed', `The drive that the file came from, to ${to}, is away. Plug it in, then undo again. Nothing was touched.`);
  }
  if ((await files.contentOf(to)) === content_hash) {
    const main: Step = { kind: 'trash', content_hash, source_path: path, destination_path: join(bin, basename(path)), operation: 'move' };
    return [main, ...(await sidecarsHome(asset, history, bin, tools))];
  }
  if (await isInTheWay(to, tools)) return inTheWay(to);
  const root = inboxOf(history, to) ?? dirname(to);
  if (!(await files.isThere(root))) {
    return refused('file_operation_failed', `The folder ${root} that the file came from is not there. Is the drive plugged in? Nothing was touched.`);
  }
  const main: Step = { kind: 'unfile', content_hash, source_path: path, destination_path: to, operation: 'move' };
  return [main, ...(await sidecarsHome(asset, history, bin, tools))];
}

/** Takes an undo back: the file returns to its organized place, from the trash or from the inbox. */
async function refilingSteps(
  target: Extract<Undoable, { event_type: 'asset.unfiled' }>, history: readonly RecordedEvent[], tools: UndoTools,
): Promise<Step[] | Refusal> {
  const { content_hash, trash_path, file_path, organized_path: to, sidecars } = target.data;
  const { files } = tools;
  if (await isInTheWay(to, tools)) return inTheWay(to);
  const places = trash_path === null ? [file_path] : [trash_path, file_path];
  const found = await Promise.all(places.map((path) => files.contentOf(path)));
  const at = found.indexOf(content_hash);
  const source_path = places[at];
  if (source_path === undefined) {
    return found.every((hash) => hash === null)
      ? refused('missing', `The file is neither in the trash nor at ${file_path} any more, so it cannot be filed again from there.`)
      : refused('changed', `The file ${places[found.findIndex((hash) => hash !== null)]} was changed since. Nothing was touched; try it again in the inbox to file it anew.`);
  }
  // When the trash was emptied, the original in the inbox is copied once more, as it was at first.
  const main: Step = { kind: 'restore', content_hash, source_path, destination_path: to, operation: at === 0 ? 'move' : 'copy' };
  const origins = originsOf(history.filter(({ sequence }) => sequence < target.sequence));
  const steps = [main];
  for (const { from_path, to_path } of sidecars) {
    if (await isInTheWay(from_path, tools)) continue;
    const here = await files.contentOf(to_path);
    const origin = origins.get(from_path);
    if (here !== null) {
      steps.push({ kind: 'restore', content_hash: here, source_path: to_path, destination_path: from_path, operation: 'move' });
    } else if (origin && (await files.holds(origin.source_path, origin.sidecar_hash))) {
      const { sidecar_hash, source_path: first } = origin;
      steps.push({ kind: 'restore', content_hash: sidecar_hash, source_path: first, destination_path: from_path, operation: 'copy' });
    }
  }
  return steps;
}

/** Sidecars go beside their picture's other name, with its stem. */
async function sidecarsAlong(
  asset: Asset, before: string, after: string, told: readonly { from_path: string; to_path: string }[], { files }: UndoTools,
): Promise<Step[]> {
  const steps: Step[] = [];
  for (const path of asset.sidecars) {
    const content_hash = await files.contentOf(path);
    if (content_hash === null) continue;
    const destination_path = told.find(({ to_path }) => to_path === path)?.from_path ?? sidecarBeside(path, before, after);
    steps.push({ kind: 'refile', content_hash, source_path: path, destination_path, operation: 'move' });
  }
  return steps;
}

/** Sidecars go where they came from. One whose original still lies there, or whose place is taken, goes into the trash. */
async function sidecarsHome(asset: Asset, history: readonly RecordedEvent[], bin: string, tools: UndoTools): Promise<Step[]> {
  const origins = originsOf(history);
  const steps: Step[] = [];
  for (const path of asset.sidecars) {
    const content_hash = await tools.files.contentOf(path);
    if (content_hash === null) continue;
    const home = origins.get(path)?.source_path;
    const free = home !== undefined && !(await isInTheWay(home, tools))
      && (await tools.files.isThere(inboxOf(history, home) ?? dirname(home)));
    const destination_path = free ? home : join(bin, basename(path));
    steps.push({ kind: free ? 'unfile' : 'trash', content_hash, source_path: path, destination_path, operation: 'move' });
  }
  return steps;
}

async function isInTheWay(path: string, { files, journal }: UndoTools): Promise<boolean> {
  return (await files.isTaken(path)) || journal.claimed(path);
}

function inTheWay(path: string): Refusal {
  return refused('in_the_way', `Something lies at ${path} already, and nothing is ever overwritten. Move it away, then undo again.`);
}
