import { assessPicture } from '../adapters/media/assess-picture';
import { fingerprintOf } from '../adapters/media/fingerprint-of';
import { inspectFile, metadataOfFile } from '../adapters/media/inspect-file';
import { makeCopy } from '../adapters/media/make-copy';
import { makePoster } from '../adapters/media/make-poster';
import { makePreview } from '../adapters/media/make-preview';
import { makeScreenPicture } from '../adapters/media/make-screen-picture';
import type { Job, JobResults, MediaProcess, Response } from '../adapters/media/protocol';
import { thumbHashOfFile } from '../adapters/media/thumb-hash-of-file';
import { model } from './quality-pictures';

const brisque = model();

function perform(job: Job): Promise<JobResults[Job['kind']]> {
  if (job.kind === 'inspect') return inspectFile(job.path, job.as);
  if (job.kind === 'metadata') return metadataOfFile(job.path);
  if (job.kind === 'preview') return makePreview(job.path);
  if (job.kind === 'copy') return makeCopy(job.path);
  if (job.kind === 'screen') return makeScreenPicture(job.path, job.place);
  if (job.kind === 'thumb-hash') return thumbHashOfFile(job.path);
  if (job.kind === 'fingerprint') return fingerprintOf(job.path, job.thumbnail);
  return job.kind === 'assess' ? assessPicture(job.path, job.thumbnail, brisque) : makePoster(job.path, job.frame, job.thumbnail);
}

/** The media process without a process: the same work, done here. */
export function mediaInThisProcess(): MediaProcess {
  const hear: ((response: Response) => void)[] = [];
  const exited: (() => void)[] = [];
  return {
    post: ({ id, job }) => {
      const work = perform(job);
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
