import { type Command, InvalidArgumentError } from 'commander';
import type { LibraryCard } from '@shared/library/library-answer';
import { type StackDistance, stackDistances } from '@shared/library/stacks';
import { bytesInWords, countOf } from '@shared/story/words';
import type { Database } from 'better-sqlite3';
import type { LogReader } from '../../log/log-reader';
import { AssetSearch } from '../../projections/asset-search';
import { LibraryProjection } from '../../projections/library-projection';
import { LibraryQueries } from '../../projections/library-queries';
import { openMemoryProjections, openProjectionsReadOnly } from '../../projections/open-projections';
import { StackPictures } from '../../projections/stacks-pictures';
import { stackOf } from '../../hub/stacks';
import { readingLog } from '../open-log';
import { complain, nobodyReads, print, printJson } from '../printer';
import type { Finish } from '../run-command-line';

interface Options {
  readonly distance: StackDistance;
  readonly data?: string;
  readonly json?: boolean;
}

/** `alice stacks`: lists pictures that look nearly the same, also while a hub is running. Nothing is decided or changed. */
export function stacksCommand(program: Command, finish: Finish): void {
  program
    .command('stacks')
    .description('List filed pictures that look nearly the same, the best of each stack first.')
    .option('--distance <how>', `how alike they must be: ${Object.keys(stackDistances).join(', ')}`, distanceOf, 'usual')
    .option('--data <dir>', "the data folder (default: the app's)")
    .option('--json', 'print one stack a line as JSON')
    .action(async (options: Options) => {
      await readingLog(options.data, ({ folder, reader }) => listStacks(openLibrary(folder, reader), options));
      finish(0);
    });
}

/** The library as the hub keeps it; where none is kept, or one of another version, it is read out of the log. */
function openLibrary(folder: string, reader: LogReader): Database {
  const kept = openProjectionsReadOnly(folder);
  if (kept !== null) return kept;
  complain('The library is read from the log, which takes a moment. Start Alice once, and it is kept.');
  const database = openMemoryProjections();
  new LibraryProjection(database, reader).catchUp();
  return database;
}

async function listStacks(database: Database, { distance, json }: Options): Promise<void> {
  const [pictures, library] = [new AssetSearch(database), new LibraryQueries(database)];
  const alike = new StackPictures(database);
  const found = await alike.find(stackDistances[distance]);
  for (const { ids, distance: bits } of found) {
    if (nobodyReads()) return;
    const stack = stackOf({ pictures, library }, ids, bits);
    if (stack === null) continue;
    const pathOf = ({ content_hash }: LibraryCard) => library.asset(content_hash)?.path ?? null;
    if (json) printJson({ ...stack, cards: undefined, pictures: stack.cards.map((card) => forMachines(card, pathOf(card))) });
    else {
      print(`${countOf(stack.cards.length, 'picture')}, up to ${stack.distance} of 64 bits apart`);
      for (const card of stack.cards) print(`  ${forPeople(card)}  ${pathOf(card) ?? card.file_name}`);
    }
  }
  const { present, known } = alike.counts;
  if (!json) print(`${countOf(found.length, 'stack')} among ${countOf(known, 'picture')}.`);
  if (known < present) {
    complain(`${countOf(present - known, 'picture')} not looked at yet. Open Quality, Stacks in Alice, and they will be.`);
  }
}

function forPeople({ stars, own, brisque, width, height, file_size }: LibraryCard): string {
  const rating = stars === null ? '-----' : '★'.repeat(stars).padEnd(5, '☆');
  const score = brisque === null ? '' : brisque.toFixed(1);
  const size = width === null || height === null ? '' : `${width} × ${height}`;
  const by = own ? 'yours   ' : 'measured';
  return [rating, by, score.padStart(5), size.padStart(11), bytesInWords(file_size).padStart(8)].join('  ');
}

function forMachines(card: LibraryCard, path: string | null) {
  const { content_hash, file_name, project, stars, own, brisque, width, height, file_size } = card;
  return { content_hash, file_name, path, project, stars, own, brisque, width, height, file_size };
}

function distanceOf(text: string): StackDistance {
  const known = Object.keys(stackDistances).find((each): each is StackDistance => each === text);
  if (known === undefined) throw new InvalidArgumentError(`It must be one of ${Object.keys(stackDistances).join(', ')}.`);
  return known;
}
