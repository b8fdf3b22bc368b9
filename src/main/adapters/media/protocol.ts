import type { FileMetadata } from '@shared/library/file-metadata';
import type { ThumbHash } from '@shared/library/thumb-hash';
import type { Inspection } from '../../services/assets/inspect-media';
import type { ReadAs } from '../../services/assets/read-as';
import type { Fingerprint, Verdict } from '../../services/quality/quality-service';

/** What the media process can be asked to do with one file. */
export type Job =
  | { readonly kind: 'inspect'; readonly path: string; readonly as?: ReadAs }
  | { readonly kind: 'metadata'; readonly path: string }
  | { readonly kind: 'assess'; readonly path: string; /** Where the thumbnail goes; null makes none. */ readonly thumbnail: string | null }
  | { readonly kind: 'fingerprint'; readonly path: string; /** What is decoded when it is there: it costs less. */ readonly thumbnail: string }
  | { readonly kind: 'thumb-hash'; /** A thumbnail that was made before. */ readonly path: string }
  | { readonly kind: 'preview'; readonly path: string }
  | { readonly kind: 'copy'; readonly path: string }
  | { readonly kind: 'screen'; readonly path: string; /** Where the picture for a screen goes. */ readonly place: string }
  | { readonly kind: 'poster'; readonly path: string; /** A frame of the video; null takes its cover. */ readonly frame: Uint8Array | null; readonly thumbnail: string };

export interface JobResults {
  inspect: {
    readonly inspection: Inspection;
    /** Milliseconds since 1970. */
    readonly file_time: number;
    /** Bytes. */
    readonly file_size: number;
  };
  /** Null when the file is no picture or video. */
  metadata: FileMetadata | null;
  assess: Verdict;
  /** Null when neither file could be read. */
  fingerprint: { readonly phash: Fingerprint } | null;
  /** Null when there is no thumbnail that can be read. */
  'thumb-hash': ThumbHash | null;
  /** A JPEG. */
  preview: Uint8Array;
  /** A PNG. */
  copy: Uint8Array;
  screen: null;
  /** Whether there is a thumbnail now. */
  poster: boolean;
}

export interface Request {
  readonly id: number;
  readonly job: Job;
}

/** The first thing that a process says: it has loaded all that it needs. */
export const readySignal = 'ready';

/** `error` is the message of what was thrown; `code` the system's code, when it had one. */
export type Response =
  | { readonly id: number; readonly result: JobResults[Job['kind']] }
  | { readonly id: number; readonly error: string; readonly code: string | null };

/** A process that answers requests, however it was started. */
export interface MediaProcess {
  post(request: Request): void;
  onMessage(listener: (message: Response | typeof readySignal) => void): void;
  onExit(listener: () => void): void;
  kill(): void;
}

export type StartMediaProcess = () => MediaProcess;

/** Memory for the process's own heap, in MB; decoded pixels live outside it. */
export const heapLimitMb = 512;

/**
 * All memory of the process, in MB: three large pictures at once, or one that says it is as large as Alice decodes and
 * has to be held whole. What needs more is a bomb, or as good as one.
 */
export const memoryLimitMb = 1_536;
