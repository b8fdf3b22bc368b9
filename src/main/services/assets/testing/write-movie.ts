import { isoBox, latin1, u32be } from './write-boxes';

export interface MovieParts {
  readonly brand?: string;
  readonly width?: number;
  readonly height?: number;
  readonly rotation?: 0 | 90 | 180 | 270;
  readonly codec?: string;
  /** Boxes behind the codec's sample description, such as av1C. */
  readonly configuration?: readonly Uint8Array[];
  readonly seconds?: number;
  readonly frames?: number;
  readonly hasSound?: boolean;
  /** Tags by name, in QuickTime's keys and ilst. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Boxes inside udta, and others behind the movie. */
  readonly userData?: readonly Uint8Array[];
  readonly after?: readonly Uint8Array[];
  readonly isIndexLast?: boolean;
  /** Bytes of frames. */
  readonly mediaBytes?: number;
  /** Writes the frames as fragments of a second each: the index then knows neither duration nor frames. */
  readonly isFragmented?: boolean;
  /** Seconds since 1904. */
  readonly created?: number;
}

const TIMESCALE = 12_800;
const ONE = 0x10000;
const MATRICES = {
  0: [ONE, 0, 0, 0, ONE, 0],
  90: [0, ONE, 0, -ONE, 0, 0],
  180: [-ONE, 0, 0, 0, -ONE, 0],
  270: [0, -ONE, 0, ONE, 0, 0],
} as const;

const s32be = (numbers: readonly number[]): Uint8Array => u32be(...numbers.map((number) => number >>> 0));
const data = (bytes: Uint8Array, kind = 1): Uint8Array => isoBox('data', u32be(kind, 0), bytes);

/** A tag whose name stands in four letters, such as `©cmt`; kind 13 is a JPEG. */
export const itunesTag = (name: string, value: Uint8Array, kind = 1): Uint8Array => isoBox(name, data(value, kind));
export const itunesMeta = (...tags: readonly Uint8Array[]): Uint8Array =>
  isoBox('meta', u32be(0), isoBox('hdlr', new Uint8Array(25)), isoBox('ilst', ...tags));
/** QuickTime's own text: length and language in front. */
export const quicktimeText = (name: string, text: string): Uint8Array => {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(Buffer.byteLength(text));
  return isoBox(name, head, Buffer.from(text));
};

const keyedMeta = (tags: Readonly<Record<string, string>>): Uint8Array => {
  const names = Object.keys(tags);
  const keys = isoBox('keys', u32be(0, names.length), ...names.map((name) => isoBox('mdta', Buffer.from(name))));
  const items = names.map((name, index) => isoBox(Buffer.from(u32be(index + 1)).toString('latin1'), data(Buffer.from(tags[name] ?? ''))));
  return isoBox('meta', isoBox('hdlr', new Uint8Array(25)), keys, isoBox('ilst', ...items));
};

const handler = (kind: string): Uint8Array => isoBox('hdlr', u32be(0, 0), latin1(kind), new Uint8Array(13));

type Video = Required<Pick<MovieParts, 'width' | 'height' | 'rotation' | 'codec' | 'configuration' | 'seconds' | 'frames'>>;

const videoTrack = (parts: Video): Uint8Array => {
  const [a, b, u, c, d, v] = MATRICES[parts.rotation];
  const matrix = s32be([a, b, u, c, d, v, 0, 0, 0x40000000]);
  const tkhd = isoBox('tkhd', u32be(0, 0, 0, 1, 0, 0, 0, 0, 0, 0), matrix, u32be(parts.width << 16, parts.height << 16));
  const entry = isoBox(parts.codec, new Uint8Array(74), Buffer.from([0, 24, 0xff, 0xff]), ...parts.configuration);
  const stbl = isoBox('stbl', isoBox('stsd', u32be(0, 1), entry), isoBox('stsz', u32be(0, 0, parts.frames)));
  const mdhd = isoBox('mdhd', u32be(0, 0, 0, TIMESCALE, parts.seconds * TIMESCALE, 0));
  return isoBox('trak', tkhd, isoBox('mdia', mdhd, handler('vide'), isoBox('minf', stbl)));
};

const fragments = (seconds: number, frames: number): Uint8Array[] =>
  Array.from({ length: seconds }, (_, index) => {
    const each = frames / seconds;
    const tfhd = isoBox('tfhd', u32be(0x020008, 1, TIMESCALE / each));
    const traf = isoBox('traf', tfhd, isoBox('tfdt', u32be(0, index * TIMESCALE)), isoBox('trun', u32be(0, each)));
    return new Uint8Array(Buffer.concat([isoBox('moof', isoBox('mfhd', u32be(0, index + 1)), traf), isoBox('mdat', new Uint8Array(100))]));
  });

/** An MP4 or MOV of headers, tags and frames of zeros. */
export const writeMovie = (parts: MovieParts = {}): Uint8Array => {
  const { brand = 'isom', width = 1280, height = 720, rotation = 0, codec = 'avc1', configuration = [], seconds = 4, frames = 96 } = parts;
  const { hasSound = false, tags, userData = [], after = [], created = 0 } = parts;
  const { isIndexLast = false, mediaBytes = 5_000, isFragmented = false } = parts;
  const known = isFragmented ? { seconds: 0, frames: 0 } : { seconds, frames };
  const mvhd = isoBox('mvhd', u32be(0, created, 0, 1000, known.seconds * 1000), new Uint8Array(80));
  const sound = isoBox('trak', isoBox('mdia', handler('soun')));
  const moov = isoBox(
    'moov',
    mvhd,
    videoTrack({ width, height, rotation, codec, configuration, ...known }),
    ...(hasSound ? [sound] : []),
    ...(tags === undefined ? [] : [keyedMeta(tags)]),
    ...(userData.length === 0 ? [] : [isoBox('udta', ...userData)]),
  );
  const ftyp = isoBox('ftyp', latin1(`${brand}\0\0\0\0${brand}`));
  const mdat = isoBox('mdat', new Uint8Array(mediaBytes));
  const media = isFragmented ? [moov, ...fragments(seconds, frames)] : isIndexLast ? [mdat, moov] : [moov, mdat];
  return new Uint8Array(Buffer.concat([ftyp, ...media, ...after]));
};
