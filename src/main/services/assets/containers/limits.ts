/** Ceilings that keep a hostile file from costing more than a moment. All in bytes unless a comment says otherwise. */
export const limits = {
  /** One text, before and after decoding; also the longest JSON that is parsed. */
  text: 32 * 1024 * 1024,
  /** All texts of one file together. */
  allText: 64 * 1024 * 1024,
  /** Everything that one file may inflate to. */
  inflate: 16 * 1024 * 1024,
  /** An EXIF block or a C2PA manifest store. */
  block: 8 * 1024 * 1024,
  /** Chunks, boxes, segments or elements looked at in one file: a count. */
  parts: 100_000,
  /** Texts kept of one file: a count. */
  texts: 1_000,
  /** Entries read of one EXIF directory: a count. */
  exifEntries: 1_000,
  /** Directories followed of one TIFF: a count. */
  tiffDirectories: 64,
  /** Nesting of JSON, boxes and CBOR: levels. */
  depth: 256,
  /** Nodes of a ComfyUI graph: a count. */
  graphNodes: 5_000,
  /** A value in `raw_metadata`, and a prompt: characters. */
  excerpt: 64 * 1024,
} as const;
