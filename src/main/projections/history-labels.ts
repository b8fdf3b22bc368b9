import type { EventData } from '@shared/events/catalog';
import type { RatingBands } from '@shared/library/rating';
import { countOf, starsInWords } from '@shared/story/words';

/** Ratings that are one entry of the history. */
export interface RatedTogether {
  readonly pictures: number;
  /** Of one of them. */
  readonly name: string;
  /** 0 for own ratings that were cleared; null when they are not the same. */
  readonly stars: number | null;
}

/** `lantern-001.png rated five stars`, `12 pictures rated five stars`. */
export function ratedLabel({ pictures, name, stars }: RatedTogether): string {
  const what = pictures === 1 ? name : countOf(pictures, 'picture');
  if (stars === null) return `${what} rated`;
  if (stars > 0) return `${what} rated ${starsInWords(stars)}`;
  return pictures === 1 ? `Own rating of ${what} cleared` : `Own ratings of ${what} cleared`;
}

export function bandsLabel(bands: RatingBands): string {
  return `Limits between the stars moved to ${bands.join(', ')}`;
}

/** `The best of 3 lookalikes kept, 2 given one star`, `All of 3 lookalikes kept`. */
export function stackLabel({ content_hashes, kept_hashes, decision }: EventData<'rating.stack_decided'>): string {
  const all = content_hashes.length.toLocaleString('en');
  if (decision === 'kept_all') return `All of ${all} lookalikes kept`;
  const others = content_hashes.length - kept_hashes.length;
  return `The best of ${all} lookalikes kept, ${others.toLocaleString('en')} given one star`;
}
