import { t } from '@shared/language/language';
import { toldOf } from '@shared/language/said';
import { basename, dirname } from 'node:path';
import { mostDryRunFiles } from '@shared/library/dry-run';
import { openHub } from '../hub';
import { addToInbox, type AddedFiles } from '../adapters/files/add-to-inbox';
import { makeFolderDurably } from '../adapters/files/durable-folder';
import { fileTroubleInWords } from '../adapters/files/file-trouble';
import { DryRunFold } from './dry-run-fold';
import { askForMoves, type Moves, type OwnGiven, previewedMove, previewedStays } from './dry-run-moves';
import { type Staged, stage, tooMany } from './dry-run-staging';
import { type DryRunTree, layOut, type Previewed } from './dry-run-tree';
import type { HubOptions } from './hub-contract';

/** What a hub would be opened with, were it not a rehearsal. */
export type RehearsalOptions = Omit<HubOptions, 'dryRun' | 'staged' | 'sources'>;

export interface DryRunWish {
  /** Files and folders that would be added; null for what waits in the inbox. */
  readonly paths: readonly string[] | null;
  /** The project to which they would be added. */
  readonly project?: string | null;
  /** Pictures of the library that would move to it. */
  readonly moves?: Moves | null;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number | null) => void;
  /** How many files are looked at. */
  readonly most?: number;
}

export interface DryRun {
  readonly tree: DryRunTree;
  readonly staged: Staged | null;
  readonly moves: Moves | null;
}

/** Says what would become of files, by the services that do it, and touches none. @throws DryRunRefused, and what aborting throws */
export async function rehearse(options: RehearsalOptions, wish: DryRunWish): Promise<DryRun> {
  const { paths, project = null, moves = null, signal, most } = wish;
  const staged = paths === null ? null : await stage(options.inbox, { paths, project, signal, most });
  const fold = new DryRunFold();
  if (staged === null || staged.places.size > 0 || moves !== null) await play({ ...options, ...(staged && { staged }) }, fold, wish);
  signal.throwIfAborted();
  const previewed: Previewed[] = [];
  for (const each of fold.files) {
    const own = moves?.moves.get(each.path);
    if (own !== undefined && moves !== null) previewed.push(previewedMove(each, own, moves, options.organized));
    if (own !== undefined || (staged !== null && !staged.places.has(each.path))) continue;
    const name = basename(staged?.places.get(each.path) ?? each.path);
    const sentence = each.outcome === null ? t('It is known already and would stay as it is.') : each.sentence;
    previewed.push({ ...each, name, outcome: each.outcome ?? 'set_aside', sentence: staged === null ? sentence : asWouldBe(sentence) });
  }
  const told = new Set(previewed.map(({ path }) => path));
  for (const [path, place] of staged?.places ?? []) {
    if (told.has(path)) continue;
    const sentence = t('It was gone before Alice could look at it.');
    previewed.push({ path: null, name: basename(place), size: null, destination: null, outcome: 'not_added', sentence });
  }
  for (const { name, sentence } of staged?.refused ?? []) {
    previewed.push({ path: null, name, size: null, destination: null, outcome: 'not_added', sentence });
  }
  if (moves !== null) previewed.push(...previewedStays(moves));
  return { tree: layOut(previewed, options.organized), staged, moves };
}

/** Sentences are made for files that lie in the inbox; these would. */
function asWouldBe(sentence: string | null): string | null {
  return sentence?.replaceAll('It lies untouched in the inbox', 'It would lie untouched in the inbox') ?? null;
}

async function play(
  options: RehearsalOptions & { readonly staged?: Staged }, fold: DryRunFold, wish: DryRunWish,
): Promise<void> {
  const { moves = null, signal, onProgress, most = mostDryRunFiles } = wish;
  if (moves !== null && moves.drafts.length + moves.left_out.length > most) throw tooMany(most);
  const total = options.staged === undefined ? null : options.staged.places.size + (moves?.drafts.length ?? 0);
  const hub = openHub({ ...options, ...(moves && { historyBefore: moves.historyOf }), dryRun: true });
  const stop = new AbortController();
  const stopped = new Promise<void>((resolve) => { stop.signal.addEventListener('abort', () => { resolve(); }, { once: true }); });
  const end = () => { stop.abort(); };
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();
  hub.bus.on('*', (event) => {
    fold.add(event);
    if (fold.found > most) end();
    onProgress(fold.done, total);
  });
  try {
    const asked = hub.start({ watch: false }).then(() => (moves === null ? undefined : askForMoves(hub, moves, stop.signal)));
    const through = asked.then(() => hub.settled(stop.signal));
    await Promise.race([through, stopped]);
  } finally {
    signal.removeEventListener('abort', end);
    await hub.close('finished');
  }
  if (fold.found > most) throw tooMany(most);
}

/** Adds what was previewed to the inbox as dropping it does, each file to where the preview saw it. @param left ids that are left out */
export async function addPreviewed({ tree, staged }: DryRun, left: ReadonlySet<number>): Promise<AddedFiles> {
  const result: AddedFiles = { added: 0, problems: [] };
  const ticked = new Set(tree.paths.filter((path, id) => path !== null && !left.has(id)));
  const byFolder = new Map<string, string[]>();
  // In the order in which they were found: sidecars and equal names follow each other as they would have.
  for (const [path, place] of staged?.places ?? []) {
    if (!ticked.has(path)) continue;
    const folder = dirname(path);
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), place]);
  }
  for (const [folder, places] of byFolder) {
    try {
      await makeFolderDurably(folder);
      const { added, problems } = await addToInbox(folder, places);
      result.added += added;
      result.problems.push(...problems);
    } catch (error) {
      // The other folders are filled all the same, and what was added by then is told.
      const why = fileTroubleInWords(error) ?? toldOf(error);
      result.problems.push(t('Not everything could be put into {folder}. {why} What is missing lies where it was.', { folder, why }));
    }
  }
  return result;
}

/** The pictures of the library that are to move, by hash. @param left ids that are left out */
export function movesPreviewed({ tree, moves }: DryRun, left: ReadonlySet<number>): OwnGiven | null {
  if (moves === null) return null;
  const wanted = tree.files.filter(({ id, outcome }) => outcome === 'moved' && !left.has(id));
  const content_hashes = wanted.flatMap(({ id }) => moves.moves.get(tree.paths[id] ?? '') ?? []);
  return { ...moves.given, content_hashes };
}
