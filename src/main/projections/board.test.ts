import { assetOrganized } from '@shared/events/asset-events';
import { cardPlaced, cardRemoved, columnAdded, columnRemoved, conceptProposed, noteWritten, projectArchived, projectRenamed } from '@shared/events/board-events';
import { assetRefiled, assetUnfiled } from '@shared/events/care-events';
import type { RecordedEvent } from '@shared/events/catalog';
import { characterDefined, projectCreated, styleChosen } from '@shared/events/creative-events';
import type { EventDraft } from '@shared/events/define-event';
import { ratingGiven } from '@shared/events/rating-events';
import { workflowStarted } from '@shared/events/workflow-events';
import { columnPage, columnViews } from '@shared/library/board-pages';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventFrom, wholeStory } from '../testing/sample-events';
import { hashOf } from '../testing/trees';
import { cardsOf } from './board-cards';
import { BoardMoments } from './board-moments';
import { ProjectPages } from './board-page';
import { BoardProjection } from './board-projection';
import { BoardQueries } from './board-queries';
import { type BoardReader, BoardReaders } from './board-reader';
import { LibraryProjection } from './library-projection';
import { openMemoryProjections } from './open-projections';

/** A log that is an array. */
function logOf(drafts: readonly EventDraft[]) {
  const events: RecordedEvent[] = drafts.map((draft, i) => {
    const at = new Date(Date.UTC(2026, 0, 2) + i * 1_000).toISOString();
    return { ...eventFrom(draft, { correlation_id: 'story' }), timestamp: at, sequence: i + 1 };
  });
  const after = (sequence: number, limit: number) => events.filter((event) => event.sequence > sequence).slice(0, limit);
  return {
    events, after,
    archivedTo: 0,
    get lastSequence() { return events.length; },
    find: ({ types, after: from = 0, limit }: { types?: readonly string[]; after?: number; limit: number }) =>
      after(from, events.length).filter(({ event_type }) => types?.includes(event_type)).slice(0, limit),
  };
}

async function boardsOf(drafts: readonly EventDraft[]) {
  const log = logOf(drafts);
  const database = openMemoryProjections();
  new LibraryProjection(database, log).catchUp();
  const projection = new BoardProjection(database, log);
  await projection.follow();
  const readers = new BoardReaders(database, new BoardMoments(database));
  const queries = new BoardQueries(database);
  return { log, database, projection, readers, queries, pages: new ProjectPages(database, readers, queries) };
}

/** All that a board shows, to its last card. */
function shown(reader: BoardReader | null) {
  if (reader === null) return null;
  const columns = columnViews(reader, 2).map((column) => {
    const cards = [...column.cards];
    for (let next = column.next; next !== null; ) {
      const page = columnPage(reader, column.id, next, 2);
      cards.push(...page.cards);
      next = page.next;
    }
    return { id: column.id, name: column.name, count: column.count, cards };
  });
  return { project: reader.project, members: reader.members, columns };
}

const inShort = (reader: BoardReader | null) =>
  Object.fromEntries((shown(reader)?.columns ?? []).map(({ id, cards }) => [id, cards.map((card) => `${card.kind} ${card.id.slice(0, 6)}`)]));

const created = (project_id: string, project_name: string) => projectCreated({ project_id, project_name });
const filed = (name: string, project_name = 'harbor') => {
  const story = wholeStory(name);
  return [...story.slice(0, 4), assetOrganized({ ...(story[4]?.data as Parameters<typeof assetOrganized>[0]), project_name })];
};
const place = (card_kind: string, card_id: string, column_id: string, rank: string, more: object = {}) =>
  cardPlaced({ project_id: 'p', card_kind, card_id, column_id, rank, ...more });
const short = (name: string) => `asset ${hashOf(name).slice(0, 6)}`;
const where = { source_type: 'comfyui', date_folder: '2026-01-02' };
const refiled = (name: string, project_name: string) =>
  assetRefiled({ ...where, content_hash: hashOf(name), from_path: '/a', to_path: '/b', project_name, reason: 'project' });
const unfiled = (name: string) =>
  assetUnfiled({ content_hash: hashOf(name), organized_path: '/a', file_path: '/i', operation: 'copy', undo_id: 'u', undone_event_id: 'e' });

