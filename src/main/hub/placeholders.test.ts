import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { thumbHashBytes } from '@shared/library/thumb-hash';
import { describe, expect, it } from 'vitest';
import { MediaJobError, PoisonousFileError } from '../adapters/media/media-pool';
import type { BugReport } from '../kernel/report-bug';
import type { Verdict } from '../services/quality/quality-service';
import { place } from '../testing/test-hub';
import { drop, ratedPng } from '../testing/tiny-pictures';
import { Placeholders, type PlaceholderParts } from './placeholders';

const red = 'IDYOHZpwd3eBiIiHh3eIh6BUCtiH';

/** A library in which some pictures have none, and who makes them. */
function library(lacking: readonly (readonly string[])[], make: PlaceholderParts['thumbHashOf'] = () => Promise.resolve(red)) {
  const kept = new Map<string, string>();
  const bugs: BugReport[] = [];
  const state = { busy: false, open: 0, most: 0, asked: [] as string[] };
  const placeholders = new Placeholders({
    known: { remember: (content, hash) => void kept.set(content, hash), lacking: () => lacking },
    thumbHashOf: make && (async (content) => {
      state.asked.push(content);
      state.most = Math.max(state.most, ++state.open);
      await delay(1);
      return make(content).finally(() => { state.open -= 1; });
    }),
    isBusy: () => state.busy,
    reportBug: (bug) => bugs.push(bug),
    restMs: 60,
  });
  return { placeholders, kept, bugs, state };
}

async function until(done: () => boolean): Promise<void> {
  for (const began = performance.now(); !done() && performance.now() - began < 5_000; ) await delay(2);
  expect(done()).toBe(true);
}

describe('placeholders', () => {
  it('[D269] are kept as the pipeline sees them, whatever the rating is, and are missing where there are none', async () => {
    const { placeholders, kept } = library([]);
    const verdicts: Record<string, Verdict> = {
      rated: { kind: 'rated', brisque: 4, issues: [], thumb_hash: red },
      flat: { kind: 'not-rated', reason: 'no_texture', message: '', thumb_hash: red },
      old: { kind: 'rated', brisque: 4, issues: [] },
      damaged: { kind: 'trouble', reason: 'damaged', message: '' },
    };
    const assess = placeholders.noting((_, content) => Promise.resolve(verdicts[content]!));
    for (const [content, verdict] of Object.entries(verdicts)) expect(await assess('/in/a.png', content)).toBe(verdict);
    expect([...kept]).toEqual([['rated', red], ['flat', red]]);
  });

  it('[D269] come with the cards of what was filed, after a dry run as well as without, and no event tells of them', async () => {
    const here = place();
    drop(join(here.inbox, 'harbor', 'waves.png'), ratedPng(4, 200));
    await here.run({ dryRun: true });
    const events = await here.run();
    const hub = here.open();
    const [card] = hub.pictures.cards([1]);
    expect(thumbHashBytes(card?.thumb_hash ?? '')).not.toBeNull();
    expect(JSON.stringify(events)).not.toContain(card?.thumb_hash);
    await hub.close('finished');
    expect(here.bugs).toEqual([]);
  });

  it('[D270] of pictures that have none are made one at a time, once in a run, when somebody has looked at pictures', async () => {
    const { placeholders, kept, bugs, state } = library([['d', 'c'], [], ['b', 'a']]);
    await delay(90);
    expect(state.asked).toEqual([]);
    placeholders.offers.fillPlaceholders();
    placeholders.offers.fillPlaceholders();
    await until(() => kept.size === 4);
    placeholders.offers.fillPlaceholders();
    await delay(120);
    expect(state).toMatchObject({ asked: ['d', 'c', 'b', 'a'], most: 1 });
    expect(bugs).toEqual([]);
    placeholders.end();
  });

  it('[D270] wait while files are being filed, while somebody scrolls, and end with the hub', async () => {
    const { placeholders, kept, bugs, state } = library([Array.from({ length: 200 }, (_, i) => `${i}`)]);
    state.busy = true;
    placeholders.offers.fillPlaceholders();
    await delay(150);
    expect(state.asked).toEqual([]);
    const scrolling = setInterval(() => { placeholders.offers.fillPlaceholders(); }, 5);
    await delay(20);
    state.busy = false;
    await delay(200);
    expect(state.asked).toEqual([]);
    clearInterval(scrolling);
    await until(() => kept.size > 2);
    placeholders.end();
    const then = kept.size;
    await delay(40);
    expect(kept.size).toBe(then);
    expect(then).toBeLessThan(200);
    expect(bugs).toEqual([]);
  });

  it('[D270] of pictures without a thumbnail, or with one that breaks its reader, are passed over', async () => {
    const wrong: Record<string, Error> = { b: new MediaJobError('no', 'EIO'), c: new PoisonousFileError('twice') };
    const { placeholders, kept, bugs } = library([['a', 'b', 'c', 'd']], (content) => {
      if (wrong[content]) return Promise.reject(wrong[content]);
      return Promise.resolve(content === 'a' ? null : red);
    });
    placeholders.offers.fillPlaceholders();
    await until(() => kept.has('d'));
    expect([...kept.keys()]).toEqual(['d']);
    expect(bugs).toEqual([]);
    placeholders.end();
  });

  it('[D270] are made at once for a thumbnail that was just made; a rehearsal makes none', async () => {
    const { placeholders, kept } = library([]);
    placeholders.offers.thumbnailMade('film');
    await until(() => kept.has('film'));
    const rehearsal = library([['a']], null);
    rehearsal.placeholders.offers.fillPlaceholders();
    rehearsal.placeholders.offers.thumbnailMade('film');
    await delay(120);
    expect(rehearsal.kept.size + rehearsal.state.asked.length).toBe(0);
  });

  it('[D270] that fail for a reason nobody knows are told as a bug, once', async () => {
    const { placeholders, bugs } = library([['a', 'b']], () => Promise.reject(new TypeError('what')));
    placeholders.offers.fillPlaceholders();
    await until(() => bugs.length === 1);
    placeholders.offers.fillPlaceholders();
    await delay(120);
    expect(bugs).toHaveLength(1);
  });
});
