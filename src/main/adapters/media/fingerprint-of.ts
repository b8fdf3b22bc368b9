import { perceptualHash } from '../../services/quality/fingerprint/perceptual-hash';
import { grayOf } from '../../services/quality/luma';
import type { Fingerprint } from '../../services/quality/quality-service';
import { decode, inputFor } from './assess-picture';

/** What a picture shows, from its thumbnail, else from its file. Null when neither can be read. */
export async function fingerprintOf(path: string, thumbnail: string): Promise<{ readonly phash: Fingerprint } | null> {
  let wasRead = false;
  for (const file of [thumbnail, path]) {
    try {
      const input = await inputFor(file);
      wasRead = true;
      const { data, width, height, channels } = await decode(input);
      return { phash: perceptualHash(grayOf(data, channels), width, height) };
    } catch {
      // The other one may do.
    }
  }
  // What cannot be decoded looks like nothing else. Its rating says why.
  return wasRead ? { phash: null } : null;
}
