/** Something that the person can put right; its message is the one sentence that they see. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
