import type { EventData } from '@shared/events/catalog';
import { inEnglish } from '@shared/language/language';
import type { RatingBands } from '@shared/library/rating';
import type { ActEvent } from '@shared/library/board-acts';
import { columnTold } from '@shared/library/column-words';
import { describeEvent } from '@shared/story/describe-event';
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
  if (stars > 0) return `${what} rated ${inEnglish(() => starsInWords(stars))}`;
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

const wordsShown = 60;

/** What was done on a board: `Style chosen: Sodium and indigo`. */
export function actLabel(event: ActEvent): string {
  if (event.event_type === 'character.defined') return `Character ${event.data.version > 1 ? 'revised' : 'defined'}: ${event.data.character_name}`;
  if (event.event_type !== 'note.written') return inEnglish(() => describeEvent(event).title);
  const [line = ''] = event.data.text.split('\n');
  return `Note written: ${line.length > wordsShown ? `${line.slice(0, wordsShown).trimEnd()}…` : line}`;
}

/** The same of many cards that were put somewhere together, behind their number; null for anything else. */
export function cardsLabel(event: ActEvent): string | null {
  if (event.event_type === 'board.card_removed') return 'taken off the board';
  if (event.event_type !== 'board.card_placed') return null;
  const { guest, previous_column_name } = event.data;
  const column = inEnglish(() => columnTold(event.data));
  if (guest || previous_column_name === null) return column === null ? 'placed on the board' : `placed in ${column}`;
  return `moved to ${column ?? 'another column'}`;
}
