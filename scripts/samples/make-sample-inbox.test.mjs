import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { appModules } from '../lib/app-modules.mjs';
import { makeSamples } from './make-sample-inbox.mjs';
import { samples } from './samples.mjs';

const { memorySource } = await appModules.main('services/assets/containers/byte-source');
const { inspectMedia } = await appModules.main('services/assets/inspect-media');

const named = new Map(samples.map((sample) => [sample.path, sample]));

const expectRead = async (path, bytes, scale) => {
  const sample = named.get(path);
  const origin = sample.copyOf === undefined ? sample : named.get(sample.copyOf);
  const { expect: wanted, width, height } = origin;
  const inspection = await inspectMedia(memorySource(bytes), path.split('/').at(-1));
  const { provenance, made_at, warnings } = inspection;
  expect({ path, kind: inspection.kind, tool: provenance.tool, seed: provenance.seed, model: provenance.model }).toEqual({
    path, kind: 'media', tool: wanted.tool, seed: wanted.seed, model: wanted.model,
  });
  if (wanted.prompt !== undefined) expect(provenance.prompt).toBe(wanted.prompt);
  expect(made_at?.date ?? null).toBe(wanted.made ?? (wanted.tool === 'swarmui' ? '2026-02-11' : null));
  expect(inspection.truncated).toBe(wanted.truncated ?? false);
  expect(warnings.length).toBe(wanted.truncated ? 1 : 0);
  expect([inspection.width, inspection.height]).toEqual([Math.round(width * scale), Math.round(height * scale)]);
};

describe('the sample inbox', () => {
  it('[P50] made anew, small, is read as its tools wrote it, the same each time', async () => {
    const files = await makeSamples(0.125);
    expect(files.size).toBe(samples.length);
    for (const [path, bytes] of files) await expectRead(path, bytes, 0.125);
    expect(await makeSamples(0.125)).toEqual(files);
  }, 60_000);

  it('[P50] as committed, is read as its tools wrote it, and stays small', async () => {
    let total = 0;
    for (const { path } of samples) {
      const bytes = new Uint8Array(await readFile(new URL(`../../resources/sample-inbox/${path}`, import.meta.url)));
      total += bytes.length;
      await expectRead(path, bytes, 1);
    }
    expect(total).toBeLessThan(4 * 1024 * 1024);
  });
});
