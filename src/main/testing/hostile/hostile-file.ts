/** A file that means harm, and what Alice must say of it. */
export interface HostileFile {
  /** As it lies in the inbox; the extension may lie. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /**
   * `filed` when it is harmless to keep, rated or not; `set_aside` when it cannot be a picture or video; `either` where
   * that is for the decoder to say and only an outcome matters.
   */
  readonly ends: 'filed' | 'set_aside' | 'either';
}
