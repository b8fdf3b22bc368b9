import { createReadStream, existsSync } from 'node:fs';
import { type FileHandle, open, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { Contrast, Density, Motion } from '@shared/settings/appearance-settings';
import { direction, spokenLanguage } from '@shared/language/language';
import { protocol, type Session } from 'electron';
import { hasCode } from '../adapters/files/file-trouble';
import { readOnlyNoFollow } from '../adapters/files/open-flags';
import type { Languages } from './languages';
import { contentSecurityPolicy, docsSecurityPolicy } from './security';
import { grantedFile, grantedPlace, mediaAddress, pageFile } from './served-files';
import { rangeOf } from './served-range';

/** Must run before the app is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    { scheme: 'alice-media', privileges: { standard: true, secure: true, stream: true } },
  ]);
}

const pageTypes = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.woff2', 'font/woff2'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.webp', 'image/webp'],
]);

/** What the window may show as a picture. SVG is not among them: it is a document. */
const pictureTypes = new Map([
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.jpeg', 'image/jpeg'],
  ['.webp', 'image/webp'],
  ['.gif', 'image/gif'],
  ['.avif', 'image/avif'],
  ['.bmp', 'image/bmp'],
]);

/** What the window may play. What its decoder does not know, it says so itself. */
const videoTypes = new Map([
  ['.mp4', 'video/mp4'],
  ['.m4v', 'video/mp4'],
  ['.mov', 'video/mp4'],
  ['.webm', 'video/webm'],
  ['.mkv', 'video/x-matroska'],
]);

const refused = (status: number) => new Response(null, { status });

/** What is served of the documentation: these files and no others. */
const docsFiles = new Map(['events.html', 'events.css', 'notices.html', 'notices.css'].map((name) => [`/docs/${name}`, name]));

/** How the window's page looks from its first picture on. */
export interface PageLook {
  readonly contrast: Contrast;
  readonly motion: Motion;
  readonly density: Density;
}

/** What the page is told before it is drawn. */
export interface PageStart {
  readonly look: () => PageLook;
  readonly languages: Pick<Languages, 'spoken' | 'all'>;
}

/** Serves the window's own files from one folder, and the documentation, with a content security policy on each. */
export function serveApp(session: Session, rendererFolder: string, docsFolder: string, { look, languages }: PageStart): void {
  session.protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url);
    if (host !== 'alice' || request.method !== 'GET') return refused(404);
    const docs = docsFiles.get(pathname);
    const file = docs === undefined ? pageFile(pathname, rendererFolder) : join(docsFolder, docs);
    const type = file === null ? undefined : pageTypes.get(extname(file));
    if (file === null || type === undefined) return refused(404);
    const headers = {
      'content-type': type,
      'content-security-policy': docs === undefined ? contentSecurityPolicy : docsSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    };
    return file === join(rendererFolder, 'index.html') ? respondWithPage(file, look(), languages, headers) : respondWith(file, headers);
  });
}

/** Where the files behind the ids lie; null for an id that means nothing. */
export interface MediaFiles {
  thumbnail(contentHash: string): string | null;
  picture(contentHash: string): string | null;
  /** What a screen shows of a picture, made if need be; null when that is the picture itself. */
  screen(contentHash: string): Promise<string | null>;
  /** Makes the thumbnail of a video that has none yet. Resolves with whether there is one now. */
  poster(contentHash: string): Promise<boolean>;
  /** The folders out of which files may be served at all, wherever a link leads. */
  readonly roots: () => readonly string[];
}

/** Serves thumbnails, pictures for a screen, and pictures by content hash: `alice-media://thumb/HASH`. A path is never part of the address. */
export function serveMedia(session: Session, files: MediaFiles): void {
  session.protocol.handle('alice-media', async (request) => {
    const asked = mediaAddress(request.url);
    if (asked === null || request.method !== 'GET') return refused(404);
    const made = asked.kind === 'screen' ? await files.screen(asked.hash) : null;
    const file = made ?? (asked.kind === 'thumb' ? files.thumbnail(asked.hash) : files.picture(asked.hash));
    const types = asked.kind === 'video' ? videoTypes : pictureTypes;
    const type = file === null ? undefined : types.get(extname(file).toLowerCase());
    if (file === null || type === undefined) return refused(404);
    if (asked.kind === 'video') {
      const video = await grantedPlace(file, files.roots());
      // A video is read as it is played, and kept nowhere else.
      const head = { 'content-type': type, 'cache-control': 'no-store', 'accept-ranges': 'bytes', 'x-content-type-options': 'nosniff' };
      return video === null ? refused(404) : respondWith(video, head, { range: request.headers.get('range') });
    }
    // The name is the content, so what was fetched once stays true.
    const headers = { 'content-type': type, 'cache-control': 'max-age=31536000, immutable', 'x-content-type-options': 'nosniff' };
    // The window may ask before a thumbnail is made: then there is no picture yet, which is no error.
    if (asked.kind === 'thumb' && !existsSync(file)) await files.poster(asked.hash);
    const granted = await grantedFile(file, files.roots());
    if (granted === 'gone') return refused(204);
    return granted === 'outside' ? refused(404) : respondWith(granted.place, headers, { whenMissing: 204 });
  });
}

/**
 * The page says itself how it looks, so that nothing of it is drawn otherwise first, and brings its language along: who would have to
 * ask for it waits until the log is open.
 */
async function respondWithPage(
  file: string,
  { contrast, motion, density }: PageLook,
  { spoken, all }: PageStart['languages'],
  headers: Record<string, string>,
): Promise<Response> {
  const page = await readFile(file, 'utf8').catch(() => null);
  if (page === null) return refused(404);
  const looks = `data-contrast="${contrast}" data-motion="${motion}" data-density="${density}"`;
  const language = JSON.stringify({ spoken, all }).replaceAll('<', String.raw`\u003c`);
  const html = page
    .replace('<html lang="en"', `<html lang="${spokenLanguage()}" dir="${direction()}" ${looks}`)
    .replace('</head>', () => `<script type="application/json" id="language">${language}</script></head>`);
  return new Response(html, { headers });
}

interface Answering {
  readonly whenMissing?: number;
  /** The part that is asked for, as its header says; all of the file without one. */
  readonly range?: string | null;
}

async function respondWith(file: string, headers: Record<string, string>, asked: Answering = {}): Promise<Response> {
  const { whenMissing = 404, range = null } = asked;
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, readOnlyNoFollow);
    const stats = await handle.stat();
    if (!stats.isFile()) throw new Error('Not a regular file.');
    const part = rangeOf(range, stats.size);
    if (part === 'outside') {
      await handle.close();
      return new Response(null, { status: 416, headers: { 'content-range': `bytes */${stats.size}` } });
    }
    const { first, last } = part ?? { first: 0, last: stats.size - 1 };
    const stream = createReadStream(file, { fd: handle, ...(part !== null && { start: first, end: last }) });
    const length = { 'content-length': String(last - first + 1) };
    const partly = { status: 206, headers: { ...headers, ...length, 'content-range': `bytes ${first}-${last}/${stats.size}` } };
    return new Response(Readable.toWeb(stream) as ReadableStream, part === null ? { headers: { ...headers, ...length } } : partly);
  } catch (error) {
    await handle?.close().catch(() => undefined);
    return refused(hasCode(error, 'ENOENT') ? whenMissing : 404);
  }
}
