import { userComment, writeExif } from '../../services/assets/testing/write-exif';
import { jpegComment, jpegExif, jpegXmp, withJpegSegments } from '../../services/assets/testing/write-jpeg';
import { pngChunk, pngText, withPngChunks } from '../../services/assets/testing/write-png';

const node = (class_type: string, inputs: Record<string, unknown>) => ({ class_type, inputs });

/** A ComfyUI graph in which every text a person could have typed is the given one. */
function graphOf(text: string): string {
  return JSON.stringify({
    4: node('CheckpointLoaderSimple', { ckpt_name: `${text}.safetensors` }),
    10: node('LoraLoader', { lora_name: `${text}.safetensors`, strength_model: 1, strength_clip: 1, model: ['4', 0], clip: ['4', 1] }),
    6: node('CLIPTextEncode', { text, clip: ['10', 1] }),
    7: node('CLIPTextEncode', { text: `not ${text}`, clip: ['10', 1] }),
    3: node('KSampler', { seed: 1, steps: 2, cfg: 7, sampler_name: text, scheduler: text, model: ['10', 0], positive: ['6', 0], negative: ['7', 0] }),
    9: node('SaveImage', { filename_prefix: text, images: ['3', 0] }),
    _meta: { title: text },
  });
}

const xml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\p{Cc}|\p{Cs}/gu, '');

/** One picture for each place where a file can say a text about itself; `png` and `jpeg` are what it is put into. */
export function picturesSaying(text: string, { png, jpeg }: Readonly<Record<'png' | 'jpeg', Uint8Array>>): readonly Uint8Array[] {
  const settings = `Steps: 20, Sampler: ${text}, CFG scale: 7, Seed: 7, Size: 16x8, Model: ${text}, Version: ${text}`;
  const parameters = `${text} <lora:${text}:1>\nNegative prompt: ${text}\n${settings}`;
  const exif = (littleEndian: boolean) => writeExif({
    ifd0: { 0x010e: text, 0x013b: text, 0x0131: text, 0x010f: text, 0x0110: text, 0x8298: text },
    exif: { 0x9286: userComment(parameters, littleEndian ? 'UTF-16LE' : 'UTF-16BE') },
    littleEndian,
  });
  const packet = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description xmp:CreatorTool="${xml(text)}" dc:description="${xml(text)}"/></x:xmpmeta>`;
  return [
    withPngChunks(png, [pngText('parameters', parameters)]),
    withPngChunks(png, [pngText('prompt', graphOf(text), 'iTXt compressed'), pngText('workflow', `{"nodes":[{"title":${JSON.stringify(text)}}]}`)]),
    withPngChunks(png, [
      pngText('Comment', JSON.stringify({ prompt: text, uc: text, steps: 3, sampler: text }), 'iTXt compressed'),
      pngText('Software', 'NovelAI'), pngText('Description', text),
    ]),
    withPngChunks(png, [pngChunk('eXIf', exif(false)), pngText('Title', text), pngText('tags', text), pngText('notes', text)]),
    withJpegSegments(jpeg, [jpegExif(exif(true)), jpegXmp(packet), jpegComment(text)]),
  ];
}
