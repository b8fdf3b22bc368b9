import type { RecordedEvent } from '@shared/events/catalog';
import type { InboxCounts, ProjectCount } from '@shared/ipc/answers';
import type { AssetRecord } from '@shared/library/asset-record';
import type { InboxEntry } from '@shared/library/inbox-entry';

/** What the window knows of the log. Changed by events, snapshots and pages, and by nothing else. */
export interface LogState {
  /** True once a snapshot has arrived. */
  readonly ready: boolean;
  /** False while a gap is being closed: what is shown may be behind. */
  readonly up_to_date: boolean;
  /** The last event that is folded in. */
  readonly sequence: number;
  readonly event_count: number;
  /** The newest events without holes, newest first. */
  readonly events: readonly RecordedEvent[];
  /** Whole stories that were asked for, by id, oldest event first. */
  readonly stories: ReadonlyMap<string, readonly RecordedEvent[]>;
  readonly assets: ReadonlyMap<string, AssetRecord>;
  readonly asset_count: number;
  /** Assets that were filed while nothing else was known of them: to be asked for. */
  readonly missing: ReadonlySet<string>;
  /** By path. */
  readonly inbox: ReadonlyMap<string, InboxEntry>;
  readonly inbox_counts: InboxCounts;
  readonly projects: readonly ProjectCount[];
}

export const emptyLog: LogState = {
  ready: false,
  up_to_date: false,
  sequence: 0,
  event_count: 0,
  events: [],
  stories: new Map(),
  assets: new Map(),
  asset_count: 0,
  missing: new Set(),
  inbox: new Map(),
  inbox_counts: { waiting: 0, working: 0, filed: 0, duplicate: 0, set_aside: 0 },
  projects: [],
};
