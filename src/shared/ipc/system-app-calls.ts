import { z } from 'zod';
import { contentHash } from '../events/fields';
import type { OpenedLink } from '../library/deep-link';

/** Where a notification, or the icon in the tray, leads. */
export type LedPlace = 'inbox' | 'library' | 'care';

/** What a window should know when it begins. */
export interface Arrival {
  /** The page before this one died: what it showed is to be shown again. */
  readonly restore_view: boolean;
  /** Crash reports that came since Alice was asked last, also in the run before. */
  readonly crashes: number;
  /** Where somebody wanted to go before there was a window. */
  readonly place: LedPlace | null;
  readonly link: OpenedLink | null;
}

/** What runs here, for About and for those who report a problem. */
export interface Versions {
  readonly alice: string;
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  readonly sqlite: string;
  readonly libvips: string;
  readonly system: string;
}

/** How the app's own processes fared since it was started. */
export interface AppHealth {
  readonly window_deaths: number;
  readonly decoder_deaths: number;
  readonly errors: number;
}

/** Files that were handed to the system, and a sentence for each kind of those that were not. */
export interface Handed {
  readonly files: number;
  readonly problems: readonly string[];
}

const nothing = z.strictObject({});
const hashes = z.array(contentHash).min(1).max(5_000);
const pixels = z.int().min(0).max(100_000);

/** What the window asks of the app as a program among others. */
export const systemAppCalls = {
  'app/arrival': nothing,
  'app/versions': nothing,
  'app/health': nothing,
  'app/open-logs': nothing,
  'app/open-crash-reports': nothing,
  /** Begins to drag organized files out of the window; `area` is the part of the window that shows what is dragged. */
  'library/drag-out': z.strictObject({
    content_hashes: hashes,
    area: z.strictObject({ x: pixels, y: pixels, width: pixels.min(1), height: pixels.min(1) }).nullable(),
  }),
  /** Puts the files themselves onto the clipboard. */
  'library/copy-files': z.strictObject({ content_hashes: hashes }),
} as const;

export interface SystemAppAnswers {
  'app/arrival': Arrival;
  'app/versions': Versions;
  'app/health': AppHealth;
  'app/open-logs': null;
  'app/open-crash-reports': null;
  'library/drag-out': Handed;
  'library/copy-files': Handed;
}
