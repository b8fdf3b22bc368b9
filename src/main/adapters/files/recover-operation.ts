import type { FileIntent, Recovered } from '../../services/organizer/ports';
import { holds } from './content-of';
import { fileTrouble } from './file-trouble';
import { asidePath, clearRemains, isEmptyFile, isTaken, putBack } from './remains';

/**
 * Looks at what a crash left of an operation. With the right bytes at the destination it is as good as done. Without them, what
 * was begun is cleared, as long as the source holds the bytes. Anything else is left as it lies, for a person to look at.
 */
export async function recover(intent: FileIntent): Promise<Recovered> {
  try {
    return await lookAt(intent);
  } catch (error) {
    const known = fileTrouble(error);
    if (known === null) throw error;
    return unclear(`An interrupted operation from ${intent.source_path} to ${intent.destination_path} could not be looked at. ${known.message}`);
  }
}

async function lookAt(intent: FileIntent): Promise<Recovered> {
  const { source_path, destination_path, content_hash } = intent;
  if (await holds(destination_path, content_hash)) {
    await clearRemains({ ...intent, state: 'published' });
    return { kind: 'published' };
  }
  if (await isTaken(asidePath(intent)) && !(await putBack(intent))) {
    return unclear(`${asidePath(intent)} is the original of an interrupted move, and its name ${source_path} is taken.`);
  }
  if (!(await holds(source_path, content_hash))) {
    return unclear(`An operation was interrupted, and neither ${source_path} nor ${destination_path} holds the bytes it was about.`);
  }
  await clearRemains(intent);
  if ((await isTaken(destination_path)) && !(await isEmptyFile(destination_path)) && intent.state === 'published') {
    return unclear(`${destination_path} was filed and holds something else now. The original still lies at ${source_path}.`);
  }
  return { kind: 'nothing_done' };
}

function unclear(message: string): Recovered {
  return { kind: 'unclear', message: `${message} Nothing was touched.` };
}
