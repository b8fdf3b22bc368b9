import type { AssetRecord } from '@shared/library/asset-record';
import { describe, expect, it } from 'vitest';
import { differencesOf, promptPartsOf, shortValue } from './differences';

const made = (generation: Record<string, unknown>, size: readonly [number, number] = [64, 48]) =>
  ({ generation, source: 'a1111', date_folder: null, width: size[0], height: size[1] }) as unknown as AssetRecord;

describe('pictures side by side', () => {
  it('[R68] what differs in their making is marked, what none tells is left out', () => {
    const [left, right] = differencesOf([
      made({ seed: '18446744073709551615', steps: 28, cfg: 3.5, sampler: 'euler' }),
      made({ seed: '18446744073709551615', steps: 20, cfg: 3.5 }),
    ]);
    expect(left!.filter(({ differs }) => differs).map(({ name, value }) => [name, value])).toEqual([['steps', '28'], ['sampler', 'euler']]);
    expect(right!.filter(({ differs }) => differs).map(({ name, value }) => [name, value])).toEqual([['steps', '20'], ['sampler', 'none']]);
    expect(left!.map(({ name }) => name)).not.toContain('model');
    expect(shortValue(left![0]!)).toBe('…551615');
  });

  it('[R68] of prompts the parts are marked that not all have, whatever their case and order', () => {
    const [one, two, three] = promptPartsOf([
      made({ prompt: 'a harbor, at dawn, long exposure' }),
      made({ prompt: 'A harbor, long exposure' }),
      made({ prompt: 'long exposure, a harbor, at noon' }),
    ]);
    expect(one!.filter(({ differs }) => differs).map(({ text }) => text)).toEqual(['at dawn,']);
    expect(two!.filter(({ differs }) => differs)).toEqual([]);
    expect(three!.filter(({ differs }) => differs).map(({ text }) => text)).toEqual(['at noon']);
    expect(promptPartsOf([made({}), made({ prompt: 'x' })])).toEqual([[], [{ text: 'x', differs: true }]]);
  });
});
