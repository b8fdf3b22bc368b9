import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { parseEvent } from '@shared/events/catalog';
import type { EventDraft } from '@shared/events/define-event';
import { stampEvent } from '@shared/events/envelope';
import { sourceAdded, sourceRemoved } from '@shared/events/source-events';
import { choiceProblem, freeSourceName, mostSources, type Source, usualChoice } from '@shared/library/source';
import { newSourceProblem } from '../../hub/check-source';
import { settingsIn } from '../../hub/limit-settings';
import { keepSources, sourcesIn } from '../../hub/source-settings';
import { EventLog } from '../../log/event-log';
import { logFileName } from '../../log/open-database';
import { dataFolderOf } from '../data-folder';
import { lastFolders } from '../last-folders';
import { writingLog } from '../open-log';
import { print, printJson } from '../printer';
import type { Finish } from '../run-command-line';
import { UsageError } from '../usage-error';

interface AddOptions {
  readonly name?: string;
  readonly project?: string;
  readonly move?: boolean;
  readonly subfolders: boolean;
  readonly allFiles?: boolean;
  readonly polling?: boolean;
  readonly data?: string;
}

const dataOption = ['--data <dir>', "the data folder (default: the app's)"] as const;

/** `alice sources`: the folders that the app watches beside the inbox. */
export function sourcesCommand(program: Command, finish: Finish): void {
  const sources = program.command('sources').description('The folders that the app watches beside the inbox.');
  sources
    .command('list', { isDefault: true })
    .description('List them.')
    .option('--json', 'print them as one JSON list')
    .option(...dataOption)
    .action((options: { json?: boolean; data?: string }) => {
      const kept = sourcesIn(dataFolderOf(options.data));
      if (options.json) printJson(kept);
      else if (kept.length === 0) print('There are no sources beside the inbox. Add one with alice sources add.');
      else for (const source of kept) for (const line of inWords(source)) print(line);
      finish(0);
    });
  sources
    .command('add')
    .description('Watch a folder, too. Its files are copied, and only pictures and videos are taken, unless told otherwise.')
    .argument('<dir>', 'the folder')
    .option('--name <name>', 'what it is called (default: its own name)')
    .option('--project <project>', 'the project of its files (default: the first folder inside it gives the project)')
    .option('--copy', 'copy the files (default)')
    .option('--move', 'move the files out of it')
    .option('--no-subfolders', 'leave out the folders inside it')
    .option('--all-files', 'set files aside that are no pictures or videos, as in the inbox')
    .option('--polling', 'look through it every few seconds, for a drive that tells of no changes')
    .option(...dataOption)
    .action(async (folder: string, options: AddOptions & { copy?: boolean }) => {
      if (options.copy === true && options.move === true) throw new UsageError('--copy and --move cannot both be meant. Name one.');
      const dataFolder = dataFolderOf(options.data);
      const source = sourceOf(resolve(folder), options, sourcesIn(dataFolder));
      await check(source, dataFolder, options.data);
      const { id: source_id, ...told } = source;
      await keep(dataFolder, (kept) => [...kept, source], sourceAdded({ source_id, ...told }));
      print('Added:');
      for (const line of inWords(source)) print(line);
      print('The app takes its files in from the next start on.');
      finish(0);
    });
  sources
    .command('remove')
    .description('Watch a folder no longer. Its files stay as they are.')
    .argument('<name>', 'as alice sources list shows it')
    .option(...dataOption)
    .action(async (name: string, options: { data?: string }) => {
      const dataFolder = dataFolderOf(options.data);
      const source = sourcesIn(dataFolder).find((each) => each.name.toLowerCase() === name.toLowerCase());
      if (source === undefined) throw new UsageError(`There is no source “${name}”. alice sources list shows them.`);
      const { id: source_id, path } = source;
      await keep(dataFolder, (kept) => kept.filter(({ id }) => id !== source_id), sourceRemoved({ source_id, name: source.name, path }));
      print(`Removed: ${source.name} (${path}). Its files stay as they are.`);
      finish(0);
    });
}

function sourceOf(path: string, options: AddOptions, others: readonly Source[]): Source {
  if (others.length >= mostSources) throw new UsageError(`${mostSources} sources are the most. Remove one first.`);
  const name = options.name?.trim() ?? freeSourceName(path, others);
  const project = options.project?.trim() ?? null;
  const problem = choiceProblem({ name, project }, others);
  if (problem !== null) throw new UsageError(problem);
  return {
    ...usualChoice, id: randomUUID(), name, path, project,
    operation: options.move === true ? 'move' : 'copy', subfolders: options.subfolders,
    only_media: options.allFiles !== true, polling: options.polling === true,
  };
}

/** @throws UsageError when the folder overlaps one that Alice uses */
async function check(source: Source, dataFolder: string, data: string | undefined): Promise<void> {
  const settings = settingsIn(dataFolder);
  const named = (key: string) => {
    const folder: unknown = Reflect.get(settings, key);
    return typeof folder === 'string' ? folder : null;
  };
  // Folders that were named at a start stand in the log alone.
  const last = existsSync(join(dataFolder, logFileName)) ? await lastFolders(data).catch(() => null) : null;
  const [inbox, organized] = [named('inbox') ?? last?.inbox, named('organized') ?? last?.organized];
  if (inbox === undefined || organized === undefined) {
    throw new UsageError('Alice has no inbox yet, so it is not known what the source must keep clear of. Start the app once, or organize something.');
  }
  const problem = await newSourceProblem(source, { inbox, organized, data: dataFolder, others: sourcesIn(dataFolder) });
  if (problem !== null) throw new UsageError(problem);
}

/** Keeps the sources, and says so in the log when there is one. @throws DataInUseError while the app works with the folder */
async function keep(folder: string, change: (kept: readonly Source[]) => readonly Source[], said: EventDraft): Promise<void> {
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, logFileName))) {
    keepSources(folder, change(sourcesIn(folder)));
    return;
  }
  await writingLog(folder, async ({ database, archive }) => {
    keepSources(folder, change(sourcesIn(folder)));
    await new EventLog(database, archive).append([parseEvent(stampEvent(said, { source: 'desktop', actor: 'user' }))]);
  });
}

function inWords({ name, path, project, operation, subfolders, only_media, polling, enabled }: Source): string[] {
  const facts = [
    enabled ? null : 'paused',
    project === null ? 'project from its folders' : `project ${project}`,
    operation,
    subfolders ? null : 'without subfolders',
    only_media ? null : 'other files set aside',
    polling ? 'looked through every few seconds' : null,
  ];
  return [`${name}: ${facts.filter((fact) => fact !== null).join(', ')}`, `  ${path}`];
}
