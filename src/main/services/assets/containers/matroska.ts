import { ascii, u16 } from './bytes';
import type { ByteSource } from './byte-source';
import { codecName } from './codecs';
import { createEbmlReader, float, unsigned } from './ebml';
import { frameRateOf, secondsOf } from './facts';
import type { Findings, ReadContainer } from './findings';
import { addText, markTruncated, readPayload, setSize, warn } from './findings';
import { limits } from './limits';
import { decodeText } from './text-decoding';

const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const TAGS = 0x1254c367;
const SEEK_HEAD = 0x114d9b74;
const TRACK_ENTRY = 0xae;
const CLUSTER_TIME = 0xe7;
const SIMPLE_BLOCK = 0xa3;
const BLOCK_GROUP = 0xa0;
const BLOCK = 0xa1;
/** Elements whose children are looked at: Seek, Info, Tracks, Video, Projection, Tag, SimpleTag, Attachments, AttachedFile. */
const ENTERED = new Set([SEEK_HEAD, 0x4dbb, 0x1549a966, 0x1654ae6b, TRACK_ENTRY, 0xe0, 0x7670, TAGS, 0x7373, 0x67c8, 0x1941a469, 0x61a7]);
const PIECE_LIMIT = 1024;
/** Places that a SeekHead may promise: a file has a dozen. */
const MOST_PROMISES = 100;
const MS_AT_2001 = Date.UTC(2001, 0, 1);

/** What leaves have said so far, until the element that they belong to is over. */
interface State {
  readonly segmentStart: number;
  /** Where SeekHead says that parts of the segment begin. */
  readonly sought: { id: number; at: number | null }[];
  timescale: number;
  duration: number;
  /** In ticks: when the cluster begins, and the last block met; only where clusters are walked through. */
  clusterTime: number;
  lastBlock: number;
  track: { kind: number; codec: string; frameNanoseconds: number; width: number; height: number };
  isVideoKnown: boolean;
  hasTags: boolean;
  tagName: string;
  fileKind: string;
}

type ReadLeaf = (bytes: Uint8Array, state: State, findings: Findings) => void;

const leaves = new Map<number, ReadLeaf>([
  [0x53ab, (b, { sought }) => { if (sought.length < MOST_PROMISES) sought.push({ id: unsigned(b), at: null }); }],
  [0x53ac, (b, { sought, segmentStart }) => { const last = sought.at(-1); if (last) last.at = segmentStart + unsigned(b); }],
  [0x2ad7b1, (b, state) => void (state.timescale = unsigned(b))],
  [0x4489, (b, state) => void (state.duration = float(b))],
  [0x4461, (b, _, findings) => {
    if (b.length !== 8) return;
    const ms = MS_AT_2001 + Number(Buffer.from(b).readBigInt64BE(0) / 1_000_000n);
    if (ms > 0 && ms < 1e14) findings.dates.push({ from: 'container', text: new Date(ms).toISOString() });
  }],
  [CLUSTER_TIME, (b, state) => void (state.clusterTime = unsigned(b))],
  [0x7ba9, (b, _, findings) => { addText(findings, 'matroska', 'title', decodeText(b)); }],
  [0x5741, (b, _, findings) => { addText(findings, 'matroska', 'writing_app', decodeText(b)); }],
  [0x83, (b, { track }) => void (track.kind = unsigned(b))],
  [0x86, (b, { track }) => void (track.codec = ascii(b, 0, 60))],
  [0x23e383, (b, { track }) => void (track.frameNanoseconds = unsigned(b))],
  [0xb0, (b, { track }) => void (track.width = unsigned(b))],
  [0xba, (b, { track }) => void (track.height = unsigned(b))],
  [0x53c0, (b, _, { facts }) => void (facts.has_alpha = unsigned(b) === 1)],
  [0x55b2, (b, _, { facts }) => void (facts.bit_depth = unsigned(b) || null)],
  // The roll of the projection turns against the clock, in degrees.
  [0x7675, (b, _, findings) => {
    const turned = ((Math.round(-float(b) / 90) % 4) + 4) % 4;
    findings.facts.rotation = ([0, 90, 180, 270] as const)[turned] ?? 0;
    findings.orientation = [1, 6, 3, 8][turned] ?? 1;
  }],
  [0x45a3, (b, state) => void (state.tagName = decodeText(b).toLowerCase().slice(0, 100))],
  [0x4487, (b, { tagName }, findings) => {
    const text = decodeText(b);
    if (tagName !== 'duration') addText(findings, 'matroska', tagName, text);
    else findings.facts.duration ??= clockTime(text);
  }],
  [0x4660, (b, state) => void (state.fileKind = ascii(b, 0, 40))],
]);
const LONG_TEXTS = new Set([0x4487, 0x7ba9]);
const FILE_DATA = 0x465c;

/**
 * Reads WebM and Matroska: size, time, codec and sound of the tracks, date, and tags (ComfyUI writes PROMPT and WORKFLOW there).
 * Elements are met in the order of the file; a parent that matters is simply stepped into, so no nesting can grow a stack. At the
 * first cluster the reader leaps to what SeekHead promises behind the pictures; where it promises nothing, clusters are stepped over.
 * Source: RFC 8794 (EBML), RFC 9559 (Matroska).
 */
