import { basename } from 'node:path';
import sharp from 'sharp';
import type { Request } from '../../adapters/media/protocol';

/** What a decoder with a hole in it might do with a file of this name. */
const faults: Readonly<Record<string, () => void>> = {
  'segfault.png': () => process.kill(process.pid, 'SIGSEGV'),
  'aborts.png': () => { process.abort(); },
  'leaves.png': () => process.exit(0),
  'spins.png': () => { for (;;) Math.random(); },
  'eats 8 GB.png': () => {
    const held = Array.from({ length: 128 }, () => Buffer.alloc(64 * 1024 * 1024, 1));
    throw new Error(`Nobody stopped it: it holds ${held.length * 64} MB.`);
  },
  'eats 8 GB natively.png': () => {
    const pixels = { width: 52_000, height: 52_000, channels: 3, background: '#123456' } as const;
    void sharp({ create: pixels, limitInputPixels: false }).raw().toBuffer();
    // No answer may come before the memory is gone: one thread eats, this one keeps everybody waiting.
    for (;;) Math.random();
  },
};

/**
 * The media process with a decoder that is taken over: some files do to it what they like, the others are worked on as
 * ever. The fault stands in front of the real worker's own listener.
 */
const takeOver = (request: unknown) => { faults[basename((request as Request).job.path)]?.(); };
const standInFront = (name: string | symbol) => {
  if (name !== 'message') return;
  process.off('newListener', standInFront);
  process.prependListener('message', takeOver);
};
process.on('newListener', standInFront);

await import('../../adapters/media/media-worker');
