import { lstat } from 'node:fs/promises';
import { t } from '@shared/language/language';
import type { CareReport } from '@shared/library/care-report';
import type { InboxEntry } from '@shared/library/inbox-entry';
import { hashFile } from '../adapters/files/hash-file';
import { identityOf } from '../adapters/files/identity';
import type { Sighting } from '../services/intake/ports';
import { type Finding, findingOf } from './doctor-finding';

/** What the check of the inbox wants to know. */
export interface InboxToCheck {
  readonly inbox: string;
  readonly scan: (folder: string) => AsyncIterable<Sighting>;
  readonly entry: (path: string) => InboxEntry | null;
  /** Whether this very file, unchanged, was read before. */
  readonly wasRead: (path: string, identity: string) => boolean;
  /** Resolves when whoever takes files in has dealt with those found so far; at once when nobody does. */
  readonly settled: () => Promise<void>;
}

export interface InboxCheck {
  readonly inbox_files: number;
  readonly outcomes: CareReport['outcomes'];
  readonly findings: readonly Finding[];
}

interface Hooks {
  readonly deep: boolean;
  readonly progress: (done: number) => void;
  readonly signal: AbortSignal | undefined;
}

const patience = 5_000;

/** Counts every file that lies in the inbox into its one outcome; one that has none is forgotten. */
export async function checkInbox(asked: InboxToCheck, { deep, progress, signal }: Hooks): Promise<InboxCheck> {
  const outcomes = { waiting: 0, working: 0, filed: 0, duplicate: 0, set_aside: 0 };
  const findings: Finding[] = [];
  const without: string[] = [];
  let inbox_files = 0;
  for await (const { path, kind } of asked.scan(asked.inbox)) {
    signal?.throwIfAborted();
    inbox_files += 1;
    if (inbox_files % 100 === 0) progress(inbox_files);
    const state = kind === 'path' ? await outcomeOf(asked, path, deep) : (asked.entry(path)?.state ?? null);
    if (state === null) without.push(path);
    else outcomes[state] += 1;
  }
  // A file that landed just now is being looked at.
  if (without.length > 0) await Promise.race([asked.settled(), new Promise((resolve) => setTimeout(resolve, patience).unref())]);
  for (const path of without) {
    signal?.throwIfAborted();
    const stats = await lstat(path).catch(() => null);
    const state = await outcomeOf(asked, path, deep);
    if (state !== null) outcomes[state] += 1;
    else if (stats === null) inbox_files -= 1;
    else {
      const message = t('This file lies in the inbox and Alice has not taken it in. It is untouched; let Alice consider it.');
      findings.push(findingOf('forgotten', path, null, message, ['take_in']));
    }
  }
  progress(inbox_files);
  return { inbox_files, outcomes, findings };
}

/** The outcome that this very file has; null when it has none, also when other bytes lie there than those that had one. */
async function outcomeOf(asked: InboxToCheck, path: string, deep: boolean): Promise<InboxEntry['state'] | null> {
  const entry = asked.entry(path);
  if (entry === null) return null;
  // What is on its way or lies aside is looked at anew by intake whenever it changes.
  if (entry.state !== 'filed' && entry.state !== 'duplicate') return entry.state;
  // After a move the original has left: what lies here now came later.
  if (entry.operation === 'move' && entry.state === 'filed') return null;
  const stats = await lstat(path, { bigint: true }).catch(() => null);
  if (stats === null) return entry.state;
  if (!deep && asked.wasRead(path, identityOf(stats))) return entry.state;
  if (!stats.isFile()) return null;
  // One that cannot be read keeps the outcome that it had: nothing speaks against it.
  const hash = await hashFile(path).then((read) => read.hash, () => entry.content_hash);
  return hash === entry.content_hash ? entry.state : null;
}
