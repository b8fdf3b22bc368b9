import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

const endMark = 0x06054b50;
const end64Mark = 0x06064b50;
const end64LocatorMark = 0x07064b50;
const entryMark = 0x02014b50;
const full32 = 0xffffffff;

const readAt = async (file, position, length) => {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
};

const findDirectory = async (file, size) => {
  const start = Math.max(0, size - 65_557);
  const tail = await readAt(file, start, size - start);
  let at = tail.length - 22;
  while (at >= 0 && tail.readUInt32LE(at) !== endMark) at -= 1;
  if (at < 0) throw new Error('it is not a zip file');
  const plain = { offset: tail.readUInt32LE(at + 16), length: tail.readUInt32LE(at + 12) };
  const locator = at - 20;
  if (locator < 0 || tail.readUInt32LE(locator) !== end64LocatorMark) return plain;
  const end64 = await readAt(file, Number(tail.readBigUInt64LE(locator + 8)), 56);
  if (end64.readUInt32LE(0) !== end64Mark) throw new Error('its zip64 directory is damaged');
  return { offset: Number(end64.readBigUInt64LE(48)), length: Number(end64.readBigUInt64LE(40)) };
};

/** The sizes and the offset that did not fit into 32 bits follow in an extra field, in this order. */
const widened = (extra, values) => {
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2);
  at += 4;
  return values.map((value) => {
    if (value !== full32) return value;
    at += 8;
    return Number(extra.readBigUInt64LE(at - 8));
  });
};

const parseEntries = (directory) => {
  const entries = [];
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === entryMark; ) {
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30);
    const [size, packed, offset] = widened(directory.subarray(nameEnd, extraEnd), [
      directory.readUInt32LE(at + 24),
      directory.readUInt32LE(at + 20),
      directory.readUInt32LE(at + 42),
    ]);
    entries.push({
      name: directory.toString('utf8', at + 46, nameEnd),
      method: directory.readUInt16LE(at + 10),
      mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777,
      size,
      packed,
      offset,
    });
    at = extraEnd + directory.readUInt16LE(at + 32);
  }
  return entries;
};

const extract = async (file, archive, entry, target) => {
  await mkdir(dirname(target), { recursive: true });
  const local = await readAt(file, entry.offset, 30);
  const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const out = createWriteStream(target, { mode: entry.mode || 0o644 });
  if (entry.packed === 0) return void (await pipeline([], out));
  const bytes = createReadStream(archive, { start, end: start + entry.packed - 1 });
  if (entry.method === 0) await pipeline(bytes, out);
  else if (entry.method === 8) await pipeline(bytes, createInflateRaw(), out);
  else throw new Error(`${entry.name} in it is packed by a method (${entry.method}) that is not known here`);
  if (out.bytesWritten !== entry.size) throw new Error(`${entry.name} in it is damaged`);
};

/** Unpacks the files of a zip for which `targetOf(name)` gives a relative path. Resolves with how many there were. */
export const unzip = async (archive, folder, targetOf) => {
  const file = await open(archive);
  try {
    const { offset, length } = await findDirectory(file, (await file.stat()).size);
    let count = 0;
    for (const entry of parseEntries(await readAt(file, offset, length))) {
      const target = entry.name.endsWith('/') ? undefined : targetOf(entry.name);
      if (target === undefined) continue;
      if (target.split(/[\\/]/).includes('..')) throw new Error(`${entry.name} in it would be written outside its folder`);
      await extract(file, archive, entry, join(folder, target));
      count += 1;
    }
    return count;
  } finally {
    await file.close();
  }
};
