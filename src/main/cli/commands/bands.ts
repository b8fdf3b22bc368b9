import type { Command } from 'commander';
import type { BandsPreview } from '@shared/library/bands-preview';
import { type RatingBands, ratingBands } from '@shared/library/rating';
import { countOf, starsInWords } from '@shared/story/words';
import type { Hub } from '../../hub';
import { lastFolders } from '../last-folders';
import { complain, print, printJson } from '../printer';
import type { CliFiles, Finish } from '../run-command-line';
import { UsageError } from '../usage-error';
import { openCliHub } from './open-cli-hub';

interface Options {
  readonly set?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly data?: string;
}

/** `alice bands`: the limits between the stars, and what other limits would change; exit code 1 when a file could not follow. */
export function bandsCommand(program: Command, files: CliFiles, finish: Finish): void {
  program
    .command('bands')
    .description('Show the limits between the stars and the ratings of the library, or move the limits: every measured rating is derived anew.')
    .option('--set <limits>', 'four ascending BRISQUE scores: below the first five stars, below the second four, and so on, as in 25,45,65,80')
    .option('--dry-run', 'only say what would change and where files would be moved')
    .option('--json', 'print one JSON object')
    .option('--data <dir>', "the data folder (default: the app's)")
    .action(async (options: Options) => {
      const wanted = options.set === undefined ? null : limitsOf(options.set);
      if (wanted === null && options.dryRun) throw new UsageError('--dry-run says what --set would change: name limits, as in --set 25,45,65,80 --dry-run.');
      const { inbox, organized, dataFolder } = await lastFolders(options.data);
      const { hub } = await openCliHub(inbox, { to: organized, data: dataFolder }, files);
      try {
        if (wanted === null) {
          tellNow(hub, options.json === true);
          finish(0);
        } else if (options.dryRun) {
          tellPreview(hub.previewBands(wanted), 'would', options.json === true);
          finish(0);
        } else finish(await carryOut(hub, wanted, options.json === true));
      } finally {
        await hub.close('finished');
      }
    });
}

function limitsOf(text: string): RatingBands {
  const numbers = text.split(',').map((part) => (/^\s*-?\d+(\.\d+)?\s*$/.test(part) ? Number(part) : Number.NaN));
  const limits = ratingBands.safeParse(numbers);
  if (limits.success) return limits.data;
  throw new UsageError(`“${text}” are no limits between the stars. Name four ascending scores from 0 to 100, as in 25,45,65,80.`);
}

const shares = [10, 25, 50, 75, 90] as const;

/** The score that a share of all measured pictures lies at or below. */
function percentilesOf(scores: readonly number[]): Readonly<Record<string, number>> {
  const at = (share: number) => scores[Math.max(0, Math.ceil((scores.length * share) / 100) - 1)] ?? 0;
  return scores.length === 0 ? {} : Object.fromEntries(shares.map((share) => [`p${share}`, at(share)]));
}

function tellNow(hub: Hub, json: boolean): void {
  const { stars, scores } = hub.ratingsNow();
  const bands = hub.bands();
  const percentiles = percentilesOf(scores);
  if (json) {
    printJson({ bands, ratings: stars, measured: scores.length, percentiles });
    return;
  }
  const [five, four, three, two] = bands;
  print(`BRISQUE below ${five} is five stars, below ${four} four, below ${three} three, below ${two} two, the rest one.`);
  for (const { stars: of, count, own } of stars) {
    print(`  ${starsInWords(of).padEnd(12)}${countOf(count, 'file')}${own > 0 ? `, ${own} by your own rating` : ''}`);
  }
  if (scores.length === 0) print('No picture has a measured score yet.');
  else {
    const parts = Object.entries(percentiles).map(([share, score]) => `${share.slice(1)} % up to ${score.toFixed(1)}`);
    print(`Scores of ${countOf(scores.length, 'measured picture')}: ${parts.join(', ')}.`);
  }
}

function tellPreview(preview: BandsPreview, how: 'would' | 'did', json: boolean): void {
  if (json) {
    printJson(preview);
    return;
  }
  const { bands, rated, changed, covered, changes, files_moved, examples } = preview;
  const would = how === 'would';
  print(`${bands.join(', ')}: ${changed.toLocaleString('en')} of ${countOf(rated, 'measured rating')} ${would ? 'would change' : changed === 1 ? 'has changed' : 'have changed'}.`);
  if (covered > 0) print(`${covered.toLocaleString('en')} of them ${covered === 1 ? 'lies' : 'lie'} under a rating of your own, which holds.`);
  for (const { from, to, count } of changes) print(`  from ${starsInWords(from)} to ${starsInWords(to)}: ${count.toLocaleString('en')}`);
  if (!would) return;
  print(`${countOf(files_moved, 'file')} would be moved to the folder of ${files_moved === 1 ? 'its' : 'their'} rating.`);
  for (const { file_name, brisque, from, to, from_folder, to_folder } of examples) {
    print(`  ${file_name}: BRISQUE ${brisque.toFixed(1)}, ${starsInWords(from)} to ${starsInWords(to)}; ${to_folder === null ? `stays in ${from_folder}` : `${from_folder} → ${to_folder}`}`);
  }
  if (changed > examples.length) print(`  and ${(changed - examples.length).toLocaleString('en')} more`);
}

async function carryOut(hub: Hub, wanted: RatingBands, json: boolean): Promise<0 | 1> {
  const before = hub.log.lastSequence;
  await hub.start({ watch: false, takeIn: false });
  const preview = await hub.setBands(wanted);
  await hub.settled();
  const answers = hub.log.find({ types: ['asset.refiled', 'asset.refile_refused'], after: before, limit: Number.MAX_SAFE_INTEGER });
  const refused = answers.flatMap((event) => (event.event_type === 'asset.refile_refused' && event.data.reason !== 'superseded' ? [event.data] : []));
  const moved = answers.filter(({ event_type }) => event_type === 'asset.refiled').length;
  if (json) printJson({ ...preview, moved, not_moved: refused.map(({ file_path, message }) => ({ file_path, message })) });
  else {
    tellPreview(preview, 'did', false);
    print(`${countOf(moved, 'file')} moved; alice undo --last takes the limits back.`);
    for (const { file_path, message } of refused) print(`  not moved: ${file_path}: ${message}`);
  }
  const pause = hub.pausedFor();
  if (pause !== null) complain(`Alice has paused: ${pause.message} What is left goes on at the next start.`);
  return refused.length > 0 || pause !== null ? 1 : 0;
}
