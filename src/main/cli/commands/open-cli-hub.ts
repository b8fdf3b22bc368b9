import { resolve } from 'node:path';
import { forkNodeMediaProcess } from '../../adapters/media/fork-node';
import { checkFolders, firstProblem } from '../../hub/check-folders';
import { type Hub, openHub } from '../../hub';
import { messageOf } from '../../kernel/report-bug';
import { dataFolderOf } from '../data-folder';
import { complain } from '../printer';
import type { CliFiles } from '../run-command-line';
import { UsageError } from '../usage-error';

export interface HubArguments {
  readonly to: string;
  readonly move?: boolean;
  readonly dryRun?: boolean;
  readonly data?: string;
}

/** Opens a hub for a command, after checking that its folders will do. @throws UsageError with one sentence. */
export async function openCliHub(inboxArgument: string, options: HubArguments, files: CliFiles): Promise<{ hub: Hub; inbox: string }> {
  const inbox = resolve(inboxArgument);
  const organized = resolve(options.to);
  const operation = options.move ? 'move' : 'copy';
  const dataFolder = dataFolderOf(options.data);
  const problem = firstProblem(await checkFolders({ inbox, organized, operation, create: false, data: dataFolder }));
  if (problem !== null) throw new UsageError(problem);
  const hub = openHub({
    inbox,
    organized,
    operation: () => operation,
    dataFolder,
    dryRun: options.dryRun ?? false,
    startMedia: () => forkNodeMediaProcess(files.workerFile, files.modelFile),
    version: files.version,
    reportBug: ({ where, error }) => { complain(`Something went wrong (${where}): ${messageOf(error)}`); },
  });
  return { hub, inbox };
}
