import type { ChosenSource } from '@shared/ipc/source-calls';
import { t } from '@shared/language/language';
import type { Source, SourceChoice, SourceNow } from '@shared/library/source';
import { create } from 'zustand';
import { alice } from './alice';
import { ask, askQuietly } from './ask';
import { onNewEvents } from './new-events';
import { sayWithUndo } from './say-with-undo';
import { useStatus } from './use-status';
import { say } from './use-toasts';

interface SourcesState {
  /** Null until the first answer. */
  readonly sources: readonly SourceNow[] | null;
  /** The folder that is about to become a source, or the source that is changed. */
  readonly edited: ChosenSource | Source | null;
}

export const useSources = create<SourcesState>(() => ({ sources: null, edited: null }));

export async function loadSources(): Promise<void> {
  if (useStatus.getState().status?.set_up !== true) return;
  const answer = await askQuietly('sources/list', {});
  if (typeof answer !== 'string') useSources.setState({ sources: answer.answer });
}

/** Asks for a folder, then for what is done with its files. */
export async function chooseSource(): Promise<void> {
  const chosen = await ask('sources/choose', {});
  if (chosen !== null) useSources.setState({ edited: chosen });
}

/** The same with a folder that was dropped. */
export async function chooseDropped(files: readonly File[]): Promise<void> {
  if (files.length > 1) {
    say(t('Drop one folder at a time: each gets a name and a project of its own.'), 'problem');
    return;
  }
  await alice.addFiles(files, 'source');
  const chosen = await ask('sources/choose-dropped', {});
  if (chosen !== null) useSources.setState({ edited: chosen });
}

export const editSource = (edited: SourcesState['edited']) => useSources.setState({ edited });
export const openSourceFolder = (id: string) => ask('sources/open-folder', { id });

/** Keeps what is edited; comes back with a sentence when it cannot be kept. */
export async function keepEdited(choice: SourceChoice): Promise<string | null> {
  const { edited, sources } = useSources.getState();
  if (edited === null) return null;
  const { id } = edited;
  const isNew = sources?.every((source) => source.id !== id) ?? true;
  const answer = await askQuietly(isNew ? 'sources/add' : 'sources/change', { id, choice });
  if (typeof answer === 'string') return answer;
  useSources.setState({ sources: answer.answer, edited: null });
  const name = choice.name.trim();
  await sayWithUndo(isNew ? t('{name} is watched', { name }) : t('{name} was changed', { name }), 'source');
  return null;
}

/** Watches a source, or leaves it alone until it is switched on again. */
export async function switchSource(source: Source, enabled: boolean): Promise<void> {
  const { id, name, project, operation, subfolders, only_media, polling } = source;
  const sources = await ask('sources/change', { id, choice: { name, project, operation, subfolders, only_media, polling, enabled } });
  if (sources === null) return;
  useSources.setState({ sources });
  await sayWithUndo(enabled ? t('{name} is watched', { name }) : t('{name} is paused', { name }), 'source');
}

export async function removeSource({ id, name }: Source): Promise<void> {
  const sources = await ask('sources/remove', { id });
  if (sources === null) return;
  useSources.setState({ sources });
  await sayWithUndo(t('{name} is watched no longer. Its files stay as they are.', { name }), 'source');
}

/** Counts are asked for at most so often while files come in. */
const atMostEveryMs = 1_000;

let followers = 0;
let leave: (() => void) | null = null;

/** Keeps the sources as they are for as long as anybody looks at them. Returns the way to leave. */
export function followSources(): () => void {
  followers += 1;
  leave ??= follow();
  return () => {
    followers -= 1;
    if (followers > 0) return;
    leave?.();
    leave = null;
  };
}

function follow(): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = null;
      void loadSources();
    }, atMostEveryMs);
  };
  void loadSources();
  const leaves = [useStatus.subscribe(soon), onNewEvents(soon)];
  return () => {
    if (timer !== null) clearTimeout(timer);
    for (const each of leaves) each();
  };
}
