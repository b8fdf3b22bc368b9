import { createHash } from 'node:crypto';
import type { Finding, FindingKind, Mend } from '@shared/library/care-report';

export type { Finding } from '@shared/library/care-report';

/** A finding; its id is the same whenever the same is found of the same path and content. */
export function findingOf(kind: FindingKind, path: string, content_hash: string | null, message: string, mends: readonly Mend[]): Finding {
  const id = `${kind}-${createHash('sha256').update(`${kind}\0${path}\0${content_hash ?? ''}`).digest('hex').slice(0, 16)}`;
  return { id, kind, path, content_hash, message, mends };
}
