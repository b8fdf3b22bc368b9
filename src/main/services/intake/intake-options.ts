import type { EventDraft } from '@shared/events/define-event';
import type { ReportBug } from '../../kernel/report-bug';
import type { FolderRules } from './folder-rules';
import type { InboxFiles, InboxMemory } from './ports';
import type { ScanTimes } from './scan-plan';
import type { FirstSeen, SettleTimes } from './settling';

/** Says an event of a story: a new one when no id is given. Resolves with the story's id once it is recorded. */
export type Announce = (draft: EventDraft, storyId?: string) => Promise<string>;

export interface IntakeOptions {
  /** The folder that is watched. */
  readonly inbox: string;
  /** How it is taken from, when it is not the inbox. */
  readonly rules?: FolderRules;
  readonly files: InboxFiles;
  readonly memory: InboxMemory;
  readonly announce: Announce;
  readonly reportBug: ReportBug;
  /** The address from which a file was fetched into the folder; null for any other file. */
  readonly fetchedFrom?: (path: string) => string | null;
  readonly settleTimes: SettleTimes;
  readonly scanTimes?: ScanTimes;
  readonly rootEveryMs?: number;
  /** How many files are looked at at once: what is said of them shares one commit of the log. */
  readonly concurrency?: number;
}

export type DiscoverySource = 'file_scan' | 'watch_mode' | 'manual';

/** One file on its way through intake, from the first look to its outcome here. */
export interface Taking {
  readonly path: string;
  readonly how: DiscoverySource;
  readonly retryOfStory: string | undefined;
  seen: FirstSeen | null;
}