describe('[D14] where cards stand', () => {
  it('[D14] pictures stand in progress, the newest first, until somebody puts them elsewhere; a rating moves none', async () => {
    const { readers } = await boardsOf([
      created('p', 'harbor'), ...filed('a'), ...filed('b'), ...filed('c'), ...filed('d', 'tides'), ratingGiven({ content_hash: hashOf('a'), stars: 5 }),
      place('asset', hashOf('b'), 'review', 'V'), noteWritten({ project_id: 'p', note_id: 'note-1', text: 'Ask.' }),
      characterDefined({ project_id: 'p', character_id: 'moth', character_name: 'Moth-7', character_type: 'protagonist' }),
    ]);
    expect(inShort(readers.now('p'))).toEqual({
      idea: ['note note-1'], in_progress: ['character moth', short('c'), short('a')], review: [short('b')], approved: [], archived: [],
    });
    expect(shown(readers.now('p'))?.columns.map(({ count }) => count)).toEqual([1, 3, 1, 0, 0]);
  });

  it('[D14] a picture of another project stands here as a guest, and one that left, or is filed no more, does not', async () => {
    const { readers } = await boardsOf([
      created('p', 'harbor'), ...filed('a'), ...filed('b'), ...filed('c', 'tides'), ...filed('e'), place('asset', hashOf('a'), 'review', 'V'),
      place('asset', hashOf('c'), 'review', 'W', { guest: true }), refiled('a', 'tides'), unfiled('b'),
      cardRemoved({ project_id: 'p', card_kind: 'asset', card_id: hashOf('e') }), ...filed('f'),
    ]);
    const board = readers.now('p');
    expect(inShort(board)).toMatchObject({ in_progress: [short('f')], review: [short('c')] });
    expect(shown(board)?.columns.map(({ count }) => count)).toEqual([0, 1, 1, 0, 0]);
    expect(cardsOf(board!.source, [{ kind: 'asset', id: hashOf('c') }, { kind: 'note', id: 'none' }])).toMatchObject([{ kind: 'asset', asset: { project: 'tides' } }]);
  });

  it('[D14] cards of a removed column stand in the one that was named, pictures that nobody has placed, too', async () => {
    const remove = (column_id: string, to: string) =>
      columnRemoved({ project_id: 'p', column_id, column_name: column_id, cards_to_column_id: to, cards_to_column_name: to });
    const { readers } = await boardsOf([
      created('p', 'harbor'), ...filed('a'), ...filed('b'), place('asset', hashOf('a'), 'in_progress', 'Z'), remove('in_progress', 'review'),
      columnAdded({ project_id: 'p', column_id: 'edit', column_name: 'Edit', rank: 'A' }), remove('review', 'edit'),
    ]);
    expect(inShort(readers.now('p'))).toEqual({ edit: [short('b'), short('a')], idea: [], approved: [], archived: [] });
    expect(shown(readers.now('p'))?.columns[0]?.count).toBe(2);
  });
});

describe('[D11] projects', () => {
  it('[D11] have the pictures of every name they had, and folders of which nobody has made a project are listed, too', async () => {
    const { queries, readers } = await boardsOf([
      ...filed('a'), ...filed('b', 'tides'), ...filed('c', 'tides'), created('p', 'harbor'), projectRenamed({ project_id: 'p', project_name: 'Lantern Harbor' }),
      ...filed('d', 'Lantern Harbor'), created('q', 'harbor'), projectArchived({ project_id: 'q', project_name: 'harbor' }),
    ]);
    expect(queries.projects()).toMatchObject([
      { id: 'q', name: 'harbor', assets: 0, cover: null, archived_at: expect.any(String) as string },
      { id: 'p', name: 'Lantern Harbor', assets: 2, cover: hashOf('d'), decisions: 2 },
      { id: null, name: 'tides', assets: 2, cover: hashOf('c') },
    ]);
    expect(inShort(readers.now('p'))).toMatchObject({ in_progress: [short('d'), short('a')] });
    expect([queries.ownerOf('harbor'), queries.ownerOf('tides'), readers.now('nobody')]).toEqual(['p', null, null]);
  });
});

describe('[D22] the page of a project', () => {
  it('[D22] gathers decisions, styles, characters, pictures by rating and workflows', async () => {
    const choose = (style_name: string, more: object = {}) => styleChosen({ project_id: 'p', style_name, style_category: 'visual', ...more });
    const { pages, queries } = await boardsOf([
      created('p', 'harbor'), ...filed('a'), ...filed('b'), ...filed('c'), ratingGiven({ content_hash: hashOf('b'), stars: 2 }),
      choose('Neon'), choose('Dusk', { alternatives_considered: ['Paper'] }), place('style', 'dusk', 'review', 'V'),
      workflowStarted({ workflow_id: 'w', workflow_type: 'x', workflow_name: 'Take', project_id: 'p' }),
      workflowStarted({ workflow_id: 'v', workflow_type: 'x', workflow_name: 'By name', project_id: 'harbor' }),
      workflowStarted({ workflow_id: 'o', workflow_type: 'x', workflow_name: 'Other', project_id: 'o' }),
    ]);
    const page = pages.page('p', 2);
    expect(page?.styles.map(({ name, state }) => `${name} ${state}`)).toEqual(['Dusk chosen', 'Neon earlier', 'Paper considered']);
    expect(page?.best.map(({ content_hash, own }) => [content_hash, own])).toEqual([[hashOf('b'), true], [expect.any(String), false]]);
    expect(page?.ratings.filter(({ count }) => count > 0)).toEqual([{ stars: 4, count: 2, own: 0 }, { stars: 2, count: 1, own: 1 }]);
    expect(page?.workflows.map(({ name }) => name)).toEqual(['By name', 'Take']);
    expect(page?.decisions.events.map(({ event_type }) => event_type)).toEqual(['style.chosen', 'style.chosen', 'project.created']);
    expect(queries.history('p', 'style', 'dusk', null, 1)).toMatchObject({ items: [{ event_type: 'board.card_placed' }], next_before: expect.any(Number) as number });
    expect(queries.decisions('p', page!.decisions.events[0]!.sequence, 1).events[0]?.sequence).toBe(page?.decisions.events[1]?.sequence);
    expect(queries.moments('p').map(({ decision }) => decision)).toEqual([true, true, true, false]);
    expect(pages.page('nobody', 2)).toBeNull();
  });
});

