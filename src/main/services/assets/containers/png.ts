import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { ascii, u8, u16, u32 } from './bytes';
import type { ByteSource } from './byte-source';
import { readFully } from './byte-source';
import { readExif } from './exif';
import type { Findings, ReadContainer } from './findings';
import { addText, markTruncated, readPayload, setSize, warn } from './findings';
import { limits } from './limits';
import { decodeText } from './text-decoding';
import { readXmp } from './xmp';

const inflateAsync = promisify(inflate) as (data: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>;

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
    offset = chunk.offset + length + 4;
  }
  warn(findings, 'unreadable metadata: the PNG has more chunks than Alice reads.');
};

interface Chunk {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
}
type ReadChunk = (source: ByteSource, findings: Findings, chunk: Chunk) => Promise<void>;

/** A reader that wants the whole payload, at most `limit` bytes of it. */
const whole =
  (limit: number, use: (bytes: Uint8Array, findings: Findings) => void | Promise<void>): ReadChunk =>
  async (source, findings, chunk) => {
    const bytes = await readPayload(source, findings, { ...chunk, name: `the PNG chunk ${chunk.type}`, limit });
    if (bytes !== null) await use(bytes, findings);
  };

const inflateText = async (bytes: Uint8Array, findings: Findings, key: string): Promise<string | null> => {
  const maxOutputLength = findings.inflateBudget;
  if (maxOutputLength === 0) return null;
  try {
    const text = await inflateAsync(bytes, { maxOutputLength });
    findings.inflateBudget -= text.length;
    return decodeText(text);
  } catch {
    // What a bomb has cost is not known, so the rest of the budget goes with it.
    findings.inflateBudget = 0;
    warn(findings, `unreadable metadata: the compressed text “${key}” is broken or too large.`);
    return null;
  }
};

/** The text before the next NUL, and where the text after it begins. */
const untilNul = (bytes: Uint8Array, from: number): { text: string; next: number } => {
  const nul = bytes.indexOf(0, from);
  const end = nul === -1 ? bytes.length : nul;
  return { text: decodeText(bytes.subarray(from, end)), next: end + 1 };
};

const found = (findings: Findings, key: string, text: string | null): void => {
  if (text === null) return;
  if (key === 'XML:com.adobe.xmp') readXmp(text, findings);
  else addText(findings, 'png', key.slice(0, 79), text);
};

const readers = new Map<string, ReadChunk>([
  ['IHDR', whole(1024, (b, findings) => setSize(findings, u32(b, 0), u32(b, 4)))],
  [
    'tEXt',
    whole(limits.text, (b, findings) => {
      const key = untilNul(b, 0);
      found(findings, key.text, decodeText(b.subarray(key.next)));
    }),
  ],
  [
    'zTXt',
    whole(limits.inflate, async (b, findings) => {
      const key = untilNul(b, 0);
      found(findings, key.text, await inflateText(b.subarray(key.next + 1), findings, key.text));
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
      found(findings, key.text, compressed ? await inflateText(rest, findings, key.text) : decodeText(rest));
    }),
  ],
  [
    'comf',
    whole(limits.text, (b, findings) => {
      const key = untilNul(b, 0);
      found(findings, key.text, decodeText(b.subarray(key.next)));
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
