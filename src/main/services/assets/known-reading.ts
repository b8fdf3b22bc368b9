import type { EventData, RecordedEvent } from '@shared/events/catalog';
import { type AssetRecord, baseName, foldAsset } from '@shared/library/asset-record';
import { isDeepStrictEqual } from 'node:util';
import type { ReadAs } from './read-as';

type Processed = EventData<'asset.processed'>;
/** What a reading found, without who read it and how long that took. */
export type Reading = Pick<Processed, 'metadata' | 'extracted_metadata' | 'generation_params'>;

/** The reading that holds for an asset by its events: a duplicate's does not count. */
export function knownReading(history: readonly RecordedEvent[]): Processed | null {
  let record: AssetRecord | undefined;
  let known: Processed | null = null;
  for (const event of history) {
    const next = foldAsset(record, event);
    if (event.event_type === 'asset.processed' && next !== record && next?.generation === event.data.generation_params) known = event.data;
    record = next;
  }
  return known;
}

/** How a filed file is read as it was in the inbox: under its first name, with its sidecars under theirs. */
export function readAsBefore(asset: AssetRecord, history: readonly RecordedEvent[]): ReadAs {
  // What was adopted has never had another name.
  if (asset.inbox_path === '') return {};
  const names = new Map<string, string>();
  for (const { event_type, data } of history) {
    if (event_type === 'asset.sidecar_filed') names.set(data.destination_path, baseName(data.source_path));
    if (event_type !== 'asset.refiled' && event_type !== 'asset.moved') continue;
    const moved = data.sidecars.map(({ from_path, to_path }) => [to_path, names.get(from_path)] as const);
    for (const [path, name] of moved) if (name !== undefined) names.set(path, name);
  }
  const beside = Object.fromEntries(asset.sidecars.map((path) => [names.get(path) ?? baseName(path), path]));
  return { name: baseName(asset.inbox_path), beside };
}

/**
 * A new reading beside what is known: what stood in files that do not lie beside this one any more stays known, and so does the
 * day of a file that tells none itself.
 */
export function withWhatIsKnown(found: Reading, known: Reading | null): Reading {
  if (known === null) return found;
  const there = new Set(rawOf(found).map(({ key }) => key));
  const lost = rawOf(known).filter(({ key }) => key.startsWith('beside:') && !there.has(key));
  const keeps = lost.length > 0 && !tellsGeneration(found);
  const day = found.extracted_metadata['made_on_from'] === 'file_time' && (keeps || known.extracted_metadata['made_on_from'] === 'file_time');
  return {
    metadata: found.metadata,
    extracted_metadata: {
      ...found.extracted_metadata,
      ...(day && dayOf(known)),
      ...(keeps && { raw: [...rawOf(found), ...lost] }),
    },
    generation_params: keeps ? keptGeneration(found, known) : found.generation_params,
  };
}

/** Whether two readings found the same, as far as an event can tell. */
export function isSameReading(one: Reading, other: Reading): boolean {
  return isDeepStrictEqual(plain(one), plain(other));
}

function plain({ metadata, extracted_metadata, generation_params }: Reading): unknown {
  return JSON.parse(JSON.stringify({ metadata, extracted_metadata, generation_params }));
}

function rawOf({ extracted_metadata }: Reading): { readonly key: string }[] {
  const { raw } = extracted_metadata as { raw?: unknown };
  return Array.isArray(raw) ? raw.filter((each): each is { key: string } => typeof (each as { key?: unknown } | null)?.key === 'string') : [];
}

function dayOf({ extracted_metadata: { made_on, made_at, made_on_from } }: Reading) {
  return { made_on, made_at, made_on_from };
}

function tellsGeneration({ generation_params: { prompt, seed, steps } }: Reading): boolean {
  return (prompt != null && seed != null) || steps != null;
}

/** What was known, but for a person's own rule: that names the tool now. */
function keptGeneration({ generation_params: found }: Reading, { generation_params: known }: Reading): Reading['generation_params'] {
  const signs = evidenceIn(found);
  if (signs[0]?.kind !== 'own-rule') return known;
  const { tool, origin, confidence } = found;
  return { ...known, tool, origin, confidence, evidence: [signs[0], ...evidenceIn(known).filter(({ kind }) => kind !== 'own-rule')] };
}

function evidenceIn(generation: Reading['generation_params']): { readonly kind: string }[] {
  const { evidence } = generation as { evidence?: unknown };
  return Array.isArray(evidence) ? (evidence as { kind: string }[]) : [];
}
