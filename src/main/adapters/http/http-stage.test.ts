import { gzipSync } from 'node:zlib';
import type { HttpStage } from '@shared/library/quality-stage';
import { describe, expect, it } from 'vitest';
import { type StageAnswer, type StagePicture, StageTrouble } from '../../services/quality/stages/stage';
import { json, stageAt, stageServer } from '../../testing/stage-server';
import { httpStage, type StageKey } from './http-stage';

const bytes = Uint8Array.from([0xff, 0xd8, 0xff, 1, 2, 3]);
const picture: StagePicture = {
  content_hash: 'a'.repeat(64),
  path: '/inbox/a.png',
  preview: async () => ({ bytes, content_type: 'image/jpeg' }),
  original: async () => ({ bytes: Uint8Array.from([9, 9]), content_type: 'image/png' }),
};
const secret = 'sk-canary-5d1f77';
const bearer: StageKey = { kind: 'known', key: `Bearer ${secret}` };

const ask = (setup: HttpStage, key: StageKey = bearer, signal = new AbortController().signal): Promise<StageAnswer> =>
  httpStage({ setup, keyed: true, key: async () => key, retryAfterMs: 20 }).run(picture, signal);

/** What a stage failed with; no word of it may hold the key. */
async function troubleOf(setup: HttpStage, key: StageKey = bearer): Promise<StageTrouble> {
  const error: unknown = await ask(setup, key).catch((thrown: unknown) => thrown);
  if (!(error instanceof StageTrouble)) throw new Error(`It did not fail as expected: ${JSON.stringify(error)}`);
  expect(JSON.stringify([error.message, error.stack, error.cause])).not.toContain(secret);
  return error;
}

describe('a service that is asked', () => {
  it('[R24] gets the preview with its type and the key in its header, no cookie, and no word more', async () => {
    const server = await stageServer((response) => { json(response, { score: 0.25 }, 200, { 'set-cookie': 'a=1' }); });
    await ask(stageAt(server.url, { key_header: 'X-Api-Key' }));
    await ask(stageAt(server.url, { key_header: 'X-Api-Key' }));
    expect(server.asked).toHaveLength(2);
    const [, { method, path, headers, body }] = server.asked as [unknown, (typeof server.asked)[0]];
    expect({ method, path }).toEqual({ method: 'POST', path: '/look' });
    expect(body).toEqual(Buffer.from(bytes));
    expect(headers).toMatchObject({ 'content-type': 'image/jpeg', 'x-api-key': `Bearer ${secret}`, 'user-agent': 'Alice' });
    expect(Object.keys(headers).filter((name) => /cookie|referer|origin|authorization/.test(name))).toEqual([]);
  });

  it('[R24] gets the file itself only when that was chosen, and no key when there is none', async () => {
    const server = await stageServer((response) => { json(response, { score: 1 }); });
    await ask(stageAt(server.url, { send: 'original' }), { kind: 'none' });
    expect(server.asked[0]).toMatchObject({ body: Buffer.from([9, 9]), headers: { 'content-type': 'image/png' } });
    expect(server.asked[0]?.headers.authorization).toBeUndefined();
  });

  it.each(['http://example.org/look', 'http://10.0.0.1/', 'http://127.0.0.1.example.org/', 'ftp://example.org/', 'file:///etc/passwd', 'https://me:pw@example.org/'])(
    '[R24] is not asked at %s', async (url) => {
      expect(await troubleOf(stageAt(url))).toMatchObject({ blames: 'setup' });
    });

  it('[R24] cannot send a picture on to another address', async () => {
    const elsewhere = await stageServer((response) => { json(response, { score: 1 }); });
    const server = await stageServer((response) => response.writeHead(307, { location: elsewhere.url }).end());
    expect((await troubleOf(stageAt(server.url))).message).toMatch(/sends on to another address \(307\), and pictures are not sent on/);
    expect(elsewhere.asked).toEqual([]);
    expect(server.asked).toHaveLength(1);
  });

  it('[R21] is asked once more after an error of its own, and then no more', async () => {
    const recovers = await stageServer((response, _, nth) => { json(response, { score: 0.5 }, nth === 1 ? 503 : 200); });
    expect(await ask(stageAt(recovers.url))).toMatchObject({ score: 0.5 });
    expect(recovers.asked).toHaveLength(2);
    const [first, second] = recovers.asked.map(({ headers }) => headers['idempotency-key']);
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(second).toBe(first);
    const broken = await stageServer((response) => { json(response, { error: `no ${secret}` }, 500); });
    expect(await troubleOf(stageAt(broken.url))).toMatchObject({ blames: 'service', message: expect.stringMatching(/is in trouble of its own \(500\)/) });
    expect(broken.asked).toHaveLength(2);
  });

  it('[R21] is asked once more after a broken connection; one that is not there is named by its code', async () => {
    const cuts = await stageServer((response, _, nth) => { if (nth === 1) response.destroy(); else json(response, { score: 0.5 }); });
    expect(await ask(stageAt(cuts.url))).toMatchObject({ score: 0.5 });
    await cuts.close();
    expect((await troubleOf(stageAt(cuts.url))).message).toMatch(/^127\.0\.0\.1:\d+ could not be reached \(ECONNREFUSED\)\.$/);
  });

  it('[R21] is asked once only when it refuses the key or the picture', async () => {
    for (const [status, words, blames] of [[401, /refused the key \(401\)/, 'service'], [404, /nothing at this address/, 'service'], [415, /does not take this picture/, 'picture']] as const) {
      const server = await stageServer((response) => { json(response, { key: secret }, status); });
      expect(await troubleOf(stageAt(server.url))).toMatchObject({ blames, message: expect.stringMatching(words) });
      expect(server.asked).toHaveLength(1);
    }
  });

  it('[R21] is waited for as long as it wants, within its time', async () => {
    const server = await stageServer((response, _, nth) => {
      if (nth === 1) json(response, {}, 429, { 'retry-after': '1' });
      else json(response, { score: 0.75 });
    });
    const began = performance.now();
    expect(await ask(stageAt(server.url))).toMatchObject({ score: 0.75 });
    expect(performance.now() - began).toBeGreaterThan(950);
    const busy = await stageServer((response) => { json(response, {}, 429, { 'retry-after': '3600' }); });
    expect((await troubleOf(stageAt(busy.url))).message).toMatch(/asked too often \(429\) and wants to be left alone for 60 minutes/);
    expect(busy.asked).toHaveLength(1);
  });

  it('[R21] that does not answer, or not to the end, is given up after its time', async () => {
    const silent = await stageServer(() => undefined);
    expect((await troubleOf(stageAt(silent.url, { timeout_ms: 1_000 }))).message).toMatch(/did not answer within 1 second/);
    const endless = await stageServer((response) => { response.writeHead(200).write('{"score":'); });
    expect((await troubleOf(stageAt(endless.url, { timeout_ms: 1_000 }))).message).toMatch(/did not answer within 1 second/);
  });
});

