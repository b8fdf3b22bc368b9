import { z } from 'zod';
import type { CommandId } from '../commands/all-commands';
import { contentHash } from '../events/fields';
import type { OpenedLink } from '../library/deep-link';

/** Where a notification, or the icon in the tray, leads. */
export type LedPlace = 'inbox' | 'library' | 'care';

/** What a window should know when it begins. */
export interface Arrival {
  /** The page before this one died; `restored` when what it showed is to be shown again. */
  readonly after_death: 'restored' | 'afresh' | null;
  /** Crash reports that came since Alice was asked last, also in the run before. */
  readonly crashes: number;
  /** Where somebody wanted to go before there was a window. */
  readonly place: LedPlace | null;
  readonly link: OpenedLink | null;
  /** What was chosen in the menu before there was a window. */
  readonly command: CommandId | null;
}

/** What runs here, for About and for those who report a problem. */
export interface Versions {
  readonly alice: string;
  /** Of the sources that it was built of. */
  readonly commit: string;
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
  /** What went wrong and was written down. */
  readonly log_lines: number;
}

/** Files that were handed to the system, and a sentence for each kind of those that were not. */
export interface Handed {
  readonly files: number;
  readonly problems: readonly string[];
}

const nothing = z.strictObject({});
/** Pictures by number in the library, and by hash. */
const pictures = { ids: z.array(z.int().positive()).max(1_000), content_hashes: z.array(contentHash).max(1_000) };
const pixels = z.int().min(0).max(100_000);

/** What the window asks of the app as a program among others. */
export const systemAppCalls = {
  'app/arrival': nothing,
  'app/versions': nothing,
  'app/health': nothing,
  'app/open-logs': nothing,
  'app/open-crash-reports': nothing,
  'app/open-event-docs': nothing,
  /** Puts onto the clipboard what helps to find out what is wrong. */
  'app/copy-diagnostics': nothing,
  /** Ends a start in safe mode, and starts as usual. */
  'app/leave-safe-mode': nothing,
  /** Closes everything in good order and opens Alice anew. */
  'app/start-again': nothing,
  /** Begins to drag organized files out of the window; `area` is the part of the window that shows what is dragged. */
  'library/drag-out': z.strictObject({
    ...pictures,
    area: z.strictObject({ x: pixels, y: pixels, width: pixels.min(1), height: pixels.min(1) }).nullable(),
  }),
  /** Puts the files themselves onto the clipboard. */
  'library/copy-files': z.strictObject(pictures),
  /** Puts a picture itself onto the clipboard, not its file. */
  'library/copy-image': z.strictObject({ content_hash: contentHash }),
} as const;

export interface SystemAppAnswers {
  'app/arrival': Arrival;
  'app/versions': Versions;
  'app/health': AppHealth;
  'app/open-logs': null;
  'app/open-crash-reports': null;
  'app/open-event-docs': null;
  'app/copy-diagnostics': null;
  'app/leave-safe-mode': null;
  'app/start-again': null;
  'library/drag-out': Handed;
  'library/copy-files': Handed;
  'library/copy-image': null;
}
