import type { DryRunBegun, DryRunFile, DryRunState } from '@shared/library/dry-run';
import { create } from 'zustand';
import { alice } from './alice';
import { ask, askQuietly } from './ask';
import { filesAreComing } from './own-acts';
import { tellAdded, tellOnTheWay } from './tell-added';
import { setStatus } from './use-status';
import { say } from './use-toasts';

interface DryRunView {
  /** Null while no preview is shown. */
  readonly begun: DryRunBegun | null;
  readonly state: DryRunState;
  /** Files that were unticked. */
  readonly left: ReadonlySet<number>;
  /** Files that came into sight. */
  readonly files: ReadonlyMap<number, DryRunFile>;
  readonly words: string;
  /** Files that hold the words, in order; null without any. */
  readonly found: readonly number[] | null;
  /** While the files are being added. */
  readonly accepting: boolean;
}

const nothing: DryRunView = {
  begun: null, state: { kind: 'running', done: 0, total: null }, left: new Set(), files: new Map(), words: '', found: null, accepting: false,
};

export const useDryRun = create<DryRunView>(() => nothing);

const askEveryMs = 150;
const page = 200;

const isOpen = (id: string) => useDryRun.getState().begun?.id === id;

/** Whether a person wants to see a preview before anything is added. */
export async function isPreviewWanted(): Promise<boolean> {
  const settings = await askQuietly('settings/all', {});
  return typeof settings !== 'string' && settings.answer.values.preview_before_adding === true;
}

export const previewChosen = async (what: 'files' | 'folder') => follow(await ask('dry-run/choose', { what }));
export const previewWaiting = async () => follow(await ask('dry-run/waiting', {}));

export async function previewDropped(files: readonly File[]): Promise<void> {
  const { problems } = await alice.addFiles(files, 'preview');
  for (const problem of problems.slice(0, 3)) say(problem, 'problem');
  await previewKept();
}

/** Shows a preview of what was dropped for one. */
export const previewKept = async () => follow(await ask('dry-run/dropped', {}));

/** Shows a preview, and asks how far it has come until it is through. */
async function follow(begun: DryRunBegun | null): Promise<void> {
  if (begun === null) return;
  const { id } = begun;
  useDryRun.setState({ ...nothing, begun });
  for (;;) {
    const answer = await askQuietly('dry-run/state', { id });
    if (!isOpen(id)) return;
    const state: DryRunState = typeof answer === 'string' ? { kind: 'failed', sentence: answer } : answer.answer;
    useDryRun.setState({ state });
    if (state.kind !== 'running') return;
    await new Promise((resolve) => setTimeout(resolve, askEveryMs));
  }
}

const asked = new Set<string>();

/** Loads what stands in the rows of some files. */
export async function loadPreviewed(ids: readonly number[]): Promise<void> {
  const { begun, files } = useDryRun.getState();
  if (begun === null) return;
  const { id } = begun;
  const missing = ids.filter((each) => !files.has(each) && !asked.has(`${id} ${each}`)).slice(0, page);
  if (missing.length === 0) return;
  for (const each of missing) asked.add(`${id} ${each}`);
  const loaded = await ask('dry-run/files', { id, ids: missing });
  for (const each of missing) asked.delete(`${id} ${each}`);
  if (loaded === null || !isOpen(id)) return;
  useDryRun.setState((now) => ({ files: new Map([...now.files, ...loaded.map((file) => [file.id, file] as const)]) }));
}

/** Shows only files that hold all words. */
export async function findPreviewed(words: string): Promise<void> {
  const { begun } = useDryRun.getState();
  if (begun === null) return;
  useDryRun.setState(words.trim() === '' ? { words, found: null } : { words });
  if (words.trim() === '') return;
  const found = await askQuietly('dry-run/find', { id: begun.id, words });
  if (typeof found !== 'string' && isOpen(begun.id) && useDryRun.getState().words === words) useDryRun.setState({ found: found.answer });
}

/** Leaves files out, or takes them in again. */
export function tickPreviewed(ids: readonly number[], ticked: boolean): void {
  const left = new Set(useDryRun.getState().left);
  for (const id of ids) {
    if (ticked) left.delete(id);
    else left.add(id);
  }
  useDryRun.setState({ left });
}

export async function acceptPreview(): Promise<void> {
  const { begun, left } = useDryRun.getState();
  if (begun === null) return;
  useDryRun.setState({ accepting: true });
  filesAreComing();
  const added = await ask('dry-run/accept', { id: begun.id, left: [...left] });
  if (isOpen(begun.id)) useDryRun.setState(nothing);
  if (begun.project !== null) tellOnTheWay(added, begun.project);
  tellAdded(added);
  const status = begun.of === 'waiting' ? await ask('app/status', {}) : null;
  if (status !== null) setStatus(status);
}

/** Nothing was touched, and nothing is. */
export function leavePreview(): void {
  const { begun, accepting } = useDryRun.getState();
  if (begun === null || accepting) return;
  useDryRun.setState(nothing);
  void ask('dry-run/leave', { id: begun.id });
}
