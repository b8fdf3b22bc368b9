import type { RecordedEvent } from '@shared/events/catalog';
import type { InboxCounts, ProjectCount } from '@shared/ipc/answers';
import { type AssetRecord, foldAsset } from '@shared/library/asset-record';
import { foldInboxEntry, type InboxEntry, inboxPathOf, type InboxState } from '@shared/library/inbox-entry';
import { storyIdOf } from '@shared/library/story-id';
import type { LogState } from './log-state';

/** Older events than these are let go again while new ones stream in; scrolling asks for them as pages. */
const keptEvents = 20_000;
const keptDone = 500;

/** A state that is being written: the maps are copies, made once for a whole batch. */
interface Draft {
  readonly assets: Map<string, AssetRecord>;
  readonly inbox: Map<string, InboxEntry>;
  readonly missing: Set<string>;
  readonly counts: Record<InboxState, number>;
  projects: readonly ProjectCount[];
  asset_count: number;
}

/** Folds one event into the state. Pure; an event that is covered already changes nothing. */
export function applyEvent(state: LogState, event: RecordedEvent): LogState {
  return applyEvents(state, [event]);
}

/** Folds a batch, in log order, at the price of one copy. */
export function applyEvents(state: LogState, batch: readonly RecordedEvent[]): LogState {
  const fresh = batch.filter((event) => event.sequence > state.sequence);
  const last = fresh.at(-1);
  if (last === undefined) return state;
  const draft: Draft = {
    assets: new Map(state.assets),
    inbox: new Map(state.inbox),
    missing: new Set(state.missing),
    counts: { ...state.inbox_counts },
    projects: state.projects,
    asset_count: state.asset_count,
  };
  for (const event of fresh) {
    stepInbox(draft, event);
    stepAsset(draft, event);
  }
  letGoOfOldDone(draft.inbox);
  return {
    ...state,
    sequence: last.sequence,
    event_count: state.event_count + fresh.length,
    events: [...fresh.toReversed(), ...state.events].slice(0, Math.max(keptEvents, state.events.length)),
    stories: continueStories(state.stories, fresh),
    assets: draft.assets,
    asset_count: draft.asset_count,
    missing: draft.missing,
    inbox: draft.inbox,
    inbox_counts: draft.counts satisfies InboxCounts,
    projects: draft.projects,
  };
}

function stepInbox({ inbox, counts }: Draft, event: RecordedEvent): void {
  const path = inboxPathOf(event);
  if (path === null) return;
  const before = inbox.get(path) ?? null;
  const after = foldInboxEntry(before, event);
  const from = before === null ? unlistedLane(event, inbox, counts) : before.state;
  const to = after === null ? (from === null ? null : endOf(event)) : after.state;
  if (from !== null) counts[from] = Math.max(0, counts[from] - 1);
  if (to !== null) counts[to] += 1;
  if (after === null) inbox.delete(path);
  else inbox.set(path, after);
}

/** A snapshot lists only the newest of a long lane. Tells from which lane a file comes that is counted but not listed. */
function unlistedLane(event: RecordedEvent, inbox: Draft['inbox'], counts: Draft['counts']): InboxState | null {
  const lane = laneBefore(event);
  if (lane === null) return null;
  let listed = 0;
  for (const entry of inbox.values()) if (entry.state === lane) listed += 1;
  return counts[lane] > listed ? lane : null;
}

function laneBefore({ event_type }: RecordedEvent): InboxState | null {
  switch (event_type) {
    case 'asset.discovered':
      return 'waiting';
    case 'asset.organized':
    case 'asset.duplicated':
    case 'asset.set_aside':
      return 'working';
    case 'asset.unfiled':
      return 'filed';
    default:
      return null;
  }
}

/** The lane in which an event ends a file's way. */
function endOf({ event_type }: RecordedEvent): InboxState | null {
  if (event_type === 'asset.organized') return 'filed';
  return event_type === 'asset.duplicated' ? 'duplicate' : null;
}

function stepAsset(draft: Draft, event: RecordedEvent): void {
  const hash = assetOf(event);
  if (hash === null) return;
  const before = draft.assets.get(hash);
  const after = foldAsset(before, event);
  if (after !== undefined) draft.assets.set(hash, after);
  if (event.event_type === 'asset.unfiled') {
    draft.asset_count = Math.max(0, draft.asset_count - 1);
    if (before !== undefined) draft.projects = oneLess(draft.projects, before.project);
    return;
  }
  if (event.event_type !== 'asset.organized' && event.event_type !== 'asset.adopted') return;
  if (after === undefined) draft.missing.add(hash);
  if (before !== undefined && before.filed_sequence !== null) return;
  draft.asset_count += 1;
  draft.projects = oneMore(draft.projects, event.data.project_name, hash);
}

/** The content hash that an event is about, or null when it is about none. */
function assetOf(event: RecordedEvent): string | null {
  const hash: unknown = Reflect.get(event.data, 'content_hash');
  return typeof hash === 'string' ? hash : null;
}

function oneMore(projects: readonly ProjectCount[], project: string, hash: string): readonly ProjectCount[] {
  const known = projects.find((one) => one.project === project);
  if (known === undefined) return [...projects, { project, assets: 1, cover: hash }];
  const more = { ...known, assets: known.assets + 1, cover: known.cover ?? hash };
  return projects.map((one) => (one === known ? more : one));
}

function oneLess(projects: readonly ProjectCount[], project: string): readonly ProjectCount[] {
  const less = projects.map((one) => (one.project === project ? { ...one, assets: one.assets - 1 } : one));
  return less.filter(({ assets }) => assets > 0);
}

function letGoOfOldDone(inbox: Map<string, InboxEntry>): void {
  const done = [...inbox.values()].filter(isDone);
  if (done.length <= keptDone * 2) return;
  done.sort((a, b) => a.sequence - b.sequence);
  for (const entry of done.slice(0, done.length - keptDone)) inbox.delete(entry.file_path);
}

/** Whether a file has reached its end: filed, or linked as a duplicate. */
export function isDone(entry: InboxEntry): boolean {
  return entry.state === 'filed' || entry.state === 'duplicate';
}

function continueStories(stories: LogState['stories'], fresh: readonly RecordedEvent[]): LogState['stories'] {
  const continued = fresh.filter((event) => stories.has(storyIdOf(event)));
  if (continued.length === 0) return stories;
  const next = new Map(stories);
  for (const event of continued) {
    const id = storyIdOf(event);
    next.set(id, [...(next.get(id) ?? []), event]);
  }
  return next;
}
