/** What the headers of a file say about its pixels and its time. Null where they do not say. */
export interface MediaFacts {
  /** Seconds that a video or an animation lasts. */
  readonly duration: number | null;
  /** How the pictures of a video are compressed: `h264`, `hevc`, `av1`, `vp9` …, else the name that the file uses. */
  readonly codec: string | null;
  /** Frames a second, on average. */
  readonly frame_rate: number | null;
  /** Whether a video has sound; null for pictures. */
  readonly has_audio: boolean | null;
  /** Degrees clockwise by which a viewer turns the picture. */
  readonly rotation: 0 | 90 | 180 | 270;
  /** Whether a picture has more than one frame; false for videos, where it goes without saying. */
  readonly animated: boolean;
  /** How many frames an animation or video has. */
  readonly frames: number | null;
  /** Bits a channel. */
  readonly bit_depth: number | null;
  readonly has_alpha: boolean | null;
  /** `rgb`, `gray`, `indexed`, `cmyk`, `ycbcr` … */
  readonly colour: string | null;
}

/** The facts while a reader gathers them. */
export type FactsInTheMaking = { -readonly [Name in keyof MediaFacts]: MediaFacts[Name] };

export const createFacts = (): FactsInTheMaking => ({
  duration: null,
  codec: null,
  frame_rate: null,
  has_audio: null,
  rotation: 0,
  animated: false,
  frames: null,
  bit_depth: null,
  has_alpha: null,
  colour: null,
});

const MOST_SECONDS = 10 * 365 * 86_400;

/** Seconds rounded to milliseconds, or null for what no clock measures. */
export const secondsOf = (ticks: number, ticksPerSecond: number): number | null => {
  const seconds = Math.round((ticks / ticksPerSecond) * 1000) / 1000;
  return seconds > 0 && seconds < MOST_SECONDS ? seconds : null;
};

/** Frames a second rounded to thousandths (23.976), or null for what no camera does. */
export const frameRateOf = (frames: number, seconds: number): number | null => {
  const rate = Math.round((frames / seconds) * 1000) / 1000;
  return rate > 0 && rate <= 1000 ? rate : null;
};
