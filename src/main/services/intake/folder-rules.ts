import { basename, dirname } from 'node:path';
import type { Trouble } from './ports';
import { isBelow, projectOf } from './project-of';

/** How a watched folder is taken from. */
export interface FolderRules {
  /** The project of all files in it; null when the first folder inside gives it. */
  readonly project: string | null;
  readonly subfolders: boolean;
  /** Whether files that are no pictures or videos are left alone without a word. */
  readonly onlyMedia: boolean;
  /** What the folder is called when it is not the inbox. */
  readonly name: string | null;
}

export const inboxRules: FolderRules = { project: null, subfolders: true, onlyMedia: false, name: null };

/** Whether a file lies where a folder is looked into. */
export function takes(root: string, path: string, { subfolders }: FolderRules): boolean {
  return isBelow(root, path) && (subfolders || dirname(path) === root);
}

export function projectUnder(root: string, path: string, { project }: FolderRules): string {
  return project ?? projectOf(root, path);
}

const named = /\.(png|jpe?g|webp|gif|avif|hei[cf]|tiff?|bmp|mp4|m4v|mov|webm|mkv|avi)$/i;

/** Whether a file calls itself a picture or video: then it is never passed over in silence. */
export function isNamedAsMedia(path: string): boolean {
  return named.test(basename(path));
}

/** Whether what is wrong with a file concerns nobody, since it is no picture and does not call itself one. */
export function isNobodysTrouble({ reason }: Trouble, path: string, { onlyMedia }: FolderRules): boolean {
  return onlyMedia && (reason === 'not_a_regular_file' || reason === 'not_media' || reason === 'empty') && !isNamedAsMedia(path);
}
