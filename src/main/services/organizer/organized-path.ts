import { join } from 'node:path';
import { starFolder, type Stars } from '@shared/library/rating';

/** What decides where a file is filed. */
export interface FilingFacts {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly project: string;
  readonly source: string;
  readonly stars: Stars | null;
}

/** Bytes that a name may have on every file system, less what the sequence number and extension need. */
const longestSegment = 200;

/** Names that Windows keeps for devices, with or without an extension. */
const reserved = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|clock\$|conin\$|conout\$) *(\..*)?$/i;

/**
 * A name as one path segment that is safe on every file system: no separators or control characters, no reserved
 * or dot names, no trailing dot or space, nothing that cannot be seen, not too long. The same name always gives the same segment.
 */
export function safeSegment(name: string): string {
  const plain = name
    .normalize('NFC')
    // Control characters, what Windows forbids, and marks that turn the reading direction.
    .replace(/[\p{Cc}<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '_')
    .replace(/\p{Cs}/gu, '_')
    .replace(/^\.+/, '_')
    .replace(/[. ]+$/, '');
  const short = shorten(reserved.test(plain) ? `_${plain}` : plain);
  // Also of spaces of other scripts alone, which are no trailing spaces for any file system.
  return short.trim() === '' ? '_' : short;
}

function shorten(segment: string): string {
  let kept = '';
  for (const sign of segment) {
    if (Buffer.byteLength(kept + sign) > longestSegment) break;
    kept += sign;
  }
  return kept.replace(/[. ]+$/, '');
}

/** `organized/<day>/<project>/<source>/<N>-star`, without the last part when there is no rating. */
export function folderFor(organized: string, { day, project, source, stars }: FilingFacts): string {
  const folder = join(organized, safeSegment(day), safeSegment(project), safeSegment(source));
  return stars === null ? folder : join(folder, starFolder(stars));
}

/** The words with which events name a place. */
interface Filing {
  readonly date_folder: string;
  readonly project_name: string;
  readonly source_type: string;
  readonly quality_folder: string | null;
}

/** The same for a place as events name it. */
export function folderOf(organized: string, filing: Filing): string {
  const { date_folder: day, project_name: project, source_type: source, quality_folder } = filing;
  const folder = folderFor(organized, { day, project, source, stars: null });
  return quality_folder === null ? folder : join(folder, safeSegment(quality_folder));
}

/** `<project>-<NNN>.<ext>`; the number is at least three digits wide and grows. */
export function fileNameFor(project: string, number: number, extension: string): string {
  const ending = /^[a-z0-9]{1,10}$/i.test(extension) ? extension : 'bin';
  return `${safeSegment(project)}-${String(number).padStart(3, '0')}.${ending}`;
}
