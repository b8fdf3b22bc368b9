import { type Command, InvalidArgumentError } from 'commander';
import { matchesPattern } from '@shared/events/pattern';
import type { LogReader } from '../../log/log-reader';
import { eventLine } from '@shared/story/event-line';
import { eventsOfAsset } from '../find-asset';
import { readingLog } from '../open-log';
import { nobodyReads, print, printJson } from '../printer';
import type { Finish } from '../run-command-line';

interface Options {
  readonly type?: string;
  readonly project?: string;
  readonly asset?: string;
  readonly after?: number;
  readonly limit?: number;
  readonly data?: string;
  readonly json?: boolean;
}

const pageSize = 1_000;

/** `alice events`: reads the log, also while a hub writes it. */
export function eventsCommand(program: Command, finish: Finish): void {
  program
    .command('events')
    .description('Read the event log.')
    .option('--type <pattern>', 'an event type, a prefix such as asset.*, or *')
    .option('--project <name>', 'only stories of this project')
    .option('--asset <hash|path>', 'only events about one asset')
    .option('--after <seq>', 'only events behind this sequence', wholeNumber)
    .option('--limit <n>', 'at most so many events', wholeNumber)
    .option('--data <dir>', "the data folder (default: the app's)")
    .option('--json', 'print one event a line as JSON')
    .action(async (options: Options) => {
      await readingLog(options.data, async ({ reader: log }) => {
        const show = options.json ? printJson : (event: Parameters<typeof eventLine>[0]) => { print(eventLine(event)); };
        for await (const event of chosen(log, options)) {
          if (nobodyReads()) return;
          show(event);
        }
      });
      finish(0);
    });
}

async function* chosen(log: LogReader, { type = '*', project, asset, after = 0, limit = Number.MAX_SAFE_INTEGER }: Options) {
  let left = limit;
  if (asset !== undefined) {
    const events = await eventsOfAsset(log, asset);
    const stories = project === undefined ? null : new Set(log.storiesOfProject(project));
    yield* events
      .filter((event) => event.sequence > after && matchesPattern(type, event.event_type) && (stories?.has(event.correlation_id) ?? true))
      .slice(0, limit);
    return;
  }
  const patterns = type === '*' ? {} : { patterns: [type] };
  const ofProject = project === undefined ? {} : { project };
  for (let place = after; left > 0; ) {
    const page = log.find({ after: place, ...patterns, ...ofProject, limit: Math.min(left, pageSize) });
    yield* page;
    left -= page.length;
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    place = last.sequence;
  }
}

function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}
