import type { ByteSource } from '../containers/byte-source';
import { memorySource } from '../containers/byte-source';

/** Bytes in memory that count what is asked of them. */
export const countedSource = (bytes: Uint8Array): ByteSource & { readonly asked: { reads: number; bytes: number } } => {
  const asked = { reads: 0, bytes: 0 };
  const source = memorySource(bytes);
  return {
    size: bytes.length,
    asked,
    read: async (offset, length) => {
      const answer = await source.read(offset, length);
      asked.reads += 1;
      asked.bytes += answer.length;
      return answer;
    },
  };
};
