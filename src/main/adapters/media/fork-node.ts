import { fork } from 'node:child_process';
import { heapLimitMb, type MediaProcess, type readySignal, type Response } from './protocol';

/** Starts the media process from plain Node: for the command line and tests. */
export function forkNodeMediaProcess(workerFile: string, modelFile: string): MediaProcess {
  const child = fork(workerFile, [modelFile], {
    execArgv: [`--max-old-space-size=${heapLimitMb}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // A process that is gone is reported by 'exit'; a message that it could not take says nothing more.
  child.on('error', () => undefined);
  return {
    post: (request) => { child.send(request, () => undefined); },
    onMessage: (listener) => { child.on('message', (message) => { listener(message as Response | typeof readySignal); }); },
    onExit: (listener) => { child.once('exit', listener); },
    kill: () => { child.kill('SIGKILL'); },
  };
}
