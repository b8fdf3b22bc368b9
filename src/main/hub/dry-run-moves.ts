import { basename, dirname, relative } from 'node:path';
import type { RecordedEvent } from '@shared/events/catalog';
import { t } from '@shared/language/language';
import { uuidv7 } from 'uuidv7';
import type { Assigned } from './board-assign';
import type { Rehearsed } from './dry-run-fold';
import type { Previewed } from './dry-run-tree';
import type { Hub } from './hub-contract';

/** Pictures of the library that a person gives to a project with their files. */
export interface OwnGiven {
  readonly project_id: string;
  readonly content_hashes: readonly string[];
}

/** What giving them would ask for, and what the library knows of each. */
export interface Moves extends Assigned {
  readonly given: OwnGiven;
  readonly assetOf: Hub['library']['asset'];
  readonly historyOf: (contentHash: string) => readonly RecordedEvent[];
}

/** @throws BoardError */
export async function planMoves({ boards, library, log }: Pick<Hub, 'boards' | 'library' | 'log'>, given: OwnGiven): Promise<Moves> {
  const { project_id, content_hashes } = given;
  const planned = await boards.planAssignment({ project_id, content_hashes: [...content_hashes], move_files: true });
  return { ...planned, given, assetOf: (hash) => library.asset(hash), historyOf: (hash) => log.aboutSubject(hash) };
}

/** Asks the services of a rehearsal for them. */
export async function askForMoves(hub: Pick<Hub, 'say'>, moves: Moves, signal: AbortSignal): Promise<void> {
  for (const { draft } of moves.drafts) {
    if (signal.aborted) return;
    await hub.say(draft, uuidv7());
  }
}

/** What the services said would become of one. */
export function previewedMove(each: Rehearsed, hash: string, { assetOf }: Moves, organized: string): Previewed {
  const about = { name: basename(each.path), size: assetOf(hash)?.file_size ?? null, destination: each.destination };
  if (each.outcome !== 'moved') return { ...about, path: null, outcome: 'stays', sentence: each.sentence };
  const words = { folder: relative(organized, dirname(each.path)), along: each.along ?? 0 };
  const sentence = t('From {folder}{along, plural, =0 {} one {, with # file that lies beside it} other {, with # files that lie beside it}}', words);
  return { ...about, path: each.path, outcome: 'moved', sentence };
}

/** Those that nobody would ask for, each with the reason. */
export function previewedStays({ left_out, assetOf }: Moves): Previewed[] {
  return left_out.map(({ content_hash, message }) => {
    const asset = assetOf(content_hash);
    const name = asset?.file_name ?? content_hash.slice(0, 12);
    return { path: null, name, size: asset?.file_size ?? null, destination: null, outcome: 'stays', sentence: message };
  });
}
