import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { toolSlug } from '@shared/library/provenance';
import { type ReadAgainReport, type ReadAgainTrouble, type ReadAgainWish, readAgainWishSchema, type RefileReport } from '@shared/library/read-again';
import { countOf } from '@shared/story/words';
import { lastFolders } from '../last-folders';
import { ownRulesOf, rulesOption } from '../own-rules-of';
import { bar, complain, print, printJson, ProgressLine } from '../printer';
import type { CliFiles, Finish } from '../run-command-line';
import { UsageError } from '../usage-error';
import { openCliHub } from './open-cli-hub';

interface Options {
  readonly project?: string;
  readonly tool?: string;
  readonly onlyUnknown?: boolean;
  readonly since?: string;
  readonly all?: boolean;
  readonly refile?: boolean;
  readonly rules?: string;
  readonly json?: boolean;
  readonly data?: string;
}

/** `alice reprocess`: reads every filed file anew with the readers of today; exit code 1 when some could not be read. */
export function reprocessCommand(program: Command, files: CliFiles, finish: Finish): void {
  program
    .command('reprocess')
    .description('Read the metadata of all organized files anew, with the readers and rules of today. Nothing is rated anew or moved.')
    .option('--project <name>', 'only the files of a project')
    .option('--tool <name>', 'only files that are known to be of a tool')
    .option('--only-unknown', 'only files of which no tool is known')
    .option('--since <day>', 'only files that were filed on this day or later, YYYY-MM-DD')
    .option('--all', 'those as well that these readers have read already')
    .option('--refile', 'move files whose tool or day changed to the folder where they belong now; alice undo takes it back')
    .option(...rulesOption)
    .option('--json', 'print the report as one JSON object')
    .option('--data <dir>', "the data folder (default: the app's)")
    .action(async (options: Options) => {
      const wish = wishOf(options);
      const { inbox, organized, dataFolder } = await lastFolders(options.data);
      if (!existsSync(organized)) throw new UsageError(`The folder ${organized} is not there. Is the drive plugged in? Nothing was read.`);
      const rules = ownRulesOf(options, dataFolder);
      const { hub } = await openCliHub(inbox, { to: organized, data: dataFolder, ownRules: rules }, files);
      const stop = stopOnSignal();
      try {
        await hub.start({ watch: false, takeIn: false });
        const line = new ProgressLine();
        const troubles: ReadAgainTrouble[] = [];
        const report = await hub.readAgain(wish, {
          signal: stop.signal,
          onProgress: ({ done, total, changed, failed, missing, files_per_second }) => {
            const figures = `${countOf(changed, 'file')} changed, ${failed + missing} failed or missing, ${Math.round(files_per_second)} files/s`;
            line.show(`${bar(done, total)} ${done} of ${total}  ${figures}`);
          },
          onTrouble: (trouble) => { troubles.push(trouble); },
        });
        const refiled = options.refile && !stop.signal.aborted ? await hub.refile(wish, { signal: stop.signal }) : null;
        line.clear();
        if (options.json) printJson({ ...report, troubles, refile: refiled });
        else tell(report, troubles, refiled);
        const pause = hub.pausedFor();
        if (pause !== null) complain(`Alice has paused: ${pause.message} Run the same command again when the reason is gone.`);
        finish(report.missing + report.failed > 0 || report.stopped || pause !== null || (refiled?.refused.length ?? 0) > 0 ? 1 : 0);
      } finally {
        stop.end();
        await hub.close('finished');
      }
    });
}

function wishOf({ project, tool, onlyUnknown, since, all }: Options): ReadAgainWish {
  const wish = readAgainWishSchema.safeParse({
    ...(project !== undefined && { project }),
    ...(tool !== undefined && { tool: toolSlug(tool) || tool }),
    ...(onlyUnknown && { only_unknown: true }),
    ...(since !== undefined && { since }),
    ...(all && { all: true }),
  });
  if (wish.success) return wish.data;
  const [issue] = wish.error.issues;
  throw new UsageError(issue?.path[0] === 'since' ? `“${since ?? ''}” is no day. Write it as 2026-03-04.` : `--${String(issue?.path[0])} is empty.`);
}

function tell(report: ReadAgainReport, troubles: readonly ReadAgainTrouble[], refiled: RefileReport | null): void {
  const { done, total, changed, same, missing, failed, files_per_second, read_before, elsewhere } = report;
  for (const { path, message } of troubles) print(`  ${path}: ${message}`);
  const outcome = `${changed} tell something new, ${same} the same, ${missing} missing, ${failed} could not be read`;
  print(`${countOf(done, 'file')} read anew (${Math.round(files_per_second)} files/s): ${outcome}.`);
  if (read_before > 0) print(`${countOf(read_before, 'file')} had been read by these readers before; --all reads them again.`);
  if (report.stopped) print(`Stopped with ${total - done} to go: run the same command again, and it goes on from there.`);
  if (refiled !== null) {
    print(`${countOf(refiled.refiled, 'file')} moved to where they belong now; alice undo takes it back.`);
    for (const { path, message } of refiled.refused) print(`  not moved: ${path}: ${message}`);
  } else if (elsewhere > 0) print(`${countOf(elsewhere, 'file')} would now be filed elsewhere; --refile moves ${elsewhere === 1 ? 'it' : 'them'}.`);
}

/** The first Ctrl+C ends what is begun in good order; a second ends at once. */
function stopOnSignal(): { readonly signal: AbortSignal; end(): void } {
  const stop = new AbortController();
  const heard = () => {
    end();
    stop.abort();
  };
  const end = () => {
    process.off('SIGINT', heard);
    process.off('SIGTERM', heard);
  };
  process.once('SIGINT', heard);
  process.once('SIGTERM', heard);
  return { signal: stop.signal, end };
}
