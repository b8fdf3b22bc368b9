import type { Command } from 'commander';
import { baseName } from '@shared/library/asset-record';
import { describeEvent } from '@shared/story/describe-event';
import { eventsOfAsset } from '../find-asset';
import { readingLog } from '../open-log';
import { print, printJson } from '../printer';
import type { Finish } from '../run-command-line';
import { UsageError } from '../usage-error';

/** `alice why PATH|HASH`: the chain of events that explains why a file lies where it lies. */
export function whyCommand(program: Command, finish: Finish): void {
  program
    .command('why')
    .description('Explain why a file lies where it lies.')
    .argument('<path|hash>', 'the organized file, the file in the inbox, or its content hash')
    .option('--data <dir>', "the data folder (default: the app's)")
    .option('--json', 'print one event a line as JSON, with its sentence')
    .action(async (name: string, options: { data?: string; json?: boolean }) => {
      await readingLog(options.data, async ({ reader }) => {
        const events = await eventsOfAsset(reader, name);
        if (events.length === 0) throw new UsageError(`Alice knows nothing of ${name}. Is it the right data folder?`);
        if (!options.json) print(baseName(name));
        for (const event of events) {
          const { title, detail, fact, quote } = describeEvent(event);
          if (options.json) printJson({ ...event, title, detail, fact, quote });
          else {
            const time = event.timestamp.replace('T', ' ').slice(0, 23);
            print(`  ${time}  ${title}${detail === null ? '' : `. ${detail}`}.`);
            if (fact !== null) print(`  ${' '.repeat(25)}${fact}`);
            if (quote !== null) print(`  ${' '.repeat(25)}“${quote.length > 160 ? `${quote.slice(0, 159)}…` : quote}”`);
          }
        }
      });
      finish(0);
    });
}
