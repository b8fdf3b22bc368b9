import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Trouble } from './say.mjs';

const size = '1440x900x24';

/** Starts a virtual screen on a free display. Resolves with its name and the way to end it. */
export const startVirtualScreen = () =>
  new Promise((resolve, reject) => {
    // Detached: Ctrl+C in the terminal must not take the screen away before the app has closed on it.
    const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let words = '';
    const fail = (reason) => reject(new Trouble(`The virtual screen (Xvfb) did not start: ${reason}. Install it with: sudo apt-get install xvfb`));
    const endAtExit = () => child.kill('SIGKILL');
    child.stderr.setEncoding('utf8').on('data', (text) => (words = (words + text).slice(-500)));
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(words.trim() || `it ended with code ${code}`));
    child.stdio[3].setEncoding('utf8').once('data', (number) => {
      process.once('exit', endAtExit);
      child.unref();
      resolve({
        display: `:${number.trim()}`,
        end: async () => {
          process.removeListener('exit', endAtExit);
          if (child.exitCode !== null || child.signalCode !== null) return;
          const gone = once(child, 'exit');
          child.ref();
          child.kill('SIGTERM');
          await gone;
        },
      });
    });
  });
