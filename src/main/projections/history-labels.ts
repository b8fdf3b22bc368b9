import type { EventData, RecordedEvent } from '@shared/events/catalog';
import { inEnglish, t } from '@shared/language/language';
import type { Said } from '@shared/language/said';
import type { RatingBands } from '@shared/library/rating';
import { type ActEvent, isAct } from '@shared/library/board-acts';
import { describeEvent } from '@shared/story/describe-event';
import { changeInWords, isChange } from '@shared/story/personal-changes';
import { starsInWords } from '@shared/story/words';

/** Ratings that are one entry of the history. */
export interface RatedTogether {
  readonly pictures: number;
  /** Of one of them. */
  readonly name: string;
  /** 0 for own ratings that were cleared; null when they are not the same. */
  readonly stars: number | null;
}

/** `lantern-001.png rated five stars`, `12 pictures rated five stars`. */
export function ratedInWords({ pictures: count, name, stars: given }: RatedTogether): string {
  const stars = given === null ? '' : starsInWords(given);
  if (count === 1) {
    if (given === null) return t('{name} rated', { name });
    return given > 0 ? t('{name} rated {stars}', { name, stars }) : t('Own rating of {name} cleared', { name });
  }
  if (given === null) return t('{count, plural, one {# picture} other {# pictures}} rated', { count });
  return given > 0
    ? t('{count, plural, one {# picture} other {# pictures}} rated {stars}', { count, stars })
    : t('Own ratings of {count, plural, one {# picture} other {# pictures}} cleared', { count });
}

export function bandsInWords(bands: RatingBands): string {
  return t('Limits between the stars moved to {limits}', { limits: bands.join(', ') });
}

/** `The best of 3 lookalikes kept, 2 given one star`, `All of 3 lookalikes kept`. */
export function stackInWords({ content_hashes, kept_hashes, decision }: EventData<'rating.stack_decided'>): string {
  const all = content_hashes.length;
  if (decision === 'kept_all') return t('All of {all, number} lookalikes kept', { all });
  return t('The best of {all, number} lookalikes kept, {others, number} given one star', { all, others: all - kept_hashes.length });
}

const wordsShown = 60;

/** What was done on a board: `Style chosen: Sodium and indigo`. */
export function actInWords(event: ActEvent): string {
  if (event.event_type === 'character.defined') {
    const { version, character_name: name } = event.data;
    return version > 1 ? t('Character revised: {name}', { name }) : t('Character defined: {name}', { name });
  }
  if (event.event_type !== 'note.written') return describeEvent(event).title;
  const [line = ''] = event.data.text.split('\n');
  return t('Note written: {line}', { line: line.length > wordsShown ? `${line.slice(0, wordsShown).trimEnd()}…` : line });
}

/** Many cards that were put somewhere together: `12 cards moved to Review`; null for anything else. */
export function cardsInWords(event: ActEvent, count: number): string | null {
  if (event.event_type === 'board.card_removed') return t('{count, plural, one {# card} other {# cards}} taken off the board', { count });
  if (event.event_type !== 'board.card_placed') return null;
  const { guest, previous_column_name, column_name, column_id } = event.data;
  const column = column_name === '' ? column_id : column_name;
  return guest || previous_column_name === null
    ? t('{count, plural, one {# card} other {# cards}} placed in {column}', { count, column })
    : t('{count, plural, one {# card} other {# cards}} moved to {column}', { count, column });
}

// What is recorded of the same.

export const ratedLabel = (rated: RatedTogether): string => inEnglish(() => ratedInWords(rated));
export const bandsLabel = (bands: RatingBands): string => inEnglish(() => bandsInWords(bands));
export const stackLabel = (decided: EventData<'rating.stack_decided'>): string => inEnglish(() => stackInWords(decided));
export const actLabel = (event: ActEvent): string => inEnglish(() => actInWords(event));

/** What many cards are recorded as behind their number; null for anything else. */
export function cardsLabel(event: ActEvent): string | null {
  return inEnglish(() => cardsInWords(event, 2))?.replace('2 cards ', '') ?? null;
}

/** What an event is called in the history; null for one that has no name of its own there. */
export function namedBy(event: RecordedEvent | null): Said | null {
  if (event === null) return null;
  if (event.event_type === 'rating.bands_changed') return () => bandsInWords(event.data.bands);
  if (event.event_type === 'rating.stack_decided') return () => stackInWords(event.data);
  if (isAct(event)) return () => actInWords(event);
  return isChange(event) ? () => changeInWords(event) : null;
}

/** A label that was recorded, in the language that is spoken, where words are known that are the same in English. */
export function toldAgain(label: string, words: Said | null): string {
  return words !== null && inEnglish(words) === label ? words() : label;
}
