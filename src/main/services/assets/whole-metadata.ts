import type { FileMetadata } from '@shared/library/file-metadata';
import type { ByteSource } from './containers/byte-source';
import { windowed } from './containers/byte-source';
import { wellFormed } from './containers/text-decoding';
import { type InspectOptions, lookInto } from './inspect-media';
import { SNIFF_BYTES, sniffMedia } from './media/sniff-media';
import { labelOf } from './tools/clues';
import { listGraph } from './tools/comfyui/list-graph';

/** What is shown of one file at most: texts, characters of one, characters of all. */
const most = { texts: 300, characters: 400_000, all: 2_000_000 } as const;

/** All texts of a file as a person may read them, and its graph as a list. Null when it is no picture or video. */
export const wholeMetadata = async (source: ByteSource, fileName: string, options: InspectOptions): Promise<FileMetadata | null> => {
  const near = windowed(source);
  const media = sniffMedia(await near.read(0, SNIFF_BYTES));
  if (media === null) return null;
  const { findings, found } = await lookInto(near, media, fileName, options);
  const all = [...findings.texts, ...found.further];
  let left: number = most.all;
  const texts = all.slice(0, most.texts).map((one) => {
    const text = wellFormed(one.text.slice(0, Math.min(most.characters, left)));
    left -= text.length;
    return { key: wellFormed(labelOf(one).slice(0, 200)), text, length: one.text.length };
  });
  return { texts, left_out: all.length - texts.length, graph: listGraph(found.clues) };
};
