import { basename, dirname, join, sep } from 'node:path';

const strictText = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A name as text, or null when its bytes are not valid text. */
export function textOf(name: Buffer): string | null {
  try {
    return strictText.decode(name);
  } catch {
    return null;
  }
}

/**
 * The path of a file by the bytes of its name. A name that is not valid text is written with its bytes as `%E9` and
 * behind two separators, which no other path has: so each such name has a path of its own, and the way back is exact.
 */
export function pathOfName(folder: string, name: Buffer): string {
  const text = textOf(name);
  return text === null ? `${folder}${sep}${sep}${escaped(name)}` : join(folder, text);
}

/** The bytes behind a path that {@link pathOfName} made of a name that is not text; null for any other path. */
export function bytesBehind(path: string): Buffer | null {
  const at = path.indexOf(sep + sep, 1);
  if (at === -1) return null;
  const parts = path.slice(at + 2).match(/%[0-9A-F]{2}|[^%]+/g) ?? [];
  const name = parts.map((part) => (part.startsWith('%') ? Buffer.from(part.slice(1), 'hex') : Buffer.from(part)));
  return Buffer.concat([Buffer.from(path.slice(0, at) + sep), ...name]);
}

/** What the file system is asked with. */
export function placeOf(path: string): string | Buffer {
  return bytesBehind(path) ?? path;
}

/** A name for it that is text: most such names were written in the alphabet that Windows used for western languages. */
export function readableNameFor(path: string): string {
  const bytes = bytesBehind(path);
  if (bytes === null) return basename(path);
  const name = bytes.subarray(bytes.lastIndexOf(sep) + 1);
  return new TextDecoder('windows-1252').decode(name).replace(/[\p{Cc}/\\]/gu, '_');
}

export function folderOf(path: string): string {
  const at = path.indexOf(sep + sep, 1);
  return at === -1 ? dirname(path) : path.slice(0, at);
}

function escaped(name: Buffer): string {
  let text = '';
  for (let at = 0; at < name.length; ) {
    const length = [1, 2, 3, 4].find((bytes) => at + bytes <= name.length && textOf(name.subarray(at, at + bytes)) !== null);
    const part = name.subarray(at, at + (length ?? 1));
    text += length === undefined || part[0] === 0x25 ? percent(part) : part.toString('utf8');
    at += part.length;
  }
  return text;
}

function percent(bytes: Buffer): string {
  return [...bytes].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
