import { assetDiscovered, assetDuplicated, assetOrganized, assetRetryRequested, assetSetAside, assetWithdrawn } from '@shared/events/asset-events';
import { assetAdopted, assetMissing, assetMoved, assetRefiled, assetReturned, assetUnfiled } from '@shared/events/care-events';
import type { RecordedEvent } from '@shared/events/catalog';
import type { EventDraft } from '@shared/events/define-event';
import { qualityNotRated } from '@shared/events/quality-events';
import { assetSidecarDiscovered, assetSidecarFiled } from '@shared/events/sidecar-events';
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

describe('[K26] what became of a filed file outside Alice', () => {
  const filed = '/organized/2026-01-02/harbor/comfyui/4-star/boat.png';
  const after = (...drafts: EventDraft[]) => assetOf([...story, ...recordedFrom(drafts, 'story', 6)]);
  const missing = (reason: 'gone' | 'replaced') => assetMissing({ content_hash: hash, file_path: filed, reason });
  const known = assetOf(story)!;

  it('[K26] moved: only its place and name are others, and those of the sidecars that went along', () => {
    const sidecar = (name: string) => assetSidecarFiled({
      content_hash: hash, sidecar_hash: hashOf(name), source_path: `/inbox/${name}`, destination_path: `/organized/${name}`,
    });
    const moved = assetMoved({
      content_hash: hash, from_path: filed, to_path: '/organized/best/sea.png',
      sidecars: [{ from_path: '/organized/boat.txt', to_path: '/organized/best/sea.txt' }],
    });
    expect(after(sidecar('boat.txt'), sidecar('notes.md'), moved)).toEqual({
      ...known, sequence: 8, path: '/organized/best/sea.png', file_name: 'sea.png', sidecars: ['/organized/best/sea.txt', '/organized/notes.md'],
    });
  });

  it('[K26] missing: all that is known is kept, and the last reason counts', () => {
    expect(after(missing('gone'))).toEqual({ ...known, sequence: 6, missing: 'gone' });
    expect(after(missing('gone'), missing('replaced'))).toEqual({ ...known, sequence: 7, missing: 'replaced' });
  });

  it('[K26] returned, moved or filed anew: it is there again', () => {
    expect(after(missing('gone'), assetReturned({ content_hash: hash, file_path: filed }))).toEqual({ ...known, sequence: 7 });
    expect(after(missing('gone'), assetMoved({ content_hash: hash, from_path: filed, to_path: '/organized/sea.png' }))).toEqual({
      ...known, sequence: 7, path: '/organized/sea.png', file_name: 'sea.png',
    });
    const organized = { ...wholeStory('boat.png')[4]! };
    expect(after(missing('replaced'), organized)).toMatchObject({ path: filed, missing: null, filed_sequence: 7, stars: 4 });
  });

  it('[K26] adopted: the beginning of what is known, and, of content that was known before, its new place', () => {
    const draft = assetAdopted({
      content_hash: hash, file_path: '/organized/mine/sea.png', file_size: 10, media_type: 'image', project_name: 'mine', source_type: 'unknown',
      date_folder: '2025-05-06',
    });
    const [event] = recordedFrom([draft], 'another story', 6);
    expect(foldAsset(undefined, event!)).toMatchObject({
      path: '/organized/mine/sea.png', file_name: 'sea.png', project: 'mine', date_folder: '2025-05-06', stars: null, missing: null, filed_sequence: 6,
      story_id: 'another story', duplicates: [], sidecars: [], inbox_path: '/organized/mine/sea.png',
    });
    expect(after(missing('gone'), draft)).toMatchObject({ path: '/organized/mine/sea.png', stars: 4, brisque: 30, missing: null, inbox_path: path });
  });

  it('[K26] none of it is about a file in the inbox, and nothing is known of content that was never there', () => {
    const drafts = [missing('gone'), assetReturned({ content_hash: hash, file_path: filed }), assetMoved({ content_hash: hash, from_path: filed, to_path: '/x' })];
    const events = recordedFrom(drafts, 'story', 6);
    expect(entryOf([...story, ...events])).toEqual(entryOf(story));
    for (const event of events) expect(foldAsset(undefined, event)).toBeUndefined();
    const last = assetOf([...story, ...events])!;
    for (const event of events) expect(foldAsset(last, event)).toBe(last);
  });
});

