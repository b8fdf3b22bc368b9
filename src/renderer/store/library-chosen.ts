/** The pictures that are chosen, by number: a mark for each, so that a hundred thousand are chosen in a moment. Replaced, never changed. */
export interface Chosen {
  readonly marks: Uint8Array;
  readonly count: number;
}

export const nothingChosen: Chosen = { marks: new Uint8Array(0), count: 0 };

export const isChosen = ({ marks }: Chosen, id: number): boolean => marks[id] === 1;

/** What was chosen, and these. */
export function withAlso(before: Chosen, ids: Iterable<number>): Chosen {
  const all = ids instanceof Uint32Array ? ids : Uint32Array.from(ids);
  const room = all.reduce((most, id) => Math.max(most, id + 1), before.marks.length);
  const marks = new Uint8Array(room);
  marks.set(before.marks);
  let { count } = before;
  for (const id of all) {
    if (marks[id] === 1) continue;
    marks[id] = 1;
    count += 1;
  }
  return { marks, count };
}

/** The same with one more, or without it when it was chosen. */
export function withTurned(before: Chosen, id: number): Chosen {
  if (!isChosen(before, id)) return withAlso(before, [id]);
  const marks = before.marks.slice();
  marks[id] = 0;
  return { marks, count: before.count - 1 };
}

/** What was chosen, and all between two places of a list, in whichever order. */
export function withRange(before: Chosen, ids: Uint32Array, from: number, to: number): Chosen {
  return withAlso(before, ids.subarray(Math.max(0, Math.min(from, to)), Math.max(from, to) + 1));
}

/** Those of a list that are chosen, in its order. */
export function chosenAmong(chosen: Chosen, ids: Uint32Array): Uint32Array {
  return chosen.count === 0 ? new Uint32Array(0) : ids.filter((id) => chosen.marks[id] === 1);
}

/** All that are chosen: those in sight in their order, then those that filters hide. */
export function chosenIds(chosen: Chosen, ids: Uint32Array): Uint32Array {
  const shown = chosenAmong(chosen, ids);
  if (shown.length === chosen.count) return shown;
  const all = new Uint32Array(chosen.count);
  all.set(shown);
  const hidden = chosen.marks.slice();
  for (const id of shown) hidden[id] = 0;
  let length = shown.length;
  for (const [id, mark] of hidden.entries()) if (mark === 1) all[length++] = id;
  return all;
}

/** Only those that are in a list. The same when all of them are. */
export function onlyAmong(chosen: Chosen, ids: Uint32Array): Chosen {
  const left = chosenAmong(chosen, ids);
  return left.length === chosen.count ? chosen : withAlso(nothingChosen, left);
}