export const readMatroska: ReadContainer = async (source, findings) => {
  const ebml = createEbmlReader(source);
  const visited = new Set<number>();
  let offset = 0;
  let state = newState(0);
  let pictures: number | null = null;
  let lastCluster: { body: number; end: number } | null = null;
  findings.facts.has_audio = false;

  /** The next promised part behind the first cluster; the end of the file when there is none. */
  const nextPromised = (): number => {
    const next = state.sought.find(({ id, at }) => at !== null && ENTERED.has(id) && at > (pictures ?? 0) && !visited.has(at));
    return next?.at ?? source.size;
  };

  for (let parts = 0; offset < source.size; parts++) {
    if (parts >= limits.parts) {
      warn(findings, 'unreadable metadata: the video has more elements than Alice reads.');
      break;
    }
    const element = await ebml(offset);
    const isLeaping = pictures !== null;
    if (element === null || (isLeaping && (element.id === CLUSTER || visited.has(offset)))) {
      // Bytes that are no element end what can be walked; what was promised elsewhere may still be sound.
      if (!isLeaping) break;
      offset = nextPromised();
      continue;
    }
    if (isLeaping) visited.add(offset);
    const { id, body, size } = element;
    const end = size === null ? null : body + size;
    const isTimed = state.duration > 0 || findings.facts.duration !== null;
    if (id === CLUSTER && isTimed && (state.hasTags || state.sought.some((part) => part.id === TAGS && part.at !== null))) {
      pictures = offset;
      offset = nextPromised();
      continue;
    }
    if (id === SEGMENT) {
      if (end !== null && end > source.size) markTruncated(findings);
      state = newState(body);
    }
    if (id === TRACK_ENTRY) endTrack(state, findings);
    if (id === TAGS) state.hasTags = true;
    if (id === SEGMENT || ENTERED.has(id) || (id === CLUSTER && end === null)) {
      offset = body;
      continue;
    }
    if (end === null) break;
    if (id === CLUSTER) lastCluster = { body, end };
    if (end > source.size) {
      markTruncated(findings);
      break;
    }
    await readLeaf({ id, body, length: end - body }, source, state, findings);
    offset = end;
  }
  endTrack(state, findings);
  if (state.duration === 0 && lastCluster !== null) await readCluster(ebml, source, lastCluster, state);
  findings.facts.duration =
    secondsOf(state.duration * state.timescale, 1e9) ?? findings.facts.duration ?? secondsOf(state.lastBlock * state.timescale, 1e9);
};

const readLeaf = async (
  { id, body, length }: { readonly id: number; readonly body: number; readonly length: number },
  source: ByteSource,
  state: State,
  findings: Findings,
): Promise<void> => {
  const use = leaves.get(id);
if (use !== undefined) {
    const limit = LONG_TEXTS.has(id) ? limits.text : PIECE_LIMIT;
    const bytes = await readPayload(source, findings, { name: 'a tag of the video', offset: body, length, limit });
    if (bytes !== null) use(bytes, state, findings);
  } else if (id === FILE_DATA && /^image\/(?:jpeg|png)/.test(state.fileKind)) findings.cover ??= { offset: body, length };
};

/** One byte of track (there are never many), then the time since the cluster began. */
const noteBlock = async (source: ByteSource, body: number, state: State): Promise<void> => {
  const block = await source.read(body, 4);
  state.lastBlock = Math.max(state.lastBlock, state.clusterTime + ((u16(block, 1) << 16) >> 16));
};

const MOST_BLOCKS = 10_000;

/** Looks into the last cluster of a recording that never noted how long it is. */
const readCluster = async (
  ebml: ReturnType<typeof createEbmlReader>,
  source: ByteSource,
  { body, end }: { readonly body: number; readonly end: number },
  state: State,
): Promise<void> => {
  let at = body;
  for (let blocks = 0; blocks < MOST_BLOCKS && at < Math.min(end, source.size); blocks++) {
    const element = await ebml(at);
    if (element?.size == null) return;
    if (element.id === CLUSTER_TIME) state.clusterTime = unsigned(await source.read(element.body, Math.min(element.size, 8)));
    if (element.id === SIMPLE_BLOCK || element.id === BLOCK) await noteBlock(source, element.body, state);
    at = element.id === BLOCK_GROUP ? element.body : element.body + element.size;
  }
};

const newTrack = (): State['track'] => ({ kind: 0, codec: '', frameNanoseconds: 0, width: 0, height: 0 });
const newState = (segmentStart: number): State => ({
  segmentStart, sought: [], timescale: 1_000_000, duration: 0, clusterTime: 0, lastBlock: 0, track: newTrack(), isVideoKnown: false, hasTags: false, tagName: '', fileKind: '',
});

/** Notes what the track that is over was: the first one with pictures is the video. */
const endTrack = (state: State, findings: Findings): void => {
  const { kind, codec, frameNanoseconds, width, height } = state.track;
  state.track = newTrack();
  if (kind === 2) findings.facts.has_audio = true;
  if (state.isVideoKnown || (kind !== 1 && width === 0)) return;
  state.isVideoKnown = true;
  setSize(findings, width, height);
  findings.facts.codec = codecName(codec);
  findings.facts.frame_rate = frameRateOf(1e9, frameNanoseconds);
};

/** `00:00:02.041000000`, as ffmpeg writes a track's duration into its tags. */
const clockTime = (text: string): number | null => {
  const [, hours = 0, minutes = 0, seconds = 0] = /^(\d+):(\d\d):(\d\d(?:\.\d{1,9})?)/.exec(text)?.map(Number) ?? [];
  return secondsOf(hours * 3600 + minutes * 60 + seconds, 1);
};