describe('[V11] folding what becomes of a filed file', () => {
  const organized = '/organized/2026-01-02/harbor/comfyui/4-star/boat.png';
  const facts = { content_hash: hash, project_name: 'harbor', source_type: 'comfyui', date_folder: '2026-01-02' };
  const beside = (name: string) => organized.replace('boat.png', name);
  const notes = assetSidecarFiled({ content_hash: hash, sidecar_hash: hashOf('notes'), source_path: '/inbox/harbor/boat.txt', destination_path: beside('boat.txt') });
  const to_path = organized.replace('4-star', '5-star');
  const moves = [{ from_path: beside('boat.txt'), to_path: to_path.replace('.png', '.txt') }];
  const refiled = assetRefiled({ ...facts, from_path: organized, to_path, quality_folder: '5-star', reason: 'rating', sidecars: moves });
  const unfiled = assetUnfiled({ content_hash: hash, organized_path: organized, file_path: path, operation: 'copy', trash_path: '/t', undo_id: 'u', undone_event_id: 'e' });

  it('[V11] refiled, it lies elsewhere, its sidecars too, and keeps its place in the library\'s order', () => {
    const asset = assetOf([...story, ...recordedFrom([notes, refiled], 'later', 6)]);
    expect(asset).toMatchObject({ path: to_path, sidecars: [moves[0]!.to_path], filed_sequence: 5, stars: 4, missing: null });
  });

  it('[V11] unfiled, it is out of the library and lies set aside in the inbox, with all that is known of it', () => {
    const events = [...story, ...recordedFrom([notes, unfiled], 'undo', 6)];
    expect(assetOf(events)).toMatchObject({ path: null, sidecars: [], filed_at: null, filed_sequence: null, stars: 4, inbox_path: path });
    expect(entryOf(events.filter((event) => inboxPathOf(event) === path))).toMatchObject({ state: 'set_aside', reason: 'undone', story_id: 'story', destination: null });
  });

  it('[V11] filed again by an undo of the undo, it is in the library and the inbox knows it, whatever story tells of it', () => {
    const again = assetOrganized({ ...facts, source_path: path, destination_path: organized });
    const events = [...story, ...recordedFrom([unfiled], 'undo', 6), ...recordedFrom([again], 'undo of undo', 7)];
    expect(assetOf(events)).toMatchObject({ path: organized, filed_sequence: 7 });
    expect(entryOf(events)).toMatchObject({ state: 'filed', reason: null, message: null, destination: organized });
    const replaced = recordedFrom([wholeStory('other.png')[1]!], 'new', 7).map((event) => ({ ...event, data: { ...event.data, file_path: path } }) as RecordedEvent);
    const late = recordedFrom([again], 'undo of undo', 8);
    expect(entryOf([...story, ...recordedFrom([unfiled], 'undo', 6), ...replaced, ...late])).toMatchObject({ state: 'working', story_id: 'new' });
  });
});

describe('[I33] a sidecar in the inbox', () => {
  const file_path = '/inbox/harbor/boat.txt';
  const sidecar_hash = hashOf('about the boat');
  const found = recordedFrom([assetSidecarDiscovered({ file_path, sidecar_hash, file_size: 5, project_name: 'harbor' })], 'its own');
  const filed = assetSidecarFiled({ content_hash: hash, sidecar_hash, source_path: file_path, destination_path: '/organized/boat.txt', operation: 'move' });
  const alone = (content_hash: string) => assetSetAside({ file_path, content_hash, stage: 'sidecars', reason: 'sidecar_alone', message: 'Alone.' });

  it('[I33] is worked on until its picture is filed; the story of the picture tells of it, and its own goes on', () => {
    expect(entryOf(found)).toMatchObject({ state: 'working', step: 'discovered', content_hash: sidecar_hash, story_id: 'its own', project: 'harbor' });
    const told = entryOf([...found, ...recordedFrom([filed], 'of the picture', 2)]);
    expect(told).toMatchObject({ state: 'filed', story_id: 'its own', destination: '/organized/boat.txt', operation: 'move', sequence: 2 });
  });

  it('[I33] is set aside by the story of its picture, and no longer filed then', () => {
    const events = [...found, ...recordedFrom([filed], 'of the picture', 2), ...recordedFrom([alone(sidecar_hash)], 'of the undo', 3)];
    expect(entryOf(events)).toMatchObject({ state: 'set_aside', reason: 'sidecar_alone', story_id: 'its own', destination: null, operation: null });
  });

  it('[I33] whose content is another by now hears nothing of what became of the old', () => {
    for (const late of [filed, alone(sidecar_hash)]) {
      const anew = recordedFrom([assetSidecarDiscovered({ file_path, sidecar_hash: hashOf('new'), file_size: 3, project_name: 'harbor' })], 'new', 2);
      expect(entryOf([...found, ...anew, ...recordedFrom([late], 'of the picture', 3)])).toMatchObject({ state: 'working', content_hash: hashOf('new') });
    }
  });

  it('[I33] is remembered by its picture, once', () => {
    const twice = recordedFrom([filed, filed], 'later', 6);
    expect(assetOf([...story, ...twice])?.sidecars).toEqual(['/organized/boat.txt']);
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
