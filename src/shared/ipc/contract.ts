import { z } from 'zod';
import type { RecordedEvent } from '../events/catalog';
import { contentHash } from '../events/fields';
import type { AssetRecord } from '../library/asset-record';
import type { BusStats } from '../library/bus-stats';
import type { InboxEntry, InboxState } from '../library/inbox-entry';

/**
 * The whole conversation between window and main process. A call has an input schema, checked in the
 * main process on every call, and an answer type. Ids and hashes go in, never paths: a path that a
 * person chose in a dialog or dropped on the window is known to the main process only.
 */
export interface AppStatus {
  /** False until a person has said where inbox and organized folder are: the window shows the first run. */
  readonly set_up: boolean;
  readonly version: string;
  readonly platform: string;
  /** Folders of this run, or those suggested for the first run. */
  readonly inbox_path: string;
  readonly organized_path: string;
  readonly operation: 'copy' | 'move';
  /** True when a folder was named on the command line: it holds for this run only. */
  readonly folders_for_this_run: boolean;
  readonly watching: 'on' | 'paused' | 'off';
  /** A sentence for a person when something is wrong with a folder or the log; null when all is well. */
  readonly trouble: string | null;
  readonly theme: 'system' | 'light' | 'dark';
  /** Bytes free where organized files go; null when unknown. */
  readonly free_bytes: number | null;
}

export type InboxCounts = Readonly<Record<InboxState, number>>;

/** All that a window needs to begin. Events after `sequence` arrive as broadcasts. */
export interface Snapshot {
  /** The last event that this snapshot covers. */
  readonly sequence: number;
  /** Events in the log. */
  readonly event_count: number;
  /** The newest events, newest first. */
  readonly events: readonly RecordedEvent[];
  /** The newest filed assets, newest first. */
  readonly assets: readonly AssetRecord[];
  readonly asset_count: number;
  /** The newest files that wait, are worked on, are set aside or done; the counts are of all. */
  readonly inbox: readonly InboxEntry[];
  readonly inbox_counts: InboxCounts;
  readonly projects: readonly ProjectCount[];
}

export interface ProjectCount {
  readonly project: string;
  readonly assets: number;
  /** A picture to show for it, by hash; null when it has none. */
  readonly cover: string | null;
}

export interface TimelinePage {
  /** Newest first. */
  readonly events: readonly RecordedEvent[];
  /** Pass as `before` for the next page; null at the beginning of the log. */
  readonly next_before: number | null;
}

export interface LibraryPage {
  readonly assets: readonly AssetRecord[];
  readonly next_before: number | null;
}

/** One asset with the chain of events that explains why it lies where it lies, oldest first. */
export interface AssetStory {
  readonly asset: AssetRecord;
  readonly events: readonly RecordedEvent[];
}

/** One service or door on the map: what it is for, what it hears and what it says. */
export interface ServiceOnMap {
  readonly name: string;
  readonly summary: string;
  readonly hears: readonly string[];
  readonly says: readonly string[];
}

/** An event that a service gave up on. */
export interface DeadLetter {
  readonly service: string;
  readonly sequence: number;
  readonly attempts: number;
  readonly reason: string;
  /** UTC. */
  readonly parked_at: string;
  readonly event: RecordedEvent;
}

/** The event system as it is now. */
export interface SystemOverview {
  readonly stats: BusStats;
  /** In the order of a file's way. */
  readonly services: readonly ServiceOnMap[];
  /** The newest first. */
  readonly dead_letters: readonly DeadLetter[];
}

/** What came of files that were dropped or chosen. */
export interface Added {
  readonly added: number;
  /** One sentence for each thing that could not be added. */
  readonly problems: readonly string[];
}

/** Whether the first run's answers hold; each problem is a sentence. */
export interface SetupCheck {
  readonly inbox_path: string;
  readonly organized_path: string;
  readonly inbox_problem: string | null;
  readonly organized_problem: string | null;
  readonly free_bytes: number | null;
}

