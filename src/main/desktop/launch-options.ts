import { join, resolve } from 'node:path';

/** What the command line asked for, for this run. Paths are absolute. */
export interface LaunchOptions {
  readonly inbox: string | null;
  readonly organized: string | null;
  readonly data: string | null;
  readonly sample: boolean;
  /** Print each event to the terminal. */
  readonly printEvents: boolean;
  /** Nobody can answer the first run's questions: take the suggested folders. */
  readonly acceptDefaults: boolean;
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
    sample: args.includes('--sample'),
    printEvents: args.includes('--print-events'),
    acceptDefaults: args.includes('--accept-defaults') || args.includes('--sample'),
  };
}

/** Folders that the first run suggests. */
export function suggestedFolders(pictures: string): { inbox: string; organized: string } {
  return { inbox: join(pictures, 'Alice', 'inbox'), organized: join(pictures, 'Alice', 'organized') };
}
