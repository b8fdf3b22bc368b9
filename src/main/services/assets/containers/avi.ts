import { ascii, startsWith, u32 } from './bytes';
import { readFully } from './byte-source';
import { codecName } from './codecs';
import { frameRateOf, secondsOf } from './facts';
import type { ReadContainer } from './findings';
import { addText, markTruncated, readPayload, setSize } from './findings';
import { limits } from './limits';
import { decodeText } from './text-decoding';

const ENTERED = new Set(['hdrl', 'strl', 'INFO']);
const INFO_NAMES = new Map([['INAM', 'title'], ['ICMT', 'comment'], ['ISFT', 'encoder'], ['IART', 'artist'], ['ISBJ', 'description']]);

/**
 * Reads an AVI: size, frame rate, codec and sound from its headers, and the texts of its INFO list; frames are stepped over.
 * Source: AVI RIFF File Reference (Microsoft), with OpenDML's repeated RIFF parts left alone.
 */
export const readAvi: ReadContainer = async (source, findings) => {
  let offset = 12;
  const { facts } = findings;
  facts.has_audio = false;
  for (let parts = 0; parts < limits.parts && offset < source.size; parts++) {
    const head = await source.read(offset, 12);
    if (head.length < 8) return;
    const name = ascii(head, 0, 4);
    const length = u32(head, 4, true);
    if (name === 'LIST' && ENTERED.has(ascii(head, 8, 4))) {
      offset += 12;
      continue;
    }
    const body = offset + 8;
    if (name === 'avih') {
      const main = await readFully(source, body, 40);
      if (main !== null) {
        const [microseconds, frames] = [u32(main, 0, true), u32(main, 16, true)];
        setSize(findings, u32(main, 32, true), u32(main, 36, true));
        facts.frame_rate = frameRateOf(1e6, microseconds);
        facts.frames = frames || null;
        facts.duration = secondsOf(frames * microseconds, 1e6);
      }
    } else if (name === 'strh') {
      const stream = await readFully(source, body, 8);
      if (stream !== null && startsWith(stream, 'vids')) facts.codec ??= codecName(ascii(stream, 4, 4));
      if (stream !== null && startsWith(stream, 'auds')) facts.has_audio = true;
    } else if (INFO_NAMES.has(name)) {
      const bytes = await readPayload(source, findings, { name: `the AVI text ${name}`, offset: body, length, limit: limits.text });
      if (bytes !== null) addText(findings, 'avi', INFO_NAMES.get(name) ?? name, decodeText(bytes));
    }
    if (body + length > source.size) {
      markTruncated(findings);
      return;
    }
    offset = body + length + (length & 1);
  }
};
