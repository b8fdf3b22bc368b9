import { readdir, stat } from 'node:fs/promises';
import type { FilingTools } from '../../services/organizer/ports';
import { contentOf, holds } from './content-of';
import { copyVerified } from './copy-verified';
import { fileTrouble } from './file-trouble';
import { recover } from './recover-operation';
import { relocate } from './relocate';
import { clearRemains, isTaken } from './remains';
import { removeOriginal } from './remove-original';

/** Filing on a real file system: nothing is ever published under a name that is taken. */
export const filingTools: FilingTools = {
  isThere: (folder) => stat(folder).then((stats) => stats.isDirectory(), () => false),
  highestNumber,
  copyVerified,
  relocate,
  holds,
  contentOf,
  isTaken,
  removeOriginal,
  clearRemains,
  recover,
};

async function highestNumber(folder: string, stem: string): Promise<number> {
  const names = await readdir(folder).catch((error: unknown) => {
    // A folder that cannot be read counts as empty: the copy into it meets the same trouble and names it.
    if (fileTrouble(error)) return [];
    throw error;
  });
  const start = oneForm(`${stem}-`);
  let highest = 0;
  for (const name of names.map(oneForm)) {
    if (!name.startsWith(start)) continue;
    const number = /^(\d{1,15})\.[^.]+$/.exec(name.slice(start.length))?.[1];
    if (number !== undefined) highest = Math.max(highest, Number(number));
  }
  return highest;
}

/** Some file systems do not tell case apart, some give names back in another normal form than they were given. */
function oneForm(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
