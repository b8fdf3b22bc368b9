import type { AliceEvent, EventData, RecordedEvent } from '../events/catalog';
import type { Stars } from './rating';

/** What is known of one asset: the fold of all events about its content hash. Plain JSON. */
export interface AssetRecord {
  readonly content_hash: string;
  /** The sequence of the last event that was folded in; an event at or below it changes nothing. */
  readonly sequence: number;
  /** The story that filed it, for the chain of events behind it. */
  readonly story_id: string;
  readonly file_name: string;
  /** Where the organized copy lies; null until it is filed. */
  readonly path: string | null;
  readonly inbox_path: string;
  readonly project: string;
  /** The slug of the tool that made it, `unknown` when nothing tells. */
  readonly source: string;
  readonly media_type: 'image' | 'video';
  /** Bytes. */
  readonly file_size: number;
  /** Pixels; null when not known. */
  readonly width: number | null;
  readonly height: number | null;
  /** The day it was made, YYYY-MM-DD; null until it is filed. */
  readonly date_folder: string | null;
  /** The rating that holds: a person's own, else the measured one. */
  readonly stars: Stars | null;
  /** What a person gave; it wins whatever is measured. */
  readonly own_stars: Stars | null;
  /** What was measured, by the limits between the stars that hold. */
  readonly measured_stars: Stars | null;
  /** BRISQUE, 0 clean … 100 poor. */
  readonly brisque: number | null;
  readonly quality_issues: readonly string[];
  /** Of all stages that ran, 0 poor … 1 clean; null when nothing was measured. */
  readonly combined_score: number | null;
  /** The stages that ran; what those that were added say, by name. */
  readonly stages: readonly string[];
  readonly stage_scores: Readonly<Record<string, number | null>>;
  /** Why there are no stars, as a sentence. */
  readonly not_rated: string | null;
  /** Prompt, seed, model …: the payload of `asset.processed`, see `provenanceSchema`. */
  readonly generation: Readonly<Record<string, unknown>>;
  /** Paths of files with the same bytes that were linked to this asset. */
  readonly duplicates: readonly string[];
  /** Paths of the files that were filed beside it: settings, notes, a sound track. */
  readonly sidecars: readonly string[];
  /** Set when its organized file was not found where it was filed, or holds other bytes. */
  readonly missing: 'gone' | 'replaced' | null;
  /** When it was filed, UTC; null until then. */
  readonly filed_at: string | null;
  /** The sequence of the event that filed it: the library's order. */
  readonly filed_sequence: number | null;
}

/** The last part of a path, of either system. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

const nothingMeasured = { brisque: null, quality_issues: [], combined_score: null, stages: [] } as const;

function begin(event: RecordedEvent & { event_type: 'asset.discovered' }): AssetRecord {
  const { data } = event;
  return {
    content_hash: data.content_hash,
    sequence: event.sequence,
    story_id: event.correlation_id,
    file_name: baseName(data.file_path),
    path: null,
    inbox_path: data.file_path,
    project: data.project_name,
    source: data.source_type ?? 'unknown',
    media_type: data.media_type,
    file_size: data.file_size,
    width: null,
    height: null,
    date_folder: null,
    stars: null,
    own_stars: null,
    measured_stars: null,
    ...nothingMeasured,
    stage_scores: {},
    not_rated: null,
    generation: {},
    duplicates: [],
    sidecars: [],
    missing: null,
    filed_at: null,
    filed_sequence: null,
  };
}

/** A file that had no story before: what its place in the folders tells is all that is known of it. */
function adopt(event: RecordedEvent & { event_type: 'asset.adopted' }, known: AssetRecord | undefined): AssetRecord {
  const { data } = event;
  const discovered = { ...event, event_type: 'asset.discovered', data: { ...data, inbox_path: '', discovery_source: 'file_scan', fetched_from: null } } as const;
  return {
    ...(known ?? begin(discovered)),
    sequence: event.sequence,
    story_id: event.correlation_id,
    file_name: baseName(data.file_path),
    path: data.file_path,
    project: data.project_name,
    source: data.source_type,
    date_folder: data.date_folder,
    missing: null,
    filed_at: event.timestamp,
    filed_sequence: event.sequence,
  };
}

