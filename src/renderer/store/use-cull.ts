import { t } from '@shared/language/language';
import type { LibraryCard } from '@shared/library/library-answer';
import { starsInWords } from '@shared/story/words';
import { create } from 'zustand';
import { type Given, giveRating, undoRatings } from './rate';
import { cullingBegins, isDecided, markPlace } from './use-cull-marks';
import { bringCards, cardNow, cardOf } from './use-library-cards';
import { say } from './use-toasts';
import { type CullMode, type CullState, setCull, useView } from './use-view';

/** A rating that was given in the layer for deciding. */
export interface Decision {
  readonly id: number;
  /** Its place among the pictures that are gone through. */
  readonly place: number;
  readonly stars: Given;
  /** The own rating before; 0 when there was none. */
  readonly previous: Given;
}

interface Culling {
  /** All ratings of one culling are undone together. */
  readonly batch_id: string;
  /** Oldest first; what was taken back is not among them. */
  readonly decisions: readonly Decision[];
  /** What was decided last of each picture, by id. */
  readonly given: ReadonlyMap<number, Given>;
  /** What a screen reader is told. */
  readonly said: string;
  /** Why a rating was not given, as a sentence. */
  readonly problem: string | null;
  /** How the layer was opened: from there it is left. */
  readonly opened_as: CullMode;
  /** Which of those side by side the keyboard is on. */
  readonly focus: number;
  readonly auto_advance: boolean;
  readonly undecided_only: boolean;
  readonly facts: boolean;
  readonly film: boolean;
}

const fresh = () => ({ batch_id: crypto.randomUUID(), decisions: [], given: new Map<number, Given>(), said: '', problem: null, focus: 0, opened_as: 'one' as const });

export const useCull = create<Culling>(() => ({ ...fresh(), auto_advance: true, undecided_only: false, facts: true, film: true }));

export const setCulling = (change: Partial<Culling>) => useCull.setState(change);

/** Cards so far ahead and behind are here before they are wanted. */
const near = { behind: 12, ahead: 40 } as const;

/** Said when the layer opens, whoever opened it. What was decided in an earlier culling is a matter of the history. */
export function beginCulling(cull: CullState): void {
  useCull.setState({ ...fresh(), opened_as: cull.mode });
  cullingBegins(cull.ids, cull.at);
  void lookAhead(cull).then(() => tell(''));
}

/** Ratings go to the main process one after the other: the last one that a person gives is the one that holds. */
let line: Promise<unknown> = Promise.resolve();

/** Rates the picture that is shown, and goes on to the next. */
export function decide(stars: Given): void {
  const { cull } = useView.getState();
  const id = cull?.ids[cull.at];
  if (cull === null || id === undefined) return;
  const place = cull.at;
  rate(id, place, stars);
  const words = stars === 0 ? t('Your rating is cleared.') : t('Rated {stars}.', { stars: starsInWords(stars) });
  if (useCull.getState().auto_advance && stars !== 0) goOn(1, words);
  else tell(words);
}

/** Rates any of the pictures that are gone through. */
export function rate(id: number, place: number, stars: Given): void {
  const { given } = useCull.getState();
  const card = cardNow(id);
  const previous = card === null ? (given.get(id) ?? 0) : ownStarsOf(card, given);
  useCull.setState((state) => ({
    decisions: [...state.decisions, { id, place, stars, previous }],
    given: new Map(state.given).set(id, stars),
    problem: null,
  }));
  markPlace(place, stars !== 0);
  send(id, stars);
}

function send(id: number, stars: Given): void {
  const { batch_id } = useCull.getState();
  line = line.then(async () => {
    const card = await cardOf(id);
    const name = card?.file_name ?? t('The picture');
    const answer = card === null ? t('it is not in the library any more.') : await giveRating(card, stars, batch_id);
    if (typeof answer === 'string') refused(id, name, answer);
  });
}

/** A rating that was refused is not shown as given. */
function refused(id: number, name: string, sentence: string): void {
  const problem = t('{name} was not rated: {sentence}', { name, sentence });
  if (useView.getState().cull === null) say(problem, 'problem');
  useCull.setState((state) => {
    const given = new Map(state.given);
    given.delete(id);
    const at = state.decisions.findLastIndex((one) => one.id === id);
    markPlace(state.decisions[at]?.place ?? -1, false);
    return { given, decisions: state.decisions.filter((_, index) => index !== at), problem, said: problem };
  });
}

