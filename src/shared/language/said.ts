import { inEnglish } from './language';

/** A sentence that is said anew to each who asks: to a person in their language, `inEnglish` to the log and to what is recorded. */
export type Said = () => string;

/** Trouble that a person is told of. The log and whatever else is written down has its message, which is English. */
export class SaidError extends Error {
  readonly said: Said;

  constructor(said: Said, options?: ErrorOptions) {
    super(inEnglish(said), options);
    this.said = said;
  }
}

/** What a person is told of anything that was thrown. What others than Alice have thrown is told in the words that it has. */
export function toldOf(error: unknown): string {
  if (error instanceof SaidError) return error.said();
  return error instanceof Error ? error.message : String(error);
}
