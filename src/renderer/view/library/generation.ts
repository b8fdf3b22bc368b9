import type { AssetRecord } from '@shared/library/asset-record';
import { bytesInWords } from '@shared/story/words';
import type { Fact } from '../../parts/facts';

/** A text of a generation, or null. What a file says about itself has any shape, so nothing is taken for granted. */
export function textOf(asset: AssetRecord, field: string): string | null {
  const value = asset.generation[field];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The parameters of a picture as a table, leaving out what is not known. */
export function parametersOf(asset: AssetRecord): readonly Fact[] {
  const steps = textOf(asset, 'steps');
  const cfg = textOf(asset, 'cfg');
  const sampler = [textOf(asset, 'sampler'), textOf(asset, 'scheduler'), steps && `${steps} steps`, cfg && `CFG ${cfg}`];
  const facts: readonly (readonly [string, string | null])[] = [
    ['Model', textOf(asset, 'model')],
    ['Seed', textOf(asset, 'seed')],
    ['Sampler', joined(sampler)],
    ['LoRA', lorasOf(asset)],
    ['Size', joined([asset.width !== null && asset.height !== null ? `${asset.width} × ${asset.height}` : null, extensionOf(asset), bytesInWords(asset.file_size)])],
  ];
  return facts.filter((fact): fact is Fact => fact[1] !== null);
}

function joined(parts: readonly (string | null)[]): string | null {
  const known = parts.filter((part) => part !== null && part !== '');
  return known.length === 0 ? null : known.join(', ');
}

function lorasOf(asset: AssetRecord): string | null {
  const { loras } = asset.generation;
  if (!Array.isArray(loras) || loras.length === 0) return null;
  return loras.map((lora: { name?: unknown; weight?: unknown }) => `${String(lora.name)} × ${String(lora.weight)}`).join('\n');
}

function extensionOf({ file_name }: AssetRecord): string | null {
  const dot = file_name.lastIndexOf('.');
  return dot === -1 ? null : file_name.slice(dot + 1).toUpperCase();
}