/** Takes the last decision back and returns to its picture. */
export function takeBack(): void {
  const { decisions } = useCull.getState();
  const last = decisions.at(-1);
  if (last === undefined) {
    useCull.setState({ said: t('Nothing was decided yet.') });
    return;
  }
  useCull.setState((state) => ({
    decisions: state.decisions.slice(0, -1),
    given: new Map(state.given).set(last.id, last.previous),
    problem: null,
  }));
  markPlace(last.place, last.previous !== 0);
  send(last.id, last.previous);
  const { cull } = useView.getState();
  if (cull?.mode === 'one') goTo(last.place, t('Taken back.'));
  else tell(t('Taken back.'));
}

/** One picture further, or back; over those that are decided when only the others are wanted. */
export function goOn(step: 1 | -1, words = ''): void {
  const { cull } = useView.getState();
  if (cull === null) return;
  const { undecided_only } = useCull.getState();
  let to = cull.at + step;
  while (undecided_only && to >= 0 && to < cull.ids.length && isDecided(to)) to += step;
  if (to < 0 || to >= cull.ids.length) tell(`${words} ${step === 1 ? t('This is the last picture.') : t('This is the first picture.')}`.trim());
  else goTo(to, words);
}

export function goTo(at: number, words = ''): void {
  const { cull } = useView.getState();
  if (cull === null || at < 0 || at >= cull.ids.length) return;
  const next = { ...cull, at };
  setCull(next);
  tell(words);
  void lookAhead(next);
}

/** Says what was done and where one is now. */
function tell(words: string): void {
  const { cull } = useView.getState();
  const id = cull?.ids[cull.at];
  if (cull === null || id === undefined) return;
  useCull.setState({ said: `${words} ${placeInWords(cull, id)}`.trim() });
}

/** `Picture 12 of 340, lantern-012.png, measured three stars`. */
function placeInWords({ at, ids }: CullState, id: number): string {
  const place = { at: at + 1, of: ids.length };
  return cardNow(id) === null
    ? t('Picture {at, number} of {of, number}.', place)
    : t('Picture {at, number} of {of, number}, {picture}', { ...place, picture: tellOf(id) });
}

/** `lantern-012.png, measured three stars.` */
export function tellOf(id: number): string {
  const card = cardNow(id);
  if (card === null) return t('A picture.');
  const own = ownStarsOf(card, useCull.getState().given);
  const name = card.file_name;
  if (own !== 0) return t('{name}, your rating {stars}.', { name, stars: starsInWords(own) });
  if (card.stars === null || card.own) return t('{name}, not rated.', { name });
  return t('{name}, measured {stars}.', { name, stars: starsInWords(card.stars) });
}

/** The own rating of a picture as it is by now; 0 when it has none. */
export function ownStarsOf({ id, own, stars }: Pick<LibraryCard, 'id' | 'own' | 'stars'>, given: ReadonlyMap<number, Given>): Given {
  return given.get(id) ?? (own ? (stars ?? 0) : 0);
}

function lookAhead({ ids, at }: CullState): Promise<void> {
  return bringCards([...ids.subarray(at, at + near.ahead), ...ids.subarray(Math.max(0, at - near.behind), at)]);
}

/** `42 pictures decided: 8 with five stars, 34 with one star`. Null when nothing was. */
export function decidedInWords(given: ReadonlyMap<number, Given>): string | null {
  const counts = [5, 4, 3, 2, 1, 0].map((stars) => [stars, [...given.values()].filter((one) => one === stars).length] as const);
  const decided = counts.filter(([, count]) => count > 0).map(([stars, count]) =>
    stars === 0 ? t('{count, number} cleared', { count }) : t('{count, number} with {stars}', { count, stars: starsInWords(stars) }));
  if (decided.length === 0) return null;
  return t('{count, plural, one {# picture} other {# pictures}} decided: {decided}', { count: given.size, decided: decided.join(', ') });
}

/** The rating of each picture that is another than before: what was decided and cleared again is as if it had not been. */
export function whatChanged(decisions: readonly Decision[]): ReadonlyMap<number, Given> {
  const before = new Map(decisions.toReversed().map(({ id, previous }) => [id, previous] as const));
  const after = new Map(decisions.map(({ id, stars }) => [id, stars] as const));
  return new Map([...after].filter(([id, stars]) => before.get(id) !== stars));
}

/** Leaves the layer, and says what was decided with a way back for all of it. */
export async function endCulling(): Promise<void> {
  const { batch_id, decisions } = useCull.getState();
  setCull(null);
  const words = decidedInWords(whatChanged(decisions));
  if (words === null) return;
  await line;
  say(words, { action: { label: t('Undo all'), run: () => void undoRatings(batch_id) } });
}
