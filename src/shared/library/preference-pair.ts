import { firstStanding, type Standing } from './elo';

/** Pictures to choose between, by number. */
export interface Contest {
  readonly wanted: ArrayLike<number>;
  /** Of those that were compared. */
  readonly standings: ReadonlyMap<number, Standing>;
  /** With whom each was compared. */
  readonly met: ReadonlyMap<number, ReadonlySet<number>>;
  /** The pair that was shown last, or nothing. */
  readonly not: readonly number[];
  /** 0 <= n < 1 */
  readonly random: () => number;
}

/**
 * The two that tell most next: one of those that were compared least, and among those that it has not met the one that stands
 * nearest to it. Not the pair that was shown last, unless there is no other. Null when there are no two.
 */
export function nextPair(contest: Contest): readonly [number, number] | null {
  const { wanted, random } = contest;
  if (wanted.length < 2) return null;
  const first = best(contest, (id) => [standingOf(contest, id).comparisons]);
  if (first === null) return null;
  const second = partnerOf(first, contest);
  if (second === null) return null;
  return random() < 0.5 ? [first, second] : [second, first];
}

function partnerOf(first: number, contest: Contest): number | null {
  const { met, not } = contest;
  const { elo } = standingOf(contest, first);
  const others = met.get(first);
  return best(contest, (id) => {
    if (id === first) return null;
    const { elo: other, comparisons } = standingOf(contest, id);
    const isLast = not.includes(first) && not.includes(id);
    return [Number(isLast), Number(others?.has(id) ?? false), Math.abs(elo - other), comparisons];
  });
}

/** The one with the least value, compared place by place; any of several that have the same. */
function best({ wanted, random }: Contest, valueOf: (id: number) => readonly number[] | null): number | null {
  let found: number | null = null;
  let least: readonly number[] = [];
  let alike = 0;
  for (let at = 0; at < wanted.length; at += 1) {
    const id = wanted[at] as number;
    const value = valueOf(id);
    if (value === null) continue;
    const order = found === null ? -1 : compare(value, least);
    if (order > 0) continue;
    alike = order < 0 ? 1 : alike + 1;
    // Each of those that are alike has the same chance.
    if (order < 0 || random() * alike < 1) [found, least] = [id, value];
  }
  return found;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at === -1 ? 0 : (a[at] as number) - (b[at] as number);
}

function standingOf({ standings }: Contest, id: number): Standing {
  return standings.get(id) ?? firstStanding;
}
