import { z } from 'zod';
import { t } from '../language/language';
import { isLater, parseVersion } from './version-order';

/** Which versions a person wants to hear of: finished ones, or those that are tried out before as well. */
export const releaseChannel = z.enum(['stable', 'beta']);
export type ReleaseChannel = z.infer<typeof releaseChannel>;

/** The format of a release list is documented in docs/updates.md. */
const format = 1;
export const mostReleaseListBytes = 256 * 1024;
const mostReleases = 500;
const mostNotes = 20_000;

/** Marks that would turn the text around them, and signs that nobody sees. */
const unseen = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
const seen = (text: string): string => text.replace(unseen, (sign) => (sign === '\n' || sign === '\t' ? sign : ''));

/** One version of Alice, as a list tells of it. */
export const releaseSchema = z.object({
  version: z.string().refine((text) => parseVersion(text) !== null),
  channel: releaseChannel,
  /** The day on which it came out. */
  date: z.iso.date(),
  notes: z.string().max(mostNotes).transform(seen),
  /** Where it can be had. */
  page: z.string().max(2_000).refine((address) => pageProblem(address) === null),
});
export type Release = z.infer<typeof releaseSchema>;

const listSchema = z.object({ alice_releases: z.int().positive(), releases: z.array(z.unknown()).max(mostReleases) });

export interface ReadReleases {
  readonly releases: readonly Release[];
  /** Entries that were passed over. */
  readonly left_out: number;
}

/** Reads a release list; entries that do not fit are passed over. Of a text that is none comes back why, as the end of a sentence. */
export function readReleaseList(text: string): ReadReleases | { readonly problem: string } {
  const list = listSchema.safeParse(parsed(text));
  if (!list.success) return { problem: t('what lies there is no release list') };
  if (list.data.alice_releases > format) return { problem: t('it was written for a newer Alice') };
  const releases = list.data.releases.flatMap((one) => releaseSchema.safeParse(one).data ?? []);
  const left_out = list.data.releases.length - releases.length;
  if (releases.length === 0 && left_out > 0) return { problem: t('nothing in it is written as Alice reads it') };
  return { releases, left_out };
}

interface Wish {
  readonly channel: ReleaseChannel;
  /** The version that runs. */
  readonly current: string;
  /** Up to this version a person does not want to hear of any. */
  readonly skipped: string | null;
}

/** The latest of those that are later than the one that runs; null when there is none. An unfinished version is never a stable one. */
export function latestRelease(releases: readonly Release[], { channel, current, skipped }: Wish): Release | null {
  let than = skipped !== null && isLater(skipped, current) ? skipped : current;
  let latest: Release | null = null;
  for (const release of releases) {
    const isFinished = release.channel === 'stable' && parseVersion(release.version)?.before.length === 0;
    if ((channel === 'stable' && !isFinished) || !isLater(release.version, than)) continue;
    latest = release;
    than = release.version;
  }
  return latest;
}

/** Why a page is not opened in the system's browser, as a sentence; null when it may be. */
export function pageProblem(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  const plain = url !== null && url.protocol === 'https:' && url.username === '' && url.password === '' && url.hostname !== '';
  return plain ? null : t('Alice opens pages by https:// only, and this one is none. Nothing was opened.');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
