import { type Command, InvalidArgumentError } from 'commander';
import { factsOf } from '@shared/library/asset-facts';
import type { AssetRecord } from '@shared/library/asset-record';
import { type LibraryCursor, type LibraryFilter, type LibrarySort, librarySorts } from '@shared/library/library-filter';
import { toolName, toolSlug } from '@shared/library/provenance';
import { measuredIssues } from '@shared/library/quality-overview';
import { countOf } from '@shared/story/words';
import type { LogReader } from '../../log/log-reader';
import { AssetSearch } from '../../projections/asset-search';
import { LibraryProjection } from '../../projections/library-projection';
import { openMemoryProjections, openProjectionsReadOnly } from '../../projections/open-projections';
import { readingLog } from '../open-log';
import { complain, nobodyReads, print, printJson } from '../printer';
import type { Finish } from '../run-command-line';

interface Options {
  readonly tool?: string;
  readonly model?: string;
  readonly lora?: string;
  readonly stars?: string[];
  readonly project?: string;
  readonly issue?: string;
  readonly seed?: string;
  readonly from?: string;
  readonly to?: string;
  readonly sort: LibrarySort['by'];
  readonly reverse?: boolean;
  readonly limit: number;
  readonly data?: string;
  readonly json?: boolean;
}

const pageSize = 200;

/** `alice search QUERY`: finds filed pictures, also while a hub is running. */
export function searchCommand(program: Command, finish: Finish): void {
  program
    .command('search')
    .description('Find filed pictures by words of prompt, model, LoRA, name or seed, and by facts.')
    .argument('[query...]', 'words, each the beginning of one that stands there')
    .option('--tool <name>', 'only from this tool, e.g. ComfyUI')
    .option('--model <name>', 'only with this model, or those whose names contain it')
    .option('--lora <name>', 'only with this LoRA, or those whose names contain it')
    .option('--stars <n>', 'only with so many stars: 5, 4+, or 0 for those without', starsOf)
    .option('--project <name>', 'only of this project')
    .option('--issue <name>', `only with this measured issue: ${measuredIssues.join(', ')}`, issueOf)
    .option('--seed <number>', 'only with exactly this seed')
    .option('--from <day>', 'only made on or after YYYY-MM-DD', dayOf)
    .option('--to <day>', 'only made on or before YYYY-MM-DD', dayOf)
    .option('--sort <by>', `in the order of ${librarySorts.join(', ')}`, sortOf, 'filed')
    .option('--reverse', 'the other way round')
    .option('--limit <n>', 'at most so many', wholeNumber, 50)
    .option('--data <dir>', "the data folder (default: the app's)")
    .option('--json', 'print one picture a line as JSON')
    .action(async (query: string[], options: Options) => {
      await readingLog(options.data, async ({ folder, reader }) => {
        const search = openSearch(folder, reader);
        const filter = await filterOf(search, query, options);
        const found = filter === null ? 0 : search.count(filter);
        const shown = filter === null ? 0 : printFound(search, filter, options);
        if (!options.json) print(shown < found ? `${shown} of ${countOf(found, 'picture')}. --limit shows more.` : `${countOf(found, 'picture')}.`);
      });
      finish(0);
    });
}

/** The library as the hub keeps it; where none is kept, or one of another version, it is read out of the log. */
function openSearch(folder: string, reader: LogReader): AssetSearch {
  const kept = openProjectionsReadOnly(folder);
  if (kept !== null) return new AssetSearch(kept);
  complain('The library is read from the log, which takes a moment. Start Alice once, and it is kept.');
  const database = openMemoryProjections();
  new LibraryProjection(database, reader).catchUp();
  return new AssetSearch(database);
}

