import { askQuietly } from './ask';
import { logDoor, useLog } from './use-log';

const restMs = 20;
const mostAtOnce = 100;
/** So many ids are remembered as asked for; the answer to some is that they are too long. */
const remembered = 5_000;

const wanted = new Set<string>();
const asked = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Asks for the whole of a story of which only a part is loaded, together with others that are asked for at the same time. */
export function wantWholeStory(id: string): void {
  if (asked.has(id) || useLog.getState().stories.has(id)) return;
  wanted.add(id);
  timer ??= setTimeout(() => void askForAll(), restMs);
}

async function askForAll(): Promise<void> {
  timer = undefined;
  const ids = [...wanted].slice(-mostAtOnce);
  wanted.clear();
  if (asked.size > remembered) asked.clear();
  for (const id of ids) asked.add(id);
  const reply = await askQuietly('timeline/stories', { ids });
  // Without it a row says what the loaded part of its story came to.
  if (typeof reply === 'string') return;
  const stories = reply.answer;
  // What came is let go of one day, and may then be asked for again.
  for (const { id } of stories) asked.delete(id);
  if (stories.length > 0) logDoor.stories(stories);
}
