import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { t } from '@shared/language/language';
import { SaidError } from '@shared/language/said';
import { z } from 'zod';
import { syncFolder } from '../adapters/files/durable-folder';
import { hasCode } from '../adapters/files/file-trouble';
import { writeDurably } from '../adapters/files/write-durably';

const pointerName = 'data-folder.json';

const pointerSchema = z.object({
  /** The data folder that is used. */
  data: z.string().min(1),
  /** Where it was before, until a person has said what becomes of that. */
  old: z.string().min(1).nullable().default(null),
});
export type DataPointer = z.infer<typeof pointerSchema>;

/** It is not known where the data folder is; the message says what to do. */
export class DataPointerError extends SaidError {
  override readonly name = 'DataPointerError';
}

/**
 * Where the data folder was moved to; null when it was never moved. A pointer that cannot be read is an error: without
 * it Alice would begin an empty library. @throws DataPointerError
 */
export function dataPointerIn(appFolder: string): DataPointer | null {
  const file = join(appFolder, pointerName);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return null;
    throw new DataPointerError(
      () => t('{file}, which says where the data folder is, cannot be read. Nothing was touched. Make it readable.', { file }), { cause: error },
    );
  }
  const pointer = pointerSchema.safeParse(jsonOf(text));
  if (pointer.success) return pointer.data;
  throw new DataPointerError(
    () => t('{file} does not say where the data folder is. Write its path after "data", or remove the file to begin anew.', { file }),
  );
}

/** Where the data folder is, moved or not. @throws DataPointerError, also when the place that it was moved to is not there */
export function dataFolderIn(appFolder: string): string {
  const moved = dataPointerIn(appFolder)?.data;
  if (moved === undefined) return join(appFolder, 'data');
  if (existsSync(moved)) return moved;
  throw new DataPointerError(
    () => t('The data folder {folder} is not there. Is the drive plugged in? Nothing is lost; start Alice again when it is.', { folder: moved }),
  );
}

/** Writes a pointer whole or not at all, and makes it survive a power cut. */
export async function writeDataPointer(appFolder: string, pointer: DataPointer | null): Promise<void> {
  const file = join(appFolder, pointerName);
  if (pointer === null) await rm(file, { force: true });
  else await writeDurably(file, `${JSON.stringify(pointer, null, 2)}\n`);
  await syncFolder(appFolder);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
