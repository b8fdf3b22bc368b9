import { z } from 'zod';
import type { CommandId } from '../commands/all-commands';
import type { RecordedEvent } from '../events/catalog';
import { contentHash } from '../events/fields';
import type { BandsNow, BandsPreview } from '../library/bands-preview';
import type { MendReport } from '../library/care-report';
import type { OpenedLink } from '../library/deep-link';
import type { HistoryEntry, UndoPreview, UndoRefusal } from '../library/history';
import type { EventDensity } from '../library/event-density';
import type { FileMetadata } from '../library/file-metadata';
import type { LibraryAnswer, LibraryCard } from '../library/library-answer';
import { libraryFilterSchema, librarySortSchema } from '../library/library-filter';
import { type LibraryPreferences, libraryPreferencesSchema } from '../library/library-preferences';
import { type OwnRule, ownRuleSchema, ownRulesSchema } from '../library/own-rule';
import type { NextPair } from '../library/preference';
import type { QualityOverview } from '../library/quality-overview';
import { httpStageSchema, type StagesNow } from '../library/quality-stage';
import { ratingBands } from '../library/rating';
import type { StacksAnswer } from '../library/stacks';
import { type SavedTimelineFilter, savedTimelineFilters, timelineFilterSchema } from '../library/timeline-filter';
import type { RefileReport } from '../library/read-again';
import { type BoardAnswers, boardCalls } from './board-calls';
import { type SourceAnswers, sourceCalls } from './source-calls';
import { type ChosenAnswers, chosenCalls } from './chosen-calls';
import { type DropAnswers, dropCalls, type FetchProgress } from './drop-calls';
import { type DryRunAnswers, dryRunCalls } from './dry-run-calls';
import type { SystemOverview } from './system-overview';
import { type LedPlace, type SystemAppAnswers, systemAppCalls } from './system-app-calls';
import { type DataAnswers, dataCalls } from './data-calls';
import { type KeyAnswers, keyCalls } from './key-calls';
import { type MenuCallAnswers, menuCalls } from './menu-calls';
import { type SettingsAnswers, settingsCalls } from './settings-calls';
import { type UpdateAnswers, type UpdateBroadcasts, updateCalls } from './update-calls';
import { type ViewAnswers, viewCalls } from './view-calls';
import type {
  Added, AppStatus, AssetStory, CareOverview, HistoryPage, ProjectCount, ReadingState, SetupCheck, Snapshot, TimelinePage,
  WholeStory,
} from './answers';

/**
 * The whole conversation between window and main process. A call has an input schema, checked in the
 * main process on every call, and an answer type. Ids and hashes go in, never paths: a path that a
 * person chose in a dialog or dropped on the window is known to the main process only.
 */
const nothing = z.strictObject({});
const sequence = z.int().positive();

const undoWish = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('entry'), id: z.string().min(1).max(100) }),
  z.strictObject({ kind: z.literal('asset'), content_hash: contentHash }),
  z.strictObject({ kind: z.literal('operations'), sequences: z.array(sequence).min(1).max(100_000).readonly() }),
  z.strictObject({ kind: z.literal('moment'), after_sequence: z.int().nonnegative() }),
]);
const mend = z.enum(['adopt', 'record', 'refile', 'trash', 'take_in', 'finish', 'restore']);