/** Folds one event into what is known of its asset. Pure; an event seen before changes nothing. */
export function foldAsset(known: AssetRecord | undefined, event: RecordedEvent): AssetRecord | undefined {
  if (known !== undefined && event.sequence <= known.sequence) return known;
  if (event.event_type === 'asset.adopted') return adopt(event, known);
  if (known === undefined) return event.event_type === 'asset.discovered' ? begin(event) : undefined;
  const change = changeBy(known, event);
  return change === null ? known : { ...known, ...change, sequence: event.sequence };
}

function changeBy(known: AssetRecord, event: AliceEvent & { sequence: number }): Partial<AssetRecord> | null {
  switch (event.event_type) {
    case 'asset.discovered':
      // The same bytes again: a second file, or a second try. What is known of them holds.
      return {};
    case 'asset.processed':
      // A duplicate is read under its own name, which tells other things; the filed file is read for its own sake.
      return known.filed_sequence === null || event.data.file_path === known.path ? processed(event.data) : null;
    case 'quality.assessed':
      return {
        ...measured(known, event.data.star_rating as Stars),
        brisque: event.data.brisque_score,
        quality_issues: event.data.quality_issues,
        combined_score: event.data.combined_score,
        stages: event.data.stages_completed,
        not_rated: null,
      };
    case 'quality.not_rated':
      return { ...measured(known, null), ...nothingMeasured, not_rated: event.data.message };
    case 'quality.stage_completed':
      return { stage_scores: { ...known.stage_scores, [event.data.stage]: event.data.score } };
    case 'rating.given':
      return { stars: event.data.stars as Stars, own_stars: event.data.stars as Stars };
    case 'rating.cleared':
      return { stars: known.measured_stars, own_stars: null };
    case 'rating.derived':
      return measured(known, event.data.star_rating as Stars);
    case 'asset.organized':
      return {
        path: event.data.destination_path,
        file_name: baseName(event.data.destination_path),
        inbox_path: event.data.source_path,
        project: event.data.project_name,
        source: event.data.source_type,
        date_folder: event.data.date_folder,
        story_id: event.correlation_id,
        missing: null,
        filed_at: event.timestamp,
        filed_sequence: event.sequence,
      };
    case 'asset.moved':
      return { ...liesAt(event.data.to_path), missing: null, sidecars: sidecarsAfter(known, event.data.sidecars) };
    case 'asset.missing':
      return { missing: event.data.reason };
    case 'asset.returned':
      return { ...liesAt(event.data.file_path), missing: null };
    case 'asset.refiled':
      return {
        ...liesAt(event.data.to_path),
        project: event.data.project_name,
        source: event.data.source_type,
        date_folder: event.data.date_folder,
        missing: null,
        sidecars: sidecarsAfter(known, event.data.sidecars),
      };
    case 'asset.unfiled':
      return {
        path: null, file_name: baseName(event.data.file_path), inbox_path: event.data.file_path, missing: null, sidecars: [],
        date_folder: null, filed_at: null, filed_sequence: null,
      };
    case 'asset.sidecar_filed':
      return known.sidecars.includes(event.data.destination_path) ? null : { sidecars: [...known.sidecars, event.data.destination_path] };
    case 'asset.duplicated':
      return known.duplicates.includes(event.data.file_path)
        ? null
        : { duplicates: [...known.duplicates, event.data.file_path] };
    default:
      return null;
  }
}

/** A person's own rating holds beside any that is measured. */
function measured(known: AssetRecord, stars: Stars | null): Pick<AssetRecord, 'stars' | 'measured_stars'> {
  return { stars: known.own_stars ?? stars, measured_stars: stars };
}

function liesAt(path: string): Pick<AssetRecord, 'path' | 'file_name'> {
  return { path, file_name: baseName(path) };
}

function sidecarsAfter(known: AssetRecord, moves: readonly { from_path: string; to_path: string }[]): readonly string[] {
  const places = new Map(moves.map(({ from_path, to_path }) => [from_path, to_path]));
  return known.sidecars.map((path) => places.get(path) ?? path);
}

function processed(data: EventData<'asset.processed'>): Partial<AssetRecord> {
  const { width, height } = data.metadata;
  const { tool } = data.generation_params;
  return {
    width: typeof width === 'number' ? width : null,
    height: typeof height === 'number' ? height : null,
    source: typeof tool === 'string' ? tool : 'unknown',
    generation: data.generation_params,
  };
}
