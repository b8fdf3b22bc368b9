import { resolve, sep } from 'node:path';
import { type Command, Option } from 'commander';
import type { RecordedEvent } from '@shared/events/catalog';
import { bytesInWords, countOf } from '@shared/story/words';
import { DryRunFold } from '../../hub/dry-run-fold';
import { bar, complain, print, printJson, ProgressLine } from '../printer';
import type { CliFiles, Finish } from '../run-command-line';
import { Tally } from '../tally';
import { rulesOption } from '../own-rules-of';
import { printTree } from '../print-tree';
import { UsageError } from '../usage-error';
import { type HubArguments, logLevels, openCliHub } from './open-cli-hub';

/** `alice organize INBOX --to ORGANIZED`: everything in the inbox reaches an outcome, then it ends. */
export function organizeCommand(program: Command, files: CliFiles, finish: Finish): void {
  program
    .command('organize')
    .description('Take everything in INBOX to an outcome, then end.')
    .argument('<inbox>', 'the folder with new files')
    .requiredOption('--to <organized>', 'the folder that organized files go to')
    .option('--move', 'move the files instead of copying them')
    .option('--dry-run', 'say what would happen; touch nothing')
    .option('--tree', 'with --dry-run: print the folders that would result')
    .option('--data <dir>', "where log, projections and thumbnails are kept (default: the app's data folder)")
    .option(...rulesOption)
    .option('--json', 'print one event a line')
    .addOption(new Option('--log-level <level>', 'write a log to stderr, from this level on').choices(logLevels))
    .action(async (inboxArgument: string, options: HubArguments & { json?: boolean; tree?: boolean }) => {
      if (options.tree && !options.dryRun) throw new UsageError('--tree shows what a dry run says. Give --dry-run, too.');
      const { hub, inbox } = await openCliHub(inboxArgument, options, files);
      const tally = new Tally();
      const fold = options.tree ? new DryRunFold() : null;
      const line = new ProgressLine();
      hub.bus.on('*', (event: RecordedEvent) => {
        tally.count(event);
        fold?.add(event);
        if (options.json) printJson(event);
        else line.show(`${bar(tally.done, tally.found)} ${tally.done} of ${tally.found}  ${tally.last}`);
      });
      const stop = closeOnSignal(() => hub.close('closed'));
      await hub.start({ watch: false });
      await hub.settled();
      const paused = hub.pausedFor();
      const waiting = paused === null ? 0 : hub.library.inboxCounts().waiting + hub.library.inboxCounts().working;
      const aside = [...hub.library.inboxInState('set_aside', 1_000_000)].filter(({ file_path }) => file_path.startsWith(inbox + sep));
      stop();
      await hub.close('finished');
      line.clear();
      if (fold !== null && !options.json) printTree(fold, resolve(options.to));
      if (!options.json) summarize(tally, aside, options);
      if (paused !== null) complain(`${countOf(waiting, 'file')} found so far still wait in the inbox. Run the same command again when the reason is gone.`);
      finish(aside.length > 0 || paused !== null ? 1 : 0);
    });
}

function summarize(tally: Tally, aside: readonly { file_path: string; message: string | null }[], options: HubArguments): void {
  const verb = options.dryRun ? 'would be filed' : 'filed';
  print(`${countOf(tally.filed, 'file')} ${verb} (${bytesInWords(tally.bytes)}), ${countOf(tally.duplicates, 'duplicate')} linked, ${aside.length} set aside.`);
  for (const { file_path, message } of aside) print(`  ${file_path}: ${message ?? ''}`);
  if (tally.found === 0 && aside.length === 0) print('Nothing new lies in the inbox.');
  if (options.dryRun) print('This was a dry run: nothing was touched.');
}

/** Ends in good order on Ctrl+C and on SIGTERM; a second signal ends at once. */
export function closeOnSignal(close: () => Promise<void>): () => void {
  const end = () => {
    stop();
    void close().finally(() => process.exit(0));
  };
  const stop = () => {
    process.off('SIGINT', end);
    process.off('SIGTERM', end);
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  return stop;
}
