import type { StackDecision } from './stack-decisions';
import { StackColumns } from './stacks-columns';
import { Neighbours } from './stacks-neighbours';
import { type Breathe, sortInTurns } from './stacks-in-turns';

/** Pictures that look nearly the same, the best first. */
export interface FoundStack {
  readonly ids: readonly number[];
  /** The greatest distance of one of them to the best. */
  readonly distance: number;
}

/** A stack holds no more; what else looks the same makes another. */
export const mostInStack = 100;

const leadersAtOnce = 16;

interface Neighbour {
  readonly id: number;
  readonly distance: number;
}

type Members = readonly Neighbour[];
type DecisionsOf = ReadonlyMap<number, readonly StackDecision[]>;

/**
 * Puts pictures that look nearly the same together. The best picture of all takes to itself every other one within the
 * distance, then the best of those that are left, and so on. So each member lies within the distance of the best one and no
 * chain of small steps leads from one picture to another.
 */
export class StackFinder {
  readonly pictures = new StackColumns();
  /** Looked for once; what is added later is compared when it is asked for. */
  readonly #neighbours = new Map<number, Neighbours>();

  /** The newest stack first: the one with the picture that was filed last. */
  async find(bits: number, decisions: readonly StackDecision[], breathe: Breathe): Promise<FoundStack[]> {
    const { pictures } = this;
    const neighbours = this.#neighbours.get(bits) ?? new Neighbours(pictures.hashes, bits);
    this.#neighbours.set(bits, neighbours);
    await neighbours.follow(breathe);
    const candidates = pictures.where((node) => neighbours.has(node) || !pictures.isAlone(node));
    const ranked = await sortInTurns(candidates, pictures.compare, breathe);
    const rank = new Int32Array(pictures.end).fill(-1);
    for (const [at, id] of ranked.entries()) rank[id] = at;
    const byRank = (a: number, b: number) => (rank[a] as number) - (rank[b] as number);
    await breathe();
    const decisionsOf = byMember(decisions);
    const taken = new Set<number>();
    const stacks: FoundStack[] = [];
    for (const [at, leader] of ranked.entries()) {
      if (at % leadersAtOnce === 0) await breathe();
      if (taken.has(leader)) continue;
      const around = this.#around(leader, neighbours);
      const free = around.filter(({ id }) => !taken.has(id) && (rank[id] as number) > at);
      const members = free.length === 0 ? [] : openMembers(leader, closest(free, byRank), around, decisionsOf);
      if (members.length === 0) continue;
      const ids = [leader, ...members.map(({ id }) => id).sort(byRank)];
      for (const id of ids) taken.add(id);
      stacks.push({ ids, distance: Math.max(...members.map(({ distance }) => distance)) });
    }
    const newest = new Map(stacks.map((stack) => [stack, Math.max(...stack.ids)]));
    return stacks.sort((a, b) => (newest.get(b) ?? 0) - (newest.get(a) ?? 0));
  }

  /** Everything that is there within the distance of a picture. */
  #around(leader: number, neighbours: Neighbours): Neighbour[] {
    const { pictures } = this;
    const found: Neighbour[] = [];
    const take = (node: number, distance: number) => {
      for (const id of pictures.ofNode(node)) if (id !== leader && pictures.isPresent(id)) found.push({ id, distance });
    };
    take(pictures.nodeOf(leader), 0);
    neighbours.of(pictures.nodeOf(leader), take);
    return found;
  }
}

function byMember(decisions: readonly StackDecision[]): DecisionsOf {
  const found = new Map<number, StackDecision[]>();
  for (const decision of decisions) {
    for (const id of decision.members) {
      const of = found.get(id);
      if (of === undefined) found.set(id, [decision]);
      else of.push(decision);
    }
  }
  return found;
}

function closest(free: Neighbour[], byRank: (a: number, b: number) => number): Neighbour[] {
  if (free.length < mostInStack) return free;
  return free.sort((a, b) => a.distance - b.distance || byRank(a.id, b.id)).slice(0, mostInStack - 1);
}

/**
 * Those that are to be decided about together with the best one; none when everything is decided. Who was given up for one
 * that is near is out of the question; of the others any two must not have been decided about together.
 */
function openMembers(leader: number, free: readonly Neighbour[], around: readonly Neighbour[], decisionsOf: DecisionsOf): Members {
  if (decisionsOf.size === 0) return free;
  const near = new Set([leader, ...around.map(({ id }) => id)]);
  const givenUp = (id: number) =>
    (decisionsOf.get(id) ?? []).some(({ kept }) => !kept.includes(id) && kept.some((other) => near.has(other)));
  if (givenUp(leader)) return [];
  const members = free.filter(({ id }) => !givenUp(id));
  const ids = [leader, ...members.map(({ id }) => id)];
  const together = (a: number, b: number) => (decisionsOf.get(a) ?? []).some((decision) => decision.members.has(b));
  const isOpen = ids.some((a, at) => ids.slice(0, at).some((b) => !together(a, b)));
  return isOpen ? members : [];
}
