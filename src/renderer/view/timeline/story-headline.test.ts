import { ratingCleared, ratingGiven } from '@shared/events/rating-events';
import { assetRefiled } from '@shared/events/care-events';
import { expect, it } from 'vitest';
import { recordedFrom, wholeStory } from '../../../main/testing/sample-events';
import { headlineOf, starsOf } from './story-headline';

const drafts = wholeStory('boat.png');
const organized = recordedFrom(drafts, 'a').find((event) => event.event_type === 'asset.organized');
const content_hash = organized?.event_type === 'asset.organized' ? organized.data.content_hash : '';
const refiled = (to_path: string, quality_folder: string) =>
  assetRefiled({ content_hash, from_path: '/o/boat.png', to_path, project_name: 'harbor', source_type: 'comfyui', date_folder: '2026-11-22', quality_folder, reason: 'rating' });

/** What a row says of the story once these have followed. */
function told(...more: Parameters<typeof recordedFrom>[0][number][]) {
  const story = { id: 'a', events: recordedFrom([...drafts, ...more], 'a').toReversed() };
  return { title: headlineOf(story, undefined).title, stars: starsOf(story, undefined) };
}

it('[D33] a row names the place and the stars to which a file came in the end, and whose stars they are', () => {
  const filed = told();
  expect(filed.stars?.by).toBe('measured');
  expect(told(ratingGiven({ content_hash, stars: 2 }), refiled('/o/harbor-044.png', '2-star')))
    .toEqual({ title: 'harbor-044.png filed in 2-star', stars: { stars: 2, by: 'you' } });
  expect(told(ratingGiven({ content_hash, stars: 2 }), ratingCleared({ content_hash, previous_stars: 2 })).stars).toEqual(filed.stars);
});

it('[D33] another file that moved in the same story is not taken for it', () => {
  const other = assetRefiled({ ...refiled('/o/other.png', '1-star').data, content_hash: 'b'.repeat(64) });
  expect(told(other).title).toBe(told().title);
});
