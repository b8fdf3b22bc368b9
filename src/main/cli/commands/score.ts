import { resolve } from 'node:path';
import type { Command } from 'commander';
import PQueue from 'p-queue';
import { starsFor } from '@shared/library/rating';
import { starsInWords } from '@shared/story/words';
import { forkNodeMediaProcess } from '../../adapters/media/fork-node';
import { MediaPool } from '../../adapters/media/media-pool';
import { assessImageWith } from '../../adapters/media/media-ports';
import { stagesForOnce } from '../../hub/quality-stages';
import { stagesOfEnvironment } from '../../hub/quality-stages-setup';
import { bugInWords, type ReportBug } from '../../kernel/report-bug';
import { dataFolderOf } from '../data-folder';
import { comparisonWith, type LibraryComparison } from '../library-comparison';
import { complain, print, printJson } from '../printer';
import { lookedAtByStages, stagesInWords, type StagesSaid } from '../stages-of-picture';
import type { CliFiles, Finish } from '../run-command-line';

/** `alice score FILE…`: the technical quality of each picture. */
export function scoreCommand(program: Command, files: CliFiles, finish: Finish): void {
  program
    .command('score')
    .description('Measure the technical quality of each picture.')
    .argument('<file...>', 'pictures')
    .option('--stages', 'have the added stages that are switched on look at them, too; see alice stages')
    .option('--data <dir>', "the data folder with the library that scores are compared with, its limits between the stars and its stages (default: the app's)")
    .option('--json', 'print one JSON object a file')
    .action(async (paths: string[], options: { json?: boolean; stages?: boolean; data?: string }) => {
      const library = comparisonWith(dataFolderOf(options.data));
      const pool = new MediaPool({ start: () => forkNodeMediaProcess(files.workerFile, files.modelFile), processes: 2 });
      let failed = false;
      try {
        const assess = assessImageWith(pool, null);
        const reportBug: ReportBug = (bug) => { complain(bugInWords(bug)); };
        const pipeline = stagesForOnce({ source: stagesOfEnvironment(dataFolderOf(options.data)), pool, reportBug });
        // A service is asked about a few at a time.
        const asked = new PQueue({ concurrency: picturesAtOnce });
        const withStages = async (path: string) => {
          const score = await scoreOne(assess, path, library);
          if (!options.stages || score.brisque === null) return score;
          return { ...score, ...(await lookedAtByStages(pipeline, path, score.brisque)) };
        };
        const results = paths.map((path) => asked.add(() => withStages(path)));
        for (const [i, pending] of results.entries()) {
          const { troubled, ...result } = await pending;
          failed ||= troubled;
          if (options.json) printJson({ file: paths[i], ...result });
          else print(`${paths[i] ?? ''}: ${inWords(result)}`);
        }
      } finally {
        pool.close();
      }
      finish(failed ? 1 : 0);
    });
}

const picturesAtOnce = 6;

interface Score {
  readonly brisque: number | null;
  readonly stars: number | null;
  /** Why there is no rating; null when there is one. */
  readonly reason: string | null;
  readonly quality_issues: readonly string[];
  /** The share of the library's measured pictures that are worse, in per cent; null when there are none. */
  readonly better_than: number | null;
}

async function scoreOne(
  assess: ReturnType<typeof assessImageWith>, path: string, { bands, betterThan }: LibraryComparison,
): Promise<Score & { troubled: boolean }> {
  const verdict = await assess(resolve(path), '');
  if (verdict.kind === 'rated') {
    const { brisque, issues: quality_issues } = verdict;
    return { brisque, stars: starsFor(brisque, bands), reason: null, quality_issues, better_than: betterThan(brisque), troubled: false };
  }
  return { brisque: null, stars: null, reason: verdict.message, quality_issues: [], better_than: null, troubled: verdict.kind === 'trouble' };
}

function inWords({ brisque, stars, reason, quality_issues, better_than, ...looked }: Score & Partial<StagesSaid>): string {
  if (brisque === null || stars === null) return `not rated. ${reason ?? ''}`;
  const issues = quality_issues.length === 0 ? '' : `; measured: ${quality_issues.join(', ')}`;
  const among = better_than === null ? '' : `; better than ${better_than} % of the library`;
  return `BRISQUE ${brisque.toFixed(1)}, ${starsInWords(stars)} for technical quality${issues}${among}${stagesInWords(looked)}`;
}
