import { gzipSync } from 'node:zlib';
import { jpegComment, withJpegSegments } from '../../services/assets/testing/write-jpeg';
import { pngText, withPngChunks } from '../../services/assets/testing/write-png';
import type { HostileFile } from './hostile-file';
import { zeroStream } from './zero-stream';

const text = (words: string): Uint8Array => new Uint8Array(Buffer.from(words, 'latin1'));
const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const svg = (inside: string, head = '') => text(`<?xml version="1.0"?>${head}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="99" height="99">${inside}</svg>`);

const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
const script = '<script>globalThis.ran = 1</script>';

/** SVGs are documents that can fetch and run; none of them is a picture to Alice. */
const documents: HostileFile[] = [
  { name: 'reads a file.svg', bytes: svg('<text>&x;</text>', '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>'), ends: 'set_aside' },
  { name: 'a billion laughs.svg', bytes: svg('<text>&l9;</text>', `<!DOCTYPE svg [<!ENTITY l0 "ha">${laughs}]>`), ends: 'set_aside' },
  { name: 'fetches a file.svg.png', bytes: svg('<image xlink:href="file:///etc/hostname" width="9" height="9"/>'), ends: 'set_aside' },
  { name: 'fetches from afar.png', bytes: svg('<image href="http://127.0.0.1:9/x.png" width="9" height="9"/>'), ends: 'set_aside' },
  { name: 'runs.svg', bytes: svg(script), ends: 'set_aside' },
  { name: 'a hundred thousand wide.svg', bytes: text('<svg xmlns="http://www.w3.org/2000/svg" width="100000" height="100000"/>'), ends: 'set_aside' },
];

/** Files that are something else than their name says, or two things at once. `png`, `jpeg` and `gif` are whole pictures. */
export function disguises({ png, jpeg, gif }: Readonly<Record<'png' | 'jpeg' | 'gif', Uint8Array>>): HostileFile[] {
  const zip = joined(text('PK\x03\x04'), new Uint8Array(26), zeroStream(50_000_000));
  const program = joined(text('MZ'), new Uint8Array(510));
  return [
    ...documents,
    { name: 'page.png', bytes: text(`<!doctype html><html>${script}</html>`), ends: 'set_aside' },
    { name: 'program.jpg', bytes: program, ends: 'set_aside' },
    { name: 'elf.webp', bytes: joined(text('\x7fELF'), new Uint8Array(200)), ends: 'set_aside' },
    { name: 'archive.png', bytes: zip, ends: 'set_aside' },
    { name: 'squeezed.json.png', bytes: new Uint8Array(gzipSync(`{"a":"${'x'.repeat(1_000_000)}"}`)), ends: 'set_aside' },
    { name: 'print.gif', bytes: text('%PDF-1.7\n%\xff\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj'), ends: 'set_aside' },
    { name: 'picture.exe', bytes: withPngChunks(png, [pngText('Comment', 'exe')]), ends: 'filed' },
    { name: 'picture.html', bytes: withPngChunks(png, [pngText('Comment', script)]), ends: 'filed' },
    { name: 'picture.desktop', bytes: withPngChunks(png, [pngText('Comment', '[Desktop Entry]\nExec=sh')]), ends: 'filed' },
    { name: 'options[page=0]', bytes: withPngChunks(png, [pngText('Comment', 'options in the name')]), ends: 'filed' },
    { name: 'options.png[fail_on=none]', bytes: withPngChunks(png, [pngText('Comment', 'more options')]), ends: 'filed' },
    { name: 'picture and archive.png', bytes: joined(png, zip), ends: 'filed' },
    { name: 'picture and page.jpg', bytes: joined(withJpegSegments(jpeg, [jpegComment(`*/=1;${script}/*`)]), text(script)), ends: 'either' },
    { name: 'script and picture.gif', bytes: joined(gif.subarray(0, gif.length - 1), text(`!\xfe\x20*/=globalThis.ran=1;<script>//\0`), text(';')), ends: 'either' },
    { name: 'gif header, page behind.gif', bytes: text(`GIF89a/*${script}*/`), ends: 'set_aside' },
    { name: 'png header, program behind.png', bytes: joined(text('\x89PNG\r\n\x1a\n'), program), ends: 'set_aside' },
    { name: 'video that is a page.mp4', bytes: text(`\0\0\0\x18ftypisom\0\0\0\0isom<html>${script}`), ends: 'filed' },
    { name: 'webp that is a sound.webp', bytes: text('RIFF\x24\0\0\0WAVEfmt '), ends: 'set_aside' },
  ];
}
