import { describe, expect, it } from 'vitest';
import type { MediaProcess, Request, Response } from '../../adapters/media/protocol';
import { readySignal } from '../../adapters/media/protocol';
import type { Frame } from './frame-page';
import { VideoPosters } from './video-posters';
import { askedRange } from './video-response';

/** A media process that makes a poster of any frame. */
const mediaThatTakesFrames = (asked: Request[]) => (): MediaProcess => {
  let tell: (message: Response | typeof readySignal) => void = () => undefined;
  return {
    post: (request) => {
      asked.push(request);
      queueMicrotask(() => { tell({ id: request.id, result: request.job.kind === 'poster' && request.job.frame !== null }); });
    },
    onMessage: (listener) => {
      tell = listener;
      queueMicrotask(() => { listener(readySignal); });
    },
    onExit: () => undefined,
    kill: () => undefined,
  };
};

const posters = (draw: (hash: string) => Promise<Frame>, asked: Request[] = []) =>
  new VideoPosters({
    startMedia: mediaThatTakesFrames(asked),
    frames: { frameOf: (_file, hash) => draw(hash), close: () => undefined },
    video: (hash) => Promise.resolve(hash === 'unknown' ? null : `/videos/${hash}.mp4`),
    thumbnail: (hash) => `/thumbnails/${hash}.webp`,
  });

describe('posters of videos', () => {
  it('[P38] are made one after another, each once, however often they are asked for', async () => {
    let drawing = 0;
    let most = 0;
    const asked: Request[] = [];
    const all = posters(async () => {
      most = Math.max(most, ++drawing);
      await new Promise((resolve) => setTimeout(resolve, 5));
      drawing -= 1;
      return { frame: Uint8Array.of(1) };
    }, asked);
    expect(await Promise.all(['a', 'b', 'a', 'c', 'b'].map((hash) => all.make(hash)))).toEqual([true, true, true, true, true]);
    expect([most, asked.length]).toEqual([1, 3]);
    all.close();
  });

  it('[P38] that fail are not tried again, and the reason is kept', async () => {
    let tries = 0;
    const all = posters(async (hash) => {
      tries += 1;
      if (hash === 'bug') throw new Error('a bug');
      return { reason: 'no supported streams' };
    });
    expect([await all.make('a'), await all.make('a'), await all.make('bug'), await all.make('unknown')]).toEqual([false, false, false, false]);
    expect([tries, all.reason('a'), all.reason('bug'), all.reason('unknown')]).toEqual([2, 'no supported streams', 'a bug', null]);
    all.close();
  });

  it('[P38] a player gets the stretch that it asks for, never beyond the end', () => {
    expect(askedRange(null, 100)).toEqual({ start: 0, end: 99 });
    expect(askedRange('bytes=40-', 100)).toEqual({ start: 40, end: 99 });
    expect(askedRange('bytes=40-49', 100)).toEqual({ start: 40, end: 49 });
    expect(askedRange('bytes=90-900', 100)).toEqual({ start: 90, end: 99 });
    expect([askedRange('bytes=100-', 100), askedRange('bytes=9-3', 100), askedRange(null, 0)]).toEqual([null, null, null]);
  });
});
