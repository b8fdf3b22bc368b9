import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

const block = 512;
const roundUp = (size) => Math.ceil(size / block) * block;
const text = (header, start, length) => header.toString('latin1', start, start + length).replace(/\0.*$/s, '');

/** Copies one entry of a tar stream into a file without holding it in memory. Resolves with whether it was there. */
export const extractTarEntry = async (stream, name, target) => {
  let header = Buffer.alloc(0);
  let body = 0; // bytes of the current entry still to come
  let padding = 0; // bytes to its next header
  let out;
  let found = false;

  for await (let chunk of stream) {
    while (chunk.length > 0) {
      if (body > 0) {
        const part = chunk.subarray(0, body);
        if (out && !out.write(part)) await once(out, 'drain');
        body -= part.length;
        chunk = chunk.subarray(part.length);
        if (body === 0 && out) {
          out.end();
          await finished(out);
          out = undefined;
        }
      } else if (padding > 0) {
        const part = Math.min(padding, chunk.length);
        padding -= part;
        chunk = chunk.subarray(part);
      } else {
        const part = chunk.subarray(0, block - header.length);
        header = Buffer.concat([header, part]);
        chunk = chunk.subarray(part.length);
        if (header.length === block) {
          body = Number.parseInt(text(header, 124, 12).trim() || '0', 8);
          padding = roundUp(body) - body;
          const prefix = text(header, 345, 155);
          if ((prefix ? `${prefix}/` : '') + text(header, 0, 100) === name) {
            found = true;
            out = createWriteStream(target);
          }
          header = Buffer.alloc(0);
        }
      }
    }
  }
  if (out === undefined) return found;
  // It ended in the middle: what was begun is closed before anyone goes on, also when it was not yet open.
  out.destroy();
  await finished(out).catch(() => undefined);
  return false;
};
