import { randomUUID } from 'node:crypto';
import { link, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { t } from '@shared/language/language';
import { hasCode } from '../adapters/files/file-trouble';
import { type Brief, thumbnailsOf } from './board-brief';
import { briefAsHtml } from './board-brief-html';
import { briefAsMarkdown } from './board-brief-markdown';
import { BoardError } from './board-checks';

export interface BriefFile {
  readonly format: 'html' | 'markdown';
  /** The folder from which pictures are found. */
  readonly folder: string;
  /** Whether a file that is there may be replaced, because a person has said so. */
  readonly replace: boolean;
}

/** A brief as text. */
export async function briefText(brief: Brief, { format, folder }: Omit<BriefFile, 'replace'>): Promise<string> {
  return format === 'html' ? briefAsHtml(brief, await thumbnailsOf(brief)) : briefAsMarkdown(brief, folder);
}

/** Writes a brief, whole or not at all. @throws BoardError */
export async function writeBrief(brief: Brief, file: string, how: BriefFile): Promise<void> {
  const text = await briefText(brief, how);
  const part = join(dirname(file), `.alice-${randomUUID()}.part`);
  try {
    await writeFile(part, text, { flag: 'wx' });
    if (how.replace) await rename(part, file);
    else {
      await link(part, file).catch(async (error: unknown) => {
        // Disks without links: the name is taken by writing there and then.
        if (hasCode(error, 'EEXIST')) throw error;
        await writeFile(file, text, { flag: 'wx' }).catch(async (failure: unknown) => {
          if (!hasCode(failure, 'EEXIST')) await rm(file, { force: true });
          throw failure;
        });
      });
    }
  } catch (error) {
    throw asSentence(error, file);
  } finally {
    await rm(part, { force: true });
  }
}

function asSentence(error: unknown, file: string): unknown {
  if (hasCode(error, 'EEXIST')) return new BoardError(t('The file {file} is there already. Name another one.', { file }));
  if (hasCode(error, 'ENOSPC', 'EDQUOT')) return new BoardError(t('There is no room for {file}: the disk is full. Make room, or name a file elsewhere.', { file }));
  if (hasCode(error, 'ENOENT', 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR')) {
    return new BoardError(t('The file {file} cannot be written. Name another one.', { file }));
  }
  return error;
}
