import { type Said, SaidError } from '@shared/language/said';
import type { Verdict } from '../quality-service';

export type StageNeed = 'pixels' | 'network' | 'key';

/** A picture as it is sent somewhere. */
export interface PictureBytes {
  readonly bytes: Uint8Array;
  readonly content_type: string;
}

/** A picture that was rated, for the stages after the first. */
export interface StagePicture {
  readonly content_hash: string;
  readonly path: string;
  /** At most 1,024 pixels a side, as a JPEG without any metadata; made once, however many stages want it. @throws StageTrouble */
  preview(): Promise<PictureBytes>;
  /** The file as it is. @throws StageTrouble */
  original(): Promise<PictureBytes>;
}

/** A picture for the first stage: it is decoded once, and measured and made small on the way. */
export interface FreshPicture {
  assess(): Promise<Verdict>;
}

export interface StageAnswer<Result = Readonly<Record<string, unknown>>> {
  /** 0 poor … 1 good; null when the stage gives none. */
  readonly score: number | null;
  readonly result: Result;
}

/** One stage of the quality pipeline: what it is, costs and needs, and how it looks at a picture. */
export interface Stage<Picture = StagePicture, Result = Readonly<Record<string, unknown>>> {
  /** Stands in `stages_completed`. */
  readonly name: string;
  readonly summary: string;
  /** What a picture costs, as it is told; null when nothing. */
  readonly cost: string | null;
  readonly needs: readonly StageNeed[];
  /** How much its score counts in the combined one. */
  readonly weight: number;
  /** Milliseconds after which a picture goes on without it. */
  readonly longest_ms: number;
  /** @throws StageTrouble for what is expected to go wrong */
  run(picture: Picture, signal: AbortSignal): Promise<StageAnswer<Result>>;
}

/** A stage gives no answer. What is said is a sentence for a person, and holds no secret; its message is recorded. */
export class StageTrouble extends SaidError {
  override readonly name = 'StageTrouble';
  /** Whose fault it is: a service that fails again and again is left alone for a while, whatever the picture. */
  readonly blames: 'service' | 'picture' | 'setup';

  constructor(said: Said, blames: StageTrouble['blames']) {
    super(said);
    this.blames = blames;
  }
}

/** Alice is closing: what was not answered is asked again after the next start. No bug. */
export class StagesEnded extends Error {
  override readonly name = 'StagesEnded';

  constructor() {
    super('Alice is closing.');
  }
}
