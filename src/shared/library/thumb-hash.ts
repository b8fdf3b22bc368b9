/**
 * A picture in some two dozen bytes, as base64: soft colours that stand where it will be while it loads. Of the same pixels as its
 * thumbnail, so white stands where the picture lets through. Said by whoever knows pictures, made nowhere else.
 */
export type ThumbHash = string;

/** What all made hashes fit into; nothing longer is kept or sent. */
export const mostThumbHashBytes = 28;
/** The fewest: a picture's mean colour, its shape and room for nothing else. */
const fewestThumbHashBytes = 6;

/** The bytes of a hash; null for text that is none. */
export function thumbHashBytes(text: string): Uint8Array | null {
  if (text.length > Math.ceil(mostThumbHashBytes / 3) * 4 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  const bytes = Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
  return bytes.length < fewestThumbHashBytes || bytes.length > mostThumbHashBytes ? null : bytes;
}
