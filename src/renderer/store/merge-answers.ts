import type { RecordedEvent } from '@shared/events/catalog';
import type { Snapshot, TimelinePage } from '@shared/ipc/contract';
import { type AssetRecord, foldAsset } from '@shared/library/asset-record';
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

/** Adds older events below those that are loaded. */
export function mergeTimelinePage(state: LogState, page: TimelinePage): LogState {
  const oldest = state.events.at(-1)?.sequence ?? Number.POSITIVE_INFINITY;
  const older = page.events.filter((event) => event.sequence < oldest);
  return older.length === 0 ? state : { ...state, events: [...state.events, ...older] };
}

/** Adds one asset that was asked for by name. */
export function mergeAsset(state: LogState, asset: AssetRecord): LogState {
  const missing = new Set(state.missing);
  missing.delete(asset.content_hash);
  return { ...state, assets: mergeAssets(state.assets, [asset]), missing };
}

/** Keeps a whole story, with what has arrived since it was asked for. */
export function mergeStory(state: LogState, id: string, events: readonly RecordedEvent[]): LogState {
  const last = events.at(-1)?.sequence ?? 0;
  const since = state.events.filter((event) => event.correlation_id === id && event.sequence > last);
  return { ...state, stories: new Map(state.stories).set(id, [...events, ...since.toReversed()]) };
}
