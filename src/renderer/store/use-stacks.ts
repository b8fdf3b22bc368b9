import type { RecordedEvent } from '@shared/events/catalog';
import { t } from '@shared/language/language';
import type { Stack, StackDistance, StacksAnswer, StackWish } from '@shared/library/stacks';
import { create } from 'zustand';
import { askQuietly } from './ask';
import { onNewEvents } from './new-events';
import { useLog } from './use-log';
import { say } from './use-toasts';
import { wishUndo } from './use-undo';
import { setCull, useView } from './use-view';

interface StacksState {
  readonly distance: StackDistance;
  /** What is suggested; null until the first answer has come. */
  readonly answer: StacksAnswer | null;
  /** Why there is no newer answer, as a sentence. */
  readonly problem: string | null;
  /** Stacks that were just decided about, by their pictures: they are gone before the answer says so. */
  readonly decided: ReadonlySet<string>;
  /** The pictures that a person wants to keep instead of the best, by stack. */
  readonly kept: ReadonlyMap<string, string>;
  /** The stack that the keyboard is on, and its picture. */
  readonly active: string | null;
  readonly picture: string | null;
}

export const useStacks = create<StacksState>(() => ({
  distance: 'usual', answer: null, problem: null, decided: new Set(), kept: new Map(), active: null, picture: null,
}));

/** Pictures that can be shown side by side. */
const mostCompared = 4;
/** How soon it is asked again: while pictures are being looked at, and after events. */
const againMs = { looking: 1_000, events: 300 } as const;

/** Events after which the suggestions may be others. */
const changing = new Set<RecordedEvent['event_type']>([
  'asset.organized', 'asset.adopted', 'asset.unfiled', 'asset.missing', 'asset.returned', 'quality.assessed', 'rating.given', 'rating.cleared',
  'rating.stack_decided',
]);

let words = '';
let following = false;
let asking = false;
/** How often a question was put that had to wait for the answer before. */
let missed = 0;
let timer: ReturnType<typeof setTimeout> | null = null;

/** Asks anew when something else is wanted. */
export function askStacks(wanted: { readonly distance?: StackDistance; readonly words?: string } = {}): void {
  if (wanted.words !== undefined) words = wanted.words;
  if (wanted.distance !== undefined) useStacks.setState({ distance: wanted.distance });
  void run();
}

async function run(): Promise<void> {
  if (asking) {
    missed += 1;
    return;
  }
  asking = true;
  const before = missed;
  const { distance } = useStacks.getState();
  const asked = { distance, words };
  const reply = await askQuietly('stacks/find', asked);
  asking = false;
  const isWanted = asked.distance === useStacks.getState().distance && asked.words === words;
  if (typeof reply === 'string') useStacks.setState({ problem: reply });
  else if (isWanted) receive(reply.answer);
  if (missed !== before || !isWanted) await run();
  else if (following && typeof reply !== 'string' && reply.answer.waiting > 0) again(againMs.looking);
}

function receive(answer: StacksAnswer): void {
  useStacks.setState(({ decided, kept, active }) => {
    const here = new Map(answer.stacks.map((stack) => [stack.id, stack]));
    return {
      answer,
      problem: null,
      decided: new Set(answer.stacks.map(keyOf).filter((key) => decided.has(key))),
      kept: new Map([...kept].filter(([id, hash]) => here.get(id)?.cards.some(({ content_hash }) => content_hash === hash) ?? false)),
      active: active !== null && here.has(active) ? active : null,
    };
  });
}

function again(ms: number): void {
  if (timer !== null) return;
  timer = setTimeout(() => {
    timer = null;
    void run();
  }, ms);
}

