import type { EventDraft } from '@shared/events/define-event';
import { stampEvent } from '@shared/events/envelope';
import { t } from '@shared/language/language';
import type { CardRef } from '@shared/library/board';
import type {
  BoardCard, BoardItem, BoardMoment, BoardPlaced, BoardView, ColumnPage, DecisionsPage, ItemHistoryPage, PictureOnBoard, PlacedCard,
  ProjectPage, ProjectSummary,
} from '@shared/library/board-answers';
import { columnPage, columnViews } from '@shared/library/board-pages';
import type { AssignAssetsWish } from '@shared/library/board-wishes';
import type { Database } from 'better-sqlite3';
import { uuidv7 } from 'uuidv7';
import type { EventBus } from '../bus/event-bus';
import type { Lifetime } from '../kernel/lifetime';
import type { ReportBug } from '../kernel/report-bug';
import type { EventLog } from '../log/event-log';
import { cardsOf } from '../projections/board-cards';
import { BoardItems } from '../projections/board-items';
import { BoardMoments } from '../projections/board-moments';
import { ProjectPages } from '../projections/board-page';
import { BoardProjection } from '../projections/board-projection';
import { BoardQueries } from '../projections/board-queries';
import { type BoardReader, BoardReaders } from '../projections/board-reader';
import { BoardWhereabouts } from '../projections/board-whereabouts';
import type { LibraryQueries } from '../projections/library-queries';
import { type Assigned, assigning } from './board-assign';
import { bestInBrief, type Brief, briefOf } from './board-brief';
import { BoardError } from './board-checks';
import { decisions } from './board-decisions';
import { placing } from './board-placing';
import { projects } from './board-projects';

/** Which board is asked for: as it is, or right after an event of the past. */
export interface WhichBoard {
  readonly project_id: string;
  readonly at: number | null;
}

export interface WhichItem {
  readonly project_id: string;
  readonly kind: string;
  readonly id: string;
}

export interface BoardHubParts {
  readonly bus: EventBus;
  readonly log: EventLog;
  readonly projections: Database;
  readonly library: LibraryQueries;
  readonly thumbnails: string;
  readonly lifetime: Lifetime;
  readonly reportBug: ReportBug;
}

type Said<Command> = Command extends (wish: infer Wish) => EventDraft[] ? (wish: Wish) => Promise<void> : never;
type SaidAll<Commands> = { readonly [Name in keyof Commands]: Said<Commands[Name]> };
type Commands = ReturnType<typeof projects> & ReturnType<typeof decisions> & ReturnType<typeof placing>;

/** Projects and their boards: what can be asked, and what a person can do. What cannot be done is a {@link BoardError}. */
export interface HubBoards extends SaidAll<Commands> {
  projects(): Promise<ProjectSummary[]>;
  /** The names on all boards, the newest first. */
  items(limit: number): Promise<readonly BoardItem[]>;
  /** The boards on which a picture stands, that of its own project first. */
  whereabouts(contentHash: string): Promise<readonly PictureOnBoard[]>;
  /** A board with the first cards of each column. */
  open(which: WhichBoard, cardsPerColumn: number): Promise<BoardView>;
  column(which: WhichBoard, columnId: string, after: PlacedCard | null, limit: number): Promise<ColumnPage>;
  cards(which: WhichBoard, refs: readonly CardRef[]): Promise<BoardCard[]>;
  /** What happened to one item, or to the project itself, newest first. */
  itemHistory(item: WhichItem, before: number | null, limit: number): Promise<ItemHistoryPage>;
  decisions(projectId: string, before: number | null, limit: number): Promise<DecisionsPage>;
  moments(projectId: string): Promise<BoardMoment[]>;
  page(projectId: string, bestShown: number): Promise<ProjectPage>;
  /** A project on a few pages, to be written down. */
  brief(projectId: string): Promise<Brief>;
  /** Gives pictures to a project. Files that are to move are on their way when this resolves. */
  assignAssets(wish: AssignAssetsWish): Promise<BoardPlaced>;
  /** What giving them to it would say, and what would be left out. Nothing is said. */
  planAssignment(wish: AssignAssetsWish): Promise<Assigned>;
}

/** So many events are one commit: a person who moves thousands of cards does not hold up the files that come in. */
const saidAtOnce = 1_000;
const leftOutShown = 200;
const notThere = () => new BoardError(t('This project is not there. Was it made in another library?'));
const notThen = () => new BoardError(t('This project was not there yet at that moment.'));

