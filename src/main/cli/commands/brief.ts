import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { BoardError } from '../../hub/board-checks';
import { briefText, writeBrief } from '../../hub/board-brief-file';
import { projectNamed, withBoards } from '../export/brief-boards';
import { readingLog } from '../open-log';
import { complain, printPlain } from '../printer';
import type { Finish } from '../run-command-line';
import { UsageError } from '../usage-error';

interface Options {
  readonly html?: string;
  readonly markdown?: string;
  readonly data?: string;
}

/** `alice brief`: a project on a few pages, for those who work on it. */
export function briefCommand(program: Command, finish: Finish): void {
  program
    .command('brief')
    .description('Write down what a project is: its style and why, characters, context, approved concepts and best pictures.')
    .argument('<project>', 'the name or the id of a project')
    .option('--html <file>', 'one page with its pictures in it, to a new file')
    .option('--markdown <file>', 'Markdown with pictures by their paths, to a new file; without either option, to stdout')
    .option('--data <dir>', "the data folder (default: the app's)")
    .action(async (wanted: string, { html, markdown, data }: Options) => {
      await readingLog(data, (log) =>
        withBoards(log, async (boards) => {
          const brief = boards.brief(projectNamed(boards.projects, wanted).id);
          const files = [['html', html], ['markdown', markdown]] as const;
          for (const [format, name] of files) {
            if (name === undefined) continue;
            const file = resolve(name);
            await writeBrief(brief, file, { format, folder: dirname(file), replace: false }).catch(inOneSentence);
            complain(`The brief of ${brief.title} is written to ${name}.`);
          }
          if (html !== undefined || markdown !== undefined) return;
          // Escaped for a terminal when it was made; its lines are to stay lines.
          printPlain((await briefText(brief, { format: 'markdown', folder: process.cwd() })).trimEnd());
        }));
      finish(0);
    });
}

function inOneSentence(error: unknown): never {
  throw error instanceof BoardError ? new UsageError(error.message) : error;
}
