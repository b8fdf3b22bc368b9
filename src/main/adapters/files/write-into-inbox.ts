import { open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { t } from '@shared/language/language';
import { bytesInWords } from '@shared/story/words';
import { uuidv7 } from 'uuidv7';
import { SNIFF_BYTES, sniffMedia } from '../../services/assets/media/sniff-media';
import { publishInInbox } from './add-to-inbox';

/** Why bytes did not become a file of the inbox, as the end of a sentence. Nothing of them is left. */
export class NotWritten extends Error {
  override readonly name = 'NotWritten';
}

export interface Arriving {
  readonly inbox: string;
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** Without its ending: that is given by the first bytes. */
  readonly stem: string;
  readonly mostBytes: number;
}

/**
 * Writes a picture or video that comes as bytes into the inbox. It has a name that intake leaves alone until it is whole and on
 * the disk, and then one that was free. @throws NotWritten, and whatever the bytes end with
 */
export async function writeIntoInbox({ inbox, chunks, stem, mostBytes }: Arriving): Promise<string> {
  const part = join(inbox, `.alice-${uuidv7()}.part`);
  const handle = await open(part, 'wx');
  try {
    let size = 0;
    let head = new Uint8Array();
    try {
      for await (const chunk of chunks) {
        size += chunk.length;
        if (size > mostBytes) throw new NotWritten(t('it has more than {size}', { size: bytesInWords(mostBytes) }));
        if (head.length < SNIFF_BYTES) head = Buffer.concat([head, chunk.subarray(0, SNIFF_BYTES - head.length)]);
        await handle.writeFile(chunk);
      }
      if (size === 0) throw new NotWritten(t('it is empty'));
      await handle.sync();
    } finally {
      await handle.close();
    }
    const media = sniffMedia(head);
    if (media === null) throw new NotWritten(t('what came is no picture or video that Alice knows'));
    return await publishInInbox(part, inbox, `${stem}.${media.extension}`);
  } finally {
    await unlink(part).catch(() => undefined);
  }
}
