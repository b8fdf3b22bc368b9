import { Command, CommanderError } from 'commander';
import { messageOf } from '../kernel/report-bug';
import { DataInUseError, UnusableDataError } from '../hub/lease';
import { isDamage } from '../hub/log-trouble';
import { NewerDataError } from '../log/schema';
import { asyncapiCommand } from './commands/asyncapi';
import { backupCommand } from './commands/backup';
import { briefCommand } from './commands/brief';
import { deadLettersCommand } from './commands/dead-letters';
import { bandsCommand } from './commands/bands';
import { doctorCommand } from './commands/doctor';
import { eventsCommand } from './commands/events';
import { exportCommand } from './commands/export';
import { historyCommand } from './commands/history';
import { logCommand } from './commands/log';
import { monitorCommand } from './commands/monitor';
import { organizeCommand } from './commands/organize';
import { projectCommand } from './commands/project';
import { rateCommand } from './commands/rate';
import { readCommand } from './commands/read';
import { replayCommand } from './commands/replay';
import { reprocessCommand } from './commands/reprocess';
import { rulesCommand } from './commands/rules';
import { scoreCommand } from './commands/score';
import { searchCommand } from './commands/search';
import { stagesCommand } from './commands/stages';
import { sourcesCommand } from './commands/sources';
import { stacksCommand } from './commands/stacks';
import { trashCommand } from './commands/trash';
import { undoCommand } from './commands/undo';
import { verifyCommand } from './commands/verify';
import { watchCommand } from './commands/watch';
import { whyCommand } from './commands/why';
import { complain } from './printer';
import { UsageError } from './usage-error';

/** What the commands need beside their own code. */
export interface CliFiles {
  readonly workerFile: string;
  readonly modelFile: string;
  readonly version: string;
}

/** 0 all well, 1 some files were set aside, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** A command says how it ended by calling this. */
export type Finish = (code: ExitCode) => void;

/** Runs one command and resolves with its exit code. */
export async function runCommandLine(args: readonly string[], files: CliFiles): Promise<ExitCode> {
  let code: ExitCode = 0;
  const finish: Finish = (with_) => { code = with_; };
  const program = new Command('alice')
    .description('Files, rates and explains the pictures and videos that you make with AI.')
    .version(files.version)
    .exitOverride()
    .showHelpAfterError('(see alice --help)');
  organizeCommand(program, files, finish);
  watchCommand(program, files, finish);
  eventsCommand(program, finish);
  exportCommand(program, finish);
  whyCommand(program, finish);
  asyncapiCommand(program, finish);
  monitorCommand(program, finish);
  deadLettersCommand(program, finish);
  verifyCommand(program, finish);
  doctorCommand(program, files, finish);
  historyCommand(program, finish);
  undoCommand(program, files, finish);
  trashCommand(program, files, finish);
  replayCommand(program, finish);
  logCommand(program, finish);
  backupCommand(program, finish);
  readCommand(program, files, finish);
  reprocessCommand(program, files, finish);
  rulesCommand(program, finish);
  searchCommand(program, finish);
  stacksCommand(program, finish);
  scoreCommand(program, files, finish);
  projectCommand(program, files, finish);
  briefCommand(program, finish);
  rateCommand(program, files, finish);
  bandsCommand(program, files, finish);
  stagesCommand(program, finish);
  sourcesCommand(program, finish);
  for (const command of program.commands.flatMap((each) => [each, ...each.commands])) command.exitOverride();
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (isDamage(error)) {
      complain(`The event log is damaged (${messageOf(error)}). alice log repair rebuilds it from all that can be read.`);
      return 2;
    }
    if ([UsageError, DataInUseError, UnusableDataError, NewerDataError].some((known) => error instanceof known)) {
      complain(messageOf(error));
      return 2;
    }
    complain(`Alice stopped because of an error of its own: ${error instanceof Error ? (error.stack ?? messageOf(error)) : messageOf(error)}`);
    return 2;
  }
}
