#!/usr/bin/env node
/**
 * Writes the list of shipped packages into THIRD-PARTY-NOTICES.md, and the page of the About box. To be run when a package is
 * added or changed; a test says when it was forgotten.
 *
 *   node scripts/notices/write-notices.mjs
 */
import { writeFileSync } from 'node:fs';
import { inRoot } from '../lib/paths.mjs';
import { say } from '../lib/say.mjs';
import { generatedNotices } from './notices.mjs';

for (const [path, text] of generatedNotices()) {
  writeFileSync(inRoot(path), text);
  say(`Written: ${path}.`);
}
