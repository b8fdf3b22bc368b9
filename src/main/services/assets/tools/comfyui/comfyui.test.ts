import { describe, expect, it } from 'vitest';
import { inspectBytes, pngWith, provenanceOf } from '../../testing/inspect-bytes';
import { a1111Text, comfyGraph, fluxGraph } from '../../testing/sample-texts';
import { userComment, writeExif } from '../../testing/write-exif';
import { jpegExif, writeJpeg } from '../../testing/write-jpeg';
import { pngChunk, writePng } from '../../testing/write-png';
import { riffChunk, writeWebp } from '../../testing/write-webp';

type Nodes = Record<string, { class_type: string; inputs: Record<string, unknown> }>;

const changed = (change: (graph: Nodes) => void): string => {
  const graph = structuredClone(comfyGraph) as unknown as Nodes;
  change(graph);
  return JSON.stringify(graph);
};

const expected = {
  tool: 'comfyui',
  model: 'juggernautXL_v9',
  prompt: 'salt cathedral under ground',
  negative_prompt: 'lowres',
  seed: '42',
  steps: 30,
  sampler: 'dpmpp_2m',
  scheduler: 'karras',
  cfg: 7.5,
  width: 1024,
  height: 768,
  loras: [{ name: 'watercolor', weight: 0.65 }],
};

