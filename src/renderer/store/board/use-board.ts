import type { RecordedEvent } from '@shared/events/catalog';
import type { CardKind, CardRef } from '@shared/library/board';
import type { BoardCard, BoardMoment, BoardView, ColumnView, PlacedCard, ProjectSummary } from '@shared/library/board-answers';
import { create } from 'zustand';
import { ask, askQuietly } from '../ask';
import { say } from '../use-toasts';
import { useView } from '../use-view';
import { asTheyLie, atEnd, cardAbove, keyOf, placeOf, refOf, withCardsAt, withColumnBehind } from './board-columns';
import { type OwnMoves, settled, withMove } from './own-moves';

export interface BoardState {
  /** Null until they are known. */
  readonly projects: readonly ProjectSummary[] | null;
  readonly board: BoardView | null;
  /** Why there is no board. */
  readonly problem: string | null;
  /** What cards show, by key. */
  readonly contents: ReadonlyMap<string, BoardCard>;
  readonly moments: readonly BoardMoment[];
  readonly selected: ReadonlySet<string>;
  /** The card that the keyboard is on. */
  readonly active: string | null;
  /** Somebody was led from elsewhere to the card that is open, and the keyboard is to go with them. */
  readonly led: boolean;
  /** Where cards would lie that the keyboard carries; null while it carries none. */
  readonly carried: readonly ColumnView[] | null;
  /** Null for all kinds. */
  readonly kind: CardKind | null;
  /** What is said of the last move, for readers. */
  readonly said: string;
}

const nothing = { board: null, problem: null, contents: new Map(), moments: [], selected: new Set<string>(), active: null, carried: null, said: '' };

export const useBoard = create<BoardState>(() => ({ projects: null, kind: null, led: false, ...nothing }));
export const setBoardState = (change: Partial<BoardState>) => useBoard.setState(change);

const atOnce = 200;
const cardsAtOnce = 500;
const pageLimit = 1_000;

let moves: OwnMoves = new Map();
/** Something has happened since the moments were asked for. */
let momentsAreOld = true;

export async function loadProjects(): Promise<void> {
  const projects = await ask('board/projects', {});
  if (projects !== null) useBoard.setState({ projects });
}

/** Shows the board of a project, now or at a moment of the past. What was loaded of it stays loaded. */
export async function loadBoard(project_id: string, at: number | null): Promise<void> {
  const { board } = useBoard.getState();
  const other = board?.project.id !== project_id;
  if (at !== null) useBoard.setState({ carried: null, selected: new Set() });
  if (other) useBoard.setState(nothing);
  const longest = other ? 0 : Math.max(0, ...board.columns.map(({ cards }) => cards.length));
  const asksMoments = other || momentsAreOld;
  momentsAreOld = false;
  const [reply, moments] = await Promise.all([
    askQuietly('board/open', { project_id, at, cards_per_column: Math.min(cardsAtOnce, Math.max(atOnce, longest)) }),
    asksMoments ? askQuietly('board/moments', { project_id }) : null,
  ]);
  const leave = () => { momentsAreOld ||= asksMoments; };
  const { place, board: wanted } = useView.getState();
  if (place !== 'board' || wanted.project_id !== project_id || wanted.at !== at) {
    leave();
    return;
  }
  if (typeof reply === 'string') {
    useBoard.setState({ ...nothing, problem: reply });
    return;
  }
  const columns = await Promise.all(reply.answer.columns.map((column) => asLongAs(other ? null : board, column, { project_id, at })));
  const still = useView.getState().board;
  if (still.project_id !== project_id || still.at !== at) {
    leave();
    return;
  }
  asked.clear();
  moves = new Map();
  if (typeof moments === 'string') leave();
  const known = moments === null || typeof moments === 'string' ? null : moments.answer;
  const { open } = still;
  // Who was led to a card finds the keyboard on it.
  const opened = open !== null && useBoard.getState().active === null && placeOf(columns, keyOf(open)) !== null ? keyOf(open) : null;
  const found = { ...(known !== null && { moments: known }), ...(opened !== null && { active: opened }) };
  useBoard.setState({ board: { ...reply.answer, columns }, problem: null, ...found });
}

interface WhichBoard {
  readonly project_id: string;
  readonly at: number | null;
}

/** A column with as many cards as were loaded of it before: what somebody looks at does not go when something new comes. */
async function asLongAs(before: BoardView | null, column: ColumnView, which: WhichBoard): Promise<ColumnView> {
  const wanted = before?.columns.find(({ id }) => id === column.id)?.cards.length ?? 0;
  let { cards, next } = column;
  while (next !== null && cards.length < wanted) {
    const limit = Math.min(pageLimit, wanted - cards.length);
    const page = await askQuietly('board/column', { ...which, column_id: column.id, after: next, limit });
    if (typeof page === 'string') break;
    cards = [...cards, ...page.answer.cards];
    next = page.answer.next;
  }
  return { ...column, cards, next };
}

/** Brings the next cards of a column; those that are on their way already are waited for. */
export async function loadMore(column_id: string): Promise<void> {
  const { board } = useBoard.getState();
  const next = board?.columns.find(({ id }) => id === column_id)?.next;
  if (board === null || next === undefined || next === null) return;
  const { at } = useView.getState().board;
  const which = `${board.project.id} ${at} ${column_id}`;
  const coming = growing.get(which) ?? grow(board.project.id, at, column_id, next).finally(() => growing.delete(which));
  growing.set(which, coming);
  await coming;
}
const growing = new Map<string, Promise<void>>();

