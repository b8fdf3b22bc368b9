import { provenanceSchema } from '@shared/library/provenance';
import { describe, expect, it } from 'vitest';
import { inspectBytes, pngWith, provenanceOf } from '../../testing/inspect-bytes';
import { a1111Text } from '../../testing/sample-texts';
import { userComment, writeExif } from '../../testing/write-exif';
import { jpegComment, jpegExif, writeJpeg } from '../../testing/write-jpeg';
import { riffChunk, writeWebp } from '../../testing/write-webp';
import { parseParametersText } from './parameters-text';

const toolOf = async (settings: string) => (await provenanceOf({ parameters: a1111Text(settings) })).tool;

describe('A1111 and its family', () => {
  it('[P1] reads every field of the parameter text', async () => {
    const provenance = await provenanceOf({ parameters: a1111Text() });
    expect(provenanceSchema.parse(provenance)).toEqual({
      tool: 'a1111',
      model: 'dreamshaperXL_v21',
      prompt: 'a lighthouse on a cliff, storm light <lora:inkwash:0.8>\nsecond line of the prompt',
      negative_prompt: 'blurry, text, watermark',
      seed: '18446744073709551615',
      steps: 28,
      sampler: 'DPM++ 2M',
      scheduler: 'Karras',
      cfg: 6.5,
      width: 832,
      height: 1216,
      loras: [{ name: 'inkwash', weight: 0.8 }],
      model_hash: '31e35c80fc',
      settings: { Version: 'v1.10.1' },
      origin: 'ai',
      confidence: 0.98,
      evidence: [{ kind: 'structured', key: 'parameters', excerpt: 'Version: v1.10.1' }],
    });
  });

  it.each([
    ['Version: v1.10.1', 'a1111'],
    ['Version: f2.0.1v1.10.1-previous-669-gdfdcbab6', 'forge'],
    ['Version: f0.0.17v1.8.0rc-latest-276-g29be1da7', 'forge'],
    ['Version: f1.0.5v2-v1.10.1RC-latest-2475-g1', 'reforge'],
    ['Version: f1.2.3-v1.10.1RC', 'easy-reforge'],
    ['Version: classic', 'forge-classic'],
    ['Version: classic-2.1', 'forge-classic'],
    ['Version: neo-2.5', 'forge-neo'],
    ['Version: Fooocus v2.5.5', 'fooocus'],
    ['Version: ComfyUI', 'comfyui'],
    ['App: SD.Next, Version: 56a8aea, Pipeline: StableDiffusionXLPipeline', 'sd-next'],
    ['Distilled CFG Scale: 3.5, Module 1: ae', 'forge'],
    ['Civitai resources: [{"type":"checkpoint","modelName":"Harbor, XL"}], Civitai metadata: {}', 'civitai'],
  ])('[P2] tells the family apart: %s', async (settings, tool) => {
    expect(await toolOf(settings)).toBe(tool);
  });

  it('[P2] believes a version only where it is a setting of its own', async () => {
    expect(await toolOf('ADetailer model: face.pt, ADetailer Version: 24.1, Version: v1.9.4')).toBe('a1111');
    expect(await toolOf('ADetailer prompt: "Version: classic, neo", Version: f2.0.1v1.10.1-previous')).toBe('forge');
    const { tool, confidence } = await provenanceOf({ parameters: a1111Text('ADetailer Version: f24.1') });
    expect([tool, confidence]).toEqual(['a1111', 0.7]);
  });

  it('[P3] keeps commas, colons and quotes inside quoted and JSON values', () => {
    const settings = [
      'Lora hashes: "inkwash: 1a2b, glow: 3c4d"',
      'Hires prompt: "one, two: \\"three\\""',
      'Civitai resources: [{"type":"lora","modelName":"a, b: [c]","weight":0.5}]',
      'Created Date: 2026-01-04T01:27:21.27Z',
      'Broken: "never closed, Version: v9',
    ].join(', ');
    const parsed = parseParametersText(a1111Text(settings))?.settings;
    expect(parsed?.get('Lora hashes')).toBe('inkwash: 1a2b, glow: 3c4d');
    expect(parsed?.get('Hires prompt')).toBe('one, two: "three"');
    expect(parsed?.get('Civitai resources')).toContain('"a, b: [c]"');
    expect(parsed?.get('Created Date')).toBe('2026-01-04T01:27:21.27Z');
    expect(parsed?.get('Version')).toBe('v9');
  });

  it('[P3] takes the last line of settings, so a prompt may talk about steps; templates are free text', async () => {
    const text = `how to dance\nSteps: 1 forward, 2 back\n${a1111Text()}\nTemplate: {a|b}, Version: classic\nNegative Template: x`;
    const { tool, prompt, steps } = await provenanceOf({ parameters: text });
    expect(tool).toBe('a1111');
    expect(steps).toBe(28);
    expect(prompt?.startsWith('how to dance\nSteps: 1 forward')).toBe(true);
  });

  it('[P3] reads texts without a negative prompt, with Windows line ends, and with a dynamic prompt in braces', async () => {
    const text = '{red|blue} house\r\nSteps: 20, Sampler: Euler a, Seed: 5, Size: 512x512, Model: tiny';
    const provenance = await provenanceOf({ parameters: text });
    expect(provenance).toMatchObject({ prompt: '{red|blue} house', negative_prompt: null, seed: '5', model: 'tiny' });
  });

  it('[P4] finds it in UserComment of JPEG and WebP in either byte order, as ASCII or plain, and in a JPEG comment', async () => {
    const text = a1111Text().replace('lighthouse', '灯台 lighthouse');
    for (const form of ['UTF-16BE', 'UTF-16LE', 'ASCII', 'plain'] as const) {
      for (const littleEndian of [true, false]) {
        const exif = writeExif({ exif: { 0x9286: userComment(text, form) }, littleEndian });
        const inJpeg = await inspectBytes(writeJpeg([jpegExif(exif)]));
        const inWebp = await inspectBytes(writeWebp([riffChunk('EXIF', exif)]));
        for (const { provenance, warnings } of [inJpeg, inWebp]) {
          expect(provenance).toMatchObject({ tool: 'a1111', seed: '18446744073709551615' });
          expect(provenance.prompt).toContain('灯台 lighthouse');
          expect(warnings).toEqual([]);
        }
      }
    }
    const commented = await inspectBytes(writeJpeg([jpegComment(text)]));
    expect(commented.provenance.evidence[0]?.key).toBe('jpeg:comment');
  });

  it('[P5] takes model and LoRAs of Civitai from its list of resources', async () => {
    const list = '[{"type":"checkpoint","modelName":"Harbor XL"},{"type":"lora","weight":0.4,"modelName":"Mist"},{"type":"lora","modelVersionId":7}]';
    const { model, loras } = await provenanceOf({ parameters: a1111Text(`Civitai resources: ${list}`) });
    expect(model).toBe('Harbor XL');
    expect(loras).toEqual([{ name: 'Mist', weight: 0.4 }]);
  });

  it('[P6] never takes a name out of a prompt for a tool', async () => {
    const texts = { parameters: 'in the style of midjourney, ComfyUI workflow screenshot, Version: classic' };
    const { provenance } = await inspectBytes(pngWith(texts), 'my midjourney comfyui art.png');
    expect(provenance).toMatchObject({ tool: 'unknown', confidence: 0, evidence: [] });
  });
});
