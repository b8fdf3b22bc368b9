import sharp, { type Sharp } from 'sharp';
import { animationBombs } from './animation-bombs';
import { containerBombs } from './container-bombs';
import { disguises } from './disguises';
import type { HostileFile } from './hostile-file';
import { jpegBombs } from './jpeg-bombs';
import { pngBombs } from './png-bombs';
import { tiffBombs } from './tiff-bombs';

/** Every hostile file there is, each under a name of its own. */
export async function allHostileFiles({ slow = false } = {}): Promise<HostileFile[]> {
  const noise = sharp({ create: { width: 96, height: 96, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 30 } } });
  const make = (shape: Sharp) => shape.toBuffer();
  const [base, progressive, gif, still, png] = await Promise.all([
    make(noise.clone().jpeg()),
    make(noise.clone().jpeg({ progressive: true })),
    make(noise.clone().resize(8, 8).gif()),
    make(noise.clone().resize(16, 16).webp({ lossless: true })),
    make(noise.clone().png()),
  ]);
  return [
    ...pngBombs({ slow }), ...jpegBombs(base, progressive), ...animationBombs(still, gif, { slow }),
    ...tiffBombs(), ...containerBombs(), ...disguises({ png, jpeg: base, gif }),
  ];
}
