import { lstat, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { t } from '@shared/language/language';
import { hasCode } from './file-trouble';
import { isFolderLeftAlone } from './left-alone';

const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const mostBytes = 200;

/** Whether files in a folder of this name get a project of exactly this name, on every system. */
export function isFolderName(name: string): boolean {
  const plain = !/[\p{Cc}\p{Cs}<>:"/\\|?*]/u.test(name) && !/^ |[. ]$/.test(name) && !reserved.test(name);
  return plain && name !== '' && Buffer.byteLength(name) <= mostBytes && !isFolderLeftAlone(name);
}

/** Why files cannot be put into the folder of a project, and what to do instead. */
export const noFolder = (project: string): string =>
  t('Nothing was added: “{project}” cannot be a folder of the inbox. Drop the files elsewhere on the window, and assign them when they are filed.', { project });

/** The folder of the inbox that gives its files this project, made when it is not there; null where there can be none. */
export async function folderOfProject(inbox: string, project: string): Promise<string | null> {
  if (!isFolderName(project)) return null;
  const folder = join(inbox, project);
  await mkdir(folder).catch((error: unknown) => { if (!hasCode(error, 'EEXIST')) throw error; });
  // Where case does not count, another spelling may be taken, and with it another project. A link may lead anywhere.
  return (await readdir(inbox)).includes(project) && (await lstat(folder)).isDirectory() ? folder : null;
}
