import type { RecordedEvent } from '@shared/events/catalog';
import type { Snapshot, WholeStory } from '@shared/ipc/answers';
import { type AssetRecord, foldAsset } from '@shared/library/asset-record';
import { storyIdOf } from '@shared/library/story-id';
import type { LogState } from './log-state';

/** Begins, or begins anew after a gap. Older events and assets that are still without a hole stay. */
export function mergeSnapshot(state: LogState, snapshot: Snapshot): LogState {
  const oldest = snapshot.events.at(-1)?.sequence ?? 0;
  const joins = state.ready && oldest <= state.sequence + 1;
  const assets = mergeAssets(state.assets, snapshot.assets);
  return {
    ...state,
    ready: true,
    up_to_date: true,
    sequence: snapshot.sequence,
    event_count: snapshot.event_count,
    events: joins ? [...snapshot.events, ...state.events.filter((event) => event.sequence < oldest)] : snapshot.events,
    stories: new Map(),
    assets: foldRecent(assets, snapshot.events),
    asset_count: snapshot.asset_count,
    missing: new Set(),
    inbox: new Map(snapshot.inbox.map((entry) => [entry.file_path, entry])),
    inbox_counts: snapshot.inbox_counts,
    projects: snapshot.projects,
  };
}

/** Assets that are on their way are not in a snapshot, but its newest events tell of them. */
function foldRecent(assets: Map<string, AssetRecord>, newestFirst: readonly RecordedEvent[]): Map<string, AssetRecord> {
  for (const event of newestFirst.toReversed()) {
    const hash: unknown = Reflect.get(event.data, 'content_hash');
    if (typeof hash !== 'string') continue;
    const record = foldAsset(assets.get(hash), event);
    if (record !== undefined) assets.set(hash, record);
  }
  return assets;
}

/** Takes the record that has seen more; one that is filed always wins over one that is not. */
export function mergeAssets(known: ReadonlyMap<string, AssetRecord>, answer: readonly AssetRecord[]): Map<string, AssetRecord> {
  const merged = new Map(known);
  for (const record of answer) {
    const before = merged.get(record.content_hash);
    const better = before === undefined || record.sequence >= before.sequence || before.filed_sequence === null;
    if (better) merged.set(record.content_hash, record);
  }
  return merged;
}

/** Adds one asset that was asked for by name. */
export function mergeAsset(state: LogState, asset: AssetRecord): LogState {
  const missing = new Set(state.missing);
  missing.delete(asset.content_hash);
  return { ...state, assets: mergeAssets(state.assets, [asset]), missing };
}

/** Of so many stories the whole is kept; the next ones that are asked for take the place of the first. */
const keptStories = 400;

/** Keeps whole stories, with what has arrived since they were asked for. */
export function mergeStories(state: LogState, whole: readonly WholeStory[]): LogState {
  const stories = new Map(state.stories);
  const since = new Map<string, RecordedEvent[]>(whole.map(({ id }) => [id, []]));
  for (const event of state.events) since.get(storyIdOf(event))?.push(event);
  for (const { id, events } of whole) {
    const last = events.at(-1)?.sequence ?? 0;
    stories.delete(id);
    stories.set(id, [...events, ...(since.get(id) ?? []).filter(({ sequence }) => sequence > last).toReversed()]);
  }
  for (const id of [...stories.keys()].slice(0, Math.max(0, stories.size - keptStories))) stories.delete(id);
  return { ...state, stories };
}
