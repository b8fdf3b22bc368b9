import { basename, dirname, join } from 'node:path';
import type { InboxEntry } from '@shared/library/inbox-entry';
import { picturesOf, sidecarsOf } from '@shared/library/sidecar-name';
import type { InboxFiles, InboxMemory } from './ports';

/**
 * Whether the picture of a sidecar is there: `not_yet` while it has been seen and not been read, so that nobody takes
 * an earlier picture of the same name for it; `none` also when it was set aside itself.
 */
export async function itsPicture(path: string, files: InboxFiles, memory: InboxMemory, consider: (picture: string) => void): Promise<'there' | 'not_yet' | 'none'> {
  const pictures = picturesOf(basename(path)).map((name) => join(dirname(path), name));
  const there = new Set(await files.whichLieThere(pictures));
  // While the sidecar itself is there, what is not there is really gone.
  if ((await files.look(path)).kind !== 'file') return 'not_yet';
  const entries = new Map(memory.entries(pictures).map((entry) => [entry.file_path, entry]));
  for (const picture of pictures) {
    const entry = entries.get(picture);
    if (!there.has(picture)) {
      // Moved out, or just being moved.
      if (entry?.state === 'filed' && entry.operation === 'move') return 'there';
      if (entry?.state === 'working') return 'not_yet';
      continue;
    }
    const look = await files.look(picture);
    // It was moved out just now.
    if (look.kind === 'gone') return 'not_yet';
    if (look.kind !== 'file' || entry?.state === 'set_aside') continue;
    if (entry !== undefined && memory.wasRead(picture, look.identity)) return 'there';
    consider(picture);
    return 'not_yet';
  }
  return 'none';
}

/** Whether a sidecar waits for a picture that is not there any more. */
export async function lostItsPicture(entry: InboxEntry, files: InboxFiles, memory: InboxMemory): Promise<boolean> {
  const waits = entry.state === 'working' && picturesOf(basename(entry.file_path)).length > 0 && memory.isSidecar(entry);
  return waits && (await itsPicture(entry.file_path, files, memory, () => undefined)) === 'none';
}

/** The sidecars that were set aside because this picture was not there, or not to be filed. */
export function lonelySidecars(picture: string, memory: InboxMemory): { path: string; story: string }[] {
  const paths = sidecarsOf(basename(picture)).map((name) => join(dirname(picture), name));
  const alone = memory.entries(paths).filter(({ state, reason }) => state === 'set_aside' && reason === 'sidecar_alone');
  return alone.map(({ file_path, story_id }) => ({ path: file_path, story: story_id }));
}
