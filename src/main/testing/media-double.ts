import { assessPicture } from '../adapters/media/assess-picture';
import { inspectFile } from '../adapters/media/inspect-file';
import type { MediaProcess, Response } from '../adapters/media/protocol';
import { model } from './quality-pictures';

const brisque = model();

/** The media process without a process: the same work, done here. */
export function mediaInThisProcess(): MediaProcess {
  const hear: ((response: Response) => void)[] = [];
  const exited: (() => void)[] = [];
  return {
    post: ({ id, job }) => {
      const work = job.kind === 'inspect' ? inspectFile(job.path) : assessPicture(job.path, job.thumbnail, brisque);
      work.then(
        (result) => { for (const each of hear) each({ id, result }); },
        (error: unknown) => {
          const { message, code = null } = error as { message: string; code?: string };
          for (const each of hear) each({ id, error: message, code });
        },
      );
    },
    onMessage: (listener) => hear.push(listener),
    onExit: (listener) => exited.push(listener),
    kill: () => { for (const each of exited.splice(0)) each(); },
  };
}
