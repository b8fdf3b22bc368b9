import { assetOrganized } from '@shared/events/asset-events';
import { assetRefiled, assetRefileRefused } from '@shared/events/care-events';
import type { RecordedEvent } from '@shared/events/catalog';
import type { EventDraft } from '@shared/events/define-event';
import { ratingBandsChanged, ratingDerived, ratingGiven } from '@shared/events/rating-events';
import { defaultBands, type RatingBands, type Stars } from '@shared/library/rating';
import { beforeEach, describe, expect, it } from 'vitest';
import { eventFrom } from '../../testing/sample-events';
import { hashOf } from '../../testing/trees';
import type { Place, Refiling } from '../refiling/ports';
import { refilingService } from '../refiling/refiling-service';
import type { BandsNow, MeasuredPicture, Ratings } from './ports';
import { ratingsService } from './ratings-service';

const hash = hashOf('a');
const where = { project_name: 'harbor', source_type: 'comfyui', date_folder: '2026-01-02' };
const bandsChanged = (change_id: string, limits: RatingBands) =>
  ratingBandsChanged({ change_id, bands: limits, previous_bands: defaultBands, ratings_changed: 1 });
const rated = (stars: number) => ratingGiven({ content_hash: hash, stars });

let log: RecordedEvent[];
let bands: BandsNow;
let pictures: Map<string, MeasuredPicture>;
/** The folder that the file of `a` lies in, and the one that its rating wants; null while it stays where it is. */
let lies: string;
let wanted: string | null;

beforeEach(() => {
  log = [];
  bands = { bands: defaultBands, change_id: null };
  const measured = [{ name: 'a', brisque: 30, measured: 4 }, { name: 'b', brisque: 10, measured: 5 }] as const;
  pictures = new Map(measured.map(({ name, ...rest }) => [hashOf(name), { content_hash: hashOf(name), ...rest }]));
  [lies, wanted] = ['4-star', null];
});

function record(draft: EventDraft, cause?: RecordedEvent): RecordedEvent {
  const event = { ...eventFrom(draft, cause && { causation_id: cause.event_id }), sequence: log.length + 1 };
  log.push(event);
  if (event.event_type === 'rating.derived') {
    const { content_hash, star_rating } = event.data;
    pictures.set(content_hash, { ...pictures.get(content_hash)!, measured: star_rating as Stars });
  }
  return event;
}

/** Delivers an event to fresh services, as after a start, and records what they say. */
async function tell(event: RecordedEvent): Promise<RecordedEvent[]> {
  const place = (): Place | null => (wanted === null || wanted === lies ? null : { file_path: `/organized/${lies}/a.png`, ...where, quality_folder: wanted });
  const asked: Ratings & Refiling = {
    bands: () => bands,
    measured: () => [...pictures.values()],
    measuredOf: (content_hash) => pictures.get(content_hash) ?? null,
    belongsAt: (content_hash) => (content_hash === hash ? place() : null),
    refilingsOf: (content_hash) => log.filter(({ subject, event_type }) => subject === content_hash && event_type.startsWith('asset.refile')),
  };
  const drafts: EventDraft[] = [];
  const publish = (draft: EventDraft) => drafts.push(draft);
  for (const service of [ratingsService(asked), refilingService(asked)]) await service.handle(event, { publish });
  return drafts.map((draft) => record(draft, event));
}

const types = (events: readonly RecordedEvent[]) => events.map(({ event_type }) => event_type);
const moved = (reason: 'rating' | 'metadata' | 'undo') =>
  assetRefiled({ ...where, content_hash: hash, from_path: '/organized/x/a.png', to_path: `/organized/${lies}/a.png`, quality_folder: lies, reason });
const refused = (reason: 'superseded' | 'changed') => assetRefileRefused({ content_hash: hash, file_path: '/organized/x/a.png', reason, message: 'No.' });

describe('the ratings service', () => {
  it('[R6] told of moved limits twice, it derives once; told of old ones late, it derives nothing', async () => {
    bands = { bands: [20, 25, 30, 35], change_id: 'second' };
    const late = record(bandsChanged('first', [1, 2, 3, 4]));
    const change = record(bandsChanged('second', [20, 25, 30, 35]));
    expect(await tell(late)).toEqual([]);
    expect(await tell(change)).toMatchObject([{ data: { content_hash: hash, change_id: 'second', star_rating: 2, previous_stars: 4, brisque_score: 30 } }]);
    expect(await tell(change)).toEqual([]);
  });

  it('[R6] told of a rating twice, it asks for one move; told of its end, for none', async () => {
    wanted = '5-star';
    const given = record(rated(5));
    const [request] = await tell(given);
    expect(request).toMatchObject({ event_type: 'asset.refile_requested', data: { file_path: '/organized/4-star/a.png', quality_folder: '5-star', reason: 'rating' } });
    expect(await tell(given)).toEqual([]);
    lies = '5-star';
    const answer = record(moved('rating'), request);
    expect([...await tell(answer), ...await tell(given)]).toEqual([]);
  });

  it('[R6] a rating that changes while the file moves is followed when it has arrived, and when it was refused', async () => {
    wanted = '5-star';
    const [request] = await tell(record(rated(5)));
    wanted = '2-star';
    expect(await tell(record(rated(2)))).toEqual([]);
    lies = '5-star';
    const [second] = await tell(record(moved('rating'), request));
    expect(second).toMatchObject({ data: { file_path: '/organized/5-star/a.png', quality_folder: '2-star' } });
    expect(types(await tell(record(refused('superseded'), second)))).toEqual(['asset.refile_requested']);
  });

  it('[R6] what was refused for good is not asked for again, unless the rating has changed since', async () => {
    wanted = '5-star';
    const [request] = await tell(record(rated(5)));
    expect(await tell(record(refused('changed'), request))).toEqual([]);
    wanted = '2-star';
    const [again] = await tell(record(rated(2)));
    wanted = '1-star';
    expect(await tell(record(rated(1)))).toEqual([]);
    const [last] = await tell(record(refused('changed'), again));
    expect(last).toMatchObject({ data: { quality_folder: '1-star' } });
    expect(await tell(record(refused('changed'), last))).toEqual([]);
  });

  it('[R14] what came of an undo asks for nothing', async () => {
    wanted = '5-star';
    expect(await tell(record(moved('undo')))).toEqual([]);
    expect(types(await tell(record(moved('metadata'))))).toEqual(['asset.refile_requested']);
  });

  it('[R6] a file that is filed after the limits were moved gets its rating derived, and then follows it', async () => {
    const filed = record(assetOrganized({ ...where, content_hash: hash, source_path: '/inbox/a.png', destination_path: '/organized/4-star/a.png' }));
    wanted = '2-star';
    expect(types(await tell(filed))).toEqual(['asset.refile_requested']);
    log = [];
    bands = { bands: [20, 25, 30, 35], change_id: 'one' };
    wanted = null;
    const [derived] = await tell(filed);
    wanted = '2-star';
    expect(derived).toMatchObject({ event_type: 'rating.derived', data: { star_rating: 2, change_id: 'one' } });
    expect(types(await tell(derived!))).toEqual(['asset.refile_requested']);
    expect(await tell(record(ratingDerived({ content_hash: hashOf('b'), change_id: 'one', star_rating: 5, previous_stars: 4, brisque_score: 10 })))).toEqual([]);
  });
});
