import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import type { AssetRecord } from '@shared/library/asset-record';
import { printableJson } from '@shared/story/printable';
import { countOf } from '@shared/story/words';
import { hasCode } from '../../adapters/files/file-trouble';
import type { LibraryQueries } from '../../projections/library-queries';
import { toCsv } from '../export/csv';
import { toHtml } from '../export/html';
import { withLibrary } from '../export/open-library-copy';
import { readingLog } from '../open-log';
import { complain } from '../printer';
import type { Finish } from '../run-command-line';
import { UsageError } from '../usage-error';

const formats = ['csv', 'html', 'json'] as const;
type Format = (typeof formats)[number];

interface Options {
  readonly format?: Format;
  readonly out?: string;
  readonly data?: string;
}

const pageSize = 50;

/** `alice export`: the library as a table for other programs. */
export function exportCommand(program: Command, finish: Finish): void {
  program
    .command('export')
    .description('Write the library as CSV, as one HTML page, or as JSON lines, to FILE or to stdout.')
    .addOption(new Option('--format <format>', 'csv, html or json (default: by the ending of FILE, else csv)').choices(formats))
    .option('--out <file>', 'a new file; without it the table goes to stdout')
    .option('--data <dir>', "the data folder (default: the app's)")
    .action(async (options: Options) => {
      const format = options.format ?? formatOf(options.out);
      await readingLog(options.data, (log) =>
        withLibrary(log, async (library) => {
          await write(options.out, lines(format, library));
          if (options.out !== undefined) complain(`${countOf(library.assetCount, 'file')} written to ${options.out}.`);
        }));
      finish(0);
    });
}

function formatOf(out: string | undefined): Format {
  const ending = out === undefined ? '' : extname(out).toLowerCase();
  return ending === '.html' || ending === '.htm' ? 'html' : /^\.(json|jsonl|ndjson)$/.test(ending) ? 'json' : 'csv';
}

function lines(format: Format, library: LibraryQueries): Iterable<string> {
  switch (format) {
    case 'csv':
      return toCsv(everyAsset(library));
    case 'html':
      return toHtml(everyAsset(library), library.assetCount);
    case 'json':
      return jsonLines(library);
  }
}

function* jsonLines(library: LibraryQueries): Iterable<string> {
  for (const asset of everyAsset(library)) yield `${printableJson(asset)}\n`;
}

/** Filed assets, newest first, a page in memory at a time. */
function* everyAsset(library: LibraryQueries): Iterable<AssetRecord> {
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const page = library.assetsBefore(before, pageSize);
    yield* page;
    const last = page.at(-1)?.filed_sequence ?? null;
    if (last === null || page.length < pageSize) return;
    before = last;
  }
}

/** Writes to a new file, never over one that is there; half a table is not left behind. */
async function write(out: string | undefined, chunks: Iterable<string>): Promise<void> {
  if (out === undefined) {
    await pipeline(Readable.from(chunks), process.stdout, { end: false }).catch((error: unknown) => {
      // Whoever read our lines has seen enough.
      if (!hasCode(error, 'EPIPE')) throw error;
    });
    return;
  }
  try {
    await pipeline(Readable.from(chunks), createWriteStream(out, { flags: 'wx' }));
  } catch (error) {
    if (hasCode(error, 'EEXIST')) throw new UsageError(`The file ${out} is there already. Name another one.`);
    if (hasCode(error, 'ENOENT', 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR')) throw new UsageError(`The file ${out} cannot be written. Name another one.`);
    await rm(out, { force: true });
    if (hasCode(error, 'ENOSPC', 'EDQUOT')) throw new UsageError(`There is no room for ${out}: the disk is full. Make room, or name a file elsewhere.`);
    throw error;
  }
}
