import type { Command } from 'commander';
import type { StageOnOffer } from '@shared/library/quality-stage';
import { stagesOfEnvironment, stagesOnOffer } from '../../hub/quality-stages-setup';
import { dataFolderOf } from '../data-folder';
import { print, printJson } from '../printer';
import type { Finish } from '../run-command-line';

/** `alice stages`: what looks at a picture, what it costs and needs, and whether it is ready. */
export function stagesCommand(program: Command, finish: Finish): void {
  program
    .command('stages')
    .description('List the stages of the quality pipeline: what each costs, needs, and whether it is ready.')
    .option('--json', 'print one JSON object a stage')
    .option('--data <dir>', "the data folder (default: the app's)")
    .action(async (options: { json?: boolean; data?: string }) => {
      const stages = await stagesOnOffer(stagesOfEnvironment(dataFolderOf(options.data)));
      for (const stage of stages) {
        if (options.json) printJson({ ...stage, state: stateOf(stage) });
        else for (const line of inWords(stage)) print(line);
      }
      finish(0);
    });
}

function stateOf({ enabled, problem }: StageOnOffer): 'off' | 'ready' | 'not_ready' {
  if (!enabled) return 'off';
  return problem === null ? 'ready' : 'not_ready';
}

const states = { off: 'off', ready: 'ready', not_ready: 'not ready' } as const;

function inWords(stage: StageOnOffer): string[] {
  const { name, summary, cost, needs, problem } = stage;
  const facts = [`costs ${cost}`, `needs ${needs.join(', ')}`].join('; ');
  return [`${name}: ${states[stateOf(stage)]}; ${facts}`, `  ${summary}`, ...(problem === null ? [] : [`  ${problem}`])];
}
