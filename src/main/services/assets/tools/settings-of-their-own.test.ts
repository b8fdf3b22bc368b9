import { describe, expect, it } from 'vitest';
import { inspectBytes, pngWith, provenanceOf } from '../testing/inspect-bytes';
import { besideOf, inspectWith } from '../testing/inspect-with';
import { a1111Text } from '../testing/sample-texts';
import {
  deforumSettings, drawThingsSettings, easyDiffusionLines, easyDiffusionTexts, fooocusLogPage, fooocusMreSettings, xmpPacket,
} from '../testing/sample-settings';
import { userComment, writeExif } from '../testing/write-exif';
import { jpegComment, jpegExif, jpegXmp, writeJpeg } from '../testing/write-jpeg';
import { writePng } from '../testing/write-png';

const jpegOf = async (json: unknown) =>
  (await inspectBytes(writeJpeg([jpegExif(writeExif({ exif: { 0x9286: userComment(JSON.stringify(json), 'ASCII') } }))]))).provenance;

describe('tools with settings of their own', () => {
  it('[P61] Draw Things: JSON in XMP, in each form that XMP has, and in UserComment', async () => {
    const expected = {
      tool: 'draw-things', origin: 'ai', model: 'flux_1_dev_q8p', prompt: 'a tin robot & a "moon"', negative_prompt: 'blur', seed: '4157386425', steps: 8, cfg: 3.5,
      sampler: 'Euler A Trailing', width: 1024, height: 768, loras: [{ name: 'tin_toys_f16', weight: 0.6 }], settings: { Strength: '1', 'Seed mode': 'Scale Alike' },
    };
    for (const form of ['list', 'element', 'attribute'] as const) {
      const packet = xmpPacket({ 'xmp:CreatorTool': 'Draw Things', 'exif:UserComment': JSON.stringify(drawThingsSettings) }, form);
      expect(await provenanceOf({ 'XML:com.adobe.xmp': packet })).toMatchObject(expected);
      expect((await inspectBytes(writeJpeg([jpegXmp(packet)]))).provenance).toMatchObject(expected);
    }
    expect(await jpegOf(drawThingsSettings)).toMatchObject(expected);
    const { seed: _, ...almost } = drawThingsSettings;
    expect((await jpegOf(almost)).tool).toBe('unknown');
  });

  it('[P61] Easy Diffusion: PNG texts under both names, JSON, and files beside the picture', async () => {
    const expected = { tool: 'easy-diffusion', model: 'sd-v1-5', prompt: 'a paper fox', negative_prompt: 'blurry', seed: '2471308', steps: 30, cfg: 7.5, width: 512, height: 768 };
    const two = [{ name: 'ink', weight: 0.5 }, { name: 'fold', weight: 0.25 }];
    expect(await provenanceOf(easyDiffusionTexts)).toMatchObject({ ...expected, sampler: 'dpmpp_2m', loras: two });
    const shown = Object.fromEntries(easyDiffusionLines.split('\n').map((line) => line.split(': ') as [string, string]));
    expect(await provenanceOf(shown)).toMatchObject({ ...expected, loras: [{ name: 'ink', weight: 0.5 }] });
    const json = { ...easyDiffusionTexts, seed: 2471308, use_lora_model: ['ink', 'fold'], lora_alpha: [0.5, 0.25], clip_skip: null };
    expect(await jpegOf(json)).toMatchObject({ ...expected, loras: two });
    for (const files of [{ 'fox.txt': easyDiffusionLines }, { 'fox.json': JSON.stringify(json) }]) {
      const { provenance } = await inspectWith(writePng(), 'fox.png', { readBeside: besideOf(files) });
      expect(provenance).toMatchObject({ ...expected, confidence: 0.7 });
    }
    expect((await provenanceOf({ prompt: 'a paper fox', seed: '5', width: '512' })).tool).toBe('unknown');
  });

  it('[P61] NMKD in its two forms, DreamStudio and old SD.Next in A1111’s text, Fooocus-MRE', async () => {
    const old = { mode: 'txt2img', prompt: 'a gate', promptNeg: 'fog', steps: 20, seed: 99, scaleTxt: 7, w: 640, h: 448, model: 'dream.safetensors', sampler: 'k_euler' };
    const expected = { tool: 'nmkd', prompt: 'a gate', negative_prompt: 'fog', steps: 20, seed: '99', cfg: 7, width: 640, height: 448, model: 'dream' };
    expect(await provenanceOf({ Nmkdiffusers: JSON.stringify(old) })).toMatchObject(expected);
    const info = { model: 'dream.safetensors', prompt: 'a gate', negative_prompt: 'fog', steps: 20, seed: 99, scale: 7, base_resolution: '640, 448', loras: { ink: 0.5 } };
    expect(await provenanceOf({ GenerationInfoJson: JSON.stringify(info) })).toMatchObject({ ...expected, loras: [{ name: 'ink', weight: 0.5 }] });
    expect((await provenanceOf({ GenerationInfo: 'a gate' })).tool).toBe('unknown');
    expect(await provenanceOf({ parameters: a1111Text('Generator: DreamStudio') })).toMatchObject({ tool: 'dreamstudio', seed: '18446744073709551615' });
    expect(await provenanceOf({ parameters: a1111Text('Version: 9d5b3f1, Backend: Diffusers') })).toMatchObject({ tool: 'sd-next' });
    const mre = { tool: 'fooocus-mre', prompt: 'a kite', negative_prompt: 'wires', model: 'sdxl_base', seed: '77', cfg: 7, width: 1152, loras: [{ name: 'offset', weight: 0.5 }] };
    expect(await provenanceOf({ Comment: JSON.stringify(fooocusMreSettings) })).toMatchObject(mre);
    expect((await inspectBytes(writeJpeg([jpegComment(JSON.stringify(fooocusMreSettings))]))).provenance).toMatchObject(mre);
  });

  it('[P61] forks of Fooocus are told by the version that they write', async () => {
    const forkOf = async (version: string) => {
      const settings = { base_model: 'm', guidance_scale: 4, prompt: 'a', seed: '1', version, loras: [['glow.safetensors', 0.1, 'ab12cd34ef']] };
      return provenanceOf({ fooocus_scheme: 'fooocus', parameters: JSON.stringify(settings) });
    };
    expect(await forkOf('Fooocus v2.5.5')).toMatchObject({ tool: 'fooocus', loras: [{ name: 'glow', weight: 0.1, hash: 'ab12cd34ef' }] });
    expect((await forkOf('SimpleSDXL2.0')).tool).toBe('simple-sdxl');
    expect((await forkOf('DeFooocus v1.0')).tool).toBe('defooocus');
    const labels = { Prompt: 'a', 'Base Model': 'm', 'Guidance Scale': 3, Seed: '4', Resolution: '(64, 32)', 'LoRA 1': 'x : 0.4', Version: 'SimpleSDXL1' };
    const simple = await provenanceOf({ fooocus_scheme: 'simple', parameters: JSON.stringify(labels) });
    expect(simple).toMatchObject({ tool: 'simple-sdxl', width: 64, height: 32, cfg: 3, loras: [{ name: 'x', weight: 0.4 }] });
  });

  it('[P61] Image MetaHub’s fields name the generator, and a graph fills their gaps', async () => {
    const data = { generator: 'ComfyUI', prompt: 'a mill', negativePrompt: 'fog', seed: 12, steps: 9, cfg: 4, sampler_name: 'euler', model: 'm.safetensors', loras: [{ name: 'ink', weight: 0.3 }] };
    expect(await provenanceOf({ imagemetahub_data: JSON.stringify(data) })).toMatchObject({
      tool: 'comfyui', prompt: 'a mill', negative_prompt: 'fog', seed: '12', model: 'm', loras: [{ name: 'ink', weight: 0.3 }],
    });
    const packet = xmpPacket({ 'imh:imagemetahub_data': JSON.stringify({ ...data, generator: 'Grok' }) });
    expect((await inspectBytes(writeJpeg([jpegXmp(packet)]))).provenance).toMatchObject({ tool: 'grok', seed: '12' });
  });

  it('[P63] Deforum: settings beside film and frames, prompts by frame, schedules by their first value', async () => {
    const files = { '20240102030405_settings.txt': JSON.stringify(deforumSettings) };
    for (const name of ['20240102030405.png', '20240102030405_000000012.png']) {
      const { provenance } = await inspectWith(writePng(), name, { readBeside: besideOf(files) });
      expect(provenance).toMatchObject({
        tool: 'deforum', prompt: '0: a tower\n60: a bridge\noil on canvas', negative_prompt: 'rain\ntext', seed: '1803', steps: 25, cfg: 7, sampler: 'Euler a',
        width: 512, height: 288, model: 'protogen', model_hash: '44f90a0972', settings: { 'Animation mode': '3D', Frames: '120', FPS: '15' },
      });
    }
  });

  it('[P64] what lies beside a file is asked only when it does not tell itself, and believed less', async () => {
    const asked: string[] = [];
    const readBeside = async (name: string) => {
      asked.push(name);
      return name === 'a.txt' ? a1111Text() : null;
    };
    const own = await inspectWith(pngWith(easyDiffusionTexts), 'a.png', { readBeside });
    expect([own.provenance.tool, asked]).toEqual(['easy-diffusion', []]);
    const { provenance, raw_metadata } = await inspectWith(writePng(), 'a.png', { readBeside });
    expect(provenance).toMatchObject({ tool: 'a1111', confidence: 0.7, evidence: [{ key: 'beside:a.txt' }] });
    expect(raw_metadata['beside:a.txt']).toContain('lighthouse');
    expect(asked).toEqual(['a.txt', 'a.json', 'a.swarm.json', 'a.xmp', 'a.png.xmp', 'a_settings.txt']);
    const caption = await inspectWith(writePng(), 'a.png', { readBeside: besideOf({ 'a.txt': 'a photo, made with ComfyUI', 'a.json': '{"Steps": 4}' }) });
    expect(caption.provenance.tool).toBe('unknown');
  });

  it('[P64] an XMP file beside a picture is read like a packet in it', async () => {
    const packet = xmpPacket({ 'exif:UserComment': JSON.stringify(drawThingsSettings) });
    const { provenance } = await inspectWith(writePng(), 'b.png', { readBeside: besideOf({ 'b.xmp': packet }) });
    expect(provenance).toMatchObject({ tool: 'draw-things', seed: '4157386425' });
  });

  it('[P64] Fooocus’s log tells of the picture that it names, and of no other', async () => {
    const [first, second] = ['2024-05-01_10-11-12_1234.png', '2024-05-01_10-11-13_9999.png'];
    const readBeside = besideOf({ 'log.html': fooocusLogPage(first, second) });
    const read = async (name: string) => (await inspectWith(writePng(), name, { readBeside })).provenance;
    expect(await read(second)).toMatchObject({
      tool: 'fooocus', prompt: 'a canal & a heron 1', seed: '9001', cfg: 4, model: 'jugger', width: 1152, height: 896, loras: [{ name: 'offset', weight: 0.1 }],
    });
    expect(await read('2024-05-01_10-11-14_5555.png')).toMatchObject({ tool: 'fooocus', prompt: null, evidence: [{ kind: 'file-name' }] });
    expect(await read('holiday.png')).toMatchObject({ tool: 'unknown' });
  });

  it('[P65] hashes are kept where they are given: of the model and of each LoRA, also of one that the prompt does not name', async () => {
    const extra = 'Lora hashes: "inkwash: 1a2b3c4d5e, glow: 9f8e7d6c5b", Hashes: {"model": "31e35c80fc", "lora:mist": "0011223344"}, VAE: sdxl.vae, Clip skip: 2';
    expect(await provenanceOf({ parameters: a1111Text(extra) })).toMatchObject({
      model_hash: '31e35c80fc',
      loras: [{ name: 'inkwash', weight: 0.8, hash: '1a2b3c4d5e' }, { name: 'glow', weight: 1, hash: '9f8e7d6c5b' }, { name: 'mist', weight: 1, hash: '0011223344' }],
      settings: { VAE: 'sdxl.vae', 'Clip skip': '2' },
    });
  });

  it('[P65] InvokeAI 4 to 6: Flux, and the graph or the workflow when nothing else was kept', async () => {
    const flux = { generation_mode: 'flux_txt2img', positive_prompt: 'a pier', seed: 5, num_steps: 20, guidance: 3.5, scheduler: 'euler', model: { name: 'FLUX Dev', hash: 'blake3:abcdef123456' } };
    expect(await provenanceOf({ invokeai_metadata: JSON.stringify(flux) })).toMatchObject({
      tool: 'invokeai', model: 'FLUX Dev', model_hash: 'blake3:abcdef123456', steps: 20, cfg: 3.5, settings: { Mode: 'flux_txt2img' },
    });
    const graph = {
      nodes: { core: { id: 'core', type: 'core_metadata', steps: 30, cfg_scale: 6, model: { name: 'sdxl' } }, text: { id: 'text', type: 'string', value: 'a dune' }, seed: { id: 'seed', type: 'integer', value: 44 } },
      edges: [
        { source: { node_id: 'text', field: 'value' }, destination: { node_id: 'core', field: 'positive_prompt' } },
        { source: { node_id: 'seed', field: 'value' }, destination: { node_id: 'core', field: 'seed' } },
      ],
    };
    expect(await provenanceOf({ invokeai_graph: JSON.stringify(graph) })).toMatchObject({ tool: 'invokeai', prompt: 'a dune', seed: '44', steps: 30, model: 'sdxl' });
    const nodeOf = (id: string, type: string, inputs: Record<string, unknown>) => {
      const held = Object.entries(inputs).map(([name, value]) => [name, { value }] as const);
      return { id, data: { type, inputs: Object.fromEntries(held) } };
    };
    const workflow = {
      nodes: [
        nodeOf('m', 'main_model_loader', { model: { name: 'dream' } }), nodeOf('p', 'compel', { prompt: 'a heath' }), nodeOf('n', 'compel', { prompt: 'fog' }),
        nodeOf('z', 'noise', { seed: 9, width: 512, height: 640 }), nodeOf('d', 'denoise_latents', { steps: 12, cfg_scale: 5, scheduler: 'ddim' }),
      ],
      edges: [{ source: 'p', target: 'd', targetHandle: 'positive_conditioning' }, { source: 'n', target: 'd', targetHandle: 'negative_conditioning' }],
    };
    expect(await provenanceOf({ invokeai_workflow: JSON.stringify(workflow) })).toMatchObject({
      tool: 'invokeai', prompt: 'a heath', negative_prompt: 'fog', seed: '9', steps: 12, cfg: 5, sampler: 'ddim', model: 'dream', width: 512, height: 640,
    });
  });
});
