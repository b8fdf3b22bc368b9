import { assetDiscovered, assetOrganized } from '@shared/events/asset-events';
import { assetUnfiled } from '@shared/events/care-events';
import type { EventDraft } from '@shared/events/define-event';
import { picturesCompared, stackDecided } from '@shared/events/rating-events';
import { afterComparison, firstStanding } from '@shared/library/elo';
import { describe, expect, it } from 'vitest';
import { recordedFrom } from '../testing/sample-events';
import { hashOf } from '../testing/trees';
import { AssetSearch } from './asset-search';
import { EloStandings } from './elo-standings';
import { LibraryProjection } from './library-projection';
import { openMemoryProjections } from './open-projections';
import { StackDecisions } from './stack-decisions';
import { stateHash } from './state-hash';

const filed = (name: string): EventDraft[] => [
  assetDiscovered({ file_path: `/in/${name}`, content_hash: hashOf(name), file_size: 1, media_type: 'image', project_name: 'p' }),
  assetOrganized({
    content_hash: hashOf(name), source_path: `/in/${name}`, destination_path: `/out/${name}`, project_name: 'p', source_type: 'x', date_folder: '2026-01-02',
  }),
];
const preferred = (winner: string, loser: string, draw = false) =>
  picturesCompared({ comparison_id: `${winner} ${loser}`, winner_hash: hashOf(winner), loser_hash: hashOf(loser), draw });

/** Projections, and the way to tell them more. */
function growing(drafts: readonly EventDraft[]) {
  const database = openMemoryProjections();
  const events = recordedFrom(drafts, 'story');
  const after = (sequence: number, limit: number) => events.slice(sequence, sequence + limit);
  const source = { get lastSequence() { return events.length; }, after };
  const projection = new LibraryProjection(database, source);
  projection.catchUp();
  const tell = (...more: readonly EventDraft[]) => {
    events.push(...recordedFrom(more, 'story', events.length + 1));
    projection.catchUp();
  };
  const rebuilt = () => {
    const anew = openMemoryProjections();
    new LibraryProjection(anew, source).catchUp();
    return anew;
  };
  return { database, tell, source, rebuilt };
}

const unfiled = (name: string) => assetUnfiled({
  content_hash: hashOf(name), organized_path: `/out/${name}`, file_path: `/in/${name}`, operation: 'copy', undo_id: 'u', undone_event_id: 'e',
});

const standingsIn = (database: ReturnType<typeof openMemoryProjections>) =>
  database.prepare<[], { content_hash: string }>('SELECT * FROM preferences ORDER BY content_hash').all();

describe('[R37] Elo in the library', () => {
  const names = ['a', 'b', 'c'];
  const rounds = [preferred('a', 'b'), preferred('b', 'c'), preferred('a', 'c', true), preferred('c', 'b')];

  it('[R37] comparisons fold into numbers, the same when they are told again or everything is made anew', () => {
    const { database, tell, source, rebuilt } = growing(names.flatMap(filed));
    tell(...rounds);
    const [a, b] = afterComparison(firstStanding, firstStanding, false);
    const [b2, c2] = afterComparison(b, firstStanding, false);
    const [a3, c3] = afterComparison(a, c2, true);
    const [c4, b4] = afterComparison(c3, b2, false);
    expect(standingsIn(database)).toEqual(
      [{ content_hash: hashOf('a'), ...a3 }, { content_hash: hashOf('b'), ...b4 }, { content_hash: hashOf('c'), ...c4 }]
        .sort((x, y) => (x.content_hash < y.content_hash ? -1 : 1)),
    );
    const standings = standingsIn(database);
    expect(stateHash(rebuilt())).toBe(stateHash(database));
    expect(stateHash(growing(names.flatMap(filed)).database)).not.toBe(stateHash(database));
    database.exec('UPDATE position SET sequence = 0');
    new LibraryProjection(database, source).catchUp();
    expect(standingsIn(database)).toEqual(standings);
  });

  it('[R37] a picture beside itself, or one that was never filed, harms nothing', () => {
    const { database, tell } = growing(names.flatMap(filed));
    tell(preferred('a', 'a'), preferred('a', 'stranger'));
    expect(standingsIn(database)).toHaveLength(2);
    expect(new EloStandings(database).compared().map(({ content_hash }) => content_hash)).toEqual([hashOf('a')]);
  });

  it('[R39] the library is ordered by preference, also after a picture left and came back', async () => {
    const { database, tell } = growing(names.flatMap(filed));
    const search = new AssetSearch(database);
    const order = async () => {
      const { ids, sequence } = await search.find({}, { by: 'preference', descending: true });
      return { names: search.cards([...ids]).sort((x, y) => ids.indexOf(x.id) - ids.indexOf(y.id)).map(({ file_name, elo }) => `${file_name} ${elo}`), sequence };
    };
    const before = await order();
    tell(preferred('c', 'a'));
    const after = await order();
    expect(after.names).toEqual(['c 1516', 'a 1484', 'b null']);
    // The answer says that it knows of the comparison.
    expect(after.sequence).toBe(before.sequence + 1);
    tell(unfiled('c'), ...filed('c'));
    expect((await order()).names).toEqual(['c 1516', 'a 1484', 'b null']);
  });

  it('[R39] both pictures of each of thousands of comparisons are noticed', async () => {
    const many = Array.from({ length: 3_001 }, (_, i) => `${i}`);
    const { database, tell } = growing(many.flatMap(filed));
    const search = new AssetSearch(database);
    await search.facets({});
    // An odd number of rows before them, so that a page ends between the two of one comparison.
    tell(preferred('0', '0'), ...filed('odd'), ...Array.from({ length: 1_500 }, (_, i) => preferred(`${2 * i}`, `${2 * i + 1}`)));
    database.exec(`UPDATE asset_facts SET project = 'renamed' WHERE elo IS NOT NULL`);
    const { facets } = await search.facets({});
    expect(facets.project).toEqual([{ value: 'renamed', count: 3_000 }, { value: 'p', count: 2 }]);
  });
});

describe('[R34] decisions about stacks in the library', () => {
  const decision = (undo_id: string | null) =>
    stackDecided({ decision_id: 'd', content_hashes: [hashOf('a'), hashOf('b')], kept_hashes: [hashOf('a')], decision: 'kept_best', undo_id });

  it('[R34] one that was undone does not hold, done again it does, and a rebuild says the same', () => {
    const { database, tell, source, rebuilt } = growing(['a', 'b'].flatMap(filed));
    const held = () => [...new StackDecisions(database).pages()].flat().map(({ members, kept }) => [members.size, kept.length]);
    tell(decision(null));
    expect(held()).toEqual([[2, 1]]);
    tell(decision('first'));
    expect(held()).toEqual([]);
    expect(stateHash(rebuilt())).toBe(stateHash(database));
    tell(decision('second'));
    expect(held()).toEqual([[2, 1]]);
    expect(stateHash(rebuilt())).toBe(stateHash(database));
    database.exec('UPDATE position SET sequence = 0');
    new LibraryProjection(database, source).catchUp();
    expect(held()).toEqual([[2, 1]]);
  });

  it('[R34] a picture that is filed no more is out of it', () => {
    const { database, tell } = growing(['a', 'b'].flatMap(filed));
    tell(decision(null), unfiled('a'));
    expect([...new StackDecisions(database).pages(1)].flat().map(({ members, kept }) => [members.size, kept.length])).toEqual([[1, 0]]);
  });
});
