import { describe, expect, it } from 'vitest';
import { inspectBytes, provenanceOf } from '../../testing/inspect-bytes';
import {
  animateDiffGraph, easyGraph, efficientGraph, hunyuanGraph, pipeGraph, proxiedWorkflow, serviceGraph, subgraphWorkflow, wanGraph,
} from '../../testing/sample-graphs';
import { comfyGraph } from '../../testing/sample-texts';
import { xmpPacket } from '../../testing/sample-settings';
import { jpegXmp, writeJpeg } from '../../testing/write-jpeg';

type Nodes = Record<string, { class_type: string; inputs: Record<string, unknown> }>;

const read = (graph: unknown) => provenanceOf({ prompt: JSON.stringify(graph) });
const withNodes = (nodes: Nodes, inputs: Record<string, Record<string, unknown>> = {}) => {
  const graph = structuredClone(comfyGraph) as unknown as Nodes;
  for (const [id, changes] of Object.entries(inputs)) Object.assign(graph[id]!.inputs, changes);
  return read({ ...graph, ...nodes });
};

describe('ComfyUI’s custom nodes, films and subgraphs', () => {
  it('[P69] subgraphs in subgraphs, Set and Get, and nodes whose widgets are named among their inputs', async () => {
    expect(await provenanceOf({ workflow: JSON.stringify(subgraphWorkflow) })).toMatchObject({
      tool: 'comfyui', model: 'qwen_image_fp8', prompt: 'a quay at night', seed: '77', steps: 12, cfg: 3.5, sampler: 'euler', scheduler: 'beta', width: 1328, height: 800,
    });
  });

  it('[P69] a subgraph that holds itself comes to an end', async () => {
    const workflow = structuredClone(subgraphWorkflow);
    workflow.definitions.subgraphs[1]!.nodes[0]!.type = workflow.definitions.subgraphs[0]!.id;
    expect(await provenanceOf({ workflow: JSON.stringify(workflow) })).toMatchObject({ tool: 'comfyui', seed: '77' });
  });

  it('[P69] values shown on the subgraph’s node count, and a bypassed node hands its input on', async () => {
    expect(await provenanceOf({ workflow: JSON.stringify(proxiedWorkflow) })).toMatchObject({
      model: 'shown', prompt: 'shown on the node', seed: '1125488487853216', steps: 4, width: 1328, height: 1024, loras: [],
    });
  });

  it('[P70] Efficiency nodes: prompts in the loader, a LoRA stack that counts', async () => {
    expect(await read(efficientGraph)).toMatchObject({
      model: 'dream', prompt: 'a weir', negative_prompt: 'reeds', seed: '11', steps: 22, width: 640, height: 512, loras: [{ name: 'ink', weight: 0.7 }],
    });
  });

  it('[P70] pipes: Impact’s, with a wildcard that was drawn, and Easy-Use’s', async () => {
    expect(await read(pipeGraph)).toMatchObject({ model: 'pipe', prompt: 'a blue boat', negative_prompt: 'fog', seed: '5', steps: 14, sampler: 'dpmpp_2m', width: 512, height: 384 });
    expect(await read(easyGraph)).toMatchObject({
      model: 'easy', prompt: 'a mill', negative_prompt: 'crowd', seed: '321', steps: 18, cfg: 5, width: 768, height: 512, loras: [{ name: 'oil', weight: 0.4 }],
    });
  });

  it('[P70] films: Wan, Hunyuan and AnimateDiff, with frames and their rate', async () => {
    expect(await read(wanGraph)).toMatchObject({
      model: 'wan2.2_t2v_14B', prompt: 'a wave', negative_prompt: 'static', seed: '1057359483639287', steps: 30, cfg: 6, scheduler: 'unipc', width: 832, height: 480,
      loras: [{ name: 'wan_motion', weight: 0.8 }], settings: { FPS: '16', Frames: '81', Shift: '5' },
    });
    expect(await read(hunyuanGraph)).toMatchObject({ model: 'hunyuan_720_fp8', prompt: 'a train', negative_prompt: null, cfg: 6, seed: '6', width: 960, settings: { FPS: '24', Frames: '49', Shift: '9' } });
    expect(await read(animateDiffGraph)).toMatchObject({ model: 'toon', seed: '8', settings: { FPS: '8', 'Motion model': 'mm_sd_v15_v2.ckpt' } });
  });

  it('[P70] a node that asks a service has a prompt and no sampler', async () => {
    expect(await read(serviceGraph)).toMatchObject({ tool: 'comfyui', model: 'kling-v2-master', prompt: 'a cathedral of salt', negative_prompt: 'people', cfg: 0.8, settings: { FPS: '24' } });
  });

  it('[P70] LoRAs of stacks with switches, of lists, and of the manager; those that are off are left out', async () => {
    const stack = { class_type: 'CR LoRA Stack', inputs: { switch_1: 'On', lora_name_1: 'a.safetensors', model_weight_1: 0.2, switch_2: 'Off', lora_name_2: 'b', model_weight_2: 1 } };
    const apply = { class_type: 'CR Apply LoRA Stack', inputs: { model: ['10', 0], clip: ['10', 1], lora_stack: ['70', 0] } };
    const manager = { class_type: 'Lora Loader (LoraManager)', inputs: { model: ['71', 0], loras: { __value__: [{ name: 'c', strength: '0.55', active: true }, { name: 'd', strength: 1, active: false }] } } };
    const easy = { class_type: 'easy loraStack', inputs: { toggle: true, num_loras: 1, lora_1_name: 'e.safetensors', lora_1_strength: 0.9, lora_2_name: 'f', lora_2_strength: 1, optional_lora_stack: ['70', 0] } };
    const { loras } = await withNodes({ 70: stack, 71: { ...apply, inputs: { ...apply.inputs, lora_stack: ['73', 0] } }, 72: manager, 73: easy }, { 3: { model: ['72', 0] } });
    expect([...loras].sort((x, y) => x.name.localeCompare(y.name))).toEqual([
      { name: 'a', weight: 0.2 }, { name: 'c', weight: 0.55 }, { name: 'e', weight: 0.9 }, { name: 'watercolor', weight: 0.65 },
    ]);
  });

  it('[P70] prompts joined by string nodes, with their separators and replacements', async () => {
    const joined = { class_type: 'Text Concatenate', inputs: { delimiter: '\\n', text_a: ['81', 0], text_b: ['82', 0], text_c: 'third' } };
    const replace = { class_type: 'Text Find and Replace', inputs: { text: 'a COLOUR door', find: 'COLOUR', replace: 'green' } };
    const shown = { class_type: 'ShowText|pysssss', inputs: { text: ['83', 0], text_0: 'said by a model' } };
    const { prompt } = await withNodes({ 80: joined, 81: replace, 82: shown, 83: { class_type: 'AskModel', inputs: { seed: 4 } } }, { 6: { text: ['80', 0] } });
    expect(prompt).toBe('a green door\nsaid by a model\nthird');
  });

  it('[P70] a preview beside the saved picture does not decide', async () => {
    const other = { ...comfyGraph[3], inputs: { ...comfyGraph[3].inputs, seed: 1 } };
    const nodes = { 0: { class_type: 'PreviewImage', inputs: { images: ['90', 0] } }, 90: { class_type: 'VAEDecode', inputs: { samples: ['91', 0] } }, 91: other };
    expect((await withNodes(nodes)).seed).toBe('42');
  });

  it('[P76] a graph in XMP is found under any prefix, and escaped text is read', async () => {
    const packet = xmpPacket({ 'comfy:prompt': JSON.stringify(comfyGraph) }, 'attribute');
    expect((await inspectBytes(writeJpeg([jpegXmp(packet)]))).provenance).toMatchObject({ tool: 'comfyui', seed: '42', prompt: 'salt cathedral under ground' });
  });
});
