import { provenanceSchema } from '@shared/library/provenance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../containers/limits';
import { animateDiffGraph, easyGraph, efficientGraph, pipeGraph, serviceGraph, subgraphWorkflow, wanGraph } from '../testing/sample-graphs';
import { deforumSettings, drawThingsSettings, easyDiffusionLines, easyDiffusionTexts, fooocusLogPage, fooocusMreSettings, xmpPacket } from '../testing/sample-settings';
import { a1111Text, comfyGraph, fluxGraph, invokeText, novelTexts, swarmText } from '../testing/sample-texts';
import type { ToolText } from './clues';
import { buildClues } from './clues';
import { readProvenance } from './read-provenance';

/** A metadata text and where it stands. */
type Seed = readonly [place: ToolText['place'], key: string, text: string];
const json = JSON.stringify;
const graphs = [comfyGraph, fluxGraph, efficientGraph, pipeGraph, easyGraph, wanGraph, animateDiffGraph, serviceGraph];
const logName = '2024-05-01_10-11-12_1234.png';
const seeds: readonly Seed[] = [
  ['png', 'parameters', a1111Text('Lora hashes: "ink: 1a2b3c", Civitai resources: [{"type":"lora","modelName":"a"}], Version: f2.0.1v1.10.1')],
  ...graphs.map((graph): Seed => ['png', 'prompt', json(graph)]),
  ['exif', 'UserComment', json({ prompt: comfyGraph, workflow: subgraphWorkflow })],
  ['png', 'workflow', json(subgraphWorkflow)],
  ['exif', 'UserComment', swarmText],
  ['png', 'invokeai_metadata', invokeText],
  ['png', 'invokeai_graph', json({ nodes: { a: { id: 'a', type: 'core_metadata', steps: 1 } }, edges: [{ source: { node_id: 'a', field: 'x' }, destination: { node_id: 'a', field: 'seed' } }] })],
  ['png', 'Dream', '"a fox" -s 50 -S4242 -W 512 -H 768 -C 7.5 -A k_lms'],
  ['stealth', 'stealth_pngcomp', json(novelTexts)],
  ['xmp', 'packet', xmpPacket({ 'xmp:CreatorTool': 'Draw Things', 'exif:UserComment': json(drawThingsSettings), 'dc:description': 'a --ar 1:2 --v 6' })],
  ['exif', 'UserComment', json(easyDiffusionTexts)],
  ['beside', 'x.txt', easyDiffusionLines],
  ['beside', '20240102030405_settings.txt', json(deforumSettings)],
  ['beside', 'log.html', fooocusLogPage(logName, 'other.png')],
  ['jpeg', 'comment', json(fooocusMreSettings)],
  ['png', 'Description', 'a harbour --ar 16:9 --v 6.1 --no text Job ID: 1f0e2d3c-4b5a-6978-8796-a5b4c3d2e1f0'],
  ['png', 'GenerationInfoJson', json({ prompt: 'a', base_resolution: '640, 448', loras: { ink: 0.5 } })],
];

const pieces = fc.constantFrom(
  '"', '{', '}', '[', ']', ',', ':', '\\', '\n', '\0', 'null', '1e999', '-1', '18446744073709551616', '["3",0]', '["6",0]', '{"class_type":"KSampler","inputs":{}}',
  'Steps: 1', 'Negative prompt:', '<lora:a:1>', '<', '>', '&#99999999;', '<tr><td>', ' --', '\ud800', '\u202e', '__proto__', 'constructor', 'a'.repeat(2_000), '🐋',
);
interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}
const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.nat(40),
  insert: fc.oneof(pieces, fc.string({ maxLength: 12 })),
});
const edited = (text: string, { at, remove, insert }: Edit): string => {
  const place = Math.floor(at * text.length);
  return text.slice(0, place) + insert + text.slice(place + remove);
};

/** Reads texts, and checks that what is said fits the schema, stays small, and came quickly. */
const check = (texts: readonly ToolText[], fileName: string, mostMs = 400): string => {
  const began = performance.now();
  const clues = buildClues(texts, { c2pa: null, fileName });
  const { provenance } = readProvenance(clues, [{ kind: 'metadata-key', pattern: '*secret*', tool: 'x' }]);
  clues.broken();
  const took = performance.now() - began;
  provenanceSchema.parse(provenance);
  expect(JSON.stringify(provenance).length).toBeLessThan(8 * limits.excerpt);
  expect(took).toBeLessThan(mostMs);
  return provenance.tool;
};
const checkText = (key: 'prompt' | 'workflow' | 'parameters', text: string, mostMs?: number): string => check([{ place: 'png', key, text }], 'a.png', mostMs);

