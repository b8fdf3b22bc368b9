import type { Command } from 'commander';
import { verifyLog } from '../../log/verify-log';
import { readingLog } from '../open-log';
import { print, printJson, ProgressLine } from '../printer';
import type { Finish } from '../run-command-line';

/** `alice verify`: checks every row of the log; exit code 1 when one is damaged. */
export function verifyCommand(program: Command, finish: Finish): void {
  program
    .command('verify')
    .description('Check that no event of the log is missing, changed or damaged.')
    .option('--data <dir>', "the data folder (default: the app's)")
    .option('--json', 'print the result as JSON')
    .action(async (options: { data?: string; json?: boolean }) => {
      await readingLog(options.data, ({ database, reader, archive }) => {
        const line = new ProgressLine();
        const result = verifyLog(database, reader, archive, (sequence) => { line.show(`${sequence} of ${reader.lastSequence}`); });
        line.clear();
        if (options.json) printJson(result);
        else if (result.kind === 'damaged') print(`Event ${result.sequence} is damaged. ${result.problem}`);
        else {
          const chain = result.chained === 0 ? 'it keeps no hash chain' : `the hash chain over ${result.chained} of them holds`;
          const lost = result.lost === 0 ? '' : ` ${result.lost} more could not be read when the log was recovered.`;
          print(`The log is sound: ${result.events} events, ${result.archived} of them archived; ${chain}.${lost}`);
        }
        finish(result.kind === 'damaged' ? 1 : 0);
      });
    });
}
