import type { UpdatesState } from '@shared/ipc/update-calls';
import { t } from '@shared/language/language';
import { create } from 'zustand';
import type { Alice } from './alice';
import { ask, askQuietly } from './ask';
import { say } from './use-toasts';
import { goToSettings } from './use-view';

type Found = NonNullable<UpdatesState['found']>;

interface UpdatesStore {
  /** Null until the first answer. */
  readonly state: UpdatesState | null;
  /** The notes that are open: of Alice as she is, or of the newer version that was found. */
  readonly notes: 'own' | 'found' | null;
}

export const useUpdates = create<UpdatesStore>(() => ({ state: null, notes: null }));

export const closeNotes = () => useUpdates.setState({ notes: null });

const take = (state: UpdatesState | null) => {
  if (state === null) return;
  useUpdates.setState({ state });
  // Notes of a version that is offered no more close.
  if (state.found === null && useUpdates.getState().notes === 'found') closeNotes();
};

export const loadUpdates = async () => take(await ask('updates/state', {}));
export const lookForUpdates = async () => take(await ask('updates/check', {}));

export async function openReleasePage(version: string): Promise<void> {
  const reply = await askQuietly('updates/open-page', { version });
  if (typeof reply === 'string') say(reply, 'problem');
  else closeNotes();
}

/** Looks, where the answer will stand. */
export async function showUpdates(): Promise<void> {
  goToSettings('about');
  await lookForUpdates();
}

export async function skipVersion(version: string): Promise<void> {
  const state = await ask('updates/skip', { version });
  if (state === null) return;
  take(state);
  closeNotes();
  say(t('Alice {version} will not be offered again', { version }));
}

export async function showNotes(notes: 'own' | 'found'): Promise<void> {
  await loadUpdates();
  const isThere = notes === 'own' || useUpdates.getState().state?.found != null;
  if (isThere) useUpdates.setState({ notes });
  else say(t('This version is not offered any more'));
}

function offer({ version }: Found): void {
  say(t('Alice {version} can be had', { version }), { stays: true, action: { label: t('What is in it'), run: () => void showNotes('found') } });
}

/** Hears of newer versions, and tells once that another version runs than before. */
export async function followUpdates(alice: Alice): Promise<void> {
  alice.on('updates', take);
  alice.on('update_found', offer);
  const news = await ask('updates/news', {});
  if (news?.updated_to != null) {
    const version = news.updated_to;
    say(t('Alice is now {version}', { version }), { stays: true, action: { label: t('What is new'), run: () => void showNotes('own') } });
  }
  if (news?.found != null) offer(news.found);
}
