import { expect, it } from 'vitest';
import { comfyGraph } from '../../testing/sample-texts';
import { buildClues } from '../clues';
import { listGraph } from './list-graph';

const listOf = (graph: unknown) => listGraph(buildClues([{ place: 'png', key: 'prompt', text: JSON.stringify(graph) }], { c2pa: null, fileName: 'a.png' }));
const node = (class_type: string, inputs: Record<string, unknown>) => ({ class_type, inputs });

it('[V94] a graph is listed node by node, each behind those that flow into it, with its values and where the others come from', () => {
  const list = listOf({ ...comfyGraph, 99: node('Note', { text: 'leads nowhere' }) });
  expect(list?.nodes).toBe(9);
  expect(list?.steps.map(({ type }) => type)).toEqual([
    'CheckpointLoaderSimple', 'LoraLoader', 'CLIPTextEncode', 'CLIPTextEncode', 'EmptyLatentImage', 'KSampler', 'VAEDecode', 'SaveImage',
  ]);
  const sampler = list?.steps.find(({ type }) => type === 'KSampler');
  expect(sampler?.values).toContainEqual(['seed', '42']);
  expect(sampler?.from).toContainEqual({ input: 'positive', id: '6', type: 'CLIPTextEncode' });
});

it('[V94] circles, deep chains and enormous values end in a list that can be read', () => {
  expect(listOf({ 1: node('A', { x: ['2', 0] }), 2: node('B', { x: ['1', 0] }) })?.steps).toHaveLength(2);
  const deep = Object.fromEntries(Array.from({ length: 4_000 }, (_, i) => [i, node('Step', i === 0 ? { v: 1 } : { x: [String(i - 1), 0] })]));
  const list = listOf(deep);
  expect([list?.nodes, list?.steps.length, list?.steps[0]?.id]).toEqual([4_000, 500, '0']);
  const long = listOf({ 1: node('Loader', { text: 'x'.repeat(100_000), list: [1, 2, 3], flag: true }), 2: node('Save', { images: ['1', 0] }) });
  expect(long?.steps[0]?.values.map(([name, value]) => [name, value.length])).toEqual([['text', 2_001], ['list', 7], ['flag', 4]]);
  expect(listOf({ not: 'a graph' })).toBe(null);
});
