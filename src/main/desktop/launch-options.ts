import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { linkScheme } from '@shared/library/deep-link';
import { type AddressedFile, fileAt, isFileAddress, noFileAt } from './launch-file-address';

/** What the command line asked for, for this run. Paths are absolute. */
export interface LaunchOptions {
  readonly inbox: string | null;
  readonly organized: string | null;
  readonly data: string | null;
  /** Where the app keeps what is its own, and the data where no folder is named for that: Chromium's own switch. */
  readonly userData: string | null;
  readonly sample: boolean;
  /** Print each event to the terminal. */
  readonly printEvents: boolean;
  /** Nobody can answer the first run's questions: take the suggested folders. */
  readonly acceptDefaults: boolean;
  /** Start with as little as possible, to find out what is wrong. */
  readonly safeMode: boolean;
}

/** Reads the switches that are Alice's; those of Chromium and Electron are passed over. */
export function parseLaunchOptions(args: readonly string[], workingFolder: string): LaunchOptions {
  const folder = (name: string) => {
    const inline = args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
    const at = args.indexOf(`--${name}`);
    const value = inline ?? (at === -1 ? undefined : args[at + 1]);
    return value === undefined || value === '' ? null : resolve(workingFolder, value);
  };
  return {
    inbox: folder('inbox'),
    organized: folder('organized'),
    data: folder('data'),
    userData: folder('user-data-dir'),
    sample: args.includes('--sample'),
    printEvents: args.includes('--print-events'),
    acceptDefaults: args.includes('--accept-defaults') || args.includes('--sample'),
    safeMode: args.includes('--safe-mode'),
  };
}

/** The link among what a program was started with; null when there is none. */
export function linkIn(args: readonly string[]): string | null {
  return args.find((arg) => arg.toLowerCase().startsWith(linkScheme)) ?? null;
}

const foldersFollow: ReadonlySet<string> = new Set(['--inbox', '--organized', '--data', '--user-data-dir']);

type IsFile = (path: string) => boolean;

/** Files that a program was started with, and a sentence for each that it named and that cannot be taken. */
export interface StartedWith {
  readonly files: readonly string[];
  readonly problems: readonly string[];
}

/** The files among arguments, as by “Open with”: by path or address. A link comes alone: what stands beside it is not taken. */
export function filesIn(args: readonly string[], workingFolder: string, isFile: IsFile = mayBeFile): StartedWith {
  const files: string[] = [];
  const problems: string[] = [];
  for (const arg of linkIn(args) === null ? args.filter((_, at) => isNamed(args, at)) : []) {
    const named: AddressedFile = isFileAddress(arg) ? fileAt(arg) : { path: resolve(workingFolder, arg) };
    if ('problem' in named) problems.push(named.problem);
    else if (isFile(named.path)) files.push(named.path);
    // Other arguments need not be files; an address is nothing else.
    else if (isFileAddress(arg)) problems.push(noFileAt(named.path));
  }
  return { files, problems };
}

/** With what Alice is started anew: without the files and links of this start, which are not taken a second time. */
export function argumentsAgain(args: readonly string[], workingFolder: string, isFile: IsFile = mayBeFile): string[] {
  const isTaken = (arg: string) => isFileAddress(arg) || isFile(resolve(workingFolder, arg));
  return args.filter((arg, at) => linkIn([arg]) === null && !(isNamed(args, at) && isTaken(arg)));
}

/** Whether an argument stands for itself: it is no switch, and no folder of one. */
function isNamed(args: readonly string[], at: number): boolean {
  return args[at]?.startsWith('-') === false && !foldersFollow.has(args[at - 1] ?? '');
}

function isRegularFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** What cannot be looked at is taken for a file: adding it says why it cannot be. */
function mayBeFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return true;
  }
}

/** The folder that the program lies in, as a person sees it: an app of macOS and an AppImage are one thing each. */
export function programFolder({ execPath, platform, env }: Pick<NodeJS.Process, 'execPath' | 'platform' | 'env'>): string {
  const image = env['APPIMAGE'];
  if (platform === 'linux' && image !== undefined && image !== '') return dirname(image);
  const inBundle = platform === 'darwin' ? /^(.*)\/[^/]+\.app\/Contents\/MacOS\/[^/]+$/.exec(execPath)?.[1] : undefined;
  return inBundle ?? dirname(execPath);
}

interface AppFolders {
  /** Where programs of this system keep what is theirs. */
  readonly appData: string;
  /** Null for a program that was not installed: nothing lies beside it that is meant for it. */
  readonly program: string | null;
  readonly isFile?: IsFile;
}

/** The app's own folder: what was named for this run, else beside the program where a file `portable` lies there, else the usual one. */
export function appFolderOf({ data, userData }: Pick<LaunchOptions, 'data' | 'userData'>, folders: AppFolders): string {
  const { appData, program, isFile = isRegularFile } = folders;
  if (data !== null) return join(data, 'window');
  if (userData !== null) return userData;
  return program !== null && isFile(join(program, 'portable')) ? join(program, 'alice-data') : join(appData, 'Alice');
}

/** Folders that the first run suggests. */
export function suggestedFolders(pictures: string): { inbox: string; organized: string } {
  return { inbox: join(pictures, 'Alice', 'inbox'), organized: join(pictures, 'Alice', 'organized') };
}
