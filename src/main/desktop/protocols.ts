import { createReadStream, existsSync } from 'node:fs';
import { type FileHandle, open, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { Contrast, Motion } from '@shared/settings/appearance-settings';
import { protocol, type Session } from 'electron';
import { hasCode } from '../adapters/files/file-trouble';
import { readOnlyNoFollow } from '../adapters/files/open-flags';
import { contentSecurityPolicy, docsSecurityPolicy } from './security';
import { grantedFile, mediaAddress, pageFile } from './served-files';

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

const refused = (status: number) => new Response(null, { status });

/** What is served of the documentation: these files and no others. */
const docsFiles = new Map(['events.html', 'events.css', 'notices.html', 'notices.css'].map((name) => [`/docs/${name}`, name]));

/** How the window's page looks from its first picture on. */
export interface PageLook {
  readonly contrast: Contrast;
  readonly motion: Motion;
}

/** Serves the window's own files from one folder, and the documentation, with a content security policy on each. */
export function serveApp(session: Session, rendererFolder: string, docsFolder: string, look: () => PageLook): void {
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
    return file === join(rendererFolder, 'index.html') ? respondWithPage(file, look(), headers) : respondWith(file, headers);
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
    const type = file === null ? undefined : pictureTypes.get(extname(file).toLowerCase());
    if (file === null || type === undefined) return refused(404);
    // The name is the content, so what was fetched once stays true.
    const headers = { 'content-type': type, 'cache-control': 'max-age=31536000, immutable', 'x-content-type-options': 'nosniff' };
    // The window may ask before a thumbnail is made: then there is no picture yet, which is no error.
    if (asked.kind === 'thumb' && !existsSync(file)) await files.poster(asked.hash);
    const granted = await grantedFile(file, files.roots());
    if (granted === 'gone') return refused(204);
    return granted === 'outside' ? refused(404) : respondWith(granted.place, headers, 204);
  });
}

/** The page says itself how it looks, so that nothing of it is drawn otherwise first. */
async function respondWithPage(file: string, { contrast, motion }: PageLook, headers: Record<string, string>): Promise<Response> {
  const page = await readFile(file, 'utf8').catch(() => null);
  if (page === null) return refused(404);
  return new Response(page.replace('<html lang="en"', `<html lang="en" data-contrast="${contrast}" data-motion="${motion}"`), { headers });
}

async function respondWith(file: string, headers: Record<string, string>, whenMissing = 404): Promise<Response> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, readOnlyNoFollow);
    const stats = await handle.stat();
    if (!stats.isFile()) throw new Error('Not a regular file.');
    const stream = createReadStream(file, { fd: handle });
    return new Response(Readable.toWeb(stream) as ReadableStream, { headers: { ...headers, 'content-length': String(stats.size) } });
  } catch (error) {
    await handle?.close().catch(() => undefined);
    return refused(hasCode(error, 'ENOENT') ? whenMissing : 404);
  }
}
