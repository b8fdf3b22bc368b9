import type { ThumbHash } from '@shared/library/thumb-hash';
import { decode, inputFor } from './assess-picture';
import { hashedSide, thumbHashOf } from './thumb-hash-of';

/** The hash of a thumbnail that was made before; null when there is none, or it cannot be read. */
export async function thumbHashOfFile(thumbnail: string): Promise<ThumbHash | null> {
  try {
    return await thumbHashOf(await decode(await inputFor(thumbnail), hashedSide));
  } catch {
    return null;
  }
}
