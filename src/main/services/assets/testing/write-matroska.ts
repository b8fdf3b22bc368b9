import { ebml, latin1 } from './write-boxes';

export interface MatroskaParts {
  readonly docType?: 'webm' | 'matroska';
  readonly width?: number;
  readonly height?: number;
  readonly codec?: string;
  /** Null leaves the duration out, as recorders do that were never told to end. */
  readonly seconds?: number | null;
  readonly framesPerSecond?: number;
  readonly hasSound?: boolean;
  readonly tags?: Readonly<Record<string, string>>;
  /** Puts the tags behind the clusters, with or without a SeekHead that says so. */
  readonly tagsAt?: 'front' | 'end' | 'end, promised';
  readonly clusters?: number;
  readonly clusterBytes?: number;
  readonly cover?: Uint8Array;
}

const number = (value: number, bytes: number): Uint8Array => {
  const out = Buffer.alloc(bytes);
  out.writeUIntBE(value, 0, bytes);
  return new Uint8Array(out);
};
const double = (value: number): Uint8Array => {
  const out = Buffer.alloc(8);
  out.writeDoubleBE(value);
  return new Uint8Array(out);
};

const simpleTag = ([name, value]: [string, string]): Uint8Array =>
  ebml(0x7373, ebml(0x67c8, ebml(0x45a3, Buffer.from(name)), ebml(0x4487, Buffer.from(value))));

/** A WebM or Matroska of headers and tags; its clusters hold one block each, a second apart. */
export const writeMatroska = (parts: MatroskaParts = {}): Uint8Array => {
  const { docType = 'webm', width = 1280, height = 720, codec = 'V_VP9', seconds = 4, framesPerSecond = 24, hasSound = false } = parts;
  const { tags = {}, tagsAt = 'front', clusters = 2, clusterBytes = 900, cover } = parts;
  const duration = seconds === null ? [] : [ebml(0x4489, double(seconds * 1000))];
  const info = ebml(0x1549a966, ebml(0x2ad7b1, number(1_000_000, 4)), ...duration);
  const size = ebml(0xe0, ebml(0xb0, number(width, 2)), ebml(0xba, number(height, 2)));
  const each = ebml(0x23e383, number(Math.round(1e9 / framesPerSecond), 4));
  const video = ebml(0xae, ebml(0x83, number(1, 1)), ebml(0x86, latin1(codec)), each, size);
  const sound = ebml(0xae, ebml(0x83, number(2, 1)), ebml(0x86, latin1('A_OPUS')));
  const tracks = ebml(0x1654ae6b, video, ...(hasSound ? [sound] : []));
  const attached = cover === undefined ? [] : [ebml(0x1941a469, ebml(0x61a7, ebml(0x4660, latin1('image/png')), ebml(0x465c, cover)))];
  const block = ebml(0xa3, Buffer.concat([Buffer.from([0x81, 0, 0, 0x80]), Buffer.alloc(clusterBytes)]));
  const pictures = Array.from({ length: clusters }, (_, index) => ebml(0x1f43b675, ebml(0xe7, number(index * 1000, 4)), block));
  const tagBlock = Object.keys(tags).length === 0 ? [] : [ebml(0x1254c367, ...Object.entries(tags).map(simpleTag))];

  const seekHead = (at: number) => ebml(0x114d9b74, ebml(0x4dbb, ebml(0x53ab, number(0x1254c367, 4)), ebml(0x53ac, number(at, 8 - 2))));
  const front = [info, tracks, ...attached, ...(tagsAt === 'front' ? tagBlock : [])];
  const seekBytes = tagsAt === 'end, promised' ? seekHead(0).length : 0;
  const promised = [...front, ...pictures].reduce((sum, part) => sum + part.length, seekBytes);
  const seek = tagsAt === 'end, promised' ? [seekHead(promised)] : [];
  const segment = ebml(0x18538067, ...seek, ...front, ...pictures, ...(tagsAt === 'front' ? [] : tagBlock));
  return new Uint8Array(Buffer.concat([ebml(0x1a45dfa3, ebml(0x4282, latin1(docType))), segment]));
};
