import { t } from '@shared/language/language';
import type { BandsNow, BandsPreview } from '@shared/library/bands-preview';
import { defaultBands, type RatingBands } from '@shared/library/rating';
import { create } from 'zustand';
import { ask, askQuietly } from './ask';
import { onNewEvents } from './new-events';
import { useLog } from './use-log';
import { say } from './use-toasts';
import { wishUndo } from './use-undo';

/** How far something that many pictures take part in has come. */
export interface Progress {
  readonly total: number;
  readonly done: number;
}

interface BandsState {
  readonly now: BandsNow | null;
  /** Limits that are tried; null while there are none. */
  readonly draft: RatingBands | null;
  /** What the limits that are tried, or those that hold, come to; that of a moment ago while a new one is made. */
  readonly preview: BandsPreview | null;
  readonly problem: string | null;
  /** Ratings that become others, while they do. */
  readonly applying: Progress | null;
  /** Files that follow their ratings, while they do. */
  readonly moving: (Progress & { readonly refused: number }) | null;
}

export const useBandsDraft = create<BandsState>(() => ({
  now: null, draft: null, preview: null, problem: null, applying: null, moving: null,
}));

const previewAfterMs = 120;
/** Files that have not moved for so long are not waited for: they tell why in the inbox or the history. */
const movingRestsMs = 8_000;
/** What is done is shown for so long. */
const doneShownMs = 2_500;

let timer: ReturnType<typeof setTimeout> | null = null;
let asking = false;
let missed = 0;
/** How long the last preview took: in a large library one rests for longer before the next is asked for. */
let tookMs = 0;

export const sameBands = (a: RatingBands, b: RatingBands): boolean => a.every((limit, at) => limit === b[at]);

/** Asks which limits hold, and what they come to. */
export async function loadBands(): Promise<void> {
  const reply = await askQuietly('ratings/bands', {});
  if (typeof reply === 'string') useBandsDraft.setState({ problem: reply });
  else {
    const now = reply.answer;
    useBandsDraft.setState(({ draft }) => ({ now, draft: draft !== null && sameBands(draft, now.bands) ? null : draft, problem: null }));
    await askPreview();
  }
}

/** Tries other limits. Nothing changes before they are applied. */
export function tryBands(bands: RatingBands): void {
  const { now } = useBandsDraft.getState();
  if (now === null) return;
  useBandsDraft.setState({ draft: sameBands(bands, now.bands) ? null : bands });
  if (timer !== null) clearTimeout(timer);
  timer = setTimeout(() => void askPreview(), Math.max(previewAfterMs, tookMs));
}

export const discardBands = () => {
  const { now } = useBandsDraft.getState();
  if (now !== null) tryBands(now.bands);
};

export const tryPublishedBands = () => tryBands(defaultBands);

async function askPreview(): Promise<void> {
  if (asking) {
    missed += 1;
    return;
  }
  const { now, draft } = useBandsDraft.getState();
  if (now === null) return;
  asking = true;
  const before = missed;
  const began = performance.now();
  const reply = await askQuietly('ratings/preview-bands', { bands: draft ?? now.bands });
  tookMs = performance.now() - began;
  asking = false;
  useBandsDraft.setState(typeof reply === 'string' ? { problem: reply } : { preview: reply.answer, problem: null });
  if (missed !== before) void askPreview();
}

export async function setRefile(refile: boolean): Promise<void> {
  const now = await ask('ratings/set-refile', { refile });
  if (now === null) return;
  useBandsDraft.setState({ now });
  await askPreview();
}

/** Moves the limits to those that are tried. */
export async function applyBands(): Promise<void> {
  const { draft, applying } = useBandsDraft.getState();
  if (draft === null || applying !== null) return;
  useBandsDraft.setState({ applying: { total: 0, done: 0 } });
  const leave = followDeriving();
  const files = followMoving();
  const answer = await ask('ratings/set-bands', { bands: draft });
  leave();
  useBandsDraft.setState({ applying: null });
  if (answer === null) {
    files.leave();
    return;
  }
  files.expect(answer.files_moved);
  useBandsDraft.setState({ draft: null });
  const { changed, files_moved: moved } = answer;
  const words = changed === 0
    ? t('The limits are moved; no rating changed')
    : t(
      '{changed, plural, one {# rating} other {# ratings}} changed{moved, plural, =0 {} one {, # file follows} other {, # files follow}}',
      { changed, moved },
    );
  say(words, { action: { label: t('Undo'), run: () => void undoBands(draft) } });
  await loadBands();
}

/** A change of the limits is an entry of the history, called by its event. */
async function undoBands(bands: RatingBands): Promise<void> {
  const event = useLog.getState().events.find(({ event_type, data }) => event_type === 'rating.bands_changed' && sameBands(data.bands, bands));
  if (event === undefined) say(t('This change is not in sight any more. Undo it from the history.'), 'problem');
  else await wishUndo({ kind: 'entry', id: `bands-${event.sequence}` }, { several: false });
}

/** Counts the ratings that become others. */
function followDeriving(): () => void {
  return onNewEvents((events) => {
    let { total, done } = useBandsDraft.getState().applying ?? { total: 0, done: 0 };
    for (const { event_type, data } of events) {
      if (event_type === 'rating.bands_changed') total = data.ratings_changed;
      if (event_type === 'rating.derived') done += 1;
    }
    useBandsDraft.setState(({ applying }) => ({ applying: applying === null ? null : { total, done } }));
  });
}

/** Counts the files that follow their ratings, until all have, or none has for a while. */
function followMoving() {
  let [done, refused, total] = [0, 0, Number.POSITIVE_INFINITY];
  let rest: ReturnType<typeof setTimeout> | null = null;
  const end = (afterMs: number) => {
    if (rest !== null) clearTimeout(rest);
    rest = setTimeout(() => {
      stop();
      useBandsDraft.setState({ moving: null });
    }, afterMs);
  };
  const show = () => {
    if (!Number.isFinite(total)) return;
    useBandsDraft.setState({ moving: { total, done, refused } });
    end(done + refused >= total ? doneShownMs : movingRestsMs);
  };
  const stop = onNewEvents((events) => {
    const [doneBefore, refusedBefore] = [done, refused];
    for (const { event_type, data } of events) {
      if (event_type === 'asset.refiled' && data.reason === 'rating') done += 1;
      if (event_type === 'asset.refile_refused') refused += 1;
    }
    if (done !== doneBefore || refused !== refusedBefore) show();
  });
  return {
    leave: stop,
    expect: (files: number) => {
      total = files;
      if (files > 0) show();
      else stop();
    },
  };
}

/** Keeps limits and preview current while they are looked at: somebody else may move them, and pictures come in. */
export function followBandsDraft(): () => void {
  let later: ReturnType<typeof setTimeout> | null = null;
  const look = () => {
    later = null;
    if (document.visibilityState === 'visible') void askPreview();
  };
  const leave = onNewEvents((events) => {
    if (events.some(({ event_type }) => event_type === 'rating.bands_changed')) void loadBands();
    else if (events.some(({ event_type }) => /^(rating\.|quality\.|asset\.(organized|unfiled|refiled))/.test(event_type))) later ??= setTimeout(look, 1_500);
  });
  return () => {
    leave();
    if (later !== null) clearTimeout(later);
  };
}
