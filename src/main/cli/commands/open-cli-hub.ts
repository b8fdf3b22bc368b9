import { resolve } from 'node:path';
import type { OwnRule } from '@shared/library/own-rule';
import { forkNodeMediaProcess } from '../../adapters/media/fork-node';
import { checkFolders, firstProblem } from '../../hub/check-folders';
import { type Hub, openHub } from '../../hub';
import type { LogLevel, LogLine } from '../../hub/open-bus';
import { sourcesIn } from '../../hub/source-settings';
import { bugInWords } from '../../kernel/report-bug';
import { dataFolderOf } from '../data-folder';
import { ownRulesOf } from '../own-rules-of';
import { complain, complainJson } from '../printer';
import type { CliFiles } from '../run-command-line';
import { UsageError } from '../usage-error';

export interface HubArguments {
  readonly to: string;
  readonly move?: boolean;
  readonly dryRun?: boolean;
  readonly data?: string;
  readonly logLevel?: LogLevel;
  /** A file with source rules. */
  readonly rules?: string;
  /** Takes files from the sources beside the inbox, too. */
  readonly sources?: boolean;
  /** Source rules that were read already. */
  readonly ownRules?: readonly OwnRule[];
}

/** Opens a hub for a command, after checking that its folders will do. @throws UsageError with one sentence. */
export async function openCliHub(inboxArgument: string, options: HubArguments, files: CliFiles): Promise<{ hub: Hub; inbox: string }> {
  const inbox = resolve(inboxArgument);
  const organized = resolve(options.to);
  const operation = options.move ? 'move' : 'copy';
  const dataFolder = dataFolderOf(options.data);
  const problem = firstProblem(await checkFolders({ inbox, organized, operation, create: 'organized', data: dataFolder }));
  if (problem !== null) throw new UsageError(problem);
  let paused: string | null = null;
  const ownRules = options.ownRules ?? ownRulesOf(options, dataFolder);
  const hub: Hub = openHub({
    ownRules: () => ownRules,
    // The app takes files from them; here they are only looked after, unless that is asked for.
    sources: sourcesIn(dataFolder),
    takeFromSources: options.sources ?? false,
    inbox,
    organized,
    operation: () => operation,
    dataFolder,
    dryRun: options.dryRun ?? false,
    startMedia: () => forkNodeMediaProcess(files.workerFile, files.modelFile),
    version: files.version,
    pauseChanged: () => {
      const pause = hub.pausedFor();
      // How much is missing changes from moment to moment; it is said once.
      if (pause?.reason !== paused) complain(pause?.message ?? 'There is room again, or what was away is back: Alice goes on.');
      paused = pause?.reason ?? null;
    },
    ...(options.logLevel && { logger: { level: options.logLevel, write: logLine } }),
    reportBug: (bug) => { complain(bugInWords(bug)); },
  });
  const recovered = hub.recovered();
  if (recovered !== null) complain(recovered);
  return { hub, inbox };
}

/** A line of the log, as logs are read by machines: one JSON object, on stderr. */
function logLine({ level, message, fields }: LogLine): void {
  complainJson({ time: new Date().toISOString(), level, message, ...fields });
}

/** The levels that `--log-level` knows. */
export const logLevels: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];
