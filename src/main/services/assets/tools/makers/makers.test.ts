import { describe, expect, it } from 'vitest';
import { inspectBytes, pngWith, provenanceOf } from '../../testing/inspect-bytes';
import { a1111Text, comfyGraph } from '../../testing/sample-texts';
import { xmpPacket } from '../../testing/sample-settings';
import { userComment, writeExif } from '../../testing/write-exif';
import type { ExifValues } from '../../testing/write-exif';
import { jpegExif, jpegXmp, writeJpeg } from '../../testing/write-jpeg';
import { writePng } from '../../testing/write-png';

const photo = async (ifd0: ExifValues, name = 'DSC_0001.jpg', exif: ExifValues = {}) =>
  (await inspectBytes(writeJpeg([jpegExif(writeExif({ ifd0, exif }))]), name)).provenance;

describe('what is not AI', () => {
  it('[P68] a camera is a camera, whatever edited its photo and whatever the file is called', async () => {
    const expected = { tool: 'camera', origin: 'camera', model: null, prompt: null, confidence: 0.9 };
    expect(await photo({ 0x010f: 'Canon', 0x0110: 'Canon EOS R5' })).toMatchObject({ ...expected, settings: { Camera: 'Canon EOS R5' } });
    expect(await photo({ 0x010f: 'Apple', 0x0110: 'iPhone 15 Pro', 0x0131: '17.5.1' })).toMatchObject({ settings: { Camera: 'Apple iPhone 15 Pro' } });
    const edited = await photo({ 0x010f: 'NIKON CORPORATION', 0x0110: 'NIKON Z 9', 0x0131: 'Adobe Lightroom 13.0' }, 'ChatGPT Image Apr 27, 2025, 09_10_29 PM.jpg');
    expect(edited).toMatchObject({ ...expected, evidence: [{ excerpt: 'NIKON Z 9' }, { kind: 'software', excerpt: 'Adobe Lightroom 13.0' }] });
    const inXmp = writeJpeg([jpegXmp(xmpPacket({ 'tiff:Make': 'FUJIFILM', 'tiff:Model': 'X-T5' }, 'attribute'))]);
    expect((await inspectBytes(inXmp)).provenance).toMatchObject({ tool: 'camera', settings: { Camera: 'FUJIFILM X-T5' } });
  });

  it('[P68] a graph in the fields of a camera is a graph, and a make alone is no camera', async () => {
    expect((await photo({ 0x010f: `workflow:{}`, 0x0110: `prompt:${JSON.stringify(comfyGraph)}` })).tool).toBe('comfyui');
    expect((await photo({ 0x010f: 'Canon' })).tool).toBe('unknown');
    expect((await photo({ 0x010f: '{"a":1}', 0x0110: '{"b":2}' })).tool).toBe('unknown');
  });

  it('[P68] A1111’s text in a file with a camera’s fields still decides', async () => {
    const both = await photo({ 0x010f: 'Canon', 0x0110: 'Canon EOS R5' }, 'a.jpg', { 0x9286: userComment(a1111Text(), 'UTF-16BE') });
    expect(both).toMatchObject({ tool: 'a1111', origin: 'ai' });
  });

  it.each([
    ['Adobe Photoshop 25.1 (Windows)', 'photoshop'], ['Adobe Photoshop Lightroom Classic 13.0', 'lightroom'], ['GIMP 2.10.36', 'gimp'], ['Affinity Photo 2', 'affinity'],
    ['Procreate 5.3', 'procreate'], ['Krita 5.2', 'krita'], ['Canva (Renderer)', 'canva'], ['paint.net 5.0', 'paint-net'], ['darktable 4.6', 'darktable'],
  ])('[P68] an editor is an editor: %s', async (Software, tool) => {
    expect(await photo({ 0x0131: Software }, 'a.jpg')).toMatchObject({ tool, origin: 'editor', prompt: null });
    expect(await provenanceOf({ Software })).toMatchObject({ tool, origin: 'editor' });
  });

  it('[P68] an editor is told of, and does not hide, the generator whose picture it saved', async () => {
    const resaved = await provenanceOf({ parameters: a1111Text(), Software: 'GIMP 2.10.36' });
    expect(resaved).toMatchObject({ tool: 'a1111', origin: 'ai', evidence: [{ kind: 'structured' }, { kind: 'software', excerpt: 'GIMP 2.10.36' }] });
    const { provenance } = await inspectBytes(pngWith({ Software: 'Adobe Photoshop 25.1' }), 'ChatGPT Image Apr 27, 2025, 09_10_29 PM.png');
    expect(provenance).toMatchObject({ tool: 'chatgpt', evidence: [{ kind: 'file-name' }, { kind: 'software' }] });
    expect((await provenanceOf({ Comment: 'Created with GIMP' })).tool).toBe('gimp');
  });

  it.each(['Screenshot 2024-05-01 at 10.12.33.png', 'Screenshot_20240501-101233.png', 'Screenshot from 2024-05-01 10-12-33.png', 'Bildschirmfoto 2024-05-01 um 10.12.33.png', 'Screenshot (12).png'])(
    '[P68] a picture of the screen is one: %s',
    async (name) => expect((await inspectBytes(writePng(), name)).provenance).toMatchObject({ tool: 'screenshot', origin: 'screenshot', confidence: 0.5 }),
  );

  it('[P68] systems say “Screenshot” in a comment; a picture of screenshots is not one', async () => {
    expect(await photo({}, 'IMG_1.jpg', { 0x9286: userComment('Screenshot', 'ASCII') })).toMatchObject({ tool: 'screenshot', confidence: 0.9 });
    expect(await provenanceOf({ Software: 'gnome-screenshot' })).toMatchObject({ tool: 'screenshot' });
    expect((await inspectBytes(writePng(), 'screenshots of my garden.png')).provenance.tool).toBe('unknown');
    expect((await provenanceOf({ Description: 'Screenshot of a lighthouse' })).tool).toBe('unknown');
  });
});
