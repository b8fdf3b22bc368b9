import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { render } from '../paint/render.mjs';
import { alpineLake } from '../paint/scenes/alpine-lake.mjs';
import { aurora } from '../paint/scenes/aurora.mjs';
import { cathedral } from '../paint/scenes/cathedral.mjs';
import { crystalVein } from '../paint/scenes/crystal-vein.mjs';
import { floatingLanterns } from '../paint/scenes/floating-lanterns.mjs';
import { lanternHarbor } from '../paint/scenes/lantern-harbor.mjs';
import { nightCity } from '../paint/scenes/night-city.mjs';
import { ringedPlanet } from '../paint/scenes/ringed-planet.mjs';
import { saltFlats } from '../paint/scenes/salt-flats.mjs';

const scenes = [alpineLake, aurora, cathedral, crystalVein, floatingLanterns, lanternHarbor, nightCity, ringedPlanet, saltFlats];
const shapes = [[384, 256], [256, 384], [320, 320], [448, 256]];

/** Paints each scene in a few shapes into a folder, once. Resolves with what finds the one that fits a picture. */
export const sceneThumbnails = async (folder) => {
  mkdirSync(folder, { recursive: true });
  const fileOf = (scene, shape) => join(folder, `${scene}-${shape}.webp`);
  for (const [scene, make] of scenes.entries()) {
    for (const [shape, [width, height]] of shapes.entries()) {
      if (existsSync(fileOf(scene, shape))) continue;
      const pixels = render(make(3 + shape), width, height, { samples: 1 });
      await sharp(pixels, { raw: { width, height, channels: 3 } }).webp({ quality: 80 }).toFile(fileOf(scene, shape));
    }
  }
  return ({ width, height }, scene) => {
    const off = shapes.map(([w, h]) => Math.abs(Math.log((w / h) / (width / height))));
    return fileOf(scene, off.indexOf(Math.min(...off)));
  };
};
