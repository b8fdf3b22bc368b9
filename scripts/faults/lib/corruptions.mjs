import { readFileSync, truncateSync, writeFileSync } from 'node:fs';

/** Ways in which a file comes to harm. Each changes the bytes and says which ranges of them, from and to, are not as they were. */
export const corruptions = {
  'a page of 0xFF': (bytes, random, pageSize) => wholePages(bytes, random, pageSize, 1, () => 0xff),
  'a page of zeros': (bytes, random, pageSize) => wholePages(bytes, random, pageSize, 1, () => 0),
  'several pages of noise': (bytes, random, pageSize) =>
    wholePages(bytes, random, pageSize, 2 + Math.floor(random() * 8), () => Math.floor(random() * 256)),
  'a flipped bit': (bytes, random) => {
    const at = Math.floor(random() * bytes.length);
    bytes[at] ^= 1 << Math.floor(random() * 8);
    return { bytes, hit: [[at, at + 1]] };
  },
  'bytes here and there': (bytes, random) => {
    const hit = Array.from({ length: 1 + Math.floor(random() * 40) }, () => Math.floor(random() * bytes.length)).map((at) => [at, at + 1]);
    for (const [at] of hit) bytes[at] ^= 1 + Math.floor(random() * 255);
    return { bytes, hit };
  },
  'lost sectors': (bytes, random) => {
    const starts = Array.from({ length: 1 + Math.floor(random() * 6) }, () => 512 * Math.floor((random() * bytes.length) / 512));
    const hit = starts.map((at) => [at, at + 512]);
    for (const [from, to] of hit) bytes.fill(0, from, to);
    return { bytes, hit };
  },
  'cut off': (bytes, random) => {
    const end = Math.floor(random() * bytes.length);
    return { bytes: bytes.subarray(0, end), hit: [[end, bytes.length]] };
  },
  'a torn header': (bytes, random) => {
    const to = 1 + Math.floor(random() * 100);
    for (let at = 0; at < to; at += 1) bytes[at] = Math.floor(random() * 256);
    return { bytes, hit: [[0, to]] };
  },
  'nothing left': (bytes) => ({ bytes: Buffer.alloc(0), hit: [[0, bytes.length]] }),
  'a page in the place of another': (bytes, random, pageSize) => {
    const pages = Math.floor(bytes.length / pageSize);
    if (pages < 2) return { bytes, hit: [] };
    const [from, to] = [Math.floor(random() * pages) * pageSize, Math.floor(random() * pages) * pageSize];
    bytes.copy(bytes, to, from, from + pageSize);
    return { bytes, hit: from === to ? [] : [[to, to + pageSize]] };
  },
};

const wholePages = (bytes, random, pageSize, count, value) => {
  const pages = Math.max(1, Math.floor(bytes.length / pageSize));
  const hit = Array.from({ length: count }, () => Math.floor(random() * pages) * pageSize).map((from) => [from, from + pageSize]);
  for (const [from, to] of hit) for (let at = from; at < Math.min(to, bytes.length); at += 1) bytes[at] = value();
  return { bytes, hit };
};

/** Harms a file in a way; the ranges of it that are not as they were. */
export const harm = (file, way, random, pageSize) => {
  const { bytes, hit } = corruptions[way](readFileSync(file), random, pageSize);
  truncateSync(file, 0);
  writeFileSync(file, bytes);
  return hit;
};