/** Keeps the suggestions current while they are looked at. */
export function followStacks(): () => void {
  following = true;
  const leave = onNewEvents((events) => {
    // What was undone is suggested again.
    if (events.some((event) => event.event_type === 'rating.stack_decided' && event.data.undo_id !== null)) useStacks.setState({ decided: new Set() });
    if (events.some(({ event_type }) => changing.has(event_type))) again(againMs.events);
  });
  return () => {
    following = false;
    leave();
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
}

export const moveTo = (active: string | null, picture: string | null = null) => useStacks.setState({ active, picture });

/** Which pictures a stack is made of: another one of the same name is not decided about. */
const keyOf = ({ cards }: Stack): string => cards.map(({ content_hash }) => content_hash).sort().join(' ');

/** The stacks that are still to be decided about. */
export function openStacks({ answer, decided }: Pick<StacksState, 'answer' | 'decided'>): readonly Stack[] {
  return answer?.stacks.filter((stack) => !decided.has(keyOf(stack))) ?? [];
}

/** Another picture than the best is to be kept. */
export function keepInstead({ id }: Stack, hash: string): void {
  useStacks.setState(({ kept }) => ({ kept: new Map(kept).set(id, hash) }));
}

/** The picture of a stack that is to be kept: the best, unless a person says otherwise. */
export function keptOf({ id, cards }: Stack, kept: ReadonlyMap<string, string>): string {
  return kept.get(id) ?? cards[0]?.content_hash ?? '';
}

/** Decides about a stack: it is gone at once, and comes back when that is refused. */
export async function decideStack(stack: Stack, decision: StackWish['decision']): Promise<void> {
  const { kept, decided } = useStacks.getState();
  if (decided.has(keyOf(stack))) return;
  const keep = keptOf(stack, kept);
  const content_hashes = stack.cards.map(({ content_hash }) => content_hash);
  leave(stack);
  const kept_hashes = decision === 'kept_all' ? content_hashes : [keep];
  const reply = await askQuietly('stacks/decide', { content_hashes, kept_hashes, decision });
  if (typeof reply === 'string') {
    useStacks.setState((state) => ({ decided: new Set([...state.decided].filter((key) => key !== keyOf(stack))) }));
    say(t('Nothing was decided: {problem}', { problem: reply }), 'problem');
    return;
  }
  const name = stack.cards.find(({ content_hash }) => content_hash === keep)?.file_name ?? t('The best');
  const others = stack.cards.length - 1;
  const done = decision === 'kept_all'
    ? t('All {count, number} lookalikes stay as they are', { count: stack.cards.length })
    : t('{name} is kept; {others, plural, one {the other one has} other {the other # have}} one star', { name, others });
  say(done, { action: { label: t('Undo'), run: () => void undoDecision(reply.answer.batch_id) } });
}

/** The keyboard goes on to the next stack. */
function leave(stack: Stack): void {
  useStacks.setState((state) => {
    const open = openStacks(state);
    const at = open.indexOf(stack);
    const next = open[at + 1] ?? open[at - 1];
    const moves = state.active === stack.id && { active: next?.id ?? null, picture: null };
    return { decided: new Set(state.decided).add(keyOf(stack)), ...moves };
  });
}

/** A decision and the ratings that came of it are one entry of the history, called by its first event. */
async function undoDecision(batchId: string): Promise<void> {
  const sequences = useLog.getState().events.filter((event) => isOf(event, batchId)).map(({ sequence }) => sequence);
  if (sequences.length === 0) say(t('This decision is not in sight any more. Undo it from the history.'), 'problem');
  else await wishUndo({ kind: 'entry', id: `stack-${Math.min(...sequences)}` }, { several: sequences.length > 1 });
}

function isOf({ event_type, data }: RecordedEvent, batchId: string): boolean {
  if (event_type === 'rating.stack_decided') return data.decision_id === batchId;
  return (event_type === 'rating.given' || event_type === 'rating.cleared') && data.batch_id === batchId;
}

/** Shows the pictures of a stack side by side; further ones follow when one of them is left out. */
export function compareStack({ cards }: Stack, first: string | null): void {
  const ids = cards.map(({ id }) => id);
  const chosen = cards.find(({ content_hash }) => content_hash === first)?.id ?? ids[0];
  if (chosen === undefined) return;
  // The one that the keyboard is on stands beside the best.
  const side_by_side = [...new Set([ids[0] ?? chosen, chosen, ...ids])].slice(0, mostCompared);
  if (useView.getState().cull === null) setCull({ mode: 'compare', ids: Uint32Array.from(ids), at: ids.indexOf(chosen), side_by_side });
}
