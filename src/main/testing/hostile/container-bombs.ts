import { ebml, isoBox, latin1, u32be } from '../../services/assets/testing/write-boxes';
import type { HostileFile } from './hostile-file';

const ftyp = (brand: string) => isoBox('ftyp', latin1(`${brand}\0\0\0\0${brand}`));
const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** A box that claims a length of its own; 1 means that eight bytes of it follow. */
const liar = (type: string, size: number, ...rest: readonly Uint8Array[]) => joined(u32be(size), latin1(type), ...rest);

const copies = (bytes: Uint8Array, times: number): Uint8Array => Buffer.concat(Array.from({ length: times }, () => bytes));

function nested(type: string, levels: number): Uint8Array {
  const bytes = Buffer.alloc(levels * 8);
  for (let i = 0; i < levels; i += 1) {
    bytes.writeUInt32BE((levels - i) * 8, i * 8);
    bytes.write(type, i * 8 + 4, 'latin1');
  }
  return new Uint8Array(bytes);
}

function trackOf(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(84);
  header.writeUInt32BE(width, 76);
  header.writeUInt32BE(height, 80);
  return isoBox('moov', isoBox('mvhd', new Uint8Array(100).fill(0xff)), isoBox('trak', isoBox('tkhd', header)));
}

const webmHead = ebml(0x1a45dfa3, ebml(0x4282, latin1('webm')));
const sizeOfAll = new Uint8Array(8).fill(0xff);

/** Videos and AVIFs whose headers lie. Nothing of a video is decoded, so it is filed, or said to be no video. */
export function containerBombs(): HostileFile[] {
  return [
    { name: '65535 by 65535.mp4', bytes: joined(ftyp('isom'), trackOf(0xffff_ffff, 0xffff_ffff)), ends: 'filed' },
    { name: 'box of four gigabytes.mp4', bytes: joined(ftyp('isom'), liar('moov', 0xffff_ffff, new Uint8Array(64))), ends: 'filed' },
    { name: 'box of sixteen exabytes.mp4', bytes: joined(ftyp('isom'), liar('moov', 1, sizeOfAll, new Uint8Array(64))), ends: 'filed' },
    { name: 'box of two bytes.mp4', bytes: joined(ftyp('isom'), liar('moov', 2, new Uint8Array(64))), ends: 'filed' },
    { name: 'box of no size, again and again.mp4', bytes: joined(ftyp('isom'), copies(isoBox('free'), 50_000)), ends: 'filed' },
    { name: '200000 boxes deep.mp4', bytes: joined(ftyp('isom'), nested('moov', 200_000)), ends: 'filed' },
    { name: '200000 levels of user data.mp4', bytes: joined(ftyp('isom'), isoBox('moov', nested('udta', 200_000))), ends: 'filed' },
    { name: 'tags without number.mp4', bytes: joined(ftyp('isom'), isoBox('moov', isoBox('udta', isoBox('meta', u32be(0), isoBox('keys', u32be(0, 0xffff_ffff)), isoBox('ilst', isoBox('\xff\xff\xff\xff', isoBox('data', u32be(1, 0)))))))), ends: 'filed' },
    { name: 'elements of unknown size.webm', bytes: joined(webmHead, copies(Buffer.from('1f43b67501ffffffffffffff', 'hex'), 200_000)), ends: 'filed' },
    { name: 'segment of 72 petabytes.webm', bytes: joined(webmHead, Buffer.from('1853806701fffffffffffffe', 'hex')), ends: 'filed' },
    { name: 'width of nine hundred bytes.webm', bytes: joined(webmHead, ebml(0x18538067, ebml(0x1654ae6b, ebml(0xae, ebml(0xe0, ebml(0xb0, new Uint8Array(900).fill(0xff)), ebml(0xba, new Uint8Array(900).fill(0xff))))))), ends: 'filed' },
    { name: 'lies about its list.avi', bytes: joined(latin1('RIFF'), new Uint8Array(4).fill(0xff), latin1('AVI LIST'), new Uint8Array(60).fill(0xff)), ends: 'filed' },
    { name: 'claims 4 gigapixels.avif', bytes: joined(ftyp('avif'), isoBox('meta', u32be(0), isoBox('iprp', isoBox('ipco', isoBox('ispe', u32be(0, 65_535, 65_535)))))), ends: 'either' },
    { name: '200000 boxes deep.avif', bytes: joined(ftyp('avif'), isoBox('meta', u32be(0), nested('iprp', 200_000))), ends: 'either' },
    { name: 'claims 4 gigapixels.heic', bytes: joined(ftyp('heic'), isoBox('meta', u32be(0), isoBox('iprp', isoBox('ipco', isoBox('ispe', u32be(0, 65_535, 65_535)))))), ends: 'either' },
    { name: 'claims four exapixels.bmp', bytes: joined(latin1('BM'), new Uint8Array(8), u32be(0x36000000, 0x28000000), new Uint8Array(8).fill(0x7f), u32be(0x01001800), new Uint8Array(40)), ends: 'either' },
  ];
}
