import Database from 'better-sqlite3';
import type { Command } from 'commander';
import type { HistoryEntry } from '@shared/library/history';
import { namedThing } from '@shared/story/describe-event';
import type { LogReader } from '../../log/log-reader';
import { HistoryProjection } from '../../projections/history-projection';
import { HistoryQueries } from '../../projections/history-queries';
import { readingLog } from '../open-log';
import { print, printJson } from '../printer';
import type { Finish } from '../run-command-line';
import { UsageError } from '../usage-error';

interface Options {
  readonly limit: string;
  readonly json?: boolean;
  readonly data?: string;
}

/** `alice history`: what was done to files, newest first, with the ids that `alice undo` takes. */
export function historyCommand(program: Command, finish: Finish): void {
  program
    .command('history')
    .description('Show what was done and can be undone: imports, refilings, ratings, moved limits between the stars and undos, newest first.')
    .option('--limit <n>', 'how many entries', '20')
    .option('--json', 'print one entry a line as JSON')
    .option('--data <dir>', "the data folder (default: the app's)")
    .action(async ({ limit, json, data }: Options) => {
      if (!/^\d{1,6}$/.test(limit)) throw new UsageError(`“${limit}” is no number of entries.`);
      const entries = await readingLog(data, async ({ reader }) => {
        const database = new Database(':memory:');
        try {
          await new HistoryProjection(database, reader).follow();
          return new HistoryQueries(database, (hash) => nameIn(reader, hash)).before(Number.MAX_SAFE_INTEGER, Number(limit));
        } finally {
          database.close();
        }
      });
      if (entries.length === 0 && !json) print('Nothing has been filed yet.');
      for (const entry of entries) {
        if (json) printJson(entry);
        else print(lineOf(entry));
      }
      finish(0);
    });
}

/** What a picture is called, by the last event that tells where its file lies. */
function nameIn(reader: LogReader, hash: string): string {
  const names = reader.aboutSubject(hash).filter(({ event_type }) => !event_type.startsWith('asset.sidecar')).map(namedThing);
  return names.findLast((name) => name !== null) ?? hash.slice(0, 12);
}

function lineOf({ id, at, label, operations, undone, refused, waiting }: HistoryEntry): string {
  const facts = [
    undone > 0 ? `${undone} of ${operations} undone` : '',
    refused > 0 ? `${refused} refused` : '',
    waiting > 0 ? `${waiting} to go` : '',
  ].filter((fact) => fact !== '');
  return `${at.replace('T', ' ').slice(0, 19)}  ${label}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}  [${id}]`;
}
