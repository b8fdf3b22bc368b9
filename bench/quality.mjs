#!/usr/bin/env node
/**
 * The quality score beside OpenCV's, on one thread.
 *
 *   node bench/quality.mjs [--rounds 7] [--sizes 512,1024,2048]
 *
 * Each round starts a fresh process for Alice and one for OpenCV, in turn, on the same pixels; either
 * warms up, then takes the median CPU time of its runs. OpenCV's time depends on the picture, so there
 * are two: the fixture photo in mirror images, and the same softened with a little noise, whose
 * statistics are more like those of most pictures. Printed is OpenCV's time over Alice's (above 1:
 * Alice is faster): the median of the rounds, and the least and the greatest. Needs Debian's
 * python3-opencv and opencv-data; without them it says so and measures Alice alone.
 */
import { spawnSync } from 'node:child_process';
import console from 'node:console';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { URL, fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { appModules } from '../scripts/lib/app-modules.mjs';
import { median } from './lib/figures.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const warmUps = 4;
const runs = 9;

const openCvScript = `
import cv2, numpy, sys, time
cv2.setNumThreads(1)
q = cv2.quality.QualityBRISQUE_create('/usr/share/opencv4/quality/brisque_model_live.yml', '/usr/share/opencv4/quality/brisque_range_live.yml')
side = int(sys.argv[2])
gray = numpy.fromfile(sys.argv[1], numpy.uint8).reshape(side, side)
times = []
for i in range(${warmUps + runs}):
    start = time.process_time()
    score = q.compute(gray)[0]
    times.append(time.process_time() - start)
times = sorted(times[${warmUps}:])
print(times[len(times) // 2] * 1000, score)
`;

/** Runs in a process of its own: prints the median CPU milliseconds and the score. */
async function measureAlice(file, side) {
  const { scoreBrisque } = await appModules.main('services/quality/brisque/score-brisque');
  const { parseBrisqueModel } = await appModules.main('services/quality/brisque/model');
  const model = parseBrisqueModel(readFileSync(path.join(root, 'resources/quality/brisque-live.bin')));
  const gray = new Uint8Array(readFileSync(file));
  const times = [];
  let verdict;
  for (let i = 0; i < warmUps + runs; i += 1) {
    const start = process.cpuUsage();
    verdict = scoreBrisque(gray, side, side, model);
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  console.log(median(times.slice(warmUps)), verdict.score);
}

/** A square of the CC0 photo and its mirror images, as gray bytes. */
async function writePixels(file, side, grainy) {
  const photo = path.join(root, 'src/main/services/quality/brisque/fixtures/pristine.png');
  const { data, info } = await sharp(photo).grayscale().toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  const mirror = (n) => (n % (2 * info.width) < info.width ? n % info.width : info.width - 1 - (n % info.width));
  const pixel = (x, y) => data[mirror(y) * info.width + mirror(x)];
  let state = 1;
  const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const grain = () => 8 * (random() + random() + random() + random() - 2);
  const level = (x, y) => (grainy ? 64 + pixel(x, y) / 2 + grain() : pixel(x, y));
  writeFileSync(file, Uint8Array.from({ length: side * side }, (_, i) => level(i % side, Math.floor(i / side))));
}

function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} failed: ${stderr}`);
  const [milliseconds, score] = stdout.trim().split(' ').map(Number);
  return { milliseconds, score };
}

function pythonWithOpenCv() {
  const has = (python) => spawnSync(python, ['-c', "import cv2; cv2.quality; open('/usr/share/opencv4/quality/brisque_model_live.yml')"]).status === 0;
  return ['python3', '/usr/bin/python3'].find(has);
}

function report(pairs) {
  const own = `Alice ${median(pairs.map(({ alice }) => alice.milliseconds)).toFixed(1)} ms`;
  if (pairs[0].openCv === undefined) return own;
  const ratios = pairs.map(({ alice, openCv }) => openCv.milliseconds / alice.milliseconds);
  const difference = Math.max(...pairs.map(({ alice, openCv }) => Math.abs(alice.score - openCv.score)));
  return (
    `${own}, OpenCV ${median(pairs.map(({ openCv }) => openCv.milliseconds)).toFixed(1)} ms; ` +
    `OpenCV / Alice ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}-${Math.max(...ratios).toFixed(2)}, ${pairs.length} rounds); ` +
    `scores differ by ${difference.toFixed(4)}`
  );
}

async function compare(rounds, sizes) {
  const python = pythonWithOpenCv();
  if (python === undefined) console.log('OpenCV is not here (apt-get install python3-opencv opencv-data): Alice is measured alone.');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'alice-bench-quality-'));
  try {
    for (const side of sizes) {
      for (const picture of ['photo', 'grainy']) {
        const file = path.join(folder, `${side}-${picture}.gray`);
        await writePixels(file, side, picture === 'grainy');
        const pairs = Array.from({ length: rounds }, () => ({
          alice: run(process.execPath, [fileURLToPath(import.meta.url), '--alice', file, '--sizes', String(side)]),
          openCv: python && run(python, ['-c', openCvScript, file, String(side)]),
        }));
        console.log(`${side} x ${side}, ${picture}: ${report(pairs)}`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const { values } = parseArgs({
  options: { alice: { type: 'string' }, rounds: { type: 'string', default: '7' }, sizes: { type: 'string', default: '512,1024,2048' } },
});
const sizes = values.sizes.split(',').map(Number);
if (values.alice === undefined) await compare(Math.max(5, Number(values.rounds)), sizes);
else await measureAlice(values.alice, sizes[0]);
