import { assetDiscovered, assetDuplicated, assetRetryRequested, assetSetAside, assetWithdrawn } from '@shared/events/asset-events';
import type { RecordedEvent } from '@shared/events/catalog';
import { qualityNotRated } from '@shared/events/quality-events';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordedFrom, wholeStory } from '../../main/testing/sample-events';
import { hashOf } from '../../main/testing/trees';
import { type AssetRecord, baseName, foldAsset } from './asset-record';
import { foldInboxEntry, type InboxEntry, inboxPathOf } from './inbox-entry';
import { combinedScore, defaultBands, ratingBands, starFolder, starsFor } from './rating';

const assetOf = (events: readonly RecordedEvent[]) => events.reduce<AssetRecord | undefined>(foldAsset, undefined);
const entryOf = (events: readonly RecordedEvent[]) => events.reduce<InboxEntry | null>(foldInboxEntry, null);
const hash = hashOf('boat.png');
const path = '/inbox/harbor/boat.png';
const story = recordedFrom(wholeStory('boat.png'), 'story');

describe('[V11] folding', () => {
  it('[V11] a whole story is an asset with all that is known of it', () => {
    expect(assetOf(story)).toMatchObject({
      content_hash: hash, sequence: 5, story_id: 'story', file_name: 'boat.png', inbox_path: path,
      path: '/organized/2026-01-02/harbor/comfyui/4-star/boat.png', project: 'harbor', source: 'comfyui', width: 4, height: 3,
      stars: 4, brisque: 30, date_folder: '2026-01-02', generation: { tool: 'comfyui', prompt: 'a boat' }, filed_sequence: 5, duplicates: [],
    });
  });

  it('[V11] an event seen before changes nothing: not one byte, not the object', () => {
    const asset = assetOf(story)!;
    const entry = entryOf(story)!;
    for (const event of story) {
      expect(foldAsset(asset, event)).toBe(asset);
      expect(foldInboxEntry(entry, event)).toBe(entry);
    }
  });

  it('[V11] nothing is known of content before it was discovered', () => {
    for (const event of story.filter(({ event_type }) => event_type !== 'asset.discovered')) expect(foldAsset(undefined, event)).toBeUndefined();
  });

  it('[V11] steps through the lanes of the inbox', () => {
    const steps = story.map((_, i) => entryOf(story.slice(0, i + 1))).map((entry) => [entry?.state, entry?.step]);
    expect(steps).toEqual([
      ['waiting', 'detected'], ['working', 'discovered'], ['working', 'processed'], ['working', 'assessed'], ['filed', 'organized'],
    ]);
  });

  it('[V11] remembers each duplicate once, and why there are no stars', () => {
    const duplicate = assetDuplicated({ content_hash: hash, file_path: '/inbox/again.png', original_path: 'x', project_name: 'p' });
    const later = recordedFrom(
      [duplicate, duplicate, qualityNotRated({ content_hash: hash, file_path: path, reason: 'too_small', message: 'Too small.' })], 'later', 6,
    );
    expect(assetOf([...story, ...later])).toMatchObject({ duplicates: ['/inbox/again.png'], stars: null, brisque: null, not_rated: 'Too small.' });
  });

  it('[V11] sets aside with the reason, waits again on retry, and leaves when the file was taken out', () => {
    const [first] = wholeStory('boat.png');
    const events = recordedFrom(
      [
        first,
        assetSetAside({ file_path: path, stage: 'intake', reason: 'empty', message: 'Empty.', file_size: 0 }),
        assetRetryRequested({ file_path: path }),
        assetWithdrawn({ file_path: path }),
      ],
      'story',
    );
    const [waiting, aside, again, gone] = events.map((_, i) => entryOf(events.slice(0, i + 1)));
    expect(waiting).toMatchObject({ state: 'waiting', reason: null });
    expect(aside).toMatchObject({ state: 'set_aside', reason: 'empty', message: 'Empty.', file_size: 0, project: 'harbor' });
    expect(again).toMatchObject({ state: 'waiting', reason: null, message: null });
    expect(gone).toBeNull();
  });

  it('[V11] a file that was replaced belongs to the story of its new content; the end of the old one does not touch it', () => {
    const renewed = recordedFrom([
      assetDiscovered({ file_path: path, content_hash: hashOf('new'), file_size: 9, media_type: 'image', project_name: 'harbor' }),
    ], 'new story', 5);
    const late = { ...story[4]!, sequence: 6 };
    expect(entryOf([...story.slice(0, 4), ...renewed, late])).toMatchObject({
      state: 'working', story_id: 'new story', content_hash: hashOf('new'), sequence: 5,
    });
  });
});

