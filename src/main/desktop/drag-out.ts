import { lstat } from 'node:fs/promises';
import { basename } from 'node:path';
import { t } from '@shared/language/language';
import { hasCode } from '../adapters/files/file-trouble';
import { grantedFile } from './served-files';

/** Where organized files lie, by content hash. */
export interface OrganizedFiles {
  readonly asset: (contentHash: string) => { readonly path: string | null; readonly file_name: string } | null;
  /** The folders out of which files may be handed out at all. */
  readonly roots: () => readonly string[];
}

export interface HandedFile {
  readonly path: string;
  readonly content_hash: string;
}

export interface HandedOut {
  readonly files: readonly HandedFile[];
  /** One sentence for each kind of file that is not handed out. */
  readonly problems: readonly string[];
}

/**
 * The real places of files that are to be handed to another program, in the order in which they were asked for. Only regular
 * files in granted folders: a link, or a folder that leads elsewhere, is refused. What the other program does with them is its
 * own: nearly all copy, but a file manager may move; then the keeper notices that the file is missing, as with any other move.
 */
export async function handOut(hashes: readonly string[], { asset, roots }: OrganizedFiles): Promise<HandedOut> {
  const folders = roots();
  const found = await Promise.all([...new Set(hashes)].map(async (hash) => {
    const known = asset(hash);
    if (known?.path == null) return { problem: 'not-filed' } as const;
    const granted = await grantedFile(known.path, folders);
    if (granted === 'gone') return { problem: 'gone', name: known.file_name } as const;
    if (granted === 'outside') return { problem: 'outside', name: known.file_name } as const;
    return whole(granted.place, hash, known.file_name);
  }));
  const files = found.flatMap((one) => ('file' in one ? [one.file] : []));
  const problems = new Map(found.flatMap((one) => ('problem' in one ? [[one.problem, sentenceOf(one)]] : [])));
  return { files, problems: [...problems.values()] };
}

type Refused = { readonly problem: 'not-filed' } | { readonly problem: 'gone' | 'outside' | 'no-file'; readonly name: string };

async function whole(path: string, content_hash: string, name: string): Promise<{ readonly file: HandedFile } | Refused> {
  try {
    return (await lstat(path)).isFile() ? { file: { path, content_hash } } : { problem: 'no-file', name };
  } catch (error) {
    return { problem: hasCode(error, 'ENOENT', 'ENOTDIR') ? 'gone' : 'no-file', name };
  }
}

function sentenceOf(refused: Refused): string {
  switch (refused.problem) {
    case 'not-filed':
      return t('What is not filed yet cannot be handed to another program.');
    case 'gone':
      return t('{name} is not where it was filed. Care, Check looks for it.', { name: basename(refused.name) });
    case 'outside':
      return t('{name} lies behind a link that leads out of the organized folder, so Alice does not hand it out.', { name: basename(refused.name) });
    case 'no-file':
      return t('Something else lies where {name} was filed. It is not handed out.', { name: basename(refused.name) });
  }
}
