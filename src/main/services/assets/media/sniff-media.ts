import { ascii, startsWith, u16, u32 } from '../containers/bytes';

export type ImageFormat = 'png' | 'jpeg' | 'webp' | 'gif' | 'avif' | 'heic' | 'tiff' | 'bmp';
export type VideoFormat = 'mp4' | 'mov' | 'webm' | 'mkv' | 'avi';

export type SniffedMedia =
  | { readonly media_type: 'image'; readonly format: ImageFormat; readonly extension: string }
  | { readonly media_type: 'video'; readonly format: VideoFormat; readonly extension: string };

/** How many bytes of the file's start {@link sniffMedia} looks at, at most. */
export const SNIFF_BYTES = 256;

const image = (format: ImageFormat, extension: string = format): SniffedMedia => ({ media_type: 'image', format, extension });
const video = (format: VideoFormat): SniffedMedia => ({ media_type: 'video', format, extension: format });

/**
 * Tells a picture or video by its first bytes, never by its name. Null for everything else, also for sound without pictures.
 * Sources: the specification of each format; brands of ISO files as registered at mp4ra.org.
 */
export const sniffMedia = (head: Uint8Array): SniffedMedia | null => {
  if (startsWith(head, '\x89PNG\r\n\x1a\n')) return image('png');
  if (startsWith(head, '\xff\xd8\xff')) return image('jpeg', 'jpg');
  if (startsWith(head, 'GIF87a') || startsWith(head, 'GIF89a')) return image('gif');
  if (startsWith(head, 'RIFF')) {
    if (startsWith(head, 'WEBP', 8)) return image('webp');
    return startsWith(head, 'AVI ', 8) ? video('avi') : null;
  }
  if (TIFF_HEADS.some((start) => startsWith(head, start))) {
    // Canon's raw files borrow the TIFF header.
    return startsWith(head, 'CR', 8) ? null : image('tiff', 'tif');
  }
  if (startsWith(head, 'BM') && BMP_HEADERS.has(u32(head, 14, true)) && u16(head, 8, true) === 0) return image('bmp');
  if (startsWith(head, '\x1a\x45\xdf\xa3')) return matroskaKind(head);
  if (startsWith(head, 'ftyp', 4)) return brandKind(head);
  if (['moov', 'mdat', 'wide'].includes(ascii(head, 4, 4)) && head.length >= 12) return video('mov');
  return null;
};

/** The last two are BigTIFF's. */
const TIFF_HEADS = ['II*\0', 'MM\0*', 'II+\0', 'MM\0+'];
const BMP_HEADERS = new Set([12, 40, 52, 56, 64, 108, 124]);

const matroskaKind = (head: Uint8Array): SniffedMedia | null => {
  const start = ascii(head, 0, SNIFF_BYTES);
  const docType = /\x42\x82[^a-z]{1,8}(webm|matroska)/.exec(start)?.[1];
  if (docType === 'webm') return video('webm');
  return docType === 'matroska' ? video('mkv') : null;
};

/** The main brand decides; where it is a general one (mif1, isom …), the compatible brands do. */
const brandKind = (head: Uint8Array): SniffedMedia | null => {
  const end = Math.min(u32(head, 0), head.length, SNIFF_BYTES);
  const brands = [ascii(head, 8, 4)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(ascii(head, at, 4));
  const main = brands[0] ?? '';
  if (/^(M4A|M4B|M4P|F4A|F4B|crx) ?$/.test(main)) return null;
  if (brands.some((brand) => brand === 'avif' || brand === 'avis')) return image('avif');
  if (/^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(main)) return image('heic');
  if (main === 'qt  ') return video('mov');
  return brands.some((brand) => /^(iso[m2-9]|mp4[12]|avc1|M4V|f4v|dash|MSNV|3g[2pegs]|mmp4|ndsc|NDSC|XAVC)/.test(brand)) ? video('mp4') : null;
};

/** The first bytes of a file that is no media, for people: as text when they are, else as numbers. */
export const describeStart = (head: Uint8Array): string => {
  const start = head.subarray(0, 12);
  const isText = start.every((byte) => byte === 9 || byte === 10 || byte === 13 || (byte >= 0x20 && byte < 0x7f));
  if (isText) return `“${ascii(start, 0, 12).trim().replace(/\s+/g, ' ')}”`;
  return `the bytes ${[...start.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')}`;
};
