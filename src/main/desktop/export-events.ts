import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { saysWords, wordsOf } from '@shared/library/event-words';
import type { Hub } from '../hub';
import type { EventWish } from '../hub/find-events';

const pageSize = 1_000;

/**
 * Writes the events that a person narrowed the timeline to, the oldest first, one a line as JSON, a page at a time. The file is there
 * whole or not at all. Resolves with how many there are.
 */
export async function exportEvents({ find, log }: Pick<Hub, 'find' | 'log'>, wish: Omit<EventWish, 'limit'>, file: string): Promise<number> {
  const part = `${file}.${process.pid}.part`;
  // What comes in meanwhile is left for another time: the file ends.
  const before = log.lastSequence + 1;
  const wanted = wordsOf(wish.words ?? '');
  const stream = createWriteStream(part, { flags: 'wx' });
  const over = finished(stream);
  over.catch(() => undefined);
  try {
    let events = 0;
    for (let after = wish.after ?? 0; ; ) {
      const page = find({ ...wish, words: '', after, before, limit: pageSize, newestFirst: false });
      // The word index may not have taken in all of them, and here none may be missing.
      const told = wanted.length === 0 ? page : page.filter((event) => saysWords(event, wanted));
      events += told.length;
      if (told.length > 0 && !stream.write(told.map((event) => `${JSON.stringify(event)}\n`).join(''))) await Promise.race([once(stream, 'drain'), over]);
      const last = page.at(-1);
      if (last === undefined || page.length < pageSize) break;
      after = last.sequence;
      await nextTurn();
    }
    stream.end();
    await over;
    await rename(part, file);
    return events;
  } catch (error) {
    stream.destroy();
    await over.catch(() => undefined);
    await rm(part, { force: true });
    throw error;
  }
}
