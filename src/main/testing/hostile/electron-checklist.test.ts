import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sharp } from '../../adapters/media/safe-sharp';

const root = resolve(import.meta.dirname, '../../../..');
const packages = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { devDependencies: Record<string, string> };

/** The sources of the app, without tests. */
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ts|tsx|html)$/.test(path) && !/\.test\.tsx?$|main\/testing\//.test(path))
  .map((path) => ({ path, text: readFileSync(join(root, 'src', path), 'utf8') }));

const sourcesWith = (pattern: RegExp): string[] => sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path).sort();

describe('[A71] the Electron checklist, as far as the sources show it', () => {
  it('[A71] 16: Electron is named exactly, and no older than what was supported when this was written', () => {
    const [major] = /^(\d+)\.\d+\.\d+$/.exec(packages.devDependencies['electron'] ?? '') ?? [];
    expect(Number.parseInt(major ?? '0', 10)).toBeGreaterThanOrEqual(45);
  });

  it.each([
    ['15: one door leads to the system’s browser', /\bopenExternal\b/, ['main/desktop/open-page.ts']],
    ['15: only folders that Alice knows are opened', /\bopenPath\(/, [
      'main/desktop/ipc/care-handlers.ts', 'main/desktop/ipc/data-handlers.ts', 'main/desktop/ipc/handlers.ts', 'main/desktop/ipc/source-handlers.ts',
      'main/desktop/ipc/system-app-handlers.ts', 'main/desktop/system-app.ts', 'main/desktop/menu-actions.ts',
    ]],
    ['17: calls are answered behind one door', /\bipcMain\b/, ['main/desktop/ipc/registry.ts']],
    ['17: the preload alone talks to it', /\bipcRenderer\b/, ['preload/index.ts']],
    // Reports of crashes have such addresses taken out, and launchers hand files over as such.
    ['18: nothing comes from file:', /loadFile\(|['"`]file:\/\//, ['main/desktop/crash-reports-redact.ts', 'main/desktop/launch-file-address.ts']],
    ['7: no markup is made out of text', /dangerouslySetInnerHTML|\.innerHTML|\.outerHTML|insertAdjacentHTML|document\.write|new Function\(|\beval\(/, []],
    ['2–12: no window loosens what all windows have', /(nodeIntegration\w*|webviewTag|allowRunningInsecureContent|experimentalFeatures): true|(sandbox|contextIsolation|webSecurity): false|enableBlinkFeatures/, []],
    ['one door to the decoder', /from 'sharp'/, ['main/adapters/media/safe-sharp.ts']],
  ] as const)('[A71] %s', (_, pattern, where) => {
    expect(sourcesWith(pattern).filter((path) => !(where as readonly string[]).includes(path))).toEqual([]);
  });

  it('[A71] every window and page is made with the same preferences', () => {
    const made = sources.flatMap(({ path, text }) => [...text.matchAll(/new (BrowserWindow|WebContentsView|BrowserView)\(\{[\s\S]*?\n\s*\}\)/g)].map(([words]) => ({ path, words })));
    expect(made.length).toBeGreaterThanOrEqual(2);
    for (const { path, words } of made) expect(words, path).toContain('...safeWebPreferences');
  });

  it('[A71] the decoder knows the formats of Alice and no other', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
    const others = [svg, '%PDF-1.7\n', 'P6 1 1 255\nabc', '#?RADIANCE\n', 'SIMPLE  =                    T', '\x76\x2f\x31\x01', '<?xml version="1.0"?>' + svg];
    for (const words of others) await expect(sharp(Buffer.from(words, 'latin1')).metadata(), words).rejects.toThrow(/unsupported image format/);
  });
});
