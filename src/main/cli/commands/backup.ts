import type { Command } from 'commander';
import { resolve } from 'node:path';
import { logBackedUp } from '@shared/events/system-events';
import { stampEvent } from '@shared/events/envelope';
import { bytesInWords, countOf } from '@shared/story/words';
import { parseEvent } from '@shared/events/catalog';
import { backUp } from '../../hub/backup';
import { backupsIn } from '../../hub/backup-files';
import { takeLease } from '../../hub/lease';
import { messageOf } from '../../kernel/report-bug';
import { limitSettingsIn } from '../../hub/limit-settings';
import { restoreLog, verifyBackup } from '../../hub/restore';
import { backupFolderOf } from '../../log/backup-names';
import { EventLog } from '../../log/event-log';
import { existingDataFolder, dataFolderOf } from '../data-folder';
import { writingLog } from '../open-log';
import { complain, print, printJson } from '../printer';
import type { Finish } from '../run-command-line';
import { UsageError } from '../usage-error';

interface Options {
  readonly data?: string;
  readonly json?: boolean;
}

/** `alice backup …`: verified backups of the event log. */
export function backupCommand(program: Command, finish: Finish): void {
  const backup = program.command('backup').description('Back up the event log, or look at, check and restore its backups.');
  const data = ['--data <dir>', "the data folder (default: the app's)"] as const;
  const json = ['--json', 'print JSON'] as const;

  backup
    .command('now', { isDefault: true })
    .description('Copy the log to a backup and check every event of the copy. The app must not be open; it has a button for this.')
    .option(...data)
    .option(...json)
    .action(async (options: Options) => {
      await writingLog(existingDataFolder(options.data), async ({ database, folder }) => {
        const secondFolder = limitSettingsIn(folder).backupFolder;
        const made = await backUp({ database, dataFolder: folder, secondFolder }).catch((error: unknown) => {
          throw new UsageError(messageOf(error));
        });
        const { file, last_sequence, bytes, verified_events, duration_ms } = made;
        const draft = logBackedUp({ file, last_sequence, bytes, verified_events, duration_ms });
        const log = new EventLog(database);
        await log.append([parseEvent(stampEvent(draft, { source: 'hub', actor: 'user' }))]);
        if (options.json) printJson(made);
        else print(`${countOf(verified_events, 'event')} backed up to ${file} (${bytesInWords(bytes)}), and every one of them checked.`);
        if (made.second_copy_problem !== null) complain(made.second_copy_problem());
        finish(made.second_copy_problem === null ? 0 : 1);
      });
    });

  backup
    .command('list')
    .description('List the backups, the newest first.')
    .option(...data)
    .option(...json)
    .action((options: Options) => {
      const backups = backupsOf(dataFolderOf(options.data));
      for (const each of backups) {
        if (options.json) printJson(each);
        else print(`${each.made_at}  ${countOf(each.last_sequence, 'event')}  ${bytesInWords(each.bytes)}  ${each.file}`);
      }
      if (backups.length === 0 && !options.json) print('There is no backup yet. alice backup now makes one.');
      finish(0);
    });

  backup
    .command('verify')
    .description('Read every event of a backup, or of all of them. Exit code 1 when one is damaged.')
    .argument('[file]')
    .option(...data)
    .option(...json)
    .action(async (file: string | undefined, options: Options) => {
      const files = file === undefined ? backupsOf(dataFolderOf(options.data)).map((each) => each.file) : [resolve(file)];
      let damaged = false;
      for (const each of files) {
        const result = await verifyBackup(each);
        damaged ||= result.problem !== null;
        if (options.json) printJson({ file: each, ...result });
        else print(`${each}: ${result.problem ?? `sound, ${countOf(result.events, 'event')}`}`);
      }
      finish(damaged ? 1 : 0);
    });

  backup
    .command('restore')
    .description('Put a backup in the place of the log. What the log holds beyond it is kept: nothing is ever lost.')
    .argument('<file>')
    .option(...data)
    .action(async (file: string, options: Options) => {
      const folder = dataFolderOf(options.data);
      const release = takeLease(folder);
      try {
        const { message, restored } = await restoreLog(folder, resolve(file));
        if (!restored) throw new UsageError(message);
        print(message);
      } finally {
        release();
      }
      finish(0);
    });
}

function backupsOf(folder: string) {
  const { backupFolder } = limitSettingsIn(folder);
  return [...backupsIn(backupFolderOf(folder)), ...(backupFolder === null ? [] : backupsIn(backupFolder))];
}
