import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { holding } from '@shared/library/board';
import type { ProjectPage, ProjectSummary } from '@shared/library/board-answers';
import { describeEvent } from '@shared/story/describe-event';
import { countOf } from '@shared/story/words';
import { uuidv7 } from 'uuidv7';
import { BoardError } from '../../hub/board-checks';
import { projectNamed, withBoards } from '../export/brief-boards';
import { lastFolders } from '../last-folders';
import { readingLog } from '../open-log';
import { print, printJson } from '../printer';
import type { CliFiles, Finish } from '../run-command-line';
import { UsageError } from '../usage-error';
import { openCliHub } from './open-cli-hub';

interface Options {
  readonly json?: boolean;
  readonly data?: string;
}

interface CreateOptions extends Options {
  readonly description?: string;
  readonly type?: string;
}

const bestShown = 10;

/** `alice project`: projects and what was decided in them. */
export function projectCommand(program: Command, files: CliFiles, finish: Finish): void {
  const project = program.command('project').description('Projects: what there is, what was decided in one, and a new one.');
  const common = (command: Command) =>
    command.option('--json', 'print JSON, one object a line').option('--data <dir>', "the data folder (default: the app's)");

  common(project.command('list').description('Show every project, and folders of pictures of which nobody has made one.'))
    .action(async ({ json, data }: Options) => {
      const projects = await readingLog(data, (log) => withBoards(log, (boards) => boards.projects));
      if (projects.length === 0 && !json) print('There are no projects yet.');
      for (const each of projects) {
        if (json) printJson(each);
        else print(lineOf(each));
      }
      finish(0);
    });

  common(project.command('show').description('Show what is known of a project.').argument('<name>', 'its name or id'))
    .action(async (name: string, { json, data }: Options) => {
      const page = await readingLog(data, (log) =>
        withBoards(log, (boards) => boards.pages.page(projectNamed(boards.projects, name).id, bestShown)));
      if (page === null) throw new UsageError(`There is no project ${name}.`);
      if (json) printJson(page);
      else tell(page);
      finish(0);
    });

  common(project.command('create').description('Make a project; pictures that came in under this name are its own.').argument('<name>', 'its name'))
    .option('--description <text>', 'what it is')
    .option('--type <type>', 'a word for its kind, such as story or music_video')
    .action(async (project_name: string, options: CreateOptions) => {
      const { inbox, organized, dataFolder } = await lastFolders(options.data);
      if (!existsSync(organized)) throw new UsageError(`The folder ${organized} is not there. Is the drive plugged in? No project was made.`);
      const { hub } = await openCliHub(inbox, { to: organized, data: dataFolder }, files);
      try {
        const project_id = uuidv7();
        await hub.boards.createProject({
          project_id, project_name, description: options.description ?? null, project_type: options.type ?? null, initial_context: {},
          style_preferences: {}, parent_project_id: null,
        });
        const made = (await hub.boards.projects()).find(({ id }) => id === project_id);
        if (made === undefined) throw new Error('A project that was created is not there.');
        if (options.json) printJson(made);
        else print(`Created. ${lineOf(made)}`);
        finish(0);
      } catch (error) {
        throw error instanceof BoardError ? new UsageError(error.message) : error;
      } finally {
        await hub.close('finished');
      }
    });
}

function lineOf({ id, name, assets, decisions, type, archived_at }: ProjectSummary): string {
  const facts = [
    countOf(assets, 'picture'), id === null ? 'a folder only' : countOf(decisions, 'decision'), type ?? '', archived_at === null ? '' : 'archived',
  ].filter((fact) => fact !== '');
  return `${name}: ${facts.join(', ')}${id === null ? '' : `  [${id}]`}`;
}

function tell({ summary, project, styles, characters, concepts, context, decisions, best, workflows }: ProjectPage): void {
  print(lineOf(summary));
  if (project.description !== null) print(`  ${project.description}`);
  for (const { name, state, now } of styles) print(`  Style, ${state}: ${name}${now?.data.reason ? `. ${now.data.reason}` : ''}`);
  for (const character of characters) {
    const now = holding(character);
    if (now !== null) print(`  Character: ${now.data.character_name}, ${now.data.character_type}, version ${now.data.version}`);
  }
  for (const concept of concepts) {
    const now = holding(concept);
    if (now !== null) print(`  Concept, ${now.data.approved_by === null ? 'proposed' : 'approved'}: ${now.data.concept_name}`);
  }
  for (const { key, value, words } of context) print(`  ${key}: ${words ?? (typeof value === 'string' ? value : JSON.stringify(value))}`);
  for (const { name, state, error } of workflows) print(`  Workflow, ${state}: ${name}${error === null ? '' : `. ${error}`}`);
  for (const { file_name, stars, own } of best) print(`  Picture: ${file_name}, ${stars === null ? 'not rated' : `${stars} of 5${own ? ', your rating' : ''}`}`);
  for (const event of decisions.events.slice(0, 20)) {
    const { title, detail } = describeEvent(event);
    print(`  ${event.timestamp.slice(0, 10)}  ${title}${detail === null ? '' : `. ${detail}`}`);
  }
}
