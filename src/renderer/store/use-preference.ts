import { t } from '@shared/language/language';
import type { LibraryFilter } from '@shared/library/library-filter';
import type { NextPair, Preference } from '@shared/library/preference';
import { create } from 'zustand';
import { loadAsset } from './actions';
import { askQuietly } from './ask';
import { useLog } from './use-log';

type Pair = NonNullable<NextPair['pair']>;

interface PreferenceState {
  readonly filter: LibraryFilter;
  /** As they are shown, left and right; null when there are no two to choose between, or none has come yet. */
  readonly pair: Pair | null;
  readonly ranking: readonly Preference[];
  readonly done: number;
  readonly enough: number;
  readonly ready: boolean;
  /** While a choice is on its way no other is taken. */
  readonly busy: boolean;
  readonly problem: string | null;
  /** What a screen reader is told. */
  readonly said: string;
}

const nothing: PreferenceState = { filter: {}, pair: null, ranking: [], done: 0, enough: 0, ready: false, busy: false, problem: null, said: '' };

export const usePreference = create<PreferenceState>(() => nothing);

/** A pair that is asked for before a person has left must not come to the next one. */
let round = 0;

/** Begins to choose between two of some pictures. */
export function beginBlind(filter: LibraryFilter): void {
  round += 1;
  usePreference.setState({ ...nothing, filter });
  void bringPair([]);
}

async function bringPair(not: readonly string[]): Promise<void> {
  const mine = round;
  const reply = await askQuietly('ratings/next-pair', { filter: usePreference.getState().filter, not: [...not] });
  if (mine !== round) return;
  if (typeof reply === 'string') {
    usePreference.setState({ problem: reply, ready: true, busy: false });
    return;
  }
  const { pair, ranking, done, enough } = reply.answer;
  const said = pair === null ? '' : t('Two pictures. {done, number} of about {enough, number} choices made.', { done, enough });
  usePreference.setState({ pair, ranking, done, enough, ready: true, busy: false, problem: null, said });
}

/** Says which of the two is better, or that neither is, and brings the next two. */
export async function prefer(choice: 'left' | 'right' | 'draw'): Promise<void> {
  const { pair, busy } = usePreference.getState();
  if (pair === null || busy) return;
  const mine = round;
  usePreference.setState({ busy: true });
  const [left, right] = pair;
  const [winner_hash, loser_hash] = choice === 'right' ? [right, left] : [left, right];
  const reply = await askQuietly('ratings/compare', { winner_hash, loser_hash, draw: choice === 'draw', blind: true });
  if (mine !== round) return;
  if (typeof reply === 'string') usePreference.setState({ busy: false, problem: reply });
  else await bringPair(pair);
}

/** The names of those in the ranking are told once it is looked at. */
export async function nameRanking(ranking: readonly Preference[]): Promise<void> {
  for (const { content_hash } of ranking) if (!useLog.getState().assets.has(content_hash)) await loadAsset(content_hash);
}

/** One was kept beside others that were seen together, with names and ratings in sight. */
export async function preferOver(winner_hash: string, losers: readonly string[]): Promise<string | null> {
  for (const loser_hash of losers) {
    const reply = await askQuietly('ratings/compare', { winner_hash, loser_hash, draw: false, blind: false });
    if (typeof reply === 'string') return reply;
  }
  return null;
}
