import { app } from 'electron';
import { argumentsAgain } from './launch-options';

/** Starts anew with the switches of this start. */
export function startAgain(without: readonly string[] = []): void {
  const args = argumentsAgain(process.argv.slice(1), process.env['INIT_CWD'] ?? process.cwd());
  app.relaunch({ args: args.filter((arg) => !without.includes(arg)) });
  app.quit();
}

/** Starts anew with the arguments of this start, but for safe mode. */
export function startAsUsual(): void {
  startAgain(['--safe-mode']);
}
