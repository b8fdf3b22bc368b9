import { ascii } from './bytes';
import type { ByteSource } from './byte-source';
import { frameRateOf, secondsOf } from './facts';
import type { Findings, ReadContainer } from './findings';
import { markTruncated, readPayload, warn } from './findings';
import { createFragments, noteFragment } from './iso-fragments';
import { readIsoItems } from './iso-items';
import type { Movie } from './iso-movie';
import { readMovie } from './iso-movie';
import type { PlacedBox } from './iso-walk';
import { createWalkBudget, placedBoxes } from './iso-walk';
import { limits } from './limits';
import { decodeText } from './text-decoding';
import { readXmp } from './xmp';

const C2PA_UUID = 'd8fec3d61b0e483c92975828877ec481';
const XMP_UUID = 'be7acfcb97a942e89c71999491e3afac';

/**
 * Reads MP4, MOV, AVIF and HEIC: what the headers say about pixels and time, tags, XMP and the C2PA box. Only headers and metadata are
 * read; media data is stepped over, so it does not matter at which end of the file the index stands.
 * Source: ISO/IEC 14496-12 (boxes, moov, moof), QuickTime File Format (keys, ilst, ©-tags), XMP part 3 (uuid), C2PA (uuid).
 */
export const readIsoMedia: ReadContainer = async (source, findings) => {
  const budget = createWalkBudget();
  const fragments = createFragments();
  let movie: Movie | null = null;
  let isStill = false;
  for await (const box of placedBoxes(source, { offset: 0, length: source.size }, findings, budget)) {
    if (box.overflows) markTruncated(findings);
    if (box.type === 'moov') movie ??= await readMovie(source, box, findings, budget);
    else if (box.type === 'moof') await noteFragment(source, box, findings, budget, fragments);
    else if (box.type === 'uuid') await readUuidBox(source, box, findings);
    else if (box.type === 'meta') {
      isStill = true;
      const meta = await readPayload(source, findings, { name: 'the box meta', ...box, limit: limits.block });
      if (meta !== null) await readIsoItems(meta, source, findings);
    } else if (box.type === 'ftyp') isStill = /^(?:avi[fs]|hei|hev|mif1|msf1)/.test(ascii(await source.read(box.offset, 4), 0, 4));
  }
  if (movie === null) {
    if (!isStill) {
      warn(findings, 'unreadable metadata: the video has no index (moov); it is cut, or its recording did not end.');
      findings.truncated = true;
    }
    return;
  }
  const { facts } = findings;
  const lasts = movie.track === null ? 0 : fragments.ends.get(movie.track.id) ?? 0;
  if (movie.track !== null && lasts > 0) {
    facts.duration ??= secondsOf(lasts, movie.track.timescale);
    facts.frames = (facts.frames ?? 0) + (fragments.samples.get(movie.track.id) ?? 0);
    if (facts.duration !== null) facts.frame_rate ??= frameRateOf(facts.frames, facts.duration);
  }
  if (!isStill) return;
  // A picture may carry a movie too: then it is animated, and has no sound worth telling of.
  facts.animated = (facts.frames ?? 0) > 1;
  facts.has_audio = null;
};

/** Behind a uuid: XMP at once; C2PA after version and flags, a purpose that ends with NUL and an 8-byte offset, found by its first box. */
export const readUuidBox = async (source: ByteSource, box: PlacedBox, findings: Findings): Promise<void> => {
  const uuid = Buffer.from(await source.read(box.offset, 16)).toString('hex');
  if (uuid !== C2PA_UUID && uuid !== XMP_UUID) return;
  const name = uuid === XMP_UUID ? 'the XMP box' : 'the C2PA box';
  const body = await readPayload(source, findings, { name, offset: box.offset + 16, length: box.length - 16, limit: limits.block });
  if (body === null) return;
  if (uuid === XMP_UUID) readXmp(decodeText(body), findings);
  else {
    const at = ascii(body, 0, 128).indexOf('jumb');
    if (at >= 4) findings.c2pa ??= body.subarray(at - 4);
  }
};
