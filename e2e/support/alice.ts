import { type ChildProcess, spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { electronForPlaywright, electronForTests } from '../../scripts/lib/electron-for-tests.mjs';
import type { Folders } from './folders';

/** Alice, running, with her window. */
export interface Alice {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly folders: Folders;
  /** Everything that the window or the main process complained about, except what the story expects. */
  readonly problems: () => readonly string[];
  /** Declares that the story provokes a complaint. */
  readonly expectProblem: (words: RegExp) => void;
  /** Forgets complaints and expectations of an earlier story. */
  readonly startAfresh: () => void;
  /** Quits as a person would. Resolves when the process has gone. */
  readonly quit: () => Promise<void>;
}

/** Switches that name the folders of this run. */
export const named = ({ inbox, organized }: Folders): string[] => ['--inbox', inbox, '--organized', organized];

/** The environment of a person whose home is the story's own. */
export function homeOf({ home }: Folders): Record<string, string> {
  return {
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local', 'share'),
    XDG_CACHE_HOME: join(home, '.cache'),
    // The key to a real screen lies in the real home.
    XAUTHORITY: process.env['XAUTHORITY'] ?? join(homedir(), '.Xauthority'),
  };
}

/** Opens the built app. Without further arguments it has its folders already; an empty list leads to the first run. */
export async function openAlice(folders: Folders, args: readonly string[] = named(folders)): Promise<Alice> {
  const launch = electronForPlaywright('--data', folders.data, ...args);
  const app = await _electron.launch({
    ...launch,
    env: { ...launch.env, ...homeOf(folders) },
    // The window's own theme holds, not one that Playwright puts over it.
    colorScheme: null,
  });
  const heard: string[] = [];
  const expected: RegExp[] = [];
  listen(app, heard);
  const page = await app.firstWindow();
  await page.getByRole('main').waitFor();
  // What is drawn hears keys and menus a moment later.
  await page.evaluate(() => new Promise((heard) => { requestAnimationFrame(() => setTimeout(heard, 50)); }));
  const child = app.process();
  let gone = false;
  child.once('exit', () => (gone = true));
  return {
    app,
    page,
    folders,
    problems: () => heard.filter((words) => !expected.some((one) => one.test(words))),
    expectProblem: (words) => expected.push(words),
    startAfresh: () => {
      heard.length = 0;
      expected.length = 0;
    },
    quit: async () => {
      if (!gone) await app.close();
    },
  };
}

function listen(app: ElectronApplication, heard: string[]): void {
  app.context().on('console', (message) => {
    if (message.type() === 'error') heard.push(`console: ${message.text()} (${message.location().url})`);
  });
  app.context().on('weberror', (error) => heard.push(`page: ${error.error().message}`));
  app.process().stderr?.setEncoding('utf8').on('data', (text: string) => {
    for (const line of text.split('\n')) if (line.startsWith('Something went wrong')) heard.push(`main: ${line}`);
  });
}

/** Starts the executable itself, as a person would from a terminal, with no test tool attached. */
export function startInTerminal(folders: Folders, args: readonly string[]): { child: ChildProcess; lines: () => readonly string[] } {
  const launch = electronForTests('--data', folders.data, ...args);
  const child = spawn(launch.executablePath, launch.args, { env: { ...launch.env, ...homeOf(folders) }, stdio: ['ignore', 'pipe', 'ignore'] });
  let words = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (words += text));
  return { child, lines: () => words.split('\n').slice(0, -1) };
}
