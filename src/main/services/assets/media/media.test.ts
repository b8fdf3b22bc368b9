import { describe, expect, it } from 'vitest';
import { memorySource } from '../containers/byte-source';
import { inspectMedia } from '../inspect-media';
import { inspectBytes } from '../testing/inspect-bytes';
import { isoBox, latin1 } from '../testing/write-boxes';
import { writeExif } from '../testing/write-exif';
import { jpegExif, jpegXmp, writeJpeg } from '../testing/write-jpeg';
import { pngChunk, writePng } from '../testing/write-png';
import { parseEmbeddedDate } from './embedded-date';
import { sniffMedia } from './sniff-media';

const now = new Date('2026-01-15T12:00:00Z');
const brand = (...brands: string[]) => isoBox('ftyp', latin1(`${brands[0]}\0\0\0\0${brands.join('')}`));

describe('media type by content', () => {
  it.each([
    ['png', latin1('\x89PNG\r\n\x1a\n')],
    ['jpeg', latin1('\xff\xd8\xff\xe0')],
    ['gif', latin1('GIF87a')],
    ['webp', latin1('RIFF\0\0\0\0WEBPVP8 ')],
    ['avi', latin1('RIFF\0\0\0\0AVI LIST')],
    ['tiff', latin1('MM\0*\0\0\0\x08')],
    ['avif', brand('mif1', 'avif', 'miaf')],
    ['heic', brand('heic', 'mif1')],
    ['heic', brand('mif1', 'heic')],
    ['mov', brand('qt  ')],
    ['mp4', brand('isom', 'iso2', 'mp41')],
    ['mp4', brand('M4V ', 'isom')],
    ['webm', latin1('\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm')],
    ['mkv', latin1('\x1a\x45\xdf\xa3\xa3\x42\x82\x88matroska')],
  ])('[P30] knows %s by its bytes', (format, head) => {
    expect(sniffMedia(head)?.format).toBe(format);
  });

  it('[P30] takes sound, documents, raw files and other things for no media', () => {
    const others = [brand('M4A ', 'isom'), latin1('%PDF-1.7'), latin1('PK\x03\x04'), latin1('II*\0\x10\0\0\0CR'), latin1('RIFF\0\0\0\0WAVE'), latin1('BMW is a car'), new Uint8Array(0)];
    for (const head of others) expect(sniffMedia(head)).toBeNull();
  });

  it('[P30] says what a file that is no media begins with', async () => {
    const reason = async (text: string) => inspectMedia(memorySource(latin1(text)), 'picture.png');
    expect(await reason('')).toEqual({ kind: 'not-media', reason: 'The file is empty.' });
    expect(await reason('%PDF-1.7\nmore')).toEqual({ kind: 'not-media', reason: 'This is not a picture or video that Alice knows: it begins with “%PDF-1.7 mor”.' });
    expect(await reason('PK\x03\x04\0\0')).toEqual({ kind: 'not-media', reason: 'This is not a picture or video that Alice knows: it begins with the bytes 50 4b 03 04 00 00.' });
  });

  it('[P30] turns an error of the disk into a reason', async () => {
    const failing = { size: 10, read: () => Promise.reject(Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' })) };
    expect(await inspectMedia(failing, 'x')).toEqual({ kind: 'unreadable', reason: 'The file could not be read: the disk reported an error.' });
  });
});

describe('embedded date', () => {
  it.each([
    ['2024:05:01 12:30:59', { date: '2024-05-01', time: '12:30:59' }],
    ['2024-05-01T23:59:00.25+09:00', { date: '2024-05-01', time: '23:59:00' }],
    ['2024-02-29', { date: '2024-02-29' }],
    ['2026-01-17', { date: '2026-01-17' }],
    ['2024:05:01 25:00:00', { date: '2024-05-01' }],
    ['2026-01-19', null],
    ['0000:00:00 00:00:00', null],
    ['1970:01:01 00:00:00', null],
    ['1904-01-01T00:00:00Z', null],
    ['2023-02-30', null],
    ['2024:13:01 00:00:00', null],
    ['yesterday', null],
  ])('[P31] judges %s', (text, date) => {
    expect(parseEmbeddedDate(text, now)).toEqual(date);
  });

  it('[P31] takes the moment of the shot before the moment of an edit, and EXIF before XMP before tIME', async () => {
    const exif = jpegExif(writeExif({ ifd0: { 0x0132: '2025:03:03 10:00:00' }, exif: { 0x9003: '2024:02:02 09:08:07' } }));
    const xmp = jpegXmp('<x:xmpmeta><rdf:Description xmp:CreateDate="2023-01-01T01:02:03"/></x:xmpmeta>');
    expect((await inspectBytes(writeJpeg([xmp, exif]))).made_at).toEqual({ date: '2024-02-02', time: '09:08:07', from: 'exif' });
    expect((await inspectBytes(writeJpeg([xmp]))).made_at).toEqual({ date: '2023-01-01', time: '01:02:03', from: 'xmp' });
    const zero = jpegExif(writeExif({ exif: { 0x9003: '0000:00:00 00:00:00' } }));
    expect((await inspectBytes(writeJpeg([zero]))).made_at).toBeNull();
    const png = writePng({ before: [pngChunk('tIME', Buffer.from([7, 0xe9, 4, 5, 6, 7, 8]))] });
    expect((await inspectBytes(png)).made_at).toEqual({ date: '2025-04-05', time: '06:07:08', from: 'png-time' });
  });
});
