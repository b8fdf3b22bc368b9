import { provenanceSchema, toolName } from '@shared/library/provenance';
import { describe, expect, it } from 'vitest';
import { inspectBytes, pngWith, provenanceOf } from '../testing/inspect-bytes';
import { a1111Text, comfyGraph, invokeText, novelComment, novelTexts, swarmText } from '../testing/sample-texts';
import { latin1, writeC2paStore } from '../testing/write-boxes';
import { userComment, writeExif } from '../testing/write-exif';
import { jpegExif, jpegJumbf, writeJpeg } from '../testing/write-jpeg';
import { pngChunk, writePng } from '../testing/write-png';
import { riffChunk, writeWebp } from '../testing/write-webp';

const AI = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia';
const storeFrom = (name: string, description: string, digitalSourceType = AI) =>
  writeC2paStore({ claim_generator_info: { name } }, [{ action: 'c2pa.created', description, digitalSourceType }]);

describe('tools with marks of their own', () => {
  it('[P12] reads InvokeAI 3 and later, 2 and 1', async () => {
    expect(await provenanceOf({ invokeai_metadata: invokeText, invokeai_graph: '{"nodes":{}}' })).toMatchObject({
      tool: 'invokeai', model: 'juggernautXL_v9', prompt: 'a glass whale', negative_prompt: 'noise', seed: '1860920704', steps: 24,
      sampler: 'euler_a', cfg: 6, width: 1024, height: 1024, loras: [{ name: 'glasswork', weight: 0.5 }],
    });
    const second = { model_weights: 'stable-diffusion-1.5', image: { prompt: [{ prompt: 'a fox [cage]', weight: 1 }], seed: 9, steps: 40, sampler: 'k_lms' } };
    expect(await provenanceOf({ 'sd-metadata': JSON.stringify(second) })).toMatchObject({
      tool: 'invokeai', model: 'stable-diffusion-1.5', prompt: 'a fox', negative_prompt: 'cage', seed: '9', steps: 40, sampler: 'k_lms',
    });
    expect(await provenanceOf({ Dream: '"a \\"red\\" fox" -s 50 -S4242 -W 512 -H 768 -C 7.5 -A k_lms' })).toMatchObject({
      tool: 'invokeai', prompt: 'a "red" fox', seed: '4242', steps: 50, width: 512, height: 768, cfg: 7.5, sampler: 'k_lms',
    });
  });

  it('[P12] reads NovelAI from its PNG, its WebP, and a conversion that kept only the settings', async () => {
    const expected = {
      tool: 'novelai', seed: '2156638429', steps: 23, sampler: 'k_euler_ancestral', scheduler: 'karras', cfg: 5, width: 832, height: 1216,
      prompt: 'a moth, lamp light\ngirl with a lantern', negative_prompt: 'lowres',
    };
    expect(await provenanceOf(novelTexts)).toMatchObject({ ...expected, model: 'NovelAI Diffusion V4.5' });
    const folded = writeExif({ exif: { 0x9286: userComment(JSON.stringify(novelTexts), 'ASCII') } });
    const inWebp = await inspectBytes(writeWebp([riffChunk('EXIF', folded)]));
    expect(inWebp.provenance).toMatchObject({ ...expected, model: 'NovelAI Diffusion V4.5' });
    const bare = writeExif({ exif: { 0x9286: userComment(JSON.stringify(novelComment), 'UTF-16BE') } });
    expect((await inspectBytes(writeJpeg([jpegExif(bare)]))).provenance).toMatchObject(expected);
  });

  it('[P13] knows SwarmUI before the ComfyUI graph that it leaves in the same file', async () => {
    const expected = {
      tool: 'swarmui', model: 'flux1-dev', prompt: 'lantern harbor at dusk', negative_prompt: 'fog', seed: '77', steps: 22, cfg: 1,
      width: 1152, height: 896, sampler: 'euler', scheduler: 'simple', loras: [{ name: 'harbor_lights', weight: 0.7 }],
    };
    const png = await inspectBytes(pngWith({ prompt: JSON.stringify(comfyGraph), parameters: swarmText }));
    expect(png.provenance).toMatchObject(expected);
    expect(png.made_at).toEqual({ date: '2025-11-02', from: 'tool' });
    const exif = writeExif({ exif: { 0x9286: userComment(swarmText, 'UTF-16LE') }, littleEndian: true });
    expect((await inspectBytes(writeJpeg([jpegExif(exif)]))).provenance).toMatchObject(expected);
  });

  it('[P13] takes from TensorArt the seed of the graph when its own says "random"', async () => {
    const data = { prompt: 'テスト tower', negativePrompt: 'bad', seed: '-1', steps: 25, cfgScale: 7, width: 512, height: 768, baseModel: { modelFileName: 'WAI-16' }, ksamplerName: 'euler' };
    const png = pngWith({ generation_data: `${JSON.stringify(data)}\0`, prompt: JSON.stringify(comfyGraph) }, 'tEXt as UTF-8');
    expect((await inspectBytes(png)).provenance).toMatchObject({ tool: 'tensorart', prompt: 'テスト tower', model: 'WAI-16', seed: '42', width: 512 });
  });

  it('[P13] reads Fooocus in both schemes, RuinedFooocus, Hugging Face Spaces, Stability Matrix and Civitai graphs', async () => {
    const scheme = { base_model: 'juggernautXL.safetensors', prompt: 'a', guidance_scale: 4, resolution: '(896, 1152)', seed: '12', loras: [['glow.safetensors', 0.1, 'h']] };
    expect(await provenanceOf({ fooocus_scheme: 'fooocus', parameters: JSON.stringify(scheme) })).toMatchObject({
      tool: 'fooocus', model: 'juggernautXL', cfg: 4, width: 896, height: 1152, seed: '12', loras: [{ name: 'glow', weight: 0.1 }],
    });
    expect(await provenanceOf({ fooocus_scheme: 'a1111', parameters: a1111Text('Version: Fooocus v2.5') })).toMatchObject({ tool: 'fooocus', steps: 28 });
    const ruined = { Prompt: 'b', Negative: 'c', steps: 30, seed: 3, width: 64, height: 32, base_model_name: 'm.safetensors', loras: [], software: 'RuinedFooocus' };
    expect(await provenanceOf({ parameters: JSON.stringify(ruined) })).toMatchObject({ tool: 'ruined-fooocus', prompt: 'b', model: 'm', width: 64 });
    const space = { prompt: 'd', Model: 'M', resolution: '1024 x 768', num_inference_steps: 24, seed: 4 };
    expect(await provenanceOf({ parameters: JSON.stringify(space) })).toMatchObject({ tool: 'huggingface-space', height: 768, steps: 24 });
    expect(await provenanceOf({ smproj: '{"Version":2}', parameters: a1111Text() })).toMatchObject({ tool: 'stability-matrix', steps: 28 });
    const asked = { ...comfyGraph, extraMetadata: JSON.stringify({ prompt: 'asked', seed: 5, steps: 9 }) };
    const exif = writeExif({ exif: { 0x9286: userComment(JSON.stringify(asked), 'UTF-16LE') } });
    expect((await inspectBytes(writeJpeg([jpegExif(exif)]))).provenance).toMatchObject({ tool: 'civitai', prompt: 'asked', seed: '5', steps: 9, model: 'juggernautXL_v9' });
  });

  it('[P14] reports a C2PA claim as a claim, from PNG, JPEG in pieces, and WebP', async () => {
    const store = storeFrom('Google C2PA Core Generator Library', 'Created by Google Generative AI.');
    const files = [writePng({ before: [pngChunk('caBX', store)] }), writeJpeg(jpegJumbf(store, 50)), writeWebp([riffChunk('C2PA', store)])];
    for (const file of files) {
      const { provenance } = await inspectBytes(file);
      expect(provenance).toMatchObject({ tool: 'google-ai', model: null, prompt: null, confidence: 0.8 });
      expect(provenance.evidence).toEqual([
        { kind: 'c2pa', key: 'C2PA', excerpt: 'claims to be made with AI: “Created by Google Generative AI.” (signature not verified)' },
      ]);
    }
  });

  it('[P14] names a tool only when the manifest does, and concludes nothing from a camera', async () => {
    const of = async (...args: Parameters<typeof storeFrom>) =>
      (await inspectBytes(writePng({ before: [pngChunk('caBX', storeFrom(...args))] }))).provenance;
    expect((await of('Adobe_Firefly', 'made')).tool).toBe('firefly');
    expect((await of('ChatGPT', 'made')).tool).toBe('chatgpt');
    const unnamed = await of('Some Studio', 'made');
    expect([unnamed.tool, unnamed.confidence, unnamed.evidence.length]).toEqual(['unknown', 0, 1]);
    const camera = await of('Google C2PA Core Generator Library', 'Captured', 'http://cv.iptc.org/newscodes/digitalsourcetype/computationalCapture');
    expect(camera).toMatchObject({ tool: 'unknown', evidence: [] });
  });

  it('[P14] adds the claim to stronger evidence, which decides', async () => {
    const file = writePng({ before: [pngChunk('tEXt', latin1(`parameters\0${a1111Text()}`)), pngChunk('caBX', storeFrom('ChatGPT', 'made'))] });
    const { provenance } = await inspectBytes(file);
    expect(provenance.tool).toBe('a1111');
    expect(provenance.evidence.map((one) => one.kind)).toEqual(['structured', 'c2pa']);
  });

  it('[P15] believes a file name last, and only in its whole form', async () => {
    const named = async (name: string) => (await inspectBytes(writePng(), name)).provenance;
    expect(await named('Gemini_Generated_Image_a1b2c3a1b2c3a1b2.png')).toMatchObject({ tool: 'gemini', confidence: 0.5 });
    expect(await named('ChatGPT Image Apr 27, 2025, 09_10_29 PM.png')).toMatchObject({ tool: 'chatgpt' });
    expect(await named('DALL·E 2024-12-09 10.39.49 - A quiet harbor.webp')).toMatchObject({ tool: 'dall-e', prompt: 'A quiet harbor' });
    expect(await named('my gemini drawing.png')).toMatchObject({ tool: 'unknown', evidence: [] });
  });

  it('[P16] gives what fits the schema and a name for every tool', async () => {
    for (const texts of [novelTexts, { parameters: swarmText }, { invokeai_metadata: invokeText }]) {
      const provenance = await provenanceOf(texts);
      expect(provenanceSchema.parse(provenance)).toEqual(provenance);
    }
    expect([toolName('sd-next'), toolName('comfyui'), toolName('brand-new')]).toEqual(['SD.Next', 'ComfyUI', 'Brand New']);
  });
});
