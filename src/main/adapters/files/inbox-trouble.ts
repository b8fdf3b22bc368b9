import type { Trouble } from '../../services/intake/ports';
import { fileTrouble, hasCode } from './file-trouble';

export function trouble(reason: Trouble['reason'], message: string, size: number | null = null): Trouble {
  return { kind: 'trouble', reason, message, size };
}

/** What went wrong in the inbox, in a code and a sentence. @throws what is a bug */
export function expectedTrouble(error: unknown, what: 'file' | 'folder', size: number | null = null): Trouble {
  if (hasCode(error, 'ETIMEDOUT', 'EHOSTDOWN', 'EHOSTUNREACH', 'ENETDOWN', 'ENETUNREACH', 'ECONNABORTED', 'ENOTCONN')) {
    return trouble('timed_out', `The drive that this ${what} lies on does not answer. Nothing is lost; Alice tries again by itself.`, size);
  }
  if (hasCode(error, 'ENAMETOOLONG')) {
    return trouble('name_too_long', `The path of this ${what} is longer than the system can open. Rename a folder above it to something shorter.`, size);
  }
  if (what === 'folder' && hasCode(error, 'EACCES', 'EPERM')) {
    return trouble('no_permission', 'Alice may not look into this folder, so nothing in it is taken in. Change its permissions; Alice tries again by itself.');
  }
  const known = fileTrouble(error);
  if (known === null) throw error;
  return trouble(known.reason, known.message, size);
}
