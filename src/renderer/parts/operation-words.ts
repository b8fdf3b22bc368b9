/** What becomes of the original, as a sentence. */
export const operationSentence = {
  copy: 'The original stays in the inbox, untouched.',
  move: 'The original leaves the inbox only after its copy was verified.',
} as const;
