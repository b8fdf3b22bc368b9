import { z } from 'zod';
import type { Release } from '../library/release-list';

/** What is known of newer versions. */
export interface UpdatesState {
  /** The version that runs. */
  readonly current: string;
  readonly looking: boolean;
  /** When a release list was read last, UTC; null when none was. */
  readonly looked_at: string | null;
  /** Why the last try brought nothing, as a sentence; null when it did. */
  readonly problem: string | null;
  /** The latest version that is later than the one that runs, and its page's host. */
  readonly found: (Omit<Release, 'page'> & { readonly host: string }) | null;
}

const nothing = z.strictObject({});
const version = z.string().min(1).max(100);

/** What the window asks about versions of Alice. Pages are named by their version, and only those that a release list told of are known. */
export const updateCalls = {
  'updates/state': nothing,
  /** Looks now, whether or not Alice looks by herself. */
  'updates/check': nothing,
  /** Does not offer this version again. */
  'updates/skip': z.strictObject({ version }),
  /** Opens the page of a version in the system's browser. */
  'updates/open-page': z.strictObject({ version }),
  /** What is to be told once: that another version runs than before, and that there is a newer one. */
  'updates/news': nothing,
} as const satisfies Record<string, z.ZodType>;

export interface UpdateNews {
  /** The version that runs since a moment ago; null when it ran before, or at the very first start. */
  readonly updated_to: string | null;
  /** A newer version that nobody was told of while there was no window. */
  readonly found: UpdatesState['found'];
}

export interface UpdateAnswers {
  'updates/state': UpdatesState;
  'updates/check': UpdatesState;
  'updates/skip': UpdatesState;
  'updates/open-page': null;
  'updates/news': UpdateNews;
}

/** Told when something becomes known while nobody asked. */
export interface UpdateBroadcasts {
  updates: UpdatesState;
  /** A newer version was found that nobody was told of yet. */
  update_found: NonNullable<UpdatesState['found']>;
}
