import { setTimeout as delay } from 'node:timers/promises';
import { t } from '@shared/language/language';
import { secondsInWords } from '../../services/quality/stages/seconds-in-words';
import { type PictureBytes, StageTrouble } from '../../services/quality/stages/stage';

const mostAnswerBytes = 1024 * 1024;

export interface Post {
  readonly url: string;
  readonly picture: PictureBytes;
  /** The same for the same question: a service that knows the header does the work, and charges, once for both tries. */
  readonly question: string;
  /** The header that carries the key; null sends none. */
  readonly key: { readonly header: string; readonly value: string } | null;
  readonly timeout_ms: number;
  /** Milliseconds to wait before the second try, when the service does not say. */
  readonly retry_after_ms: number;
  readonly signal: AbortSignal;
}

type Try = { readonly answer: string } | { readonly again: StageTrouble; readonly wait_ms: number };

/**
 * Sends a picture and resolves with what the service answers. Tries once more after an error of the network or of the
 * service. Errors are told in words of Alice's own: those of the network could hold headers.
 * @throws StageTrouble
 */
export async function postPicture(post: Post): Promise<string> {
  const deadline = performance.now() + post.timeout_ms;
  const first = await tryOnce(post, deadline);
  if ('answer' in first) return first.answer;
  const left = deadline - performance.now();
  if (first.wait_ms >= left) throw first.again;
  await delay(first.wait_ms, undefined, { signal: post.signal });
  const second = await tryOnce(post, deadline);
  if ('answer' in second) return second.answer;
  throw second.again;
}

async function tryOnce({ url, picture, question, key, timeout_ms, retry_after_ms, signal }: Post, deadline: number): Promise<Try> {
  const late = AbortSignal.timeout(Math.max(1, Math.ceil(deadline - performance.now())));
  const host = new URL(url).host;
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: new Uint8Array(picture.bytes),
      headers: {
        'content-type': picture.content_type, accept: 'application/json', 'user-agent': 'Alice', 'idempotency-key': question,
        ...(key && { [key.header]: key.value }),
      },
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([late, signal]),
    });
    if (response.ok) return { answer: await textOf(response) };
    await response.body?.cancel();
    const trouble = refusalOf(response, host, key !== null);
    if (response.status !== 429 && response.status < 500) throw trouble;
    return { again: trouble, wait_ms: waitOf(response) ?? retry_after_ms };
  } catch (error) {
    if (error instanceof StageTrouble) throw error;
    if (late.aborted) throw new StageTrouble(() => t('{host} did not answer within {time}.', { host, time: secondsInWords(timeout_ms) }), 'service');
    signal.throwIfAborted();
    const again = new StageTrouble(() => t('{host} could not be reached ({code}).', { host, code: codeOf(error) }), 'service');
    return { again, wait_ms: retry_after_ms };
  }
}

function refusalOf(response: Response, host: string, keyed: boolean): StageTrouble {
  const { status: code } = response;
  const status = String(code);
  if (code >= 300 && code < 400) {
    return new StageTrouble(() => t(
      '{host} sends on to another address ({status}), and pictures are not sent on. Set up the address that it leads to.', { host, status },
    ), 'service');
  }
  if (code === 401 || code === 403) {
    return new StageTrouble(() => (keyed
      ? t('{host} refused the key ({status}). Enter the key of the service again.', { host, status })
      : t('{host} wants a key ({status}). Enter the key of the service.', { host, status })), 'service');
  }
  if (code === 404) {
    return new StageTrouble(() => t('There is nothing at this address of {host} (404). Look at the address of the stage.', { host }), 'service');
  }
  if (code === 413 || code === 415 || code === 422) {
    return new StageTrouble(() => t('{host} does not take this picture ({status}).', { host, status }), 'picture');
  }
  if (code === 429) {
    const wait = waitOf(response);
    return new StageTrouble(() => (wait === null
      ? t('{host} was asked too often (429).', { host })
      : t('{host} was asked too often (429) and wants to be left alone for {time}.', { host, time: secondsInWords(wait) })), 'service');
  }
  return new StageTrouble(() => (code >= 500
    ? t('{host} is in trouble of its own ({status}).', { host, status })
    : t('{host} refused the request ({status}).', { host, status })), 'service');
}

/** Milliseconds that the service wants to be left alone: it says seconds, or a moment. */
function waitOf({ headers }: Response): number | null {
  const said = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(said)) return Number(said) * 1_000;
  const moment = Date.parse(said);
  return Number.isNaN(moment) ? null : Math.max(0, moment - Date.now());
}

/** The body, decompressed, and no more of it than an answer may have. */
async function textOf({ body }: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > mostAnswerBytes) throw new StageTrouble(() => t('Its answer has more than 1 MB; no number is worth that much.'), 'service');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** `ECONNREFUSED` and the like; nothing else of an error is told. */
function codeOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : null;
  const code: unknown = typeof cause === 'object' && cause !== null ? Reflect.get(cause, 'code') : null;
  return typeof code === 'string' && /^[A-Z_0-9]{3,60}$/.test(code) ? code : t('no connection');
}