/** Every call: its name and what it takes. The answers stand in {@link Answers}. */
export const calls = {
  'app/status': nothing,
  'app/snapshot': nothing,
  /** The link that Alice was started with, once. */
  'app/link': nothing,
  /** A link that a person pasted. */
  'app/follow-link': z.strictObject({ address: z.string().max(200) }),
  'app/set-watching': z.strictObject({ watching: z.enum(['on', 'paused']) }),
  'app/set-operation': z.strictObject({ operation: z.enum(['copy', 'move']) }),
  'setup/check': nothing,
  'setup/choose-folder': z.strictObject({ which: z.enum(['inbox', 'organized']) }),
  'setup/finish': z.strictObject({ operation: z.enum(['copy', 'move']), with_samples: z.boolean() }),
  /** At most one of `before`, `after`, `at` and `around` says where the page lies; without one it is the newest. */
  'timeline/page': timelineFilterSchema.extend({
    before: sequence.nullable(),
    /** The page right behind this sequence. */
    after: sequence.nullable().default(null),
    /** A page in the middle: events up to this moment, UTC, and some that follow. */
    at: z.iso.datetime().nullable().default(null),
    /** The same about a sequence. */
    around: sequence.nullable().default(null),
    /** Of so many stories from the middle on, the whole comes with the page. */
    stories: z.int().min(0).max(100).default(0),
    limit: z.int().min(1).max(500),
  }),
  'timeline/density': timelineFilterSchema.omit({ from: true }).extend({
    /** UTC; null for the beginning of the log, or for now. */
    from: z.iso.datetime().nullable(),
    to: z.iso.datetime().nullable(),
    buckets: z.int().min(1).max(2_000),
    /** Only events from this sequence on count as matching. */
    from_sequence: sequence.nullable().default(null),
  }),
  /** Whole stories by id; those that are too long for it are left out. */
  'timeline/stories': z.strictObject({ ids: z.array(z.string().min(1).max(1_024)).min(1).max(100) }),
  /** Asks for a file and writes every event that passes into it. */
  'timeline/export': timelineFilterSchema,
  'timeline/filters': nothing,
  'timeline/keep-filters': z.strictObject({ filters: savedTimelineFilters }),
  'system/overview': nothing,
  'system/retry': z.strictObject({ service: z.string().min(1).max(100), sequence }),
  'library/find': z.strictObject({ filter: libraryFilterSchema, sort: librarySortSchema }),
  'library/cards': z.strictObject({ ids: z.array(z.int().positive()).min(1).max(500) }),
  'library/metadata': z.strictObject({ content_hash: contentHash }),
  'library/projects': nothing,
  'library/preferences': nothing,
  'library/keep-preferences': libraryPreferencesSchema,
  'library/story': z.strictObject({ content_hash: contentHash }),
  'library/show-in-folder': z.strictObject({ content_hash: contentHash }),
  'events/story': z.strictObject({ correlation_id: z.string().min(1).max(1_024) }),
  'inbox/choose-files': nothing,
  'inbox/open-folder': nothing,
  'inbox/retry': z.strictObject({ story_id: z.string().min(1).max(100) }),
  'inbox/show-in-folder': z.strictObject({ story_id: z.string().min(1).max(100) }),
  'inbox/add-samples': nothing,
  'history/page': z.strictObject({ before: sequence.nullable(), limit: z.int().min(1).max(200) }),
  'history/latest': z.strictObject({
    direction: z.enum(['undo', 'redo']),
    /** What a person did behind this place of the log goes before files that came in by themselves. */
    since: z.int().nonnegative().optional(),
    /** Files filed behind this place were added by the person. */
    added: z.int().nonnegative().nullable().optional(),
  }),
  'history/refusals': z.strictObject({ undo_id: z.string().min(1).max(100) }),
  'undo/preview': undoWish,
  'undo/do': undoWish,
  'care/overview': nothing,
  'care/check': z.strictObject({ deep: z.boolean() }),
  'care/mend': z.strictObject({ ids: z.array(z.string().min(1).max(200)).min(1).max(100_000), mend }),
  'care/look-again': z.strictObject({ content_hash: contentHash }),
  'care/back-up': nothing,
  'care/empty-trash': nothing,
  'library/show-where-it-was': z.strictObject({ content_hash: contentHash }),
  'settings/source-rules': nothing,
  'settings/keep-source-rules': z.strictObject({ rules: ownRulesSchema }),
  'settings/try-source-rule': z.strictObject({ rule: ownRuleSchema, content_hash: contentHash }),
  'ratings/give': z.strictObject({
    content_hashes: z.array(contentHash).min(1).max(100_000),
    /** 0 takes the own rating away. */
    stars: z.int().min(0).max(5),
    /** Named when ratings are given one after the other but belong together, as those of one culling: then they are undone together. */
    batch_id: z.uuid().optional(),
  }),
  'ratings/bands': nothing,
  'ratings/preview-bands': z.strictObject({ bands: ratingBands }),
  'ratings/set-bands': z.strictObject({ bands: ratingBands }),
  'ratings/set-refile': z.strictObject({ refile: z.boolean() }),
  'ratings/compare': z.strictObject({ winner_hash: contentHash, loser_hash: contentHash, draw: z.boolean(), blind: z.boolean() }),
  'ratings/next-pair': z.strictObject({ filter: libraryFilterSchema, /** Hashes of the pair that was shown last. */ not: z.array(contentHash).max(2) }),
  'quality/overview': z.strictObject({ filter: libraryFilterSchema }),
  'quality/stages': nothing,
  /** A key of null leaves the one that is kept. */
  'quality/keep-stage': z.strictObject({ stage: httpStageSchema, key: z.string().max(10_000).nullable() }),
  'quality/remove-stage': z.strictObject({ name: z.string().min(1).max(100) }),
  'quality/try-stage': z.strictObject({ stage: httpStageSchema, key: z.string().max(10_000).nullable(), content_hash: contentHash }),
  'stacks/find': z.strictObject({
    distance: z.enum(['strict', 'usual', 'loose']),
    /** Only stacks in which a picture holds these words, as in the library. */
    words: z.string().max(1_000).optional(),
  }),
  'stacks/decide': z.strictObject({
    content_hashes: z.array(contentHash).min(2).max(1_000),
    kept_hashes: z.array(contentHash).min(1).max(1_000),
    decision: z.enum(['kept_best', 'kept_all']),
  }),
  'reading/state': nothing,
  'reading/begin': nothing,
  'reading/stop': nothing,
  'reading/refile': nothing,
  ...boardCalls,
  ...sourceCalls,
  ...chosenCalls,
  ...dropCalls,
  ...dryRunCalls,
  ...viewCalls,
  ...dataCalls,
  ...settingsCalls,
  ...systemAppCalls,
  ...keyCalls,
  ...menuCalls,
  ...updateCalls,
} as const satisfies Record<string, z.ZodType>;

