import { constants } from 'node:fs';

// Not every system has every flag (Windows has neither of the two).
const flags: Readonly<Record<string, number | undefined>> = constants;

/** Opens for reading, never follows a link, and never blocks on a pipe. */
export const readOnlyNoFollow = constants.O_RDONLY | (flags['O_NOFOLLOW'] ?? 0) | (flags['O_NONBLOCK'] ?? 0);
