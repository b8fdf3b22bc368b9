import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fetchReleaseList, ListTrouble, secureNext } from './updates-fetch';

async function served(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  onTestFinished(() => { server.closeAllConnections(); server.close(); });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/releases.json`;
}

const json = { 'content-type': 'application/json; charset=utf-8' };
const limits = { bytes: 4_096, redirects: 2, total_ms: 20_000 };
const why = (address: string, total_ms = limits.total_ms) => fetchReleaseList(address, { ...limits, total_ms }).then(
  () => { throw new Error('It was read.'); },
  (error: unknown) => (error instanceof ListTrouble ? error.message : Promise.reject(error as Error)),
);

describe('[D276] a release list is fetched within limits', () => {
  it('[D276] comes as it was sent, and nothing tells whom it was sent to', async () => {
    const heard: string[][] = [];
    const address = await served((request, response) => {
      heard.push(request.rawHeaders.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase()), [request.method ?? '', request.url ?? '']);
      response.writeHead(200, json).end('\uFEFF{"ä": 1}');
    });
    expect(await fetchReleaseList(`${address}?channel=all`)).toBe('{"ä": 1}');
    expect(heard).toEqual([['accept', 'accept-encoding', 'user-agent', 'host', 'connection'], ['GET', '/releases.json?channel=all']]);
  });

  it.each(['text/plain', 'application/vnd.alice+json', 'Application/JSON'])('[D276] as %s', async (type) => {
    const address = await served((_, response) => response.writeHead(200, { 'content-type': type }).end('{}'));
    expect(await fetchReleaseList(address)).toBe('{}');
  });

  const failures: readonly (readonly [string, RequestListener, RegExp])[] = [
    ['a page', (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('{}'), /^what lies there is no release list$/],
    ['nothing that says what it is', (_, response) => response.writeHead(200).end('{}'), /^what lies there is no release list$/],
    ['a refusal', (_, response) => response.writeHead(404).end(), /^the server answered 404$/],
    ['too much, as it says', (_, response) => response.writeHead(200, { ...json, 'content-length': '5000' }).end(), /^it has more than 4 KB$/],
    ['too much, unsaid', (_, response) => response.writeHead(200, json).end('x'.repeat(5_000)), /^it has more than 4 KB$/],
    ['too much without an end', (_, response) => {
      response.writeHead(200, json);
      const timer = setInterval(() => response.write('x'.repeat(1_000)), 5);
      response.on('close', () => clearInterval(timer));
    }, /^it has more than 4 KB$/],
    ['a list that breaks off', (_, response) => {
      response.writeHead(200, { ...json, 'content-length': '100' }).write('{"alice_releases"', () => response.destroy());
    }, /^the connection failed/],
    ['the way to http', (_, response) => response.writeHead(302, { location: 'http://alice.example/' }).end(), /not read by https/],
    ['the way to itself, by http', (_, response) => response.writeHead(302, { location: '/again' }).end(), /not read by https/],
    ['the way to a private address', (_, response) => response.writeHead(302, { location: 'https://192.168.0.1/' }).end(), /private network/],
    ['the way to this machine under another port', (_, response) => response.writeHead(302, { location: 'https://127.0.0.1:9/' }).end(), /private network/],
    ['the way to a name of this machine', (_, response) => response.writeHead(302, { location: 'https://localhost:9/' }).end(), /private network/],
    ['the way with a password', (_, response) => response.writeHead(302, { location: 'https://a:b@alice.example/' }).end(), /not read by https/],
    ['the way nowhere', (_, response) => response.writeHead(302).end(), /^the server answered 302$/],
  ];
  it.each(failures)('[D276] %s is told', async (_, answer, words) => {
    expect(await why(await served(answer))).toMatch(words);
  });

  const slow: readonly (readonly [string, RequestListener])[] = [
    ['silence', () => undefined],
    ['a drop now and then', (_, response) => {
      response.writeHead(200, json);
      const timer = setInterval(() => response.write(' '), 50);
      response.on('close', () => clearInterval(timer));
    }],
  ];
  it.each(slow)('[D276] %s is told', async (_, answer) => {
    expect(await why(await served(answer), 600)).toMatch(/^it did not come within 0.6 seconds$/);
  });

  it.each(['', 'http://alice.example/', 'https://me:x@alice.example/', 'nonsense', 'file:///etc/hosts'])('[D276] “%s” is asked for nothing', async (address) => {
    expect(await why(address)).toBe('it is no address of a release list');
  });

  it.each(['https://10.0.0.1/r.json', 'https://[fd00::1]/r.json', 'https://169.254.169.254/latest'])('[D276] %s is not asked: it is private', async (address) => {
    expect(await why(address)).toMatch(/private network/);
  });

  it('[D276] a redirect is followed by https alone, wherever it is relative to', () => {
    const from = new URL('https://alice.example/a/r.json');
    expect(secureNext('../b.json', from).href).toBe('https://alice.example/b.json');
    expect(secureNext('//cdn.example/b.json', from).href).toBe('https://cdn.example/b.json');
    for (const to of ['http://alice.example/', 'ftp://alice.example/', 'https://', 'data:application/json,{}']) expect(() => secureNext(to, from)).toThrow(ListTrouble);
  });
});
