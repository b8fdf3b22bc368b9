import type { RecordedEvent } from '@shared/events/catalog';
import { t } from '@shared/language/language';
import type { AssetRecord } from '@shared/library/asset-record';
import type { Stars } from '@shared/library/rating';
import { starsInWords } from '@shared/story/words';
import { create } from 'zustand';
import { askQuietly } from './ask';
import { onNewEvents } from './new-events';
import { forgetCard, rateCard } from './use-library-cards';
import { useLog } from './use-log';
import { say } from './use-toasts';
import { wishUndo } from './use-undo';

/** What a person gives: stars, or 0 to take their own rating away. */
export type Given = Stars | 0;

/** Ratings that are shown already and that the log has not told of yet, by hash. */
const useGiven = create<{ readonly given: ReadonlyMap<string, Given> }>(() => ({ given: new Map() }));

/** A picture to rate: how it is known and called. */
export interface Rateable {
  readonly content_hash: string;
  readonly file_name: string;
}

/** An asset with a rating that was just given. Pure. */
export function withGiven(asset: AssetRecord, given: Given | undefined): AssetRecord {
  if (given === undefined) return asset;
  return given === 0 ? { ...asset, stars: asset.measured_stars, own_stars: null } : { ...asset, stars: given, own_stars: given };
}

/** An asset as a person has just rated it, also before the log tells of it. */
export function useRated(asset: AssetRecord): AssetRecord {
  return withGiven(asset, useGiven((state) => state.given.get(asset.content_hash)));
}

/** Gives an own rating: seen at once, taken back when it is refused. Resolves with a sentence when it was. */
export async function giveRating(picture: Rateable, stars: Given, batch_id?: string): Promise<{ readonly batch_id: string } | string> {
  const { content_hash } = picture;
  showGiven(content_hash, stars);
  const reply = await askQuietly('ratings/give', { content_hashes: [content_hash], stars, ...(batch_id !== undefined && { batch_id }) });
  if (typeof reply === 'string') {
    settle(content_hash, stars);
    forgetCard(content_hash);
    return reply;
  }
  if (reply.answer.changed === 0) settle(content_hash, stars);
  return { batch_id: reply.answer.batch_id };
}

/** Gives an own rating outside of culling, and says so with a way back. */
export async function ratePicture(picture: Rateable, stars: Given): Promise<void> {
  const given = await giveRating(picture, stars);
  if (typeof given === 'string') say(t('{name} was not rated: {problem}', { name: picture.file_name, problem: given }), 'problem');
  else say(ratedInWords(picture, stars), { action: { label: t('Undo'), run: () => void undoRatings(given.batch_id) } });
}

export function ratedInWords({ file_name }: Rateable, stars: Given): string {
  return stars === 0 ? t('{file_name}: your rating is cleared', { file_name }) : `${file_name}: ${starsInWords(stars)}`;
}

/** Undoes ratings that were given together: they are one entry of the history, called by its first event. */
export async function undoRatings(batchId: string): Promise<void> {
  const sequences = useLog.getState().events.filter((event) => isOfBatch(event, batchId)).map(({ sequence }) => sequence);
  const first = Math.min(...sequences);
  if (sequences.length === 0) say(t('This rating is not in sight any more. Undo it from the history.'), 'problem');
  else await wishUndo({ kind: 'entry', id: `rated-${first}` }, { several: sequences.length > 1 });
}

/** Ratings that the log tells of are no expectation any more. */
export function followRatings(): () => void {
  return onNewEvents((events) => {
    for (const { event_type, data } of events) {
      if (event_type === 'rating.given') settle(data.content_hash, data.stars as Stars);
      if (event_type === 'rating.cleared') settle(data.content_hash, 0);
    }
  });
}

function showGiven(hash: string, stars: Given): void {
  useGiven.setState(({ given }) => ({ given: new Map(given).set(hash, stars) }));
  if (stars !== 0) rateCard(hash, { stars, own: true });
  else {
    const asset = useLog.getState().assets.get(hash);
    if (asset !== undefined) rateCard(hash, { stars: asset.measured_stars, own: false });
  }
}

/** A rating that was given since stays. */
function settle(hash: string, stars: Given): void {
  const { given } = useGiven.getState();
  if (given.get(hash) !== stars) return;
  const left = new Map(given);
  left.delete(hash);
  useGiven.setState({ given: left });
}

function isOfBatch({ event_type, data }: RecordedEvent, batchId: string): boolean {
  return (event_type === 'rating.given' || event_type === 'rating.cleared') && data.batch_id === batchId;
}