const names = ['a', 'b', 'c', 'd', 'e'] as const;
const rank = fc.constantFrom('1', '2', 'G', 'V', 'W', 'k');
const column = fc.constantFrom('idea', 'in_progress', 'review', 'approved', 'edit', 'lost');
const project_id = fc.constantFrom('p', 'q');
const picture = fc.constantFrom(...names);
const folder = fc.constantFrom('harbor', 'tides', 'Lantern Harbor');
const card = fc.oneof(
  picture.map((name) => ({ card_kind: 'asset', card_id: hashOf(name) })),
  fc.constantFrom({ card_kind: 'style', card_id: 'dusk' }, { card_kind: 'character', card_id: 'moth' }, { card_kind: 'note', card_id: 'n' }, { card_kind: 'concept', card_id: 't' }),
);
/** Anything that can happen to two boards. */
const happening: fc.Arbitrary<EventDraft> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ project_id, name: folder }).map(({ name, ...id }) => projectCreated({ ...id, project_name: name })) },
  { weight: 4, arbitrary: fc.tuple(picture, folder).map(([name, project]) => filed(name, project)[4]!) },
  fc.tuple(picture, folder).map(([name, project]) => refiled(name, project)),
  picture.map(unfiled),
  fc.record({ project_id, name: folder }).map(({ name, ...id }) => projectRenamed({ ...id, project_name: name })),
  {
    weight: 6,
    arbitrary: fc.record({ project_id, card, column_id: column, rank, guest: fc.boolean() })
      .map(({ card: which, ...rest }) => cardPlaced({ ...rest, ...which })),
  },
  fc.record({ project_id, card }).map(({ card: which, ...id }) => cardRemoved({ ...id, ...which })),
  fc.record({ project_id, column_id: column, rank }).map((each) => columnAdded({ ...each, column_name: each.column_id })),
  fc.record({ project_id, column_id: column, cards_to_column_id: column }).map((each) =>
    columnRemoved({ ...each, column_name: each.column_id, cards_to_column_name: each.cards_to_column_id })),
  fc.record({ project_id, style_name: fc.constantFrom('Dusk', 'Neon') }).map((each) =>
    styleChosen({ ...each, style_category: 'visual', alternatives_considered: ['Dusk', 'Neon', 'Paper'] })),
  project_id.map((id) => noteWritten({ project_id: id, note_id: 'n', text: 'words' })),
  project_id.map((id) => characterDefined({ project_id: id, character_id: 'moth', character_name: 'Moth', character_type: 'supporting' })),
  project_id.map((id) => conceptProposed({ project_id: id, concept_id: 't', concept_type: 'scene', concept_name: 'T', description: 'd' })),
);

const happenings = fc.array(happening, { minLength: 5, maxLength: 40 });

describe('[D16] the board as it was', () => {
  it('[D16] at any moment is the board that the log up to there gives, and asked in any order', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, fc.array(fc.nat(), { maxLength: 6 }), async (drafts, asked) => {
        const whole = await boardsOf(drafts);
        for (const each of asked) {
          const moment = 1 + (each % drafts.length);
          const then = await boardsOf(drafts.slice(0, moment));
          for (const id of ['p', 'q']) {
            const was = shown(then.readers.now(id));
            const remembered = shown(await whole.readers.at(id, moment));
            // Events are made anew for each log: the same but for the times at which that was.
            expect(JSON.stringify(remembered)).toBe(JSON.stringify(was));
          }
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('[D15] boards that are taken in event by event, and made anew in one go, have the same rows', async () => {
    const tables = ['board_records', 'board_places', 'board_names', 'board_touched', 'board_stays', 'board_folders', 'board_workflows'];
    const rows = ({ database }: Awaited<ReturnType<typeof boardsOf>>) =>
      tables.map((table) => (database.prepare(`SELECT * FROM ${table}`).all() as object[]).map((row) => JSON.stringify(row)).sort());
    await fc.assert(
      fc.asyncProperty(happenings, async (drafts) => {
        const slowly = await boardsOf(drafts.slice(0, 1));
        const log = logOf(drafts);
        for (let i = 1; i <= log.events.length; i += 1) {
          const find = (query: Parameters<typeof log.find>[0]) => log.find(query).filter(({ sequence }) => sequence <= i);
          const part = { ...log, lastSequence: i, find };
          await new BoardProjection(slowly.database, part).follow();
        }
        const ids = (list: readonly string[][]) => list.map((each) => each.map((row) => row.replaceAll(/"event_id":"[^"]*"|\\"event_id\\":\\"[^\\"]*\\"/g, '')));
        expect(ids(rows(slowly))).toEqual(ids(rows(await boardsOf(drafts))));
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