async function grow(project_id: string, at: number | null, column_id: string, next: PlacedCard): Promise<void> {
  const page = await ask('board/column', { project_id, at, column_id, after: next, limit: cardsAtOnce });
  const { board: now, carried } = useBoard.getState();
  if (page === null || now === null || now.project.id !== project_id || useView.getState().board.at !== at) return;
  const grown = (column: ColumnView) => {
    if (column.id !== column_id || column.next === null || keyOf(column.next) !== keyOf(next)) return column;
    // A card that was put below the last one that was loaded comes again with those behind it.
    const there = new Set(column.cards.map(keyOf));
    return { ...column, cards: [...column.cards, ...page.cards.filter((card) => !there.has(keyOf(card)))], next: page.next };
  };
  const elsewhere = carried === null ? null : carriedWith(carried, grown);
  useBoard.setState({ board: { ...now, columns: now.columns.map(grown) }, carried: elsewhere });
}

/** Columns with carried cards grow as the others do, without bringing a second time what is carried. */
function carriedWith(columns: readonly ColumnView[], grown: (column: ColumnView) => ColumnView): readonly ColumnView[] {
  return columns.map((column) => {
    const elsewhere = new Set(columns.flatMap(({ id, cards }) => (id === column.id ? [] : cards.map(keyOf))));
    const next = grown(column);
    return next === column ? column : { ...next, cards: next.cards.filter((card) => !elsewhere.has(keyOf(card))) };
  });
}

/** Cards that were asked for since the board was loaded, by key. */
const asked = new Set<string>();
let wishes: CardRef[] = [];

/** Asks for what a card shows; wishes of the same moment travel together. */
export function needCard(card: CardRef): void {
  const key = keyOf(card);
  if (asked.has(key)) return;
  asked.add(key);
  wishes.push(card);
  if (wishes.length === 1) queueMicrotask(() => void bringCards());
}

async function bringCards(): Promise<void> {
  const { board } = useBoard.getState();
  const wanted = wishes.map(({ kind, id }) => ({ kind, id }));
  wishes = [];
  if (board === null) return;
  const { at } = useView.getState().board;
  for (let from = 0; from < wanted.length; from += cardsAtOnce) {
    const cards = wanted.slice(from, from + cardsAtOnce);
    const answer = await ask('board/cards', { project_id: board.project.id, at, cards });
    const now = useBoard.getState().board;
    // What a card said at another moment is not what it says at this one.
    if (answer === null || now?.project.id !== board.project.id || useView.getState().board.at !== at) return;
    const contents = new Map(useBoard.getState().contents);
    for (const card of answer) contents.set(keyOf(card), card);
    useBoard.setState({ contents });
  }
}

/** Puts cards elsewhere, below one, to the top for null, or to the end: at once on the screen, and back when the hub will not. */
export async function placeCards(keys: readonly string[], column_id: string, after: string | null): Promise<void> {
  const { board } = useBoard.getState();
  if (board === null || useView.getState().board.at !== null || keys.length === 0) return;
  const columns = withCardsAt(board.columns, new Set(keys), column_id, after);
  useBoard.setState({ board: { ...board, columns } });
  moves = withMove(moves, [...new Set(keys)], column_id);
  const cards = asTheyLie(board.columns, keys).map(refOf);
  const above = after === null ? null : after === atEnd ? atEnd : refOf(after);
  const input = { project_id: board.project.id, cards, column_id, after: above };
  const reply = await askQuietly('board/place-cards', input);
  if (typeof reply !== 'string') return;
  say(reply, 'problem');
  await loadBoard(board.project.id, null);
}

/** Puts a column behind another one, first for null. */
export async function placeColumn(column_id: string, after: string | null): Promise<void> {
  const { board } = useBoard.getState();
  if (board === null || useView.getState().board.at !== null) return;
  const columns = withColumnBehind(board.columns, column_id, after);
  if (columns === board.columns) return;
  useBoard.setState({ board: { ...board, columns } });
  const reply = await askQuietly('board/move-column', { project_id: board.project.id, column_id, after });
  if (typeof reply !== 'string') return;
  say(reply, 'problem');
  await loadBoard(board.project.id, null);
}

/** Leaves carried cards where they were carried to. */
export async function dropCarried(): Promise<void> {
  const { carried, active, selected } = useBoard.getState();
  useBoard.setState({ carried: null });
  if (carried === null || active === null) return;
  const keys = carriedKeys(active, selected);
  const place = placeOf(carried, active);
  const column = carried.find(({ id }) => id === place?.column_id);
  const first = column?.cards.findIndex((card) => keys.has(keyOf(card))) ?? -1;
  if (column !== undefined && first !== -1) await placeCards([...keys], column.id, cardAbove(column, first, keys));
}

/** What is moved with a card: all that are chosen when it is one of them. */
export function carriedKeys(key: string, selected: ReadonlySet<string>): ReadonlySet<string> {
  return selected.has(key) ? selected : new Set([key]);
}

/** Takes up moves that are shown already, without asking for anything. Whether that was all. */
export function takeUp(events: readonly RecordedEvent[]): boolean {
  const { board, moments } = useBoard.getState();
  if (board === null || useView.getState().board.at !== null) return false;
  const now = settled(board.columns, moves, board.project.id, events);
  if (now === null) return false;
  ({ moves } = now);
  const sequence = events.at(-1)?.sequence ?? board.sequence;
  useBoard.setState({ board: { ...board, columns: now.columns, sequence }, moments: [...moments, ...now.moments] });
  return true;
}

/** What is shown is not all that happened: brings it, or waits until somebody looks. */
export function refreshBoard(): void {
  momentsAreOld = true;
  const { place, board } = useView.getState();
  if (place === 'board' && board.project_id !== null) void loadBoard(board.project_id, board.at);
}
