/**
 * A start with a source that was filed from before, against a limit that is measured in the same run: walking the same folder
 * and asking for each file's size and times, and nothing else.
 *
 *   node bench/sources.mjs [--files 20000]
 *
 * Prints how long the first look through it takes at a restart, how many bytes were read of it, and whether any event was said.
 * Needs a build (`npm run build`) for the media processes. Filing the files first takes a few minutes.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { crc32, deflateSync } from 'node:zlib';
import { appModules } from '../scripts/lib/app-modules.mjs';

const { values } = parseArgs({ options: { files: { type: 'string', default: '20000' } } });
const count = Number(values.files);
const out = fileURLToPath(new URL('../out/main/', import.meta.url));
const model = fileURLToPath(new URL('../resources/quality/brisque-live.bin', import.meta.url));
const { openHub } = await appModules.main('hub');
const { forkNodeMediaProcess } = await appModules.main('adapters/media/fork-node');
const { usualChoice } = await appModules.shared('library/source');

const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** One pixel, and a text that no other has. */
const picture = (text) => Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0])),
  chunk('tEXt', Buffer.from(`name\0${text}`)), chunk('IDAT', deflateSync(Buffer.from([0, 90, 90, 90]))), chunk('IEND', Buffer.alloc(0)),
]);

const home = mkdtempSync(join(tmpdir(), 'alice-bench-'));
const [inbox, organized, dataFolder, path] = ['inbox', 'organized', 'data', 'source'].map((name) => join(home, name));
for (const folder of [inbox, organized, dataFolder]) mkdirSync(folder);
for (let i = 0; i < count; i += 1) {
  const folder = join(path, `day ${Math.floor(i / 500)}`);
  if (i % 500 === 0) mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${i}.png`), picture(`picture ${i}`));
}

const sources = [{ ...usualChoice, id: crypto.randomUUID(), name: 'source', path }];
const bugs = [];
const bytesRead = () => Number(/rchar: (\d+)/.exec(readFileSync('/proc/self/io', 'utf8'))?.[1] ?? Number.NaN);

/** A start, until every file has an outcome. */
async function run(more = {}) {
  const hub = openHub({
    inbox, organized, dataFolder, sources, operation: () => 'copy', version: 'bench', reportBug: (bug) => bugs.push(bug),
    startMedia: () => forkNodeMediaProcess(join(out, 'media-worker.js'), model), ...more,
  });
  let said = 0;
  hub.bus.on('*', ({ event_type }) => { if (!/^(hub|log)\./.test(event_type)) said += 1; });
  const [began, read] = [performance.now(), bytesRead()];
  await hub.start({ watch: false });
  await hub.settled();
  const result = { ms: performance.now() - began, bytes: bytesRead() - read, said, filed: hub.library.inboxCounts().filed };
  await hub.close('finished');
  return result;
}

async function walk(folder) {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const place = join(folder, entry.name);
    if (entry.isDirectory()) await walk(place);
    else await lstat(place);
  }
}

try {
  const first = await run();
  const began = performance.now();
  await walk(path);
  const limit = performance.now() - began;
  // Without the source: what a start costs anyhow.
  const [empty, again] = [await run({ sources: [] }), await run()];
  console.log(`${count} files in a source, ${first.filed} filed at first in ${(first.ms / 1000).toFixed(0)} s`);
  console.log(`walk alone (limit)       ${limit.toFixed(0)} ms`);
  console.log(`start without the source ${empty.ms.toFixed(0)} ms, ${(empty.bytes / 1e6).toFixed(1)} MB read`);
  console.log(`start with it            ${again.ms.toFixed(0)} ms, ${(again.bytes / 1e6).toFixed(1)} MB read, ${again.said} events said`);
  if (bugs.length > 0) console.log(bugs);
  process.exitCode = bugs.length === 0 && again.said === 0 && again.filed === count ? 0 : 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}
