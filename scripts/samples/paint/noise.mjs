/** Noise without state: the same seed and place always give the same number, on every machine. */

/** 0 to 1 for a point of a whole-numbered grid. */
export const hash = (x, y, seed = 0) => {
  let n = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(seed, 2147483647 - 1640531527);
  n = Math.imul(n ^ (n >>> 15), 2246822519);
  n = Math.imul(n ^ (n >>> 13), 3266489917);
  return ((n ^ (n >>> 16)) >>> 0) / 4294967296;
};

/** Smooth noise, 0 to 1, with features of about one unit. */
export const noise = (x, y, seed = 0) => {
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  const fx = x - ix;
  const fy = y - iy;
  const sx = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
  const sy = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
  const top = hash(ix, iy, seed) * (1 - sx) + hash(ix + 1, iy, seed) * sx;
  const bottom = hash(ix, iy + 1, seed) * (1 - sx) + hash(ix + 1, iy + 1, seed) * sx;
  return top * (1 - sy) + bottom * sy;
};

/** Layers of noise, each twice as fine and half as strong, turned a little so that no grid shows. 0 to 1. */
export const fbm = (x, y, octaves = 5, seed = 0) => {
  let sum = 0;
  let weight = 0;
  let strength = 0.5;
  for (let octave = 0; octave < octaves; octave++) {
    sum += strength * noise(x, y, seed + octave);
    weight += strength;
    strength *= 0.5;
    [x, y] = [x * 1.6 + y * 1.2 + 7.3, y * 1.6 - x * 1.2 + 3.1];
  }
  return sum / weight;
};

/** Like {@link fbm} with sharp crests: mountains, veins. 0 to 1. */
export const ridged = (x, y, octaves = 5, seed = 0) => {
  let sum = 0;
  let weight = 0;
  let strength = 0.5;
  for (let octave = 0; octave < octaves; octave++) {
    const n = 1 - Math.abs(noise(x, y, seed + octave) * 2 - 1);
    sum += strength * n * n;
    weight += strength;
    strength *= 0.5;
    [x, y] = [x * 1.6 + y * 1.2 + 5.7, y * 1.6 - x * 1.2 + 9.2];
  }
  return sum / weight;
};

/** Distances to the nearest and second nearest of scattered points, and a number that names the nearest. */
export const cells = (x, y, seed = 0) => {
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  let first = 9;
  let second = 9;
  let id = 0;
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      const px = ix + dx + hash(ix + dx, iy + dy, seed);
      const py = iy + dy + hash(ix + dx, iy + dy, seed + 1);
      const distance = Math.hypot(px - x, py - y);
      if (distance < first) {
        second = first;
        first = distance;
        id = hash(ix + dx, iy + dy, seed + 2);
      } else if (distance < second) second = distance;
    }
  }
  return { first, second, id };
};
