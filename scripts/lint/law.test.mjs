import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { ESLint } from 'eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The real configuration, over a small tree of files that break it: each line says which rule must bite. */

const root = resolve(import.meta.dirname, '../..');
const ok = [];
const layer = ['boundaries/dependencies'];

const files = {
  'src/shared/events/thing.ts': ['export interface Thing { readonly id: string }\nexport const thing = 1;', ok],
  'src/shared/events/upward.ts': ["export { noun } from '../library/noun';", layer],
  'src/shared/events/disk.ts': ["export { readFileSync } from 'node:fs';", layer],
  'src/shared/library/noun.ts': ["export { thing as noun } from '@shared/events/thing';", ok],
  'src/shared/stray/stray.ts': ['export const stray = 1;', ['boundaries/no-unknown-files']],
  'src/main/kernel/primitive.ts': ["export { join } from 'node:path';", ok],
  'src/main/kernel/reaches-service.ts': ["export { rate } from '../services/quality/rate';", layer],
  'src/main/kernel/stray-import.ts': [
    "export { stray } from '@shared/stray/stray';",
    ['boundaries/dependencies', 'boundaries/no-unknown-dependencies'],
  ],
  'src/main/bus/console.ts': ["console.log('here');\nexport const x = 1;", ['no-console']],
  'src/main/services/quality/rate.ts': ["import { thing } from '@shared/events/thing';\nexport const rate = thing;", ok],
  'src/main/services/quality/deep/inner.ts': ["export { rate } from '../rate';", ok],
  'src/main/services/quality/rate.test.ts': ["export { rate } from './rate';\nexport { file } from '../organizer/file';", ok],
  'src/main/services/organizer/file.ts': ['export const file = 1;', ok],
  'src/main/services/organizer/reaches.ts': ["export { rate } from '../quality/rate';", layer],
  'src/main/services/organizer/reaches-type.ts': ["export type { rate } from '../quality/rate';", layer],
  'src/main/services/organizer/disk.ts': ["export { readFile } from 'node:fs/promises';", layer],
  'src/main/services/organizer/test-only.ts': ["export { rate } from '../quality/rate.test';", layer],
  'src/main/adapters/disk/disk.ts': [
    "import { rate } from '../../services/quality/rate';\nexport { readFile } from 'node:fs/promises';\nexport const port = rate;",
    ok,
  ],
  'src/main/adapters/disk/window.ts': ["export { app } from 'electron';", layer],
  'src/main/adapters/disk/promise.ts': [
    'export const go = (): void => {\n  Promise.resolve(1);\n};',
    ['@typescript-eslint/no-floating-promises'],
  ],
  'src/main/adapters/disk/misused.ts': [
    'export const go = (xs: number[]): void => {\n  xs.forEach(async () => { await Promise.resolve(); });\n};',
    ['@typescript-eslint/no-misused-promises'],
  ],
  'src/main/adapters/disk/loose.ts': [
    '// eslint-disable-next-line @typescript-eslint/no-explicit-any\nexport const x = (_y: any): void => {};',
    [null, '@typescript-eslint/no-explicit-any'],
  ],
  'src/main/adapters/disk/default.ts': ['export default 1;', ['no-restricted-syntax']],
  'src/main/adapters/disk/long.ts': [`export const x = 1;\n${'export {};\n'.repeat(300)}`, ['max-lines']],
  'src/main/hub/service-manifests.ts': ["export { rate } from '../services/quality/rate';", ok],
  'src/main/asyncapi/document.ts': ["export { rate } from '../hub/service-manifests';", ok],
  'src/main/asyncapi/reaches-service.ts': ["export { rate } from '../services/quality/rate';", layer],
  'src/main/hub.ts': ["export { port } from './adapters/disk/disk';", ok],
  'src/main/hub/refuses.ts': ['export const gone = (folder: string): string => `The folder ${folder} is not there.`;', ['alice/said-texts']],
  'src/main/hub/board-brief.ts': ["export const title = 'Best pictures';", ok],
  'src/main/log/append.ts': ["import { thing } from '@shared/events/thing';\nexport const append = thing;", ok],
  'src/main/desktop/window.ts': [
    "import type { append } from '../log/append';\nimport { app } from 'electron';\nexport const x: typeof append | undefined = undefined;\nexport const n = app.name;",
    ok,
  ],
  'src/main/desktop/log-value.ts': ["export { append } from '../log/append';", layer],
  'src/main/desktop/handler.ts': ["import { ipcMain } from 'electron';\nexport const h = ipcMain;", ['no-restricted-syntax']],
  'src/main/desktop/ipc/registry.ts': ["import { ipcMain } from 'electron';\nexport const h = ipcMain;", ok],
  'src/main/oddities/odd.ts': ['export const odd = 1;', ['boundaries/no-unknown-files']],
  'src/preload/index.ts': ["import { ipcRenderer } from 'electron';\nexport const glass = ipcRenderer;", ok],
  'src/renderer/store/store.ts': ['export const store = 1;', ok],
  'src/renderer/view/library/library.tsx': ["export { store } from '../../store/store';", ok],
  'src/renderer/view/board/board.tsx': ["export { store } from '../library/library';", layer],
  'src/renderer/view/board/reads.ts': ["export { readFileSync } from 'node:fs';", layer],
  'src/renderer/view/board/spawns.ts': ["export { spawn } from 'child_process';", layer],
  'src/renderer/view/board/raw.tsx': [
    'export const Raw = (p: { readonly h: string }) => <p dangerouslySetInnerHTML={{ __html: p.h }} />;',
    ['no-restricted-syntax'],
  ],
  'src/renderer/view/board/click.tsx': [
    'export const Click = (p: { readonly go: () => void }) => <div onClick={p.go}>x</div>;',
    ['jsx-a11y/click-events-have-key-events', 'jsx-a11y/no-static-element-interactions'],
  ],
  'src/shared/language/language.ts': ['export const t = (text: string, _values?: object): string => text;\nexport const rich = t;', ok],
  'src/renderer/view/board/said.tsx': [
    "import { t } from '@shared/language/language';\nexport const Said = (p: { readonly open: boolean }) =>\n"
      + "  <p id=\"said-hint\" className=\"a b\" data-for=\"[role='row'] b\" aria-label={p.open ? t('Close it') : t('Open it')}>{t('Said')}</p>;",
    ok,
  ],
  'src/renderer/view/board/unsaid.tsx': ['export const Unsaid = () => <p>Unsaid</p>;', ['alice/said-texts']],
  'src/renderer/view/board/unsaid-name.tsx': ['export const Unsaid = () => <p aria-label="Unsaid" />;', ['alice/said-texts']],
  'src/renderer/view/board/unsaid-table.ts': ["export const names = { a: 'Not said' };", ['alice/said-texts']],
  'src/renderer/view/board/unsaid-count.ts': ['export const count = (n: number): string => `${n} pictures are chosen`;', ['alice/said-texts']],
  'src/renderer/view/board/put-together.ts': [
    "import { t } from '@shared/language/language';\nexport const name = (kind: string): string => t('New ' + kind);",
    ['alice/said-texts'],
  ],
  'src/shared/library/counted.ts': [
    "import { t } from '../language/language';\nexport const of = (many: number, event: number): string =>\n"
      + "  t('{many, number} of {all, plural, other {#}}, event {event}', { many, all: many, event: String(event) });",
    ok,
  ],
  'src/shared/library/uncounted.ts': [
    "import { t } from '../language/language';\nexport const of = (many: number): string => t('{many} of them', { many });",
    ['numbers/said-numbers'],
  ],
  'src/renderer/parts/button.tsx': ["export { store } from '../store/store';", layer],
  'src/renderer/app.tsx': ["export { store } from './store/store';", ok],
};

describe('the lint law', () => {
  let folder = '';
  let verdicts = new Map();

  beforeAll(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'alice-law-')));
    for (const name of ['eslint.config.js', 'scripts/lint', 'package.json']) cpSync(join(root, name), join(folder, name), { recursive: true });
    for (const name of ['tsconfig.json', 'tsconfig.base.json', 'tsconfig.node.json', 'tsconfig.web.json', 'tsconfig.preload.json', 'tsconfig.test.json']) {
      cpSync(join(root, name), join(folder, name));
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    for (const [path, [text]] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), `${text}\n`);
    }
    const results = await new ESLint({ cwd: folder }).lintFiles(['src']);
    verdicts = new Map(results.map(({ filePath, messages }) => [filePath, messages]));
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  for (const [path, [, rules]] of Object.entries(files)) {
    it(`${rules.length === 0 ? 'lets pass' : `forbids (${rules.filter(Boolean).join(', ')})`} ${path}`, () => {
      const broken = new Set(verdicts.get(join(folder, path)).map(({ ruleId }) => ruleId));
      expect([...broken].sort()).toEqual([...rules].sort());
    });
  }
});
