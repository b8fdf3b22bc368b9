import type { RecordedEvent } from '../events/catalog';
import type { AssetRecord } from '../library/asset-record';
import type { BackupRecord } from '../library/backup-record';
import type { CareProgress, CareReport } from '../library/care-report';
import type { HistoryEntry } from '../library/history';
import type { InboxEntry, InboxState } from '../library/inbox-entry';
import type { ReadAgainProgress, ReadAgainReport } from '../library/read-again';

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
  /** This start leaves out what could be the cause of trouble: watching, sources, stages, tray and a person's own keys. */
  readonly safe_mode: boolean;
  /** Why Alice touches no file at the moment, with what to do; null while all is well. */
  readonly paused: string | null;
  /** A sentence for a person when something is wrong with a folder or the log; null when all is well. */
  readonly trouble: string | null;
  readonly theme: 'system' | 'light' | 'dark';
  readonly contrast: 'system' | 'normal' | 'high';
  readonly motion: 'system' | 'reduced';
  readonly density: 'normal' | 'compact';
  /** Bytes free where organized files go; null when unknown. */
  readonly free_bytes: number | null;
  /** How far the library has been brought up to the log, before anything else; null once it is. */
  readonly preparing: { readonly done: number; readonly total: number } | null;
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
  /** Pass as `after` for the page above; null at the end of the log. */
  readonly next_after: number | null;
  /** Of a page in the middle, the event that was asked for or the next before it; null when there is none. */
  readonly place: number | null;
  /** Those that were asked for with a page in the middle, whole: the sequences of their events, oldest first. */
  readonly stories: readonly StoryOfPage[];
  /** Events of these stories that are not among the page's own. */
  readonly others: readonly RecordedEvent[];
}

export interface StoryOfPage {
  readonly id: string;
  readonly sequences: readonly number[];
}

export interface WholeStory {
  readonly id: string;
  /** Oldest first. */
  readonly events: readonly RecordedEvent[];
}

/** One asset with the chain of events that explains why it lies where it lies, oldest first. */
export interface AssetStory {
  readonly asset: AssetRecord;
  readonly events: readonly RecordedEvent[];
  /** Its number in the library; null while it is not filed. */
  readonly id: number | null;
  /** The share of the library whose score is worse, 0 … 1; null when it has none or the library is too small to say. */
  readonly better_than: number | null;
}

/** What came of files that were dropped or chosen. */
export interface Added {
  readonly added: number;
  /** Pictures of the library that were given to the project on which they were dropped. */
  readonly assigned?: number;
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

export interface HistoryPage {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  /** Pass as `before` for the next page; null at the beginning. */
  readonly next_before: number | null;
}

/** How the files fare, as it is known now. */
export interface CareOverview {
  /** The last check since Alice was started; null when there was none. */
  readonly report: CareReport | null;
  /** How far a check has come that is under way; null when there is none. */
  readonly progress: CareProgress | null;
  /** Why the last check came to no end; null when it did. */
  readonly problem: string | null;
  /** File operations that are under way. */
  readonly open_operations: number;
  readonly trash: { readonly files: number; readonly bytes: number };
  /** The newest first. */
  readonly backups: readonly BackupRecord[];
}

/** How far the reading of all metadata anew has come. */
export interface ReadingState {
  /** Null while nothing is read anew. */
  readonly progress: ReadAgainProgress | null;
  /** What came of the last one since Alice was started, once it is through. */
  readonly report: ReadAgainReport | null;
  /** Why the last one came to no end. */
  readonly problem: string | null;
}
