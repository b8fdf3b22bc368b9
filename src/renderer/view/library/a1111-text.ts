import type { AssetRecord } from '@shared/library/asset-record';
import { lorasOf, settingsOf, textOf } from './generation';

/** Prompt and parameters in the one form that most tools can paste: that of A1111. */
export function a1111Text(asset: AssetRecord): string {
  const negative = textOf(asset, 'negative_prompt');
  const width = textOf(asset, 'width') ?? asset.width;
  const height = textOf(asset, 'height') ?? asset.height;
  const first: Readonly<Record<string, string | null>> = {
    Steps: textOf(asset, 'steps'),
    Sampler: textOf(asset, 'sampler'),
    'Schedule type': textOf(asset, 'scheduler'),
    'CFG scale': textOf(asset, 'cfg'),
    Seed: textOf(asset, 'seed'),
    Size: width === null || height === null ? null : `${width}x${height}`,
    'Model hash': textOf(asset, 'model_hash'),
    Model: textOf(asset, 'model'),
  };
  const names = new Set<string>();
  const parameters = [...Object.entries(first), ...settingsOf(asset)].flatMap(([name, value]) => {
    if (value === null || names.has(name)) return [];
    names.add(name);
    return [`${name}: ${quoted(value)}`];
  });
  const without = negative === null ? {} : { 'Negative prompt': negative };
  const lines = [promptWithLoras(asset), ...Object.entries(without).map((line) => line.join(': ')), parameters.join(', ')];
  return lines.filter((line) => line !== '').join('\n');
}

/** LoRAs stand in the prompt, as A1111 wants them, unless they do already. */
function promptWithLoras(asset: AssetRecord): string {
  const prompt = textOf(asset, 'prompt') ?? '';
  const tags = lorasOf(asset).filter(({ name }) => !prompt.includes(`<lora:${name}:`)).map(({ name, weight }) => `<lora:${name}:${weight}>`);
  return [prompt, ...tags].filter((part) => part !== '').join(' ');
}

/** What would end a value early is put into quotes, as A1111 does. */
function quoted(value: string): string {
  return /[,:\n"]/.test(value) ? JSON.stringify(value) : value;
}
