import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type HttpStage, httpStageSchema } from '@shared/library/quality-stage';
import { onTestFinished } from 'vitest';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface StageServer {
  readonly url: string;
  /** What it was asked, in order. */
  readonly asked: readonly Asked[];
  close(): Promise<void>;
}

type Answer = (response: ServerResponse, asked: Asked, nth: number) => void;

/** A service that looks at pictures, on this machine; it ends with the test. */
export async function stageServer(answer: Answer): Promise<StageServer> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const one: Asked = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) };
      asked.push(one);
      answer(response, one, asked.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => new Promise<void>((resolve) => {
    server.close(() => { resolve(); });
    server.closeAllConnections();
  });
  onTestFinished(close);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/look`, asked, close };
}

export function json(response: ServerResponse, value: unknown, status = 200, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(value));
}

/** A stage as a person would have set it up. */
export function stageAt(url: string, more: Partial<HttpStage> = {}): HttpStage {
  return httpStageSchema.parse({ name: 'looker', url, score_path: 'score', ...more });
}
