import { folderOf } from '@shared/story/words';

interface Watched {
  readonly name: string;
  readonly path: string;
}

/** Where a file lies, shortened to the watched folder that it is in: `ComfyUI output/2026/night`. */
export function placeOfFile(path: string, watched: readonly Watched[]): string {
  const home = watched.find((folder) => path.startsWith(folder.path) && /^[/\\]/.test(path.slice(folder.path.length)));
  if (home === undefined) return folderOf(path);
  const below = folderOf(path.slice(home.path.length)).split(/[\\/]/).filter((part) => part !== '');
  return [home.name, ...below].join('/');
}
