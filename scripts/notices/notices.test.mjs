import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inRoot } from '../lib/paths.mjs';
import { generatedNotices } from './notices.mjs';
import { shippedPackages } from './shipped-packages.mjs';

const read = (path) => readFileSync(inRoot(path), 'utf8');
const sha256 = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');
const opencvData = '/usr/share/opencv4/quality';

describe('[R29] third-party notices', () => {
  it('[R29] are as they are written from today’s packages (node scripts/notices/write-notices.mjs writes them)', () => {
    for (const [path, text] of generatedNotices()) expect(read(path) === text, path).toBe(true);
  });

  it('[R29] name every package that is shipped, also those that others need, with a licence that allows it', () => {
    const packages = shippedPackages();
    const names = packages.map(({ name }) => name);
    // One from each way into the app: named by main, imported by the window, a font, needed by another, for another system.
    for (const name of ['better-sqlite3', 'react-aria-components', '@fontsource-variable/inter', 'react-stately', '@img/sharp-win32-x64']) {
      expect(names).toContain(name);
    }
    for (const development of ['electron', 'vitest', 'typescript', 'eslint', 'fast-check']) expect(names).not.toContain(development);
    const known = /^\(?(?:(?:MIT|ISC|0BSD|OFL-1\.1|Apache-2\.0|BSD-[23]-Clause|BlueOak-1\.0\.0|CC0-1\.0|MPL-2\.0|LGPL-3\.0-or-later)(?: AND | OR )?)+\)?$/;
    expect(packages.filter(({ licence }) => !known.test(licence ?? ''))).toEqual([]);
  });

  it('[R29] hold what the model asks for: Apache-2.0 in full, OpenCV, the notice of Austin, the paper', () => {
    const apache = read('resources/quality/LICENSE-Apache-2.0.txt');
    expect(apache).toMatch(/^\s*Apache License\s+Version 2\.0, January 2004/);
    for (let section = 1; section <= 9; section += 1) expect(apache).toContain(`\n   ${section}. `);
    const notice = read('resources/quality/NOTICE.txt').replace(/\s+/g, ' ');
    for (const words of [
      'OpenCV Foundation, all rights reserved', 'Copyright (c) 2011 The University of Texas at Austin All rights reserved.',
      'any purpose, provided that the copyright notice in its entirety appear in all copies of this code',
      'THE UNIVERSITY OF TEXAS AT AUSTIN SPECIFICALLY DISCLAIMS ANY WARRANTIES', 'The numbers are unchanged',
      'A. Mittal, A. K. Moorthy, A. C. Bovik, "No-Reference Image Quality Assessment in the Spatial Domain", IEEE Transactions on Image Processing',
    ]) expect(notice).toContain(words);
    const shown = read('resources/docs/notices.html');
    for (const words of ['The University of Texas at Austin', 'January 2004', 'OpenCV Foundation', 'IEEE Transactions on Image Processing']) expect(shown).toContain(words);
    expect(shown).toContain('<tr><td>react-aria-components</td><td>Apache-2.0</td></tr>');
    expect(shown).not.toMatch(/^##|\|---|\]\(|`/m);
    expect(shown).not.toMatch(/<script|\son\w+=|https?:\/\/[^\s"<]*\.js/i);
  });
});

describe('[R29] the quality model', () => {
  const model = inRoot('resources', 'quality', 'brisque-live.bin');
  const script = inRoot('scripts', 'quality', 'convert-brisque-model.mjs');

  it('[R29] has the sum that its script made, of files with the sums that the script asks for', () => {
    expect(sha256(model)).toBe('1a7de9a8be9cd8fb1632416be51ecc288aad0791e23fca7ee42d2435cc25ff29');
    const asked = readFileSync(script, 'utf8');
    expect(asked).toContain("model: '4c44c7eec9e5139830c0bb0e4a044c9cd351ba5bbc9e3798beca3243e2782ff4'");
    expect(asked).toContain("range: 'a18427f4f7ad087524bd0d63389649a3899b51ca6d44a4d5f8d8171f1f914a9c'");
  });

  it.skipIf(!existsSync(opencvData))(`[R29] is made again bit for bit from OpenCV's files (skipped where ${opencvData} is not installed)`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'alice-model-'));
    try {
      const out = join(folder, 'model.bin');
      const files = ['brisque_model_live.yml', 'brisque_range_live.yml'].map((name) => join(opencvData, name));
      expect(spawnSync(process.execPath, [script, ...files, out], { encoding: 'utf8' })).toMatchObject({ status: 0 });
      expect(sha256(out)).toBe(sha256(model));
      // Another file than the named one is refused.
      expect(spawnSync(process.execPath, [script, ...files.toReversed(), out], { encoding: 'utf8' })).toMatchObject({ status: 1, stderr: expect.stringMatching(/sha256 is/) });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