describe('hostile metadata', () => {
  it('[P73] each seed is recognised before it is spoiled', () => {
    const tools = seeds.map(([place, key, text]) => check([{ place, key, text }], logName));
    expect(tools.filter((tool) => tool === 'unknown')).toEqual([]);
    expect(new Set(tools).size).toBeGreaterThanOrEqual(11);
  });

  it('[P73] spoiled texts never throw, hang or grow: 3,000 mutants', () => {
    const edits = fc.array(edit, { minLength: 1, maxLength: 8 });
    const some = fc.array(fc.tuple(fc.nat(seeds.length - 1), edits), { minLength: 1, maxLength: 3 });
    const property = fc.property(some, (chosen) => {
      const texts = chosen.map(([which, changes]): ToolText => {
        const [place, key, text] = seeds[which] ?? (['png', 'x', ''] as const);
        return { place, key, text: changes.reduce(edited, text) };
      });
      check(texts, logName);
    });
    fc.assert(property, { numRuns: 3_000, seed: 20_260_207 });
  });

  it('[P73] random graphs, with cycles and links to nowhere, never throw or hang: 1,500 of them', () => {
    const id = fc.integer({ min: 0, max: 12 }).map(String);
    const link = fc.tuple(id, fc.nat(3));
    const any = fc.json({ maxDepth: 2 }).map((text) => JSON.parse(text) as unknown);
    const value = fc.oneof(link, link, link, fc.string({ maxLength: 8 }), fc.integer(), fc.constant(null), any);
    const name = fc.constantFrom('positive', 'negative', 'model', 'text', 'text_a', 'text_b', 'pipe', 'basic_pipe', 'seed', 'steps', 'latent_image', 'images', 'lora_name', 'lora_1', 'loras', 'find', 'replace', 'guider', 'sigmas', 'conditioning', 'frame_rate', 'prompt', 'width');
    const type = fc.constantFrom('KSampler', 'SaveImage', 'CLIPTextEncode', 'ToBasicPipe', 'LoraLoader', 'Reroute', 'ConditioningCombine', 'VHS_VideoCombine', 'SamplerCustomAdvanced', 'Text Concatenate', 'easy kSampler');
    const node = fc.record({ class_type: type, inputs: fc.dictionary(name, value, { maxKeys: 9 }) });
    const graph = fc.dictionary(id, node, { minKeys: 1, maxKeys: 13 });
    fc.assert(fc.property(graph, (nodes) => void checkText('prompt', JSON.stringify(nodes))), { numRuns: 1_500, seed: 11 });
  });

  it('[P73] graphs built to be slow or endless are given up quickly', () => {
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [at, { class_type: 'Reroute', inputs: { '': [String(at + 1), 0] } }]));
    expect(checkText('prompt', json(many), 3_000)).toBe('comfyui');
    const drawn = { nodes: Array.from({ length: 100_000 }, (_, id) => ({ id, type: 'Reroute', inputs: [] })), links: [], last_node_id: 1 };
    expect(checkText('workflow', json(drawn), 3_000)).toBe('comfyui');
    const chain = Object.fromEntries(Array.from({ length: 4_998 }, (_, at) => [at, { class_type: 'Text Concatenate', inputs: { text_a: [String(at + 1), 0], text_b: [String(at + 2), 0], delimiter: 'x'.repeat(500) } }]));
    const sampler = { class_type: 'KSampler', inputs: { positive: ['e', 0], model: ['0', 0], seed: 1 } };
    expect(checkText('prompt', json({ ...chain, e: { class_type: 'CLIPTextEncode', inputs: { text: ['0', 0] } }, s: sampler }), 3_000)).toBe('comfyui');
    const doubling = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [at, { class_type: 'StringReplace', inputs: { text: at === 0 ? 'aa' : [String(at - 1), 0], find: 'a', replace: 'aa' } }]));
    expect(checkText('prompt', json({ ...doubling, e: { class_type: 'CLIPTextEncode', inputs: { text: ['199', 0] } }, s: sampler }), 3_000)).toBe('comfyui');
    checkText('prompt', '{"a":'.repeat(100_000), 3_000);
    checkText('prompt', `${'['.repeat(200)}${']'.repeat(200)}`);
    const nested = Array.from({ length: 60 }, (_, at) => ({
      id: `g${at}`, inputs: [], links: [], nodes: Array.from({ length: 300 }, (_, id) => ({ id, type: `g${at + 1}`, inputs: [{ name: 'x', link: 1 }] })),
    }));
    checkText('workflow', json({ nodes: [{ id: 0, type: 'g0' }], links: [], definitions: { subgraphs: nested } }), 3_000);
  });

  it('[P73] long texts without an end cost little', () => {
    const long = 'a'.repeat(2_000_000);
    for (const text of [`Steps: 1, ${'x: "'.repeat(200_000)}`, `${long}\nSteps: 20, Seed: 1`, `${'<lora:'.repeat(100_000)}\nSteps: 1`, '\nSteps: 1'.repeat(200_000), `${'Negative prompt:\n'.repeat(100_000)}Steps: 1`]) {
      checkText('parameters', text, 3_000);
    }
    check([{ place: 'beside', key: 'log.html', text: `<div id="${logName.replaceAll('.', '_')}"`.repeat(20_000) + '<tr><td>'.repeat(100_000) }], logName, 3_000);
    check([{ place: 'png', key: 'Description', text: ` --v${' --no'.repeat(4_000)}` }], 'a.png', 3_000);
    check([], `${'someone_a_b_c_'.repeat(400)}.png`, 200);
  });
});
