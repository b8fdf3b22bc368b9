import { create } from 'zustand';
import { type Chosen, chosenIds, nothingChosen, onlyAmong, withAlso, withRange, withTurned } from './library-chosen';
import { setCursor, useLibrary } from './use-library';

interface Choosing {
  readonly chosen: Chosen;
  /** Where a range begins: the picture that was chosen last by itself. */
  readonly anchor: number | null;
  /** What was chosen before the range that is being drawn. */
  readonly base: Chosen;
}

const nothing: Choosing = { chosen: nothingChosen, anchor: null, base: nothingChosen };

/** The pictures of the library that are chosen, by number: sorting and filtering leave them chosen. */
export const useChosen = create<Choosing>(() => nothing);

const noIds = new Uint32Array(0);
const shownIds = () => useLibrary.getState().answer?.ids ?? noIds;

/** All that are chosen, in the order of the library. */
export const allChosen = (): Uint32Array => chosenIds(useChosen.getState().chosen, shownIds());

export const clearChosen = () => useChosen.setState(nothing);

/** The keyboard or the pointer goes to one picture, and nothing else is meant any more. */
export function meanOnly(id: number): void {
  useChosen.setState({ ...nothing, anchor: id });
}

/** Chooses one more, or one less. @param seen a picture that is shown as the one that is meant: it is among them */
export function turnChosen(id: number, seen: number | null): void {
  const { chosen } = useChosen.getState();
  const before = chosen.count === 0 && seen !== null && seen !== id ? withAlso(chosen, [seen]) : chosen;
  const next = withTurned(before, id);
  useChosen.setState({ chosen: next, anchor: id, base: next });
  setCursor(id);
}

/** Chooses everything from the anchor to a picture; with `also`, what was chosen before stays. */
export function chooseTo(id: number, also: boolean): void {
  const { anchor, base } = useChosen.getState();
  const ids = shownIds();
  const { cursor } = useLibrary.getState();
  const from = anchor ?? cursor ?? id;
  const start = ids.indexOf(from);
  const end = ids.indexOf(id);
  if (end === -1) return;
  const chosen = withRange(also ? base : nothingChosen, ids, start === -1 ? end : start, end);
  useChosen.setState({ chosen, anchor: start === -1 ? id : from });
  setCursor(id);
}

export function chooseAll(): void {
  const { anchor } = useChosen.getState();
  const chosen = withAlso(useChosen.getState().chosen, shownIds());
  useChosen.setState({ chosen, anchor, base: chosen });
}

/** Chooses what a band has caught, and with it what was chosen before. */
export function chooseCaught(before: Chosen, caught: Iterable<number>): void {
  const chosen = withAlso(before, caught);
  useChosen.setState({ chosen, base: chosen });
}

/** Where nothing is filtered, a picture that is not there is filed no more. */
export function followChosen(): () => void {
  return useLibrary.subscribe(({ answer, question }, before) => {
    const { chosen } = useChosen.getState();
    if (answer === null || answer === before.answer || chosen.count === 0 || Object.keys(question?.filter ?? {}).length > 0) return;
    const left = onlyAmong(chosen, answer.ids);
    if (left !== chosen) useChosen.setState({ chosen: left, base: left });
  });
}
