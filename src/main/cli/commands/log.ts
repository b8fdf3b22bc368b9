import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { printableJson } from '@shared/story/printable';
import { countOf } from '@shared/story/words';
import { takeLease } from '../../hub/lease';
import { limitSettingsIn } from '../../hub/limit-settings';
import { refuseNewerUntouched } from '../../hub/recover-detect';
import { mendLog, recoverySentence } from '../../hub/recover-log';
import { archiveBefore } from '../../log/archive';
import type { Rebuilt } from '../../log/recovery/rebuild-log';
import { ImportError, importLog } from '../../log/import-log';
import { toLine } from '../../log/ndjson';
import { wholeLog } from '../../log/whole-log';
import { dataFolderOf, existingDataFolder } from '../data-folder';
import { momentOf } from '../moment';
import { readingLog, writingLog } from '../open-log';
import { complain, print, printJson } from '../printer';
import type { Finish } from '../run-command-line';
import { UsageError } from '../usage-error';

interface DataOption {
  readonly data?: string;
}

/** `alice log …`: the log as a whole. */
export function logCommand(program: Command, finish: Finish): void {
  const log = program.command('log').description('Export, import or archive the event log as a whole.');
  const data = ['--data <dir>', "the data folder (default: the app's)"] as const;

  log
    .command('export')
    .description('Write every event as a line of NDJSON, to FILE or to stdout.')
    .argument('[file]')
    .option(...data)
    .action(async (file: string | undefined, options: DataOption) => {
      await readingLog(options.data, async ({ reader, archive }) => {
        const lines = function* () {
          // Byte for byte, but on a terminal, which would obey what stands in file names.
          const onTerminal = file === undefined && process.stdout.isTTY;
          for (const { event } of wholeLog(reader, archive)) {
            const line = toLine(event);
            yield `${onTerminal ? printableJson(JSON.parse(line)) : line}\n`;
          }
        };
        // Never over a file that is there.
        const target = file === undefined ? process.stdout : createWriteStream(file, { flags: 'wx' });
        await pipeline(Readable.from(lines()), target, { end: file !== undefined }).catch(refuseExisting(file));
        if (file !== undefined) complain(`${reader.lastSequence} events written to ${file}.`);
      });
      finish(0);
    });

  log
    .command('import')
    .description('Read an exported log into an empty data folder.')
    .argument('<file>')
    .option(...data)
    .action(async (file: string, options: DataOption) => {
      const input = createReadStream(file);
      await new Promise<void>((resolve, reject) => input.once('open', () => { resolve(); }).once('error', reject)).catch(() => {
        throw new UsageError(`The file ${file} cannot be read.`);
      });
      await writingLog(dataFolderOf(options.data), async ({ database }) => {
        const lines = createInterface({ input, crlfDelay: Infinity });
        const count = await importLog(database, lines).catch((error: unknown) => {
          if (error instanceof ImportError) throw new UsageError(error.message);
          throw error;
        });
        print(`${count} events imported.`);
      });
      finish(0);
    });

  log
    .command('archive')
    .description('Move the events before a date into compressed files, from where they are still read.')
    .requiredOption('--before <date>', 'a date, a time, or how long ago, such as 90d')
    .option(...data)
    .action(async (options: DataOption & { before: string }) => {
      const before = momentOf(options.before);
      await writingLog(existingDataFolder(options.data), ({ database, reader, archive }) => {
        const already = reader.archivedTo;
        const upTo = archiveBefore(database, reader, archive, before);
        if (upTo > already) database.exec('VACUUM');
        print(upTo === already ? 'No further event lies before that time.' : `${upTo - already} events archived, up to number ${upTo}.`);
      });
      finish(0);
    });

  log
    .command('repair')
    .description('Read every event of the log, and rebuild it when it is damaged from all that can be read, its backups and its archive.')
    .option('--dry-run', 'say what would come of it; change nothing')
    .option('--json', 'print JSON')
    .option(...data)
    .action((options: DataOption & { dryRun?: boolean; json?: boolean }) => {
      const folder = dataFolderOf(options.data);
      refuseNewerUntouched(folder);
      const release = takeLease(folder);
      try {
        const { backupFolder } = limitSettingsIn(folder);
        const rebuilt = mendLog(folder, { thorough: true, dryRun: options.dryRun ?? false, backupFolder });
        if (options.json) printJson(rebuilt ?? { problem: null });
        else if (rebuilt === null) print('The log is sound; there is nothing to repair.');
        else if (options.dryRun) print(`${rebuilt.problem} ${rehearsalOf(rebuilt)} This was a dry run: nothing was touched.`);
        else print(recoverySentence(rebuilt));
        finish(rebuilt !== null && rebuilt.lost_events > 0 ? 1 : 0);
      } finally {
        release();
      }
    });

  log
    .command('chain')
    .description('Begin a hash chain: from the next event on, none can be changed or removed unnoticed.')
    .option(...data)
    .action(async (options: DataOption) => {
      await writingLog(existingDataFolder(options.data), ({ database }) => {
        database.exec("INSERT OR IGNORE INTO about (name, value) VALUES ('chain', 1)");
        print('The log keeps a hash chain from the next event on; alice verify checks it.');
      });
      finish(0);
    });
}

function rehearsalOf({ kept_events, lost_events, sources }: Rebuilt): string {
  const from = sources.map((source) => source.replace('_', ' ')).join(', ') || 'nothing';
  return `${countOf(kept_events, 'event')} can be read (from: ${from}), ${countOf(lost_events, 'event')} cannot.`;
}

function refuseExisting(file: string | undefined): (error: unknown) => never {
  return (error) => {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null;
    if (code === 'EEXIST') throw new UsageError(`The file ${file ?? ''} is there already. Name another one.`);
    if (code === 'ENOENT' || code === 'EACCES') throw new UsageError(`The file ${file ?? ''} cannot be written.`);
    throw error;
  };
}
