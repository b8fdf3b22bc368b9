/** Files that lie in the inbox and that nobody has taken in. */
export interface LyingFiles {
  readonly files: number;
  /** Whether all of the inbox was looked through; as long as it was not, there may be more. */
  readonly whole: boolean;
}
