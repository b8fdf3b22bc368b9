import { lstat, statfs } from 'node:fs/promises';
import { basename, dirname, sep } from 'node:path';
import { recordedBytes } from '@shared/story/words';
import type { FileIntent, FileTrouble } from '../../services/organizer/ports';
import { fileTrouble, hasCode } from './file-trouble';
import { NotDurableError } from './not-durable';
import { isTaken } from './remains';

export const changedWhileRead: FileTrouble = {
  kind: 'trouble',
  reason: 'changed_while_read',
  message: 'The file changed while Alice was filing it. Nothing was filed; Alice looks at its new content.',
};

export const copyDiffers: FileTrouble = {
  kind: 'trouble',
  reason: 'copy_differs',
  message: 'The copy did not equal the original when it was read back, so it was thrown away. The original is untouched; the disk may be failing.',
};

/** What went wrong with an operation, as a code and a sentence. What is no trouble of the file system is a bug and thrown. */
export async function asTrouble(error: unknown, intent: FileIntent): Promise<FileTrouble> {
  if (error instanceof NotDurableError) {
    const known = await asTrouble(error.cause, intent);
    if (known.reason !== 'file_operation_failed') return known;
    const message = 'The disk did not confirm that the copy was written, twice; it was thrown away. The original is untouched; the disk may be failing.';
    return { kind: 'trouble', reason: 'file_operation_failed', message };
  }
  const known = fileTrouble(error);
  if (known === null) throw error;
  const { source_path, destination_path } = intent;
  if (known.reason === 'disk_full') {
    return { kind: 'trouble', reason: 'disk_full', message: await howMuchIsMissing(intent).catch(() => known.message) };
  }
  if (known.reason === 'name_too_long') {
    if (!mayBeTooLong(destination_path)) {
      const message = 'The file system refused a name that is not too long for any disk. The original is untouched; try again.';
      return { kind: 'trouble', reason: 'file_operation_failed', message };
    }
    const message =
      `The name "${shortened(basename(destination_path))}" in its folder is longer than this disk takes. The original is untouched; ` +
      'choose a shorter project name or an organized folder nearer to the top, and try again.';
    return { kind: 'trouble', reason: 'name_too_long', message };
  }
  // Something that is not there may be the folder that it was to go to.
  if (known.reason === 'vanished' && (await isThere(source_path))) {
    const message = `The folder ${dirname(destination_path)} went away while Alice was filing into it. The original is untouched; try again when it is there.`;
    return { kind: 'trouble', reason: 'file_operation_failed', message };
  }
  if (hasCode(error, 'EXDEV')) {
    const message = 'The file system would not take the file from one disk to another. The original is untouched; try again.';
    return { kind: 'trouble', reason: 'file_operation_failed', message };
  }
  return { kind: 'trouble', ...known };
}

/** Names that every file system takes: one that encrypts them has room for the fewest bytes, 143. */
function mayBeTooLong(path: string): boolean {
  return path.length > 1_000 || path.split(sep).some((name) => Buffer.byteLength(name) > 140);
}

async function isThere(path: string): Promise<boolean> {
  return isTaken(path).catch(() => true);
}

async function howMuchIsMissing({ source_path, destination_path }: FileIntent): Promise<string> {
  const { size } = await lstat(source_path);
  const { bavail, bsize } = await statfs(dirname(destination_path));
  const missing = Math.max(0, size - bavail * bsize);
  return `The disk is full: ${recordedBytes(missing)} short. The original is untouched; make room and try again.`;
}

function shortened(name: string): string {
  const signs = Array.from(name);
  return signs.length > 60 ? `${signs.slice(0, 57).join('')}…` : name;
}
