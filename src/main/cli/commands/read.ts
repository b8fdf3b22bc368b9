import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { FileMetadata } from '@shared/library/file-metadata';
import { toolName } from '@shared/library/provenance';
import { durationInWords } from '@shared/story/words';
import { forkNodeMediaProcess } from '../../adapters/media/fork-node';
import { MediaJobError, MediaPool } from '../../adapters/media/media-pool';
import { metadataWith, readAssetWith } from '../../adapters/media/media-ports';
import type { MediaInspection } from '../../services/assets/inspect-media';
import { dataFolderOf } from '../data-folder';
import { ownRulesOf, rulesOption } from '../own-rules-of';
import { nobodyReads, print, printJson } from '../printer';
import type { CliFiles, Finish } from '../run-command-line';

interface Options {
  readonly json?: boolean;
  readonly raw?: boolean;
  readonly rules?: string;
  readonly data?: string;
}

/** Files that are read at once; the answers come in the order of the names. */
const atOnce = 8;

/** `alice read FILE…`: which tool made each file, with prompt, seed and model, and how that is known. */
export function readCommand(program: Command, files: CliFiles, finish: Finish): void {
  program
    .command('read')
    .description('Tell which tool made each file, with its prompt, seed and model, and how that is known.')
    .argument('<file...>', 'pictures or videos')
    .option('--raw', 'print the metadata itself as well, as it stands in the file')
    .option(...rulesOption)
    .option('--data <dir>', "the data folder whose source rules hold (default: the app's)")
    .option('--json', 'print one JSON object a file')
    .action(async (paths: string[], options: Options) => {
      const rules = ownRulesOf(options, dataFolderOf(options.data));
      // Hostile files are read in a process with a ceiling of memory, which may die.
      const pool = new MediaPool({ start: () => forkNodeMediaProcess(files.workerFile, files.modelFile), processes: 2 });
      const read = readerOf(readAssetWith(pool, () => rules), options.raw ? metadataWith(pool) : null);
      let failed = false;
      try {
        const under: Promise<Result>[] = [];
        for (const [at, path] of paths.entries()) {
          while (under.length < atOnce && at + under.length < paths.length) under.push(read(resolve(paths[at + under.length] ?? '')));
          const result = await under.shift();
          if (result === undefined || nobodyReads()) break;
          failed ||= 'error' in result;
          if (options.json) printJson({ file: path, ...result });
          else printForPeople(path, result);
        }
      } finally {
        pool.close();
      }
      finish(failed ? 1 : 0);
    });
}

type Result = Awaited<ReturnType<ReturnType<typeof readerOf>>>;
type ReadTexts = ReturnType<typeof metadataWith>;

function readerOf(read: ReturnType<typeof readAssetWith>, readTexts: ReadTexts | null) {
  return async (path: string) => {
    try {
      const found = await read(path);
      if (found.kind === 'trouble') {
        return { error: found.reason === 'vanished' ? 'There is no such file.' : found.message.replace('in the inbox', 'where it is') };
      }
      return { ...factsOf(found.inspection), ...(readTexts && { raw: textsOf(await readTexts(path)) }) };
    } catch (error) {
      if (!(error instanceof MediaJobError)) throw error;
      return { error: error.message };
    }
  };
}

function factsOf({ provenance, width, height, facts, media_type, format, made_at, warnings }: MediaInspection) {
  return {
    tool: provenance.tool,
    origin: provenance.origin,
    model: provenance.model,
    model_hash: provenance.model_hash,
    prompt: provenance.prompt,
    negative_prompt: provenance.negative_prompt,
    seed: provenance.seed,
    steps: provenance.steps,
    sampler: provenance.sampler,
    scheduler: provenance.scheduler,
    cfg: provenance.cfg,
    size: width === null || height === null ? null : `${width}x${height}`,
    width,
    height,
    generated_width: provenance.width,
    generated_height: provenance.height,
    loras: provenance.loras,
    settings: provenance.settings,
    confidence: provenance.confidence,
    evidence: provenance.evidence,
    media_type,
    format,
    facts,
    made_on: made_at?.date ?? null,
    warnings,
  };
}

/** Shorter films to the hundredth: what tools make lasts seconds. */
function lasting(seconds: number): string {
  return seconds < 120 ? `${Math.round(seconds * 100) / 100} s` : durationInWords(seconds * 1_000);
}

function textsOf(found: FileMetadata | { readonly problem: string }): FileMetadata['texts'] {
  return 'problem' in found ? [] : found.texts;
}

function printForPeople(path: string, result: Result): void {
  print(path);
  if ('error' in result) {
    print(`  ${result.error}`);
    return;
  }
  const line = (name: string, value: string | number) => { print(`  ${name.padEnd(9)} ${value}`); };
  const { facts } = result;
  const rows: [string, string | number | null][] = [
    ['Tool', toolName(result.tool)],
    ['Model', result.model],
    ['Prompt', result.prompt],
    ['Negative', result.negative_prompt],
    ['Seed', result.seed],
    ['Steps', result.steps],
    ['Sampler', result.sampler],
    ['CFG', result.cfg],
    ['Size', result.size],
    ['Format', result.format],
    ['Codec', facts.codec],
    ['Duration', facts.duration === null ? null : lasting(facts.duration)],
    ['Frames', facts.frames === null ? null : `${facts.frames}${facts.frame_rate === null ? '' : `, ${facts.frame_rate} a second`}`],
    ['Sound', facts.has_audio === null ? null : facts.has_audio ? 'yes' : 'no'],
    ['Made on', result.made_on],
  ];
  for (const [name, value] of rows) if (value !== null) line(name, value);
  for (const { name, weight } of result.loras) line('LoRA', `${name} at ${weight}`);
  for (const { key, excerpt } of result.evidence) line('Because', `${key}: ${excerpt}`);
  for (const warning of result.warnings) line('Note', warning);
  for (const { key, text, length } of result.raw ?? []) {
    const cut = length > text.length ? ` (the first ${text.length} of ${length} characters)` : '';
    line('Raw', `${key}${cut}: ${text}`);
  }
}