/** Several stories, each in its own order, mixed in any way; sequences as the log would give them. */
const mixed = fc
  .uniqueArray(fc.constantFrom('a.png', 'b.png', 'c.png', 'd.png'), { minLength: 1 })
  .chain((names) => {
    const turns = names.flatMap((name) => wholeStory(name).map(() => name));
    return fc.tuple(fc.constant(names), fc.shuffledSubarray(turns, { minLength: turns.length }));
  })
  .map(([names, turns]) => {
    const left = new Map(names.map((name) => [name, [...wholeStory(name)]]));
    return turns.map((name, i) => recordedFrom([left.get(name)!.shift()!], name, i + 1)[0]!);
  });

describe('[V12] stories', () => {
  it('[V12] do not depend on how they are mixed with others', () => {
    fc.assert(
      fc.property(mixed, (events) => {
        for (const name of new Set(events.map(({ correlation_id }) => correlation_id))) {
          const inCompany = assetOf(events.filter(({ subject }) => subject === hashOf(name)));
          const alone = assetOf(recordedFrom(wholeStory(name), name));
          const place = { sequence: 0, filed_sequence: 0, filed_at: '' };
          expect({ ...inCompany, ...place }).toEqual({ ...alone, ...place });
          expect(entryOf(events.filter((event) => inboxPathOf(event) === `/inbox/harbor/${name}`))?.state).toBe('filed');
        }
      }),
    );
  });
});

describe('[Q1] stars', () => {
  it.each([[0, 5], [24.9999, 5], [25, 4], [44.9, 4], [45, 3], [64.9, 3], [65, 2], [79.9, 2], [80, 1], [100, 1]])('[Q1] a score of %d is worth %d', (score, stars) => {
    expect(starsFor(score)).toBe(stars);
  });

  it('[Q1] the published example, 23.5, is five stars in the folder 5-star', () => {
    expect([starsFor(23.5), starFolder(starsFor(23.5)), combinedScore(23.5)]).toEqual([5, '5-star', 0.765]);
  });

  it('[Q1] a better score never earns fewer stars, and the combined score lies between nought and one', () => {
    const score = fc.double({ min: -20, max: 120, noNaN: true });
    fc.assert(
      fc.property(score, score, (a, b) => {
        const [better, worse] = a < b ? [a, b] : [b, a];
        expect(starsFor(better)).toBeGreaterThanOrEqual(starsFor(worse));
        expect(combinedScore(better)).toBeGreaterThanOrEqual(combinedScore(worse));
        expect(combinedScore(a)).toBeGreaterThanOrEqual(0);
        expect(combinedScore(a)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('[Q1] limits between the stars must ascend', () => {
    expect(ratingBands.safeParse(defaultBands).success).toBe(true);
    expect([[1, 1, 2, 3], [4, 3, 2, 1], [1, 2, 3]].map((bands) => ratingBands.safeParse(bands).success)).toEqual([false, false, false]);
  });
});

it.each([['/a/b.png', 'b.png'], ['C:\\a\\b.png', 'b.png'], ['b.png', 'b.png'], ['/a/', '']])('[V16] the last part of %s is %s', (whole, last) => {
  expect(baseName(whole)).toBe(last);
});