describe('ComfyUI', () => {
  it('[P7] walks the graph from the sampler of the saved picture', async () => {
    expect(await provenanceOf({ prompt: JSON.stringify(comfyGraph) })).toMatchObject(expected);
  });

  it('[P7] reads Flux: guider, noise, sampler and sigmas in nodes of their own, guidance for CFG', async () => {
    expect(await provenanceOf({ prompt: JSON.stringify(fluxGraph) })).toMatchObject({
      tool: 'comfyui',
      model: 'flux1-dev',
      prompt: 'paper boats on a night canal',
      negative_prompt: null,
      seed: '900719925474',
      steps: 20,
      sampler: 'euler',
      scheduler: 'simple',
      cfg: 4,
      width: 1344,
      height: 768,
    });
  });

  it('[P7] prefers the pass that drew the picture to the one that painted over it', async () => {
    const prompt = changed((graph) => {
      graph['30'] = { class_type: 'KSampler', inputs: { ...graph['3']!.inputs, seed: 1, steps: 10, denoise: 0.4, latent_image: ['3', 0] } };
      graph['8']!.inputs.samples = ['30', 0];
      graph['31'] = { class_type: 'KSampler', inputs: { ...graph['3']!.inputs, seed: 2 } };
    });
    expect(await provenanceOf({ prompt })).toMatchObject({ seed: '42', steps: 30 });
  });

  it('[P7] follows links to seeds and texts, joins texts, and passes ControlNets and LoRA stacks', async () => {
    const prompt = changed((graph) => {
      graph['40'] = { class_type: 'Seed (rgthree)', inputs: { seed: 99 } };
      graph['41'] = { class_type: 'StringConcatenate', inputs: { string_a: ['42', 0], string_b: 'at night', delimiter: ', ' } };
      graph['42'] = { class_type: 'PrimitiveStringMultiline', inputs: { value: 'a pier' } };
      graph['43'] = { class_type: 'ControlNetApplyAdvanced', inputs: { strength: 1, positive: ['6', 0], negative: ['7', 0], image: ['5', 0] } };
      graph['44'] = {
        class_type: 'Power Lora Loader (rgthree)',
        inputs: { lora_1: { on: true, lora: 'ink.safetensors', strength: 0.3 }, lora_2: { on: false, lora: 'off', strength: 1 }, model: ['10', 0] },
      };
      graph['6']!.inputs.text = ['41', 0];
      Object.assign(graph['3']!.inputs, { seed: ['40', 0], positive: ['43', 0], negative: ['43', 1], model: ['44', 0] });
    });
    expect(await provenanceOf({ prompt })).toMatchObject({
      seed: '99',
      prompt: 'a pier, at night',
      negative_prompt: 'lowres',
      loras: [{ name: 'watercolor', weight: 0.65 }, { name: 'ink', weight: 0.3 }],
    });
  });

  it('[P7] takes a zeroed-out negative for none', async () => {
    const prompt = changed((graph) => {
      graph['50'] = { class_type: 'ConditioningZeroOut', inputs: { conditioning: ['6', 0] } };
      graph['3']!.inputs.negative = ['50', 0];
    });
    expect((await provenanceOf({ prompt })).negative_prompt).toBeNull();
  });

  it('[P8] ends at a cycle, wherever it lies', async () => {
    const prompt = changed((graph) => {
      graph['6']!.inputs.text = ['60', 0];
      graph['60'] = { class_type: 'Reroute', inputs: { '': ['61', 0] } };
      graph['61'] = { class_type: 'Reroute', inputs: { '': ['60', 0] } };
      graph['10']!.inputs.model = ['10', 0];
      graph['3']!.inputs.seed = ['60', 0];
      graph['3']!.inputs.negative = ['62', 0];
      graph['62'] = { class_type: 'ConditioningCombine', inputs: { conditioning_1: ['62', 0], conditioning_2: ['7', 0] } };
    });
    expect(await provenanceOf({ prompt })).toMatchObject({ tool: 'comfyui', prompt: null, seed: null, negative_prompt: 'lowres' });
  });

  it('[P9] keeps a 64-bit seed whole, and reads JSON with NaN', async () => {
    const json = JSON.stringify(comfyGraph).replace('"seed":42', '"seed":18446744073709551615').replace('{"class', '{"is_changed":[NaN],"class');
    expect(await provenanceOf({ prompt: json })).toMatchObject({ ...expected, seed: '18446744073709551615' });
  });

  it('[P10] finds the graph in animated WebP, APNG, and savers of WebP and JPEG', async () => {
    const json = JSON.stringify(comfyGraph);
    const core = writeExif({ ifd0: { 0x0110: `prompt:${json}`, 0x010f: 'workflow:{"nodes":[]}' } });
    const extended = writeExif({ ifd0: { 0x010f: `Prompt: ${json}`, 0x010e: 'Workflow: {"nodes":[]}' } });
    const plus = writeExif({ ifd0: { 0x9286: userComment(`{"prompt": ${json}, "workflow": {"nodes":[]}}`, 'plain') } });
    const files = [
      writeWebp([riffChunk('EXIF', core)]),
      writeWebp([riffChunk('EXIF', extended)]),
      writeJpeg([jpegExif(plus)]),
      writePng({ after: [pngChunk('comf', Buffer.from(`prompt\0${json}`))] }),
    ];
    for (const file of files) expect((await inspectBytes(file)).provenance).toMatchObject(expected);
  });

  it('[P10] reads the picture of the screen when the graph that ran is missing', async () => {
    const workflow = {
      nodes: [
        { id: 4, type: 'CheckpointLoaderSimple', widgets_values: ['tiny.ckpt'] },
        { id: 6, type: 'CLIPTextEncode', widgets_values: ['a tram'] },
        { id: 5, type: 'EmptyLatentImage', widgets_values: [512, 640, 1] },
        {
          id: 3,
          type: 'KSampler',
          widgets_values: [7, 'randomize', 12, 4.5, 'euler', 'normal', 1],
          inputs: [{ name: 'model', link: 1 }, { name: 'positive', link: 2 }, { name: 'latent_image', link: 3 }],
        },
      ],
      links: [[1, 4, 0, 3, 0, 'MODEL'], [2, 6, 0, 3, 1, 'CONDITIONING'], [3, 5, 0, 3, 3, 'LATENT']],
    };
    expect(await provenanceOf({ workflow: JSON.stringify(workflow) })).toMatchObject({
      tool: 'comfyui', model: 'tiny', prompt: 'a tram', seed: '7', steps: 12, cfg: 4.5, sampler: 'euler', width: 512, height: 640,
    });
  });

  it('[P10] fills the gaps of an unusual graph from a parameter text beside it', async () => {
    const graph = { 1: { class_type: 'MysterySampler', inputs: { everything: 'inside' } } };
    const provenance = await provenanceOf({ prompt: JSON.stringify(graph), parameters: a1111Text('Version: ComfyUI') });
    expect(provenance).toMatchObject({ tool: 'comfyui', seed: '18446744073709551615', model: 'dreamshaperXL_v21' });
  });

  it('[P11] does not walk a graph of more than 5,000 nodes', async () => {
    const many = Object.fromEntries(Array.from({ length: 5_001 }, (_, id) => [id, { class_type: 'Reroute', inputs: {} }]));
    const { provenance } = await inspectBytes(pngWith({ prompt: JSON.stringify(many) }));
    expect(provenance).toMatchObject({ tool: 'comfyui', prompt: null, seed: null });
    expect(provenance.evidence[0]?.excerpt).toBe('graph of 5,001 nodes, more than Alice walks');
  });
});
