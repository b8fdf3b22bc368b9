import type { CardKind, CardRef } from '@shared/library/board';
import type { BoardCard, BoardMoment, BoardView, ColumnView, ProjectSummary } from '@shared/library/board-answers';
import { create } from 'zustand';
import { ask, askQuietly } from '../ask';
import { onNewEvents } from '../new-events';
import { say } from '../use-toasts';
import { useView } from '../use-view';
import { asTheyLie, cardAbove, keyOf, placeOf, refOf, withCardsAt } from './board-columns';

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
  /** Where cards would lie that the keyboard carries; null while it carries none. */
  readonly carried: readonly ColumnView[] | null;
  /** Null for all kinds. */
  readonly kind: CardKind | null;
  /** What is said of the last move, for readers. */
  readonly said: string;
}

const nothing = { board: null, problem: null, contents: new Map(), moments: [], selected: new Set<string>(), active: null, carried: null, said: '' };

export const useBoard = create<BoardState>(() => ({ projects: null, kind: null, ...nothing }));
export const setBoardState = (change: Partial<BoardState>) => useBoard.setState(change);

const atOnce = 200;
const cardsAtOnce = 500;
const pageLimit = 1_000;
const refreshMs = 150;

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
  const [reply, moments] = await Promise.all([
    askQuietly('board/open', { project_id, at, cards_per_column: Math.min(cardsAtOnce, Math.max(atOnce, longest)) }),
    askQuietly('board/moments', { project_id }),
  ]);
  const { place, board: wanted } = useView.getState();
  if (place !== 'board' || wanted.project_id !== project_id || wanted.at !== at) return;
  if (typeof reply === 'string') {
    useBoard.setState({ ...nothing, problem: reply });
    return;
  }
  const columns = await Promise.all(reply.answer.columns.map((column) => asLongAs(other ? null : board, column, { project_id, at })));
  const still = useView.getState().board;
  if (still.project_id !== project_id || still.at !== at) return;
  asked.clear();
  useBoard.setState({ board: { ...reply.answer, columns }, problem: null, ...(typeof moments !== 'string' && { moments: moments.answer }) });
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

/** Brings the next cards of a column. */
export async function loadMore(column_id: string): Promise<void> {
  const { board } = useBoard.getState();
  const next = board?.columns.find(({ id }) => id === column_id)?.next;
  if (board === null || next === undefined || next === null || growing.has(column_id)) return;
  const { at } = useView.getState().board;
  growing.add(column_id);
  const page = await ask('board/column', { project_id: board.project.id, at, column_id, after: next, limit: cardsAtOnce });
  growing.delete(column_id);
  const now = useBoard.getState().board;
  if (page === null || now === null || now.project.id !== board.project.id || useView.getState().board.at !== at) return;
  const grown = (column: ColumnView) => {
    if (column.id !== column_id || column.next === null || keyOf(column.next) !== keyOf(next)) return column;
    return { ...column, cards: [...column.cards, ...page.cards], next: page.next };
  };
  useBoard.setState({ board: { ...now, columns: now.columns.map(grown) } });
}
const growing = new Set<string>();

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

/** Puts cards elsewhere: at once on the screen, and back when the hub will not. */
export async function placeCards(keys: readonly string[], column_id: string, after: string | null): Promise<void> {
  const { board } = useBoard.getState();
  if (board === null || useView.getState().board.at !== null || keys.length === 0) return;
  const columns = withCardsAt(board.columns, new Set(keys), column_id, after);
  useBoard.setState({ board: { ...board, columns } });
  const cards = asTheyLie(board.columns, keys).map(refOf);
  const input = { project_id: board.project.id, cards, column_id, after: after === null ? null : refOf(after) };
  const reply = await askQuietly('board/place-cards', input);
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

const ofBoards = /^(?:project|style|character|context|concept|note|board)\./;
const ofPictures = /^(?:asset\.(?:organized|moved|missing|returned)|rating\.|quality\.)/;

/** Keeps projects and the open board up to date. Returns the way to stop. */
export function followBoard(): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const refresh = () => {
    timer = null;
    void loadProjects();
    const { project_id, at } = useView.getState().board;
    if (project_id !== null) void loadBoard(project_id, at);
  };
  const leave = onNewEvents((events) => {
    const creative = events.some(({ event_type }) => ofBoards.test(event_type));
    if (!creative && !events.some(({ event_type }) => ofPictures.test(event_type))) return;
    // Pictures may come by the hundred.
    timer ??= setTimeout(refresh, creative ? refreshMs : refreshMs * 6);
  });
  return () => {
    leave();
    if (timer !== null) clearTimeout(timer);
  };
}
