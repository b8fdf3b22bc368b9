import { inEnglish, t } from '@shared/language/language';
import type { Said } from '@shared/language/said';
import type { SetAsideReason } from '../../services/intake/ports';

interface SystemError {
  readonly code: string;
}

function codeOf(error: unknown): string | null {
  const code: unknown = error instanceof Error ? (error as Partial<SystemError>).code : undefined;
  return typeof code === 'string' ? code : null;
}

/** Whether an error of the file system has one of these codes. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  const code = codeOf(error);
  return code !== null && codes.includes(code);
}

/** Expected trouble with a file, in a code and a sentence that is recorded. Null for anything that is a bug. */
export function fileTrouble(error: unknown): { reason: SetAsideReason; message: string } | null {
  const known = expected(error);
  return known && { reason: known.reason, message: inEnglish(known.said) };
}

/** The same sentence for a person; null for a bug. */
export function fileTroubleInWords(error: unknown): string | null {
  return expected(error)?.said() ?? null;
}

function expected(error: unknown): { reason: SetAsideReason; said: Said } | null {
  const code = codeOf(error);
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return { reason: 'no_permission', said: () => t('Alice may not read or write here. Change the permissions and try again.') };
    case 'ENOSPC':
    case 'EDQUOT':
      return { reason: 'disk_full', said: () => t('The disk is full. The original is untouched; make room and try again.') };
    case 'EROFS':
      return { reason: 'read_only', said: () => t('The disk is read-only, so nothing can be filed there. The original is untouched.') };
    case 'ENOENT':
      return { reason: 'vanished', said: () => t('The file was gone before Alice could take it further.') };
    case 'ENAMETOOLONG':
      return { reason: 'name_too_long', said: () => t('The name is longer than this disk takes. The file is untouched; give it a shorter name.') };
    case null:
      return null;
    default:
      // Every other answer of a file system, known or not. Node's own errors (ERR_…) are bugs.
      if (!/^E(?!RR_)[A-Z0-9]+$/.test(code) && code !== 'UNKNOWN') return null;
      return {
        reason: 'file_operation_failed',
        said: () => t('The file system refused ({code}). The original is untouched; try again.', { code }),
      };
  }
}
