#!/usr/bin/env node
/**
 * Turns OpenCV's BRISQUE model (two YAML files) into resources/quality/brisque-live.bin.
 *
 *   apt-get install opencv-data            # Debian 12; version 4.6.0 was used
 *   node scripts/quality/convert-brisque-model.mjs [MODEL.yml RANGE.yml [OUT.bin]]
 *
 * Without arguments it reads the place where Debian installs the files. The sums below are
 * checked first, so the binary in the repository can be made again, bit for bit.
 *
 * Layout, little endian, every block starts at a multiple of 8 bytes:
 *
 *   offset  bytes       what
 *   0       8           "ALBRISQ" and a zero byte
 *   8       4           u32 layout version, 1
 *   12      4           u32 features per image, F = 36
 *   16      4           u32 support vectors, S = 774
 *   20      4           u32 CRC-32 (IEEE) of every byte from offset 24 on
 *   24      8           f64 gamma of the RBF kernel
 *   32      8           f64 rho
 *   40      4 F         f32 least value of each feature (range file, row 1)
 *   ...     4 F         f32 greatest value of each feature (range file, row 2)
 *   ...     8 S         f64 weight of each support vector
 *   ...     4 S F       f32 support vectors, one after the other
 *
 * The range and the vectors are float32 in OpenCV too, so nothing is lost.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';

const DEBIAN = '/usr/share/opencv4/quality';
const SUMS = {
  model: '4c44c7eec9e5139830c0bb0e4a044c9cd351ba5bbc9e3798beca3243e2782ff4',
  range: 'a18427f4f7ad087524bd0d63389649a3899b51ca6d44a4d5f8d8171f1f914a9c',
};

/** The text of one source file, refused unless it is the very file this script was written for. */
function readChecked(file, sum) {
  const bytes = readFileSync(file);
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sum) throw new Error(`${file}: sha256 is ${found}, expected ${sum}`);
  return bytes.toString('utf8');
}

/** The number that follows `key:` in the YAML. */
function scalar(text, key) {
  const match = new RegExp(`^\\s*${key}:\\s*(\\S+)\\s*$`, 'm').exec(text);
  if (match === null) throw new Error(`no "${key}" in the model file`);
  return Number(match[1]);
}

/** The numbers between the first `[` after `from` and its `]`. */
function list(text, from) {
  const open = text.indexOf('[', from);
  const close = text.indexOf(']', open);
  if (open < 0 || close < 0) throw new Error('a list of numbers is missing');
  const numbers = text.slice(open + 1, close).split(',').map(Number);
  if (numbers.some((n) => !Number.isFinite(n))) throw new Error('a list holds something that is no number');
  return { numbers, end: close + 1 };
}

function expectLength(name, numbers, length) {
  if (numbers.length !== length) throw new Error(`${name}: ${numbers.length} numbers, expected ${length}`);
}

function convert(modelText, rangeText) {
  const features = scalar(modelText, 'var_count');
  const count = scalar(modelText, 'sv_total');
  const range = list(rangeText, rangeText.indexOf('data:')).numbers;
  expectLength('range', range, 2 * features);

  const vectors = [];
  let at = modelText.indexOf('support_vectors:');
  for (let i = 0; i < count; i += 1) {
    const { numbers, end } = list(modelText, at);
    expectLength(`support vector ${i}`, numbers, features);
    vectors.push(...numbers);
    at = end;
  }
  const decision = modelText.indexOf('decision_functions:');
  const weights = list(modelText, modelText.indexOf('alpha:', decision)).numbers;
  expectLength('alpha', weights, count);

  const weightsAt = 40 + 8 * features;
  const vectorsAt = weightsAt + 8 * count;
  const out = Buffer.alloc(vectorsAt + 4 * vectors.length);
  out.write('ALBRISQ', 0, 'latin1');
  out.writeUInt32LE(1, 8);
  out.writeUInt32LE(features, 12);
  out.writeUInt32LE(count, 16);
  out.writeDoubleLE(scalar(modelText, 'gamma'), 24);
  out.writeDoubleLE(scalar(modelText, 'rho'), 32);
  range.forEach((value, i) => out.writeFloatLE(value, 40 + 4 * i));
  weights.forEach((value, i) => out.writeDoubleLE(value, weightsAt + 8 * i));
  vectors.forEach((value, i) => out.writeFloatLE(value, vectorsAt + 4 * i));
  out.writeUInt32LE(crc32(out.subarray(24)), 20);
  return out;
}

const [
  modelFile = `${DEBIAN}/brisque_model_live.yml`,
  rangeFile = `${DEBIAN}/brisque_range_live.yml`,
  outFile = fileURLToPath(new URL('../../resources/quality/brisque-live.bin', import.meta.url)),
] = process.argv.slice(2);
const binary = convert(readChecked(modelFile, SUMS.model), readChecked(rangeFile, SUMS.range));
writeFileSync(outFile, binary);
console.log(`${outFile}: ${binary.length} bytes`);
