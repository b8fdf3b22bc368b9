import { utilityProcess } from 'electron';
import { heapLimitMb, type MediaProcess, type readySignal, type Response } from '../adapters/media/protocol';

/** Starts the media process as Electron's utility process: sandboxed from the window and the library alike. */
export function forkUtilityMediaProcess(workerFile: string, modelFile: string): MediaProcess {
  const child = utilityProcess.fork(workerFile, [modelFile], {
    serviceName: 'Alice media',
    stdio: 'ignore',
    execArgv: [`--max-old-space-size=${heapLimitMb}`],
  });
  return {
    post: (request) => { child.postMessage(request); },
    onMessage: (listener) => { child.on('message', (message: Response | typeof readySignal) => { listener(message); }); },
    onExit: (listener) => { child.once('exit', listener); },
    kill: () => { child.kill(); },
  };
}