export interface Answers
  extends KeyAnswers, SourceAnswers, BoardAnswers, ChosenAnswers, DropAnswers, DryRunAnswers, ViewAnswers, DataAnswers, SettingsAnswers,
  SystemAppAnswers, MenuCallAnswers, UpdateAnswers {
  'app/status': AppStatus;
  'app/snapshot': Snapshot;
  'app/link': OpenedLink | null;
  'app/follow-link': OpenedLink | null;
  'app/set-watching': AppStatus;
  'app/set-operation': AppStatus;
  'setup/check': SetupCheck;
  'setup/choose-folder': SetupCheck;
  'setup/finish': AppStatus;
  'timeline/page': TimelinePage;
  'timeline/density': EventDensity;
  'timeline/stories': readonly WholeStory[];
  /** Null when no file was named. */
  'timeline/export': { readonly file_name: string; readonly events: number } | null;
  'timeline/filters': readonly SavedTimelineFilter[];
  'timeline/keep-filters': null;
  'system/overview': SystemOverview;
  'system/retry': null;
  'library/find': LibraryAnswer;
  'library/cards': readonly LibraryCard[];
  'library/metadata': FileMetadata;
  /** As of an event. */
  'library/projects': { readonly sequence: number; readonly projects: readonly ProjectCount[] };
  'library/preferences': LibraryPreferences;
  'library/keep-preferences': null;
  'library/story': AssetStory | null;
  'library/show-in-folder': null;
  'events/story': readonly RecordedEvent[];
  'inbox/choose-files': Added;
  'inbox/open-folder': null;
  'inbox/retry': null;
  'inbox/show-in-folder': null;
  'inbox/add-samples': Added;
  'history/page': HistoryPage;
  'history/latest': HistoryEntry | null;
  'history/refusals': readonly UndoRefusal[];
  'undo/preview': UndoPreview;
  /** The undo's id, which is also that of its story. */
  'undo/do': { readonly undo_id: string };
  'care/overview': CareOverview;
  /** Begins a check; the overview tells how far it has come. */
  'care/check': null;
  'care/mend': MendReport;
  /** Whether the file is there again. */
  'care/look-again': { readonly found: boolean };
  /** A sentence when the backup was made but its second copy was not. */
  'care/back-up': { readonly problem: string | null };
  'care/empty-trash': { readonly files: number; readonly bytes: number };
  'library/show-where-it-was': null;
  'settings/source-rules': readonly OwnRule[];
  'settings/keep-source-rules': null;
  /** Whether a rule fits a file, with what it fits. */
  'settings/try-source-rule': { readonly fits: boolean; readonly sentence: string };
  /** Ratings that were given together are undone together. */
  'ratings/give': { readonly batch_id: string; readonly changed: number };
  'ratings/bands': BandsNow;
  'ratings/preview-bands': BandsPreview;
  'ratings/set-bands': BandsPreview;
  'ratings/set-refile': BandsNow;
  'ratings/compare': null;
  'ratings/next-pair': NextPair;
  'quality/overview': QualityOverview;
  'quality/stages': StagesNow;
  'quality/keep-stage': StagesNow;
  'quality/remove-stage': StagesNow;
  /** What the service said, as a sentence; nothing is kept. */
  'quality/try-stage': { readonly ok: boolean; readonly sentence: string };
  'stacks/find': StacksAnswer;
  'stacks/decide': { readonly batch_id: string };
  'reading/state': ReadingState;
  'reading/begin': null;
  'reading/stop': null;
  'reading/refile': RefileReport;
}

export type CallName = keyof typeof calls;
export type CallInput<N extends CallName> = z.input<(typeof calls)[N]>;

/** Every broadcast from main to window. */
export interface Broadcasts extends UpdateBroadcasts {
  /** New events in log order, at most ten batches a second. */
  events: readonly RecordedEvent[];
  status: AppStatus;
  /** Alice is about to close: what is still to be kept is kept now. */
  leaving: null;
  /** A menu command for the view that is open. */
  command: CommandId;
  /** At most a few times a second. */
  reading: ReadingState;
  /** At most a few times a second for each link. */
  fetching: FetchProgress;
  /** A notification was followed while the window is open. */
  place: LedPlace;
  /** A link was followed while Alice is open. */
  link: OpenedLink;
  /** What came of files that were opened with Alice. */
  added: Added;
}

export type BroadcastName = keyof Broadcasts;

/** What a call comes back as: an answer, or one sentence for the person. */
export type Reply<N extends CallName> =
  | { readonly ok: true; readonly answer: Answers[N] }
  | { readonly ok: false; readonly sentence: string };
