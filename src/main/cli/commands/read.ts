import { resolve } from 'node:path';
import type { Command } from 'commander';
import { toolName } from '@shared/library/provenance';
import { fileTrouble } from '../../adapters/files/file-trouble';
import { inspectFile } from '../../adapters/media/inspect-file';
import { print, printJson } from '../printer';
import type { Finish } from '../run-command-line';

/** `alice read FILE…`: which tool made each file, with prompt, seed and model, and how that is known. */
export function readCommand(program: Command, finish: Finish): void {
  program
    .command('read')
    .description('Tell which tool made each file, with its prompt, seed and model, and how that is known.')
    .argument('<file...>', 'pictures or videos')
    .option('--json', 'print one JSON object a file')
    .action(async (paths: string[], options: { json?: boolean }) => {
      let failed = false;
      for (const path of paths) {
        const result = await readOne(resolve(path));
        failed ||= 'error' in result;
        if (options.json) printJson({ file: path, ...result });
        else printForPeople(path, result);
      }
      finish(failed ? 1 : 0);
    });
}

type Result = Awaited<ReturnType<typeof readOne>>;

async function readOne(path: string) {
  try {
    const { inspection } = await inspectFile(path);
    if (inspection.kind !== 'media') return { error: inspection.reason };
    const { provenance, width, height } = inspection;
    return {
      tool: provenance.tool,
      model: provenance.model,
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
      confidence: provenance.confidence,
      evidence: provenance.evidence,
      media_type: inspection.media_type,
      format: inspection.format,
      made_on: inspection.made_at?.date ?? null,
      warnings: inspection.warnings,
    };
  } catch (error) {
    const known = fileTrouble(error);
    if (known === null && !(error instanceof Error && error.name === 'NotARegularFile')) throw error;
    return { error: known?.reason === 'vanished' ? 'There is no such file.' : (known?.message ?? 'This is not an ordinary file.') };
  }
}

function printForPeople(path: string, result: Result): void {
  print(path);
  if ('error' in result) {
    print(`  ${result.error}`);
    return;
  }
  const facts: [string, string | number | null][] = [
    ['Tool', toolName(result.tool)],
    ['Model', result.model],
    ['Prompt', result.prompt],
    ['Negative', result.negative_prompt],
    ['Seed', result.seed],
    ['Steps', result.steps],
    ['Sampler', result.sampler],
    ['CFG', result.cfg],
    ['Size', result.size],
  ];
  for (const [name, value] of facts) if (value !== null) print(`  ${name.padEnd(9)} ${value}`);
  for (const { key, excerpt } of result.evidence) print(`  ${'Because'.padEnd(9)} ${key}: ${excerpt}`);
  for (const warning of result.warnings) print(`  ${'Note'.padEnd(9)} ${warning}`);
}
