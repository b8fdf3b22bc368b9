import { type Command, Option } from 'commander';
import type { RecordedEvent } from '@shared/events/catalog';
import { eventLine } from '@shared/story/event-line';
import { complain, print, printJson } from '../printer';
import type { CliFiles, Finish } from '../run-command-line';
import { rulesOption } from '../own-rules-of';
import { type HubArguments, logLevels, openCliHub } from './open-cli-hub';

/** `alice watch INBOX --to ORGANIZED`: as the app does it, without a window, until it is stopped. */
export function watchCommand(program: Command, files: CliFiles, finish: Finish): void {
  program
    .command('watch')
    .description('Organize what lands in INBOX, until stopped.')
    .argument('<inbox>', 'the folder with new files')
    .requiredOption('--to <organized>', 'the folder that organized files go to')
    .option('--move', 'move the files instead of copying them')
    .option('--data <dir>', "where log, projections and thumbnails are kept (default: the app's data folder)")
    .option('--sources', 'watch the sources of the data folder, too (see alice sources)')
    .option(...rulesOption)
    .option('--json', 'print one event a line')
    .addOption(new Option('--log-level <level>', 'write a log to stderr, from this level on').choices(logLevels))
    .action(async (inboxArgument: string, options: HubArguments & { json?: boolean }) => {
      const { hub, inbox } = await openCliHub(inboxArgument, options, files);
      hub.bus.on('*', (event: RecordedEvent) => {
        if (options.json) printJson(event);
        else print(eventLine(event));
      });
      const stopped = new Promise<void>((resolve) => {
        process.once('SIGINT', resolve);
        process.once('SIGTERM', resolve);
      });
      if (!options.json) complain(`Watching ${inbox}${options.sources ? ' and the sources' : ''}. Ctrl+C ends it.`);
      await hub.start({ watch: true });
      await stopped;
      await hub.close('closed');
      finish(0);
    });
}