export function openBoards(parts: BoardHubParts): HubBoards {
  const { bus, log, projections, library, lifetime, reportBug } = parts;
  const projection = new BoardProjection(projections, log.reader);
  const readers = new BoardReaders(projections, new BoardMoments(projections));
  const queries = new BoardQueries(projections);
  const items = new BoardItems(projections);
  const whereabouts = new BoardWhereabouts(projections);
  const pages = new ProjectPages(projections, readers, queries);
  lifetime.add(() => projection.end());
  const takeIn = () => { projection.follow().catch((error: unknown) => { reportBug({ where: 'the boards', error }); }); };
  log.onCommit((events) => { if (projection.concerns(events)) takeIn(); });
  takeIn();

  const say = async (drafts: readonly { readonly draft: EventDraft; readonly story: string }[]) => {
    for (let at = 0; at < drafts.length; at += saidAtOnce) {
      const part = drafts.slice(at, at + saidAtOnce);
      await bus.publish(part.map(({ draft, story }) => stampEvent(draft, { source: 'desktop', actor: 'user', correlation_id: story })));
    }
  };

  // One after the other: each sees what the one before it said.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(() => projection.follow()).then(work);
    last = mine.catch(() => undefined);
    return mine;
  };

  /** A form that is sent twice was said once: its wish is the story of what it led to. */
  const command = <Wish extends object>(draftsOf: (wish: Wish) => EventDraft[]) => (wish: Wish): Promise<void> =>
    inTurn(async () => {
      const id: unknown = Reflect.get(wish, 'wish_id');
      const story = typeof id === 'string' ? id : uuidv7();
      if (queries.hasStory(story)) return;
      await say(draftsOf(wish).map((draft) => ({ draft, story })));
    });
  const all = <Group extends object>(group: Group): SaidAll<Group> => {
    const commands = Object.entries(group).map(([name, draftsOf]) => [name, command(draftsOf as (wish: object) => EventDraft[])] as const);
    return Object.fromEntries(commands) as SaidAll<Group>;
  };

  const unknownAssets = (hashes: readonly string[]) => {
    const known = readers.assetCards(hashes);
    return [...new Set(hashes)].filter((hash) => !known.has(hash));
  };
  const assign = assigning({ projections, readers, assetOf: (hash) => library.asset(hash) });

  const page = async (projectId: string, bestShown: number) => {
    await projection.follow();
    const found = pages.page(projectId, bestShown);
    if (found === null) throw notThere();
    return found;
  };

  const boardAt = async ({ project_id, at }: WhichBoard): Promise<BoardReader> => {
    await projection.follow();
    const now = readers.now(project_id);
    if (now === null) throw notThere();
    if (at === null || at >= projection.position) return now;
    const past = await readers.at(project_id, at);
    if (past === null) throw notThen();
    return past;
  };

  return {
    ...all(projects(readers, queries)),
    ...all(decisions({ readers, unknownAssets })),
    ...all(placing(readers)),
    assignAssets: (wish) =>
      inTurn(async () => {
        const { drafts, left_out } = assign(wish);
        const story = uuidv7();
        await say(drafts.map((each) => ({ draft: each.draft, story: each.story ?? story })));
        return { said: drafts.length, left_out: left_out.slice(0, leftOutShown), left_out_count: left_out.length };
      }),
    planAssignment: (wish) => inTurn(async () => assign(wish)),
    async projects() {
      await projection.follow();
      return queries.projects();
    },
    async items(limit) {
      await projection.follow();
      return items.all(limit);
    },
    async whereabouts(contentHash) {
      await projection.follow();
      return whereabouts.of(contentHash);
    },
    async open(which, cardsPerColumn) {
      const board = await boardAt(which);
      const { project, members: assets } = board;
      const sequence = which.at ?? projection.position;
      const decided = queries.decisionCount(project.id, sequence);
      return { project, assets, decisions: decided, columns: columnViews(board, cardsPerColumn), sequence };
    },
    column: async (which, columnId, after, limit) => columnPage(await boardAt(which), columnId, after, limit),
    cards: async (which, refs) => cardsOf((await boardAt(which)).source, refs),
    async itemHistory({ project_id, kind, id }, before, limit) {
      await projection.follow();
      return queries.history(project_id, kind, id, before, limit);
    },
    async decisions(projectId, before, limit) {
      await projection.follow();
      return queries.decisions(projectId, before, limit);
    },
    async moments(projectId) {
      await projection.follow();
      return queries.moments(projectId);
    },
    page,
    brief: async (projectId) => briefOf(await page(projectId, bestInBrief), (hash) => library.asset(hash), parts.thumbnails),
  };
}
