import { app } from 'electron';

/** Starts anew with the arguments of this start, but for safe mode. */
export function startAsUsual(): void {
  app.relaunch({ args: process.argv.slice(1).filter((arg) => arg !== '--safe-mode') });
  app.quit();
}
