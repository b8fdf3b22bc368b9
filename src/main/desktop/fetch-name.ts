const longest = 120;
/** Control characters, those that turn the direction of text, and what some file system refuses. */
const refused = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** The name of what was fetched, without its ending: as its server calls it, else the end of its address, else its host. */
export function nameOfFetched(url: URL, disposition: string | undefined): string {
  const last = url.pathname.split('/').findLast((each) => each !== '') ?? '';
  return safeStem(dispositionName(disposition ?? '')) ?? safeStem(decoded(last)) ?? safeStem(url.hostname) ?? 'picture';
}

/** The name of what came without one, by the clock of this machine. */
export function nameByTime(how: 'typed' | 'pasted' | 'dropped', at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${how === 'dropped' ? 'dropped' : 'pasted'} ${day} at ${two(at.getHours())}.${two(at.getMinutes())}.${two(at.getSeconds())}`;
}

function dispositionName(header: string): string {
  const wide = /filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(header)?.[1];
  if (wide !== undefined) return decoded(wide);
  const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(header);
  return plain?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[2] ?? '';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function safeStem(name: string): string | null {
  // What stands before a slash of either kind is somebody's folder, and of no concern here.
  const file = name.slice(0, 2_000).split(/[/\\]/).at(-1) ?? '';
  const plain = file.replace(refused, ' ').replace(/\.[a-z0-9]{1,5}\s*$/i, '').replace(/\s+/g, ' ').trim();
  let stem = '';
  for (const letter of plain.replace(/^[.~$ ]+/, '')) {
    if (Buffer.byteLength(stem + letter) > longest) break;
    stem += letter;
  }
  stem = stem.replace(/[. ]+$/, '');
  if (stem === '') return null;
  return reserved.test(stem.split('.')[0] ?? '') ? `file ${stem}` : stem;
}
