import type { RecordedEvent } from '@shared/events/catalog';
import { t } from '@shared/language/language';
import type { AssetRecord } from '@shared/library/asset-record';
import { type Evidence, evidenceSchema, loraSchema, type Lora } from '@shared/library/provenance';
import { bytesInWords } from '@shared/story/words';
import type { Fact } from '../../parts/facts';
import { duration } from '../../parts/times';

type Reading = RecordedEvent & { event_type: 'asset.processed' };

/** A text of a generation, or null. What a file says about itself has any shape, so nothing is taken for granted. */
export function textOf(asset: AssetRecord, field: string): string | null {
  const value = asset.generation[field];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}

export function lorasOf(asset: AssetRecord): readonly Lora[] {
  return validOf(asset, 'loras', loraSchema);
}

export function evidenceOf(asset: AssetRecord): readonly Evidence[] {
  return validOf(asset, 'evidence', evidenceSchema);
}

/** What a schema makes of a value; without data when it does not fit. */
interface Schema<T> {
  safeParse(value: unknown): { readonly data?: T | undefined };
}

function validOf<T>({ generation }: AssetRecord, field: string, schema: Schema<T>): readonly T[] {
  const value = generation[field];
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.map((item) => schema.safeParse(item).data).filter((item) => item !== undefined);
}

/** The further parameters of the tool, as it names and writes them. */
export function settingsOf({ generation }: AssetRecord): readonly Fact[] {
  const { settings } = generation;
  if (typeof settings !== 'object' || settings === null) return [];
  return Object.entries(settings).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '');
}

/** The parameters of a picture, leaving out what is not known. */
export function parametersOf(asset: AssetRecord): readonly Fact[] {
  const [width, height] = [textOf(asset, 'width'), textOf(asset, 'height')];
  const facts: readonly (readonly [string, string | null])[] = [
    [t('Model'), textOf(asset, 'model')],
    [t('Model hash'), textOf(asset, 'model_hash')],
    [t('Seed'), textOf(asset, 'seed')],
    [t('Steps'), textOf(asset, 'steps')],
    [t('Sampler'), textOf(asset, 'sampler')],
    [t('Scheduler'), textOf(asset, 'scheduler')],
    [t('CFG'), textOf(asset, 'cfg')],
    [t('Made as'), width === null || height === null ? null : `${width} × ${height}`],
  ];
  return facts.filter((fact): fact is Fact => fact[1] !== null);
}

/** How each LoRA was applied. */
export function loraFactsOf(asset: AssetRecord): readonly Fact[] {
  return lorasOf(asset).map(({ name, weight, hash }) => [name, hash === undefined ? `× ${weight}` : `× ${weight}, ${hash}`]);
}

/** The file itself: size, format, and how long a video is. */
export function fileFactsOf(asset: AssetRecord, processed: Reading | null): readonly Fact[] {
  const facts = processed?.data.metadata ?? {};
  const number = (field: string) => (typeof facts[field] === 'number' ? facts[field] : null);
  const seconds = number('duration');
  const rate = number('frame_rate');
  const size = asset.width !== null && asset.height !== null ? `${asset.width} × ${asset.height}` : null;
  const codec = typeof facts['codec'] === 'string' ? facts['codec'] : null;
  const all: readonly (readonly [string, string | null])[] = [
    [t('Size'), joined([size, extensionOf(asset), bytesInWords(asset.file_size)])],
    [t('Lasts'), seconds === null ? null : duration(seconds * 1_000)],
    [t('Video'), asset.media_type === 'video' ? joined([codec, rate === null ? null : t('{rate, number} frames/s', { rate }), facts['has_audio'] === true ? t('with sound') : null]) : null],
    [t('Made'), asset.date_folder],
  ];
  return all.filter((fact): fact is Fact => fact[1] !== null);
}

/** The reading that the record of an asset comes from: the last of its file. */
export function readingOf(asset: AssetRecord, events: readonly RecordedEvent[]): Reading | null {
  const readings = events.filter((event) => event.event_type === 'asset.processed').filter(({ data }) => data.content_hash === asset.content_hash);
  return readings.findLast(({ data }) => data.file_path === asset.path || data.file_path === asset.inbox_path) ?? readings.at(-1) ?? null;
}

function joined(parts: readonly (string | null)[]): string | null {
  const known = parts.filter((part) => part !== null && part !== '');
  return known.length === 0 ? null : known.join(', ');
}

function extensionOf({ file_name }: AssetRecord): string | null {
  const dot = file_name.lastIndexOf('.');
  return dot === -1 ? null : file_name.slice(dot + 1).toUpperCase();
}
