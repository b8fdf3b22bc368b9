import type { AssetRecord } from '@shared/library/asset-record';
import { expect, it } from 'vitest';
import { a1111Text } from './a1111-text';
import { evidenceOf, lorasOf, parametersOf, settingsOf } from './generation';

const asset = (generation: Record<string, unknown>) => ({ generation, width: 768, height: 512, file_name: 'a.png', file_size: 1 }) as unknown as AssetRecord;

const whole = {
  prompt: 'a lighthouse, storm\n<lora:ink:0.6>', negative_prompt: 'blurry', seed: '18446744073709551615', steps: 28, sampler: 'DPM++ 2M',
  scheduler: 'Karras', cfg: 6.5, width: 384, height: 256, model: 'dream, v2', model_hash: 'abc',
  loras: [{ name: 'ink', weight: 0.6 }, { name: 'rain', weight: 1 }], settings: { 'Clip skip': '2', Model: 'again' },
};

it('[V93] everything is copied in the form that A1111 and others paste', () => {
  expect(a1111Text(asset(whole))).toBe(
    'a lighthouse, storm\n<lora:ink:0.6> <lora:rain:1>\nNegative prompt: blurry\n' +
      'Steps: 28, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 6.5, Seed: 18446744073709551615, Size: 384x256, ' +
      'Model hash: abc, Model: "dream, v2", Clip skip: 2',
  );
  expect(a1111Text(asset({}))).toBe('Size: 768x512');
});

it('[V93] what a file says has any shape: what does not fit is left out, and nothing is made up', () => {
  expect(parametersOf(asset(whole)).find(([name]) => name === 'Seed')).toEqual(['Seed', '18446744073709551615']);
  const odd = asset({ loras: [{ name: 7 }, 'x', { name: 'ink', weight: 1 }], evidence: 'none', settings: [], prompt: {}, seed: ['1'], steps: null });
  expect(lorasOf(odd)).toEqual([{ name: 'ink', weight: 1 }]);
  expect([evidenceOf(odd), settingsOf(odd), parametersOf(odd)]).toEqual([[], [], []]);
  expect(settingsOf(asset({ settings: { a: 'b', c: 1, d: '' } }))).toEqual([['a', 'b']]);
});
