import { readFileSync } from 'node:fs';
import { parseBrisqueModel } from '../../services/quality/brisque/model';
import { assessPicture } from './assess-picture';
import { fingerprintOf } from './fingerprint-of';
import { inspectFile, metadataOfFile } from './inspect-file';
import { makeCopy } from './make-copy';
import { makePoster } from './make-poster';
import { makePreview } from './make-preview';
import { makeScreenPicture } from './make-screen-picture';
import { capMemory } from './memory-cap';
import { type Job, type JobResults, memoryLimitMb, readySignal, type Request, type Response } from './protocol';
import { thumbHashOfFile } from './thumb-hash-of-file';

/**
 * The process in which hostile media is read and decoded. It knows no events and no library; it answers one file at a
 * time per request and may be killed at any moment. Started with the path of the quality model as its argument.
 */
interface ParentPort {
  on(event: 'message', listener: (message: { data: Request }) => void): void;
  postMessage(message: Response | typeof readySignal): void;
}

await capMemory(memoryLimitMb * 1024 * 1024);
const [modelFile] = process.argv.slice(-1);
const model = parseBrisqueModel(readFileSync(modelFile ?? ''));

function perform(job: Job): Promise<JobResults[Job['kind']]> {
  switch (job.kind) {
    case 'inspect':
      return inspectFile(job.path, job.as);
    case 'metadata':
      return metadataOfFile(job.path);
    case 'assess':
      return assessPicture(job.path, job.thumbnail, model);
    case 'fingerprint':
      return fingerprintOf(job.path, job.thumbnail);
    case 'thumb-hash':
      return thumbHashOfFile(job.path);
    case 'preview':
      return makePreview(job.path);
    case 'copy':
      return makeCopy(job.path);
    case 'screen':
      return makeScreenPicture(job.path, job.place);
    case 'poster':
      return makePoster(job.path, job.frame, job.thumbnail);
  }
}

async function answer({ id, job }: Request): Promise<Response> {
  try {
    return { id, result: await perform(job) };
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null;
    return { id, error: error instanceof Error ? error.message : String(error), code: typeof code === 'string' ? code : null };
  }
}

// Electron's utility process brings a port; a forked Node process has a channel.
const parentPort = Reflect.get(process, 'parentPort') as ParentPort | undefined;
if (parentPort) {
  parentPort.on('message', ({ data }) => void answer(data).then((response) => { parentPort.postMessage(response); }));
  parentPort.postMessage(readySignal);
} else {
  process.on('message', (request) => void answer(request as Request).then((response) => process.send?.(response)));
  // The parent may have been killed: a decoder without a hub has nothing to do.
  process.on('disconnect', () => process.exit(0));
  process.send?.(readySignal);
}
