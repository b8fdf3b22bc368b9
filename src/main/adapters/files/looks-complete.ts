import type { ByteSource } from '../../services/assets/containers/byte-source';

// Not TextDecoder: what the web calls latin1 is windows-1252, where PNG's first byte is a per mille sign.
const ascii = { decode: (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1') };

/**
 * Whether a file ends as its format says that it must: PNG `IEND`, JPEG `FFD9`, GIF `3B`, the size in a RIFF
 * header, MP4 boxes that fill the file, with index and media among them. False for anything else, and for a file still
 * being written.
 */
export async function looksComplete(source: ByteSource): Promise<boolean> {
  const head = await source.read(0, 12);
  const start = ascii.decode(head);
  if (start.startsWith('\x89PNG')) return ascii.decode(await tail(source, 8)).startsWith('IEND');
  if (start.startsWith('\xff\xd8')) return ascii.decode(await tail(source, 2)) === '\xff\xd9';
  if (start.startsWith('GIF8')) return ascii.decode(await tail(source, 1)) === ';';
  if (start.startsWith('RIFF')) return view(head).getUint32(4, true) + 8 <= source.size;
  if (start.slice(4, 8) === 'ftyp') return boxesFill(source);
  return false;
}

function tail(source: ByteSource, length: number): Promise<Uint8Array> {
  return source.read(Math.max(0, source.size - length), length);
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

async function boxesFill(source: ByteSource): Promise<boolean> {
  let offset = 0;
  const seen = new Set<string>();
  for (let boxes = 0; offset < source.size && boxes < 1_000; boxes += 1) {
    const header = await source.read(offset, 16);
    if (header.byteLength < 8) return false;
    const short = view(header).getUint32(0);
    if (short === 0) return false;
    const size = short === 1 && header.byteLength === 16 ? Number(view(header).getBigUint64(8)) : short;
    if (size < 8) return false;
    seen.add(ascii.decode(header.subarray(4, 8)));
    offset += size;
  }
  // A file that is written in fragments ends at a box again and again.
  return offset === source.size && seen.has('mdat') && (seen.has('moov') || seen.has('meta')) && !seen.has('moof');
}
