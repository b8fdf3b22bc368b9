import type { Provenance } from '@shared/library/provenance';
import type { ByteSource } from './containers/byte-source';

/** When the picture was made, as the file itself says, in the local time of whoever made it. */
export interface MadeAt {
  /** YYYY-MM-DD */
  readonly date: string;
  /** HH:MM:SS, when the file gives one. */
  readonly time?: string;
  readonly from: 'exif' | 'xmp' | 'tool' | 'png-time' | 'container';
}

/** What Alice learned by reading a file, without decoding a pixel. */
export interface MediaInspection {
  readonly kind: 'media';
  readonly media_type: 'image' | 'video';
  /** What the bytes are, whatever the file is called: 'png', 'jpeg', 'mp4' … */
  readonly format: string;
  /** The usual extension of the format, without the dot: 'jpg' for JPEG. */
  readonly extension: string;
  /** Pixels, upright (a rotation in EXIF is applied); null when the file does not say cheaply. */
  readonly width: number | null;
  readonly height: number | null;
  readonly made_at: MadeAt | null;
  readonly provenance: Provenance;
  /** Text found in the file, by key; each value is cut at 64 KiB. Untrusted: text to show, never to run. */
  readonly raw_metadata: Readonly<Record<string, string>>;
  /** Sentences about what could not be read. The rest of the inspection still holds. */
  readonly warnings: readonly string[];
  /** True when the container says that its last part is missing (a cut PNG, WebP or MP4). */
  readonly truncated: boolean;
}

/** `reason` is a sentence for people. */
export type InspectionFailure =
  | { readonly kind: 'not-media'; readonly reason: string }
  | { readonly kind: 'unreadable'; readonly reason: string };

export type Inspection = MediaInspection | InspectionFailure;

export interface InspectOptions {
  /** The clock that decides what lies in the future. */
  readonly now?: () => Date;
}

/** Inspects one file. Never rejects: hostile or broken input becomes a warning or a failure with its reason. */
export const inspectMedia = async (
  source: ByteSource,
  fileName: string,
  options: InspectOptions = {},
): Promise<Inspection> => {
  void [source, fileName, options];
  return { kind: 'unreadable', reason: 'Not written yet.' };
};
