import { ascii, u16, u32, u64, u8 } from './bytes';
import type { ByteSource } from './byte-source';
import { codecName } from './codecs';
import { frameRateOf, secondsOf } from './facts';
import type { Findings } from './findings';
import { setSize } from './findings';
import { bitDepthIn } from './iso-codec-depth';
import { readTags, readUserData } from './iso-tags';
import type { PlacedBox, WalkBudget } from './iso-walk';
import { placedBoxes } from './iso-walk';

const SECONDS_1904_TO_1970 = 2_082_844_800;
const ENTERED = new Set(['mdia', 'minf', 'stbl']);

interface Track {
  id: number;
  kind: string;
  width: number;
  height: number;
  rotation: 0 | 90 | 180 | 270;
  timescale: number;
  duration: number;
  samples: number;
  codec: string;
  depth: number;
  bitDepth: number | null;
}

/** What remains of a movie box once its facts are noted: the track that is shown. */
export interface Movie {
  readonly track: Readonly<Track> | null;
}

const newTrack = (): Track => ({
  id: 0, kind: '', width: 0, height: 0, rotation: 0, timescale: 0, duration: 0, samples: 0, codec: '', depth: 0, bitDepth: null,
});

/** Reads the movie box by its headers: the largest video track gives size, codec and frame rate; sound is any track of it. */
export const readMovie = async (source: ByteSource, moov: PlacedBox, findings: Findings, budget: WalkBudget): Promise<Movie> => {
  const { facts } = findings;
  let shown: Track | null = null;
  let timescale = 0;
  facts.has_audio = false;
  for await (const box of placedBoxes(source, moov, findings, budget)) {
    if (box.type === 'mvhd') timescale = await readMovieHeader(source, box, findings);
    else if (box.type === 'mvex') await readExtends(source, box, findings, budget, timescale);
    else if (box.type === 'meta') await readTags(source, box, findings, budget);
    else if (box.type === 'udta') await readUserData(source, box, findings, budget);
    else if (box.type === 'trak') {
      const track = newTrack();
      await readTrack(source, box, findings, budget, track);
      if (track.kind === 'soun') facts.has_audio = true;
      const isPicture = track.kind === 'vide' || track.kind === 'pict' || (track.kind === '' && track.width > 0);
      if (isPicture && (shown === null || track.width * track.height > shown.width * shown.height)) shown = track;
    }
  }
  if (shown === null) return { track: null };
  if (findings.width === null) setSize(findings, shown.width, shown.height);
  const turned = { 0: 1, 90: 6, 180: 3, 270: 8 } as const;
  facts.rotation = shown.rotation;
  findings.orientation = turned[shown.rotation];
  facts.codec = codecName(shown.codec);
  facts.bit_depth ??= shown.bitDepth;
  facts.has_alpha ??= shown.depth === 32;
  facts.frames = shown.samples || null;
  const seconds = secondsOf(shown.duration, shown.timescale);
  facts.duration ??= seconds;
  if (seconds !== null && shown.samples > 0) facts.frame_rate = frameRateOf(shown.samples, shown.duration / shown.timescale);
  return { track: shown };
};

/** Notes date and duration, and answers the ticks a second that the movie counts in. */
const readMovieHeader = async (source: ByteSource, box: PlacedBox, findings: Findings): Promise<number> => {
  const body = await source.read(box.offset, 32);
  const wide = u8(body, 0) === 1;
  const created = (wide ? u64(body, 4) : u32(body, 4)) - SECONDS_1904_TO_1970;
  if (created > 0 && created < 1e11) findings.dates.push({ from: 'container', text: new Date(created * 1000).toISOString() });
  const duration = wide ? u64(body, 24) : u32(body, 16);
  const timescale = u32(body, wide ? 20 : 12);
  // All ones mean that it is not known.
  if (duration < 0xffff_ffff) findings.facts.duration = secondsOf(duration, timescale);
  return timescale;
};

const readExtends = async (
  source: ByteSource,
  mvex: PlacedBox,
  findings: Findings,
  budget: WalkBudget,
  timescale: number,
): Promise<void> => {
  for await (const box of placedBoxes(source, mvex, findings, budget)) {
    if (box.type !== 'mehd') continue;
    const body = await source.read(box.offset, 12);
    findings.facts.duration ??= secondsOf(u8(body, 0) === 1 ? u64(body, 4) : u32(body, 4), timescale);
  }
};

const readTrack = async (source: ByteSource, parent: PlacedBox, findings: Findings, budget: WalkBudget, track: Track): Promise<void> => {
  for await (const box of placedBoxes(source, parent, findings, budget)) {
    if (ENTERED.has(box.type)) await readTrack(source, box, findings, budget, track);
    else if (trackFields.has(box.type)) trackFields.get(box.type)?.(await source.read(box.offset, Math.min(box.length, 512)), track);
  }
};

const trackFields = new Map<string, (body: Uint8Array, track: Track) => void>([
  [
    'tkhd',
    (b, track) => {
      const wide = u8(b, 0) === 1;
      const matrix = wide ? 52 : 40;
      track.id = u32(b, wide ? 20 : 12);
      track.rotation = rotationOf(u32(b, matrix) | 0, u32(b, matrix + 4) | 0);
      track.width = u32(b, matrix + 36) >>> 16;
      track.height = u32(b, matrix + 40) >>> 16;
    },
  ],
  [
    'mdhd',
    (b, track) => {
      const wide = u8(b, 0) === 1;
      track.timescale = u32(b, wide ? 20 : 12);
      const duration = wide ? u64(b, 24) : u32(b, 16);
      track.duration = duration < 0xffff_ffff ? duration : 0;
    },
  ],
  // QuickTime has a second handler, of the data, further in; the first is the one that counts.
  ['hdlr', (b, track) => void (track.kind ||= ascii(b, 8, 4))],
  ['stsz', (b, track) => void (track.samples = u32(b, 8))],
  ['stz2', (b, track) => void (track.samples = u32(b, 8))],
  [
    'stsd',
    (b, track) => {
      track.codec = ascii(b, 12, 4);
      track.depth = u16(b, 8 + 82);
      track.bitDepth = bitDepthIn(b.subarray(8 + 86));
    },
  ],
]);

/** From the first row of the matrix: how far the picture is turned clockwise. */
const rotationOf = (a: number, b: number): Track['rotation'] => {
  if (b === 0) return a < 0 ? 180 : 0;
  if (a !== 0) return 0;
  return b > 0 ? 90 : 270;
};
