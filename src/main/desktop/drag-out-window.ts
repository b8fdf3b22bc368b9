import { spawn } from 'node:child_process';
import { t } from '@shared/language/language';
import electron, { type BrowserWindow, nativeImage, type NativeImage } from 'electron';
import { clipboardFiles, type ClipboardFormat } from './drag-out-clipboard';

/** A part of the page, in its own pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const longestSide = 128;
/** A drag that begins late is felt; a picture of it that does not come is none. */
const pictureMs = 120;

/** Hands files to whatever the pointer is over when it is let go. The picture at the pointer is what the window shows there. */
export async function startDragOut(window: BrowserWindow, files: readonly string[], area: Area | null, otherIcon: string): Promise<void> {
  const [first] = files;
  if (first === undefined || window.isDestroyed()) return;
  const icon = (await pictureOf(window, area)) ?? nativeImage.createFromPath(otherIcon).resize({ width: 48 });
  if (window.isDestroyed()) return;
  // macOS wants `file` too, also when there are several.
  window.webContents.startDrag({ file: first, files: [...files], icon });
}

async function pictureOf(window: BrowserWindow, area: Area | null): Promise<NativeImage | null> {
  if (area === null) return null;
  const zoom = window.webContents.getZoomFactor();
  const scaled = (pixels: number) => Math.round(pixels * zoom);
  const { x, y, width: wide, height: high } = area;
  const part = { x: scaled(x), y: scaled(y), width: scaled(wide), height: scaled(high) };
  const captured = window.webContents.capturePage(part).catch(() => null);
  const late = new Promise<null>((resolve) => { setTimeout(() => { resolve(null); }, pictureMs); });
  const picture = await Promise.race([captured, late]);
  if (picture === null || picture.isEmpty()) return null;
  const { width, height } = picture.getSize();
  const scale = Math.min(1, longestSide / Math.max(width, height));
  return picture.resize({ width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) });
}

/** Puts files onto the clipboard, to be pasted in a file manager or another program. @throws when the system would not have them */
export async function copyFilesToClipboard(files: readonly string[]): Promise<void> {
  const how = clipboardFiles(files, process.platform, process.env['XDG_CURRENT_DESKTOP']);
  if (how.kind === 'formats') {
    await writeFormats(how.formats);
    return;
  }
  const child = spawn(how.program, how.args, { windowsHide: true, stdio: ['pipe', 'ignore', 'ignore'] });
  child.stdin.end(how.input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error(t('The system did not take the files.'));
}

/** An Electron from before clipboard items writes one format, under the system's own name for it. */
interface EarlierClipboard {
  writeImage?: (image: NativeImage) => void;
  writeBuffer?: (format: string, buffer: Buffer) => void;
}

/** Puts a picture itself onto the clipboard. @param png made by Alice, of pixels that were decoded elsewhere */
export async function copyImageToClipboard(png: Uint8Array): Promise<void> {
  const earlier: EarlierClipboard = electron.clipboard as object;
  if (earlier.writeImage !== undefined) earlier.writeImage(nativeImage.createFromBuffer(Buffer.from(png)));
  else await electron.clipboard.write([new electron.ClipboardItem({ 'image/png': new Blob([Buffer.from(png)], { type: 'image/png' }) })]);
}

async function writeFormats(formats: readonly [ClipboardFormat, ...ClipboardFormat[]]): Promise<void> {
  const earlier: EarlierClipboard = electron.clipboard as object;
  const [best] = formats;
  if (earlier.writeBuffer !== undefined) {
    earlier.writeBuffer(best.format, Buffer.from(best.text));
    return;
  }
  const named = formats.map(({ format, text }) => [`electron application/osclipboard;format="${format}"`, text]);
  await electron.clipboard.write([new electron.ClipboardItem(Object.fromEntries(named) as Record<string, string>)]);
}