describe('what a service answers', () => {
  const answering = async (answer: unknown, more: Partial<HttpStage> = {}) => {
    const server = await stageServer((response) => { json(response, answer); });
    return stageAt(server.url, more);
  };

  it.each([[0, 10, 2.5, 0.25], [10, 0, 2.5, 0.75], [0, 100, 250, 1], [1, 5, -3, 0], [-1, 1, 0, 0.5]])(
    '[R25] from %d poorest to %d best, %d is %d', async (poorest, best, value, score) => {
      expect((await ask(await answering({ a: [{ 'b-c': value }] }, { score_path: 'a.0.b-c', poorest, best }))).score).toBe(score);
    });

  it('[R25] may be that there is no score', async () => {
    expect(await ask(await answering({ score: null, why: 'no face' }))).toEqual({ score: null, result: { score: null, why: 'no face' } });
  });

  it.each([
    [{ rating: 4 }, 'score', /There is no “score” in its answer\. Its names are rating\./],
    [{ score: '4' }, 'score', /“score” is no number/],
    [{ score: {} }, 'score.__proto__.x', /There is no/],
    [[1], '1', /There is no “1”/],
    ['text', 'length', /There are no names in it/],
  ])('[R25] %j is refused at %s', async (answer, score_path, words) => {
    expect((await troubleOf(await answering(answer, { score_path }))).message).toMatch(words);
  });

  it('[R25] that is no JSON, infinite or huge is refused, also when it is packed small', async () => {
    const text = async (body: string | Buffer, headers = {}) => {
      const server = await stageServer((response) => response.writeHead(200, headers).end(body));
      return (await troubleOf(stageAt(server.url))).message;
    };
    expect(await text('<html>')).toBe('Its answer is no JSON.');
    expect(await text('{"score":1e999}')).toMatch(/is no number/);
    expect(await text(`{"score":1,"x":"${'y'.repeat(1_100_000)}"}`)).toMatch(/more than 1 MB/);
    expect(await text(gzipSync(Buffer.alloc(50_000_000, 32)), { 'content-encoding': 'gzip' })).toMatch(/more than 1 MB/);
    expect(await text('['.repeat(900_000))).toBe('Its answer is no JSON.');
  });

  it('[R25] is kept in a size that fits an event', async () => {
    const long = { score: 0.5, words: 'w'.repeat(5_000), list: Array.from({ length: 500 }, (_, i) => i), deep: { a: { b: { c: { d: { e: 1 } } } } }, half: '\ud83d' };
    const { result } = await ask(await answering(long));
    expect(result).toMatchObject({ score: 0.5, half: '�', deep: { a: { b: { c: { d: '…' } } } } });
    expect(JSON.stringify(result).length).toBeLessThan(4_001);
    const many = Object.fromEntries(Array.from({ length: 19 }, (_, i) => [`name ${i}`, 'w'.repeat(290)]));
    expect((await ask(await answering({ score: 0.5, ...many }))).result).toEqual({ value: 0.5, left_out: 'The rest of the answer was too long to be kept.' });
  });

  it('[R26] never carries the key on, whole or in part, in names or values', async () => {
    const server = await stageServer((response, { headers }) => {
      json(response, { score: 0.5, echo: headers, [secret]: `you sent ${secret}!`, list: [`${'x'.repeat(295)}${secret}`] });
    });
    const { result } = await ask(stageAt(server.url));
    expect(result).toMatchObject({ score: 0.5, '…': 'you sent …!' });
    expect(JSON.stringify(result)).not.toMatch(/canary/);
    const nameless = await stageServer((response) => { json(response, { [secret]: 1 }); });
    expect((await troubleOf(stageAt(nameless.url))).message).toMatch(/Its names are …/);
  });
});

it.each(['line\nbreak-canary', 'ümlaut-canary'])('[R26] a key that no header can carry is refused without being repeated', async (key) => {
  const server = await stageServer((response) => { json(response, { score: 1 }); });
  const trouble = await troubleOf(stageAt(server.url), { kind: 'known', key });
  expect(trouble).toMatchObject({ blames: 'setup', message: expect.stringMatching(/letters that no header can carry/) });
  expect(trouble.message).not.toContain('canary');
  expect(server.asked).toEqual([]);
});

it('[R24] a key has no place in headers that say how a message is sent', async () => {
  for (const key_header of ['Cookie', 'host', 'Content-Type', 'Transfer-Encoding']) {
    expect((await troubleOf(stageAt('https://example.org/', { key_header }))).message).toMatch(/cannot carry a key/);
  }
});
