import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Source, usualChoice } from '@shared/library/source';
import type { Place } from './test-hub';

/** A folder beside the inbox as a source. */
export function sourceIn(here: Place, name: string, more: Partial<Source> = {}): Source {
  const path = join(here.home, name);
  mkdirSync(path, { recursive: true });
  return { ...usualChoice, id: crypto.randomUUID(), name, path, ...more };
}
