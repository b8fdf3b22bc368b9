import { create } from 'zustand';
import { askQuietly } from './ask';

/** What is known of each picture that is gone through, by place. */
const mark = { unknown: 0, undecided: 1, decided: 2 } as const;
const atOnce = 500;

let marks = new Uint8Array(0);
/** A culling that was left must not mark the next one's pictures. */
let round = 0;

/** How many of the pictures have a rating of a person's own, as far as is known. */
export const useCullCount = create<{ readonly decided: number; readonly known: number }>(() => ({ decided: 0, known: 0 }));

/** Looks up which of the pictures are decided already, those that come next first. */
export function cullingBegins(ids: Uint32Array, at: number): void {
  round += 1;
  marks = new Uint8Array(ids.length);
  useCullCount.setState({ decided: 0, known: 0 });
  void lookUp(ids, at, round);
}

async function lookUp(ids: Uint32Array, at: number, mine: number): Promise<void> {
  const places = Array.from(ids, (_, index) => (at + index) % ids.length);
  for (let from = 0; from < places.length; from += atOnce) {
    const some = places.slice(from, from + atOnce);
    const reply = await askQuietly('library/cards', { ids: some.map((place) => ids[place] ?? 0) });
    if (round !== mine || typeof reply === 'string') return;
    const own = new Set(reply.answer.filter((card) => card.own).map(({ id }) => id));
    for (const place of some) {
      if (marks[place] === mark.unknown) marks[place] = own.has(ids[place] ?? 0) ? mark.decided : mark.undecided;
    }
    count();
    // Between two answers the window draws.
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

export const isDecided = (place: number): boolean => marks[place] === mark.decided;

/** A picture was decided, or its decision taken back. */
export function markPlace(place: number, decided: boolean): void {
  if (place < 0 || place >= marks.length) return;
  const before = marks[place];
  const after = decided ? mark.decided : mark.undecided;
  marks[place] = after;
  if (before === after) return;
  useCullCount.setState((state) => ({
    decided: state.decided + (decided ? 1 : before === mark.decided ? -1 : 0),
    known: state.known + (before === mark.unknown ? 1 : 0),
  }));
}

function count(): void {
  let decided = 0;
  let known = 0;
  for (const one of marks) {
    if (one !== mark.unknown) known += 1;
    if (one === mark.decided) decided += 1;
  }
  useCullCount.setState({ decided, known });
}
