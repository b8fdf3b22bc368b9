import { ascii, u8, u16, u32 } from './bytes';
import type { ByteSource } from './byte-source';
import { readFully } from './byte-source';
import { readExif } from './exif';
import { secondsOf } from './facts';
import type { Findings, ReadContainer } from './findings';
import { addText, markTruncated, readPayload, setSize, warn } from './findings';
import { inflateWithin } from './inflate-within';
import { limits } from './limits';
import { readRawProfile } from './raw-profile';
import { decodeText } from './text-decoding';
import { readXmp } from './xmp';

/**
 * Reads a PNG by stepping from chunk to chunk to the end of the file: rewritten files and APNG carry metadata after IDAT.
 * Source: PNG Specification, third edition (W3C), chapters 5 and 11; `caBX` from the C2PA specification; `comf` from
 * ComfyUI's animated PNG saver (`key NUL json`).
 */
export const readPng: ReadContainer = async (source, findings) => {
  let offset = 8;
  for (let parts = 0; parts < limits.parts; parts++) {
    const head = await readFully(source, offset, 8);
    if (head === null) {
      markTruncated(findings);
      return;
    }
    const length = u32(head, 0);
    const type = ascii(head, 4, 4);
    if (!/^[A-Za-z]{4}$/.test(type)) {
      warn(findings, 'unreadable metadata: the PNG holds something that is not a chunk.');
      return;
    }
    const chunk: Chunk = { type, offset: offset + 8, length };
    if (chunk.offset + length + 4 > source.size) {
      await readers.get(type)?.(source, findings, { ...chunk, length: source.size - chunk.offset });
      markTruncated(findings);
      return;
    }
    await readers.get(type)?.(source, findings, chunk);
    if (type === 'IEND') return;
    offset = type === 'IDAT' ? await behindEqualPixels(source, chunk) : chunk.offset + length + 4;
  }
  warn(findings, 'unreadable metadata: the PNG has more chunks than Alice reads.');
};

/**
 * Where the run of pixel chunks that begins here ends, or a place closer to it. Encoders cut pixels into equal pieces by the
 * thousand, and between two of them nothing else may stand, so pieces are leapt over, ever more at once, and only the places
 * where one must begin are looked at.
 */
const behindEqualPixels = async (source: ByteSource, { offset, length }: Chunk): Promise<number> => {
  const stride = length + 12;
  let last = offset - 8;
  let isGrowing = true;
  for (let leap = 1; leap > 0; ) {
    const head = await readFully(source, last + leap * stride, 8);
    const isOneMore = head !== null && u32(head, 0) === length && ascii(head, 4, 4) === 'IDAT';
    if (isOneMore) last += leap * stride;
    else isGrowing = false;
    leap = isGrowing ? leap * 2 : leap >> 1;
  }
  return last + stride;
};

interface Chunk {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
}
type ReadChunk = (source: ByteSource, findings: Findings, chunk: Chunk) => Promise<void> | void;

const COLOURS = new Map([[0, 'gray'], [2, 'rgb'], [3, 'indexed'], [4, 'gray'], [6, 'rgb']]);

/** A reader that wants the whole payload, at most `limit` bytes of it. */
const whole =
  (limit: number, use: (bytes: Uint8Array, findings: Findings) => void | Promise<void>): ReadChunk =>
  async (source, findings, chunk) => {
    const bytes = await readPayload(source, findings, { ...chunk, name: `the PNG chunk ${chunk.type}`, limit });
    if (bytes !== null) await use(bytes, findings);
  };

const inflateText = async (bytes: Uint8Array, findings: Findings, key: string): Promise<string | null> => {
  const text = await inflateWithin(bytes, findings, `the compressed text “${key.slice(0, 79)}”`);
  return text === null ? null : decodeText(text);
};

/** The text before the next NUL, and where the text after it begins. */
const untilNul = (bytes: Uint8Array, from: number): { text: string; next: number } => {
  const nul = bytes.indexOf(0, from);
  const end = nul === -1 ? bytes.length : nul;
  return { text: decodeText(bytes.subarray(from, end)), next: end + 1 };
};

const found = async (findings: Findings, key: string, text: string | null): Promise<void> => {
  if (text === null) return;
  if (key === 'XML:com.adobe.xmp') readXmp(text, findings);
  else if (key.startsWith('Raw profile type ')) await readRawProfile(key, text, findings);
  else addText(findings, 'png', key.slice(0, 79), text);
};

const readers = new Map<string, ReadChunk>([
  [
    'IHDR',
    whole(1024, (b, findings) => {
      setSize(findings, u32(b, 0), u32(b, 4));
      findings.facts.bit_depth = u8(b, 8) || null;
      findings.facts.colour = COLOURS.get(u8(b, 9)) ?? null;
      findings.facts.has_alpha = (u8(b, 9) & 4) !== 0;
    }),
  ],
  ['tRNS', (_, findings) => void (findings.facts.has_alpha = true)],
  [
    'acTL',
    whole(64, (b, { facts }) => {
      facts.frames = u32(b, 0);
      facts.animated = u32(b, 0) > 1;
    }),
  ],
  [
    'fcTL',
    whole(64, (b, { facts }) => {
      // A denominator of 0 means hundredths of a second.
      const seconds = u16(b, 20) / (u16(b, 22) || 100);
      if (facts.animated) facts.duration = secondsOf((facts.duration ?? 0) + seconds, 1);
    }),
  ],
  [
    'tEXt',
    whole(limits.text, async (b, findings) => {
      const key = untilNul(b, 0);
      await found(findings, key.text, decodeText(b.subarray(key.next)));
    }),
  ],
  [
    'zTXt',
    whole(limits.inflate, async (b, findings) => {
      const key = untilNul(b, 0);
      await found(findings, key.text, await inflateText(b.subarray(key.next + 1), findings, key.text));
    }),
  ],
  [
    'iTXt',
    whole(limits.text, async (b, findings) => {
      const key = untilNul(b, 0);
      const compressed = u8(b, key.next) === 1;
      const language = untilNul(b, key.next + 2);
      const translated = untilNul(b, language.next);
      const rest = b.subarray(translated.next);
      await found(findings, key.text, compressed ? await inflateText(rest, findings, key.text) : decodeText(rest));
    }),
  ],
  [
    'comf',
    whole(limits.text, async (b, findings) => {
      const key = untilNul(b, 0);
      await found(findings, key.text, decodeText(b.subarray(key.next)));
    }),
  ],
  ['eXIf', whole(limits.block, (b, findings) => readExif(b, findings))],
  ['caBX', whole(limits.block, (b, findings) => void (findings.c2pa ??= b))],
  [
    'tIME',
    whole(64, (b, findings) => {
      if (b.length < 7) return;
      const two = (at: number) => String(u8(b, at)).padStart(2, '0');
      const date = `${String(u16(b, 0)).padStart(4, '0')}-${two(2)}-${two(3)}`;
      findings.dates.push({ from: 'png-time', text: `${date} ${two(4)}:${two(5)}:${two(6)}` });
    }),
  ],
]);