/** Null when something is asked for that no picture has. */
async function filterOf(search: AssetSearch, query: readonly string[], options: Options): Promise<LibraryFilter | null> {
  const { facets } = await search.facets({});
  const chosen: [keyof LibraryFilter, string[]][] = [];
  for (const name of ['model', 'lora', 'project'] as const) {
    const wanted = options[name]?.toLowerCase();
    if (wanted === undefined) continue;
    const values = facets[name].map(({ value }) => value);
    const exact = values.filter((value) => value.toLowerCase() === wanted);
    const named = exact.length > 0 ? exact : values.filter((value) => value.toLowerCase().includes(wanted));
    if (named.length === 0) return null;
    chosen.push([name, named]);
  }
  if (options.tool !== undefined) chosen.push(['tool', [toolSlug(options.tool)]]);
  if (options.stars !== undefined) chosen.push(['stars', options.stars]);
  if (options.issue !== undefined) chosen.push(['issue', [options.issue]]);
  return {
    words: query.join(' '),
    ...(options.seed !== undefined && { seed: options.seed }),
    ...(options.from !== undefined && { made_from: options.from }),
    ...(options.to !== undefined && { made_to: options.to }),
    ...Object.fromEntries(chosen),
  };
}

function printFound(search: AssetSearch, filter: LibraryFilter, { sort: by, reverse = false, limit, json }: Options): number {
  const descending = (by !== 'name' && by !== 'score') !== reverse;
  const show = json ? (asset: AssetRecord) => { printJson(forMachines(asset)); } : printForPeople;
  let shown = 0;
  for (let after: LibraryCursor | null = null; shown < limit; ) {
    const { assets, next } = search.page(filter, { by, descending }, after, Math.min(pageSize, limit - shown));
    for (const asset of assets) {
      if (nobodyReads()) return shown;
      show(asset);
    }
    shown += assets.length;
    if (next === null) break;
    after = next;
  }
  return shown;
}

function printForPeople(asset: AssetRecord): void {
  const { tool, model, prompt } = factsOf(asset);
  const stars = asset.stars === null ? '-----' : '★'.repeat(asset.stars).padEnd(5, '☆');
  const about = [asset.date_folder, toolName(tool), model, asset.missing === null ? null : `file ${asset.missing}`];
  print(`${stars}  ${asset.path ?? asset.file_name}`);
  print(`       ${about.filter((part) => part !== null).join(', ')}`);
  if (prompt !== null) print(`       ${cut(prompt.replaceAll(/\s+/g, ' '))}`);
}

const cut = (text: string) => (text.length > 160 ? `${text.slice(0, 159)}…` : text);

function forMachines(asset: AssetRecord) {
  const { content_hash, file_name, path, project, media_type, file_size, width, height, stars, brisque, missing, filed_at } = asset;
  const { steps = null, cfg = null } = asset.generation;
  const { tool, model, loras, sampler, seed, prompt, negative_prompt, aesthetic, origin, made_on } = factsOf(asset);
  return {
    content_hash, file_name, path, project, media_type, file_size, width, height, stars, brisque, aesthetic, missing, made_on, filed_at,
    origin, tool, model, loras, sampler, seed, prompt, negative_prompt, steps, cfg,
  };
}

function starsOf(text: string): string[] {
  const [, digit, more] = /^([0-5])(\+?)$/.exec(text) ?? [];
  if (digit === undefined) throw new InvalidArgumentError('It must be 0 to 5, or for instance 4+.');
  return more === '' ? [digit] : ['0', '1', '2', '3', '4', '5'].filter((each) => each >= digit);
}

function issueOf(text: string): string {
  const issue = measuredIssues.find((each) => each === text.toLowerCase().replaceAll(/[\s-]/g, '_'));
  if (issue === undefined) throw new InvalidArgumentError(`It must be one of ${measuredIssues.join(', ')}.`);
  return issue;
}

function dayOf(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new InvalidArgumentError('It must be a day as YYYY-MM-DD.');
  return text;
}

function sortOf(text: string): LibrarySort['by'] {
  const by = librarySorts.find((each) => each === text);
  if (by === undefined) throw new InvalidArgumentError(`It must be one of ${librarySorts.join(', ')}.`);
  return by;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}