const nothing = z.strictObject({});
const sequence = z.int().positive();
const family = z.enum(['asset', 'quality', 'workflow', 'creative', 'system']);

/** Every call: its name and what it takes. The answers stand in {@link Answers}. */
export const calls = {
  'app/status': nothing,
  'app/snapshot': nothing,
  'app/set-theme': z.strictObject({ theme: z.enum(['system', 'light', 'dark']) }),
  'app/set-watching': z.strictObject({ watching: z.enum(['on', 'paused']) }),
  'app/set-operation': z.strictObject({ operation: z.enum(['copy', 'move']) }),
  'setup/check': nothing,
  'setup/choose-folder': z.strictObject({ which: z.enum(['inbox', 'organized']) }),
  'setup/finish': z.strictObject({ operation: z.enum(['copy', 'move']), with_samples: z.boolean() }),
  'timeline/page': z.strictObject({
    before: sequence.nullable(),
    limit: z.int().min(1).max(500),
    families: z.array(family).max(5),
    text: z.string().max(200),
    /** Exact types or prefixes such as `asset.*`; any of them. Empty means all. */
    patterns: z.array(z.string().max(100)).max(50).default([]),
    /** Only events from this time on, UTC. */
    since: z.iso.datetime().nullable().default(null),
    /** Only events from this sequence on. */
    from: sequence.nullable().default(null),
  }),
  'system/overview': nothing,
  'system/retry': z.strictObject({ service: z.string().min(1).max(100), sequence }),
  'library/page': z.strictObject({ before: sequence.nullable(), limit: z.int().min(1).max(500) }),
  'library/story': z.strictObject({ content_hash: contentHash }),
  'library/show-in-folder': z.strictObject({ content_hash: contentHash }),
  'events/story': z.strictObject({ correlation_id: z.string().min(1).max(100) }),
  'inbox/choose-files': nothing,
  'inbox/open-folder': nothing,
  'inbox/retry': z.strictObject({ story_id: z.string().min(1).max(100) }),
  'inbox/show-in-folder': z.strictObject({ story_id: z.string().min(1).max(100) }),
  'inbox/add-samples': nothing,
} as const satisfies Record<string, z.ZodType>;

export interface Answers {
  'app/status': AppStatus;
  'app/snapshot': Snapshot;
  'app/set-theme': AppStatus;
  'app/set-watching': AppStatus;
  'app/set-operation': AppStatus;
  'setup/check': SetupCheck;
  'setup/choose-folder': SetupCheck;
  'setup/finish': AppStatus;
  'timeline/page': TimelinePage;
  'system/overview': SystemOverview;
  'system/retry': null;
  'library/page': LibraryPage;
  'library/story': AssetStory | null;
  'library/show-in-folder': null;
  'events/story': readonly RecordedEvent[];
  'inbox/choose-files': Added;
  'inbox/open-folder': null;
  'inbox/retry': null;
  'inbox/show-in-folder': null;
  'inbox/add-samples': Added;
}

export type CallName = keyof typeof calls;
export type CallInput<N extends CallName> = z.input<(typeof calls)[N]>;

/** Every broadcast from main to window. */
export interface Broadcasts {
  /** New events in log order, at most ten batches a second. */
  events: readonly RecordedEvent[];
  status: AppStatus;
  /** A menu command for the view that is open. */
  command: Command;
}

export type BroadcastName = keyof Broadcasts;

/** Commands that the native menu and the keyboard share. */
export type Command = 'go-inbox' | 'go-timeline' | 'go-library' | 'go-system' | 'add-files' | 'find' | 'toggle-pause';

/** What a call comes back as: an answer, or one sentence for the person. */
export type Reply<N extends CallName> =
  | { readonly ok: true; readonly answer: Answers[N] }
  | { readonly ok: false; readonly sentence: string };
