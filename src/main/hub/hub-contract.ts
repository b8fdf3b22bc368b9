import type { RecordedEvent } from '@shared/events/catalog';
import type { EventDraft } from '@shared/events/define-event';
import type { BusStats } from '@shared/library/bus-stats';
import type { LyingFiles } from '@shared/library/lying-files';
import type { FileMetadata } from '@shared/library/file-metadata';
import type { OwnRule } from '@shared/library/own-rule';
import type { ParkedEvent } from '@shared/library/parked-event';
import type { Source } from '@shared/library/source';
import type { StartMediaProcess } from '../adapters/media/protocol';
import type { EventBus } from '../bus/event-bus';
import type { FilterOptions } from '../bus/middleware/event-filter';
import type { HubCare } from './doctor';
import type { Staged } from './dry-run-staging';
import type { CareSettings } from './doctor-care';
import type { HubDensity } from './event-density';
import type { EventWish } from './find-events';
import type { HubHistory } from './history';
import type { BusOptions } from './open-bus';
import type { HubRatings } from './ratings';
import type { HubPlaceholders } from './placeholders';
import type { HubPreference } from './preference';
import type { HubReadAgain } from './read-again';
import type { HubStacks } from './stacks';
import type { HubLimits, LimitSettings } from './limits';
import type { HubStages } from './quality-stages';
import type { StageSource } from './quality-stages-setup';
import type { HubBoards } from './board-hub';
import type { HubSources } from './sources';
import type { HubTrash } from './trash';
import type { ReportBug } from '../kernel/report-bug';
import type { LogReader } from '../log/log-reader';
import type { AssetSearch } from '../projections/asset-search';
import type { LibraryQueries } from '../projections/library-queries';
import type { ScanTimes } from '../services/intake/scan-plan';
import type { SettleTimes } from '../services/intake/settling';

export interface HubOptions {
  readonly inbox: string;
  readonly organized: string;
  /** Asked for each file, so that it can be changed while the hub runs. */
  readonly operation: () => 'copy' | 'move';
  /** Holds log, projections and thumbnails. */
  readonly dataFolder: string;
  /** Says what would happen and touches nothing. */
  readonly dryRun?: boolean;
  /** With a dry run: files that lie elsewhere, as if they lay in the inbox. */
  readonly staged?: Staged;
  /** With a dry run: what happened so far to a file of the existing library. */
  readonly historyBefore?: (contentHash: string) => readonly RecordedEvent[];
  readonly startMedia: StartMediaProcess;
  readonly version: string;
  readonly reportBug: ReportBug;
  readonly settleTimes?: SettleTimes;
  readonly scanTimes?: ScanTimes;
  /** In bytes. */
  readonly largestFile?: number;
  /** What does not come through is neither recorded nor told. */
  readonly filter?: FilterOptions;
  /** Writes a line for what happens, from a level on. */
  readonly logger?: BusOptions['logger'];
  /** Told when a pause begins or ends: see `pausedFor`. */
  readonly pauseChanged?: () => void;
  readonly limits?: LimitSettings;
  readonly care?: CareSettings;
  /** The stages of the quality pipeline that a person set up; those of the data folder, with keys of the environment, when left out. */
  readonly stages?: StageSource;
  /** A person's own source rules, asked for each file; those that the data folder held when the hub was opened, when left out. */
  readonly ownRules?: () => readonly OwnRule[];
  /** Whether files follow their rating into its folder; as the data folder says when the hub is opened, when left out. */
  readonly refileOnRating?: () => boolean;
  /** Folders that are watched beside the inbox when the hub is opened; none when left out. */
  readonly sources?: readonly Source[];
  /** False where their files are looked after and none are taken from them. */
  readonly takeFromSources?: boolean;
  /** Told when a source has gone, is back, is refused, or there are others. */
  readonly sourcesChanged?: () => void;
  /** The address from which a file of the inbox was fetched. */
  readonly fetchedFrom?: (path: string) => string | null;
}

/** The whole of Alice without a window: what desktop, command line and workers have in common. */
export interface Hub extends HubDensity, HubHistory, HubLimits, HubCare, HubReadAgain, HubRatings, HubStages, HubStacks, HubPreference,
  HubPlaceholders {
  readonly bus: EventBus;
  readonly log: LogReader;
  readonly library: LibraryQueries;
  /** Finds, sorts and counts what is filed. */
  readonly pictures: AssetSearch;
  /** All that stands in an organized file, read in a process of its own. */
  readMetadata(path: string): Promise<FileMetadata | { readonly problem: string }>;
  /** Finds events by words and otherwise, newest first unless asked otherwise. */
  find(wish: EventWish): readonly RecordedEvent[];
  readonly thumbnails: string;
  /** Projects and their boards. */
  readonly boards: HubBoards;
  readonly trash: HubTrash;
  /** Folders that are watched beside the inbox. */
  readonly sources: HubSources;
  /** File operations that were begun and are not over. */
  openOperations(): number;
  /** Looks through the organized folder for a file that was missing. Resolves with whether it is there. */
  lookAgain(contentHash: string): Promise<boolean>;
  /** Takes in what lies in the inbox, unless told not to, then goes on watching when asked to. Resolves when the first scan is through. */
  start(how: { readonly watch: boolean; readonly takeIn?: boolean }): Promise<void>;
  /** Gives a file in the inbox whose name is not text a name that is, never over another. Resolves with its new path. */
  renameInInbox(path: string): Promise<string>;
  /** Stops taking new files in; those that were found go on. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** How many files lie in the inbox that nobody has taken in, as far as they were counted; asking has them counted. */
  lyingInInbox(): Promise<LyingFiles>;
  /** Publishes an event on behalf of a person, in an existing story or a new one. */
  say(draft: EventDraft, storyId?: string): Promise<void>;
  /** Events that a service gave up on, the newest first. */
  deadLetters(): readonly ParkedEvent[];
  /** Has a service try an event again that it gave up on. @throws when nothing of the kind is parked */
  retryDeadLetter(service: string, sequence: number): Promise<void>;
  /** What flows, how handlers and services fare, as plain JSON; asked, never pushed. */
  metrics(): BusStats;
  /** Resolves when every file that was found has reached an outcome, or nobody waits for it any more. */
  settled(signal?: AbortSignal): Promise<void>;
  close(reason: 'finished' | 'closed'): Promise<void>;
}
