import { mkdir, statfs } from 'node:fs/promises';
import type { SetupCheck } from '@shared/ipc/answers';
import { checkFolders, firstProblem, type FolderWishes } from '../hub/check-folders';
import type { LaunchOptions } from './launch-options';
import type { SettingsStore } from './settings';

export interface TwoFolders {
  readonly inbox: string;
  readonly organized: string;
}

interface RunFoldersOptions {
  readonly launch: LaunchOptions;
  readonly settings: SettingsStore;
  readonly suggested: TwoFolders;
  readonly dataFolder: () => string;
}

/** The inbox and the organized folder that this run works with: named at its start, chosen before, or suggested. */
export class RunFolders {
  /** Named when Alice was started; they hold for this run and are not kept. */
  readonly named: boolean;
  readonly #dataFolder: () => string;
  #now: TwoFolders;
  #freeBytes: number | null = null;

  constructor({ launch, settings, suggested, dataFolder }: RunFoldersOptions) {
    this.named = launch.inbox !== null || launch.organized !== null;
    this.#dataFolder = dataFolder;
    this.#now = {
      inbox: launch.inbox ?? settings.current.inbox ?? suggested.inbox,
      organized: launch.organized ?? settings.current.organized ?? suggested.organized,
    };
  }

  get now(): TwoFolders {
    return this.#now;
  }

  /** Where files are organized, when it was measured last. */
  get freeBytes(): number | null {
    return this.#freeBytes;
  }

  take(folders: TwoFolders): void {
    this.#now = folders;
  }

  async create(): Promise<void> {
    await mkdir(this.#now.inbox, { recursive: true });
    await mkdir(this.#now.organized, { recursive: true });
  }

  async measure(): Promise<void> {
    this.#freeBytes = await statfs(this.#now.organized).then(({ bavail, bsize }) => bavail * bsize, () => null);
  }

  /** Why these folders, or others, will not do: a sentence, or null. */
  async problem(wish: Pick<FolderWishes, 'operation' | 'create'>, folders = this.#now): Promise<string | null> {
    return firstProblem(await checkFolders({ ...folders, ...wish, data: this.#dataFolder() }));
  }

  async check(): Promise<SetupCheck> {
    const { inbox, organized } = this.#now;
    const problems = await checkFolders({ inbox, organized, operation: 'copy', create: 'both', data: this.#dataFolder() });
    return {
      inbox_path: inbox,
      organized_path: organized,
      inbox_problem: problems.inbox,
      organized_problem: problems.organized,
      free_bytes: this.#freeBytes,
    };
  }
}
