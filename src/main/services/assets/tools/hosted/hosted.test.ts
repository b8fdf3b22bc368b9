import { describe, expect, it } from 'vitest';
import { inspectBytes, pngWith, provenanceOf } from '../../testing/inspect-bytes';
import { xmpPacket } from '../../testing/sample-settings';
import { comfyGraph } from '../../testing/sample-texts';
import { writeExif } from '../../testing/write-exif';
import { jpegExif, jpegXmp, writeJpeg } from '../../testing/write-jpeg';
import { writePng } from '../../testing/write-png';

const uuid = '1f0e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
const named = async (name: string) => (await inspectBytes(writePng(), name)).provenance;
const withXmp = async (properties: Record<string, string>) => (await inspectBytes(writeJpeg([jpegXmp(xmpPacket(properties))]))).provenance;

describe('hosted generators', () => {
  it('[P62] Midjourney: the command with its flags and job, from PNG text and XMP', async () => {
    const command = `a harbour -- at dusk --ar 16:9 --v 6.1 --s 250 --seed 4242 --no text, people --style raw --tile Job ID: ${uuid}`;
    const expected = {
      tool: 'midjourney', model: 'Midjourney 6.1', prompt: 'a harbour -- at dusk', negative_prompt: 'text, people', seed: '4242',
      settings: { '--ar': '16:9', '--v': '6.1', '--s': '250', '--seed': '4242', '--style': 'raw', '--tile': 'yes', 'Job ID': uuid },
    };
    expect(await provenanceOf({ Description: command, Author: 'someone' })).toMatchObject(expected);
    expect(await withXmp({ 'dc:description': command })).toMatchObject(expected);
    const guid = await withXmp({ 'dc:description': 'a fox --niji 6', 'Iptc4xmpExt:DigImageGUID': uuid });
    expect(guid).toMatchObject({ tool: 'midjourney', model: 'Niji 6', prompt: 'a fox' });
  });

  it('[P62] a description with dashes, or with flags and no job, is only a description', async () => {
    for (const Description of ['a harbour --ar 16:9 --v 6', 'Job ID: none', `notes on ${uuid}`, 'made in midjourney']) {
      expect((await provenanceOf({ Description })).tool).toBe('unknown');
    }
  });

  it.each([
    ['Generated Image October 26, 2025 - 2_24PM.png', 'google-ai', {}],
    ['Whisk_0a1b2c3d4e5f.jpg', 'whisk', {}],
    ['DALL·E 2024-12-09 10.39.49 - A quiet harbor.webp', 'dall-e', { prompt: 'A quiet harbor' }],
    ['Firefly 20241207100622.png', 'firefly', {}],
    ['Firefly a glass whale 12345.jpg', 'firefly', { prompt: 'a glass whale' }],
    ['20250407_1822_Neon_Rain_simple_compose_01jr8x9k2m3n4p5q6r7s8t9v0w.mp4', 'sora', { prompt: 'Neon Rain' }],
    ['Leonardo_Phoenix_10_a_castle_in_the_clouds_2.jpg', 'leonardo', { model: 'Phoenix 10', prompt: 'a castle in the clouds' }],
    ['lucid-origin_a_castle_in_the_clouds-0.jpg', 'leonardo', { model: 'lucid-origin', prompt: 'a castle in the clouds' }],
    ['freepik__a-street-market__12345.jpg', 'freepik', { prompt: 'a-street-market' }],
    [`hf_20250801_101112_${uuid}.png`, 'higgsfield', {}],
    ['Gen-3 Alpha Turbo 3412345678, a slow dolly shot, harbor.png, M 5.mp4', 'runway', { model: 'Gen-3 Alpha Turbo', seed: '3412345678', prompt: 'a slow dolly shot' }],
    ['kling_20241201_Image_to_Video_a_quiet_fo_123456_0.mp4', 'kling', { settings: { Mode: 'Image to Video' }, prompt: 'a quiet fo' }],
    ['a_dog_on_the_moon_seed1234567890123.mp4', 'pika', { seed: '1234567890123', prompt: 'a dog on the moon' }],
    [`someone_a_harbour_at_dusk_${uuid}_2.png`, 'midjourney', { prompt: 'a harbour at dusk', settings: { 'Job ID': uuid } }],
    ['ComfyUI_00042_.png', 'comfyui', {}],
    ['ComfyUI_temp_abcde_00001_ (2).png', 'comfyui', {}],
    ['AnimateDiff_00003.mp4', 'animatediff', {}],
    ['a girl with a lantern s-2156638429.png', 'novelai', { seed: '2156638429', prompt: 'a girl with a lantern' }],
    ['00012-3782896554.png', 'a1111', { seed: '3782896554' }],
    ['grid-0004.png', 'a1111', {}],
    ['2024-05-01_10-11-12_1234.png', 'fooocus', {}],
    ['OIG2.abcDEF123456.jpg', 'bing-image-creator', {}],
    [`grok-image-${uuid}.jpg`, 'grok', {}],
    ['1234567_a cat on a roof_xl-1024-v1-0.png', 'dreamstudio', { seed: '1234567', prompt: 'a cat on a roof' }],
  ])('[P66] knows the name %s', async (name, tool, told) => {
    const provenance = await named(name);
    expect(provenance).toMatchObject({ tool, origin: 'ai', ...told, evidence: [{ kind: 'file-name' }] });
    expect(provenance.confidence).toBeLessThanOrEqual(0.5);
  });

  it.each([
    'midjourney.png', 'my sora video.mp4', `${uuid}.png`, `photo_${uuid}.jpg`, '1234567890.png', 'gen3 take.mp4', 'Default_1.png', 'IMG_20240501_101112.jpg',
    'klingon_20241201_Image_to_Video_a_1_0.mp4', 'seed1234567.mp4', 'Leonardo_da_Vinci_3.jpg', 'comfyui_notes_00001.png', 'firefly at night 123.png', 'Gen-3 of cats.mp4',
    'grid-plan.png', '00012-1.png', '20240501.png', 'idéogramme.png', 'lumafusion_ab12cd.mp4', 'veo.mp4',
  ])('[P66] is not taken in by the name %s', async (name) => {
    expect(await named(name)).toMatchObject({ tool: 'unknown', confidence: 0, evidence: [] });
  });

  it.each([
    ['Adobe Firefly 2.0', 'firefly'], ['Midjourney', 'midjourney'], ['DALL-E 3', 'dall-e'], ['Leonardo.Ai', 'leonardo'], ['Ideogram AI', 'ideogram'], ['Kling AI', 'kling'],
    ['Luma Dream Machine', 'luma'], ['Runway', 'runway'], ['Pika Labs', 'pika'], ['Hailuo AI', 'hailuo'], ['Veo 3', 'veo'], ['Imagen 4', 'imagen'], ['Google Gemini', 'gemini'],
    ['Freepik', 'freepik'], ['Stability AI', 'stability-ai'],
  ])('[P67] a generator that names itself in EXIF: %s', async (Software, tool) => {
    const jpeg = writeJpeg([jpegExif(writeExif({ ifd0: { 0x0131: Software } }))]);
    expect((await inspectBytes(jpeg)).provenance).toMatchObject({ tool, origin: 'ai', confidence: 0.75, evidence: [{ kind: 'software', excerpt: Software }] });
    expect((await provenanceOf({ Software })).tool).toBe(tool);
  });

  it.each(['LumaFusion 5', 'Veo Cam 2', 'Imagen AI plug-in', 'Krea-tive Suite', 'Runway gear shop 3', 'My Midjourney helper', 'Solo Sora'])(
    '[P67] is not taken in by the program %s',
    async (Software) => expect(await provenanceOf({ Software })).toMatchObject({ tool: 'unknown', origin: 'unknown' }),
  );

  it('[P67] the credit line and IPTC’s source type in XMP are claims: the tool, or only that it is AI', async () => {
    const source = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia';
    expect(await withXmp({ 'photoshop:Credit': 'Made with Google AI', 'Iptc4xmpExt:DigitalSourceType': source })).toMatchObject({ tool: 'google-ai', origin: 'ai' });
    expect(await withXmp({ 'Iptc4xmpExt:DigitalSourceType': source })).toMatchObject({ tool: 'unknown', origin: 'ai', confidence: 0, evidence: [{ kind: 'software' }] });
    expect(await withXmp({ 'Iptc4xmpExt:DigitalSourceType': source.replace('trained', 'digitalCapture/') })).toMatchObject({ origin: 'unknown' });
  });

  it('[P61] Civitai’s graph is known by its names of models, a graph with other extras is ComfyUI’s', async () => {
    const graphWith = (extra: unknown) => provenanceOf({ prompt: JSON.stringify({ ...comfyGraph, extra }) });
    expect(await graphWith({ airs: ['urn:air:sdxl:checkpoint:civitai:133005@782002'] })).toMatchObject({ tool: 'civitai', seed: '42' });
    expect((await graphWith({ airs: ['urn:air:sdxl:checkpoint:elsewhere:1@2'] })).tool).toBe('comfyui');
  });

  it('[P67] what the file says of itself is stronger than its name', async () => {
    const { provenance } = await inspectBytes(pngWith({ Software: 'Midjourney' }), 'ChatGPT Image Apr 27, 2025, 09_10_29 PM.png');
    expect(provenance.tool).toBe('midjourney');
  });
});
