import type { AssetRecord } from '@shared/library/asset-record';
import { baseName } from '@shared/library/asset-record';

/** A cell of an exported table: text is untrusted, a number is Alice's own. */
export type Cell = string | number | null;

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

function loras(value: unknown): string | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  return value.map((each: { readonly name?: unknown; readonly weight?: unknown }) => `${String(each.name)}:${String(each.weight)}`).join(', ');
}

/** The columns of an exported library, in order: what a person would look for in a spreadsheet. */
export const columns: readonly (readonly [name: string, of: (asset: AssetRecord) => Cell])[] = [
  ['file', (asset) => asset.file_name],
  ['project', (asset) => asset.project],
  ['tool', (asset) => asset.source],
  ['day', (asset) => asset.date_folder],
  ['stars', (asset) => asset.stars],
  ['brisque', (asset) => asset.brisque],
  ['media', (asset) => asset.media_type],
  ['width', (asset) => asset.width],
  ['height', (asset) => asset.height],
  ['bytes', (asset) => asset.file_size],
  ['model', ({ generation }) => text(generation['model'])],
  ['prompt', ({ generation }) => text(generation['prompt'])],
  ['negative_prompt', ({ generation }) => text(generation['negative_prompt'])],
  ['seed', ({ generation }) => text(generation['seed'])],
  ['steps', ({ generation }) => number(generation['steps'])],
  ['sampler', ({ generation }) => text(generation['sampler'])],
  ['scheduler', ({ generation }) => text(generation['scheduler'])],
  ['cfg', ({ generation }) => number(generation['cfg'])],
  ['loras', ({ generation }) => loras(generation['loras'])],
  ['original', (asset) => baseName(asset.inbox_path)],
  ['filed_at', (asset) => asset.filed_at],
  ['path', (asset) => asset.path],
  ['missing', (asset) => asset.missing],
  ['content_hash', (asset) => asset.content_hash],
];
