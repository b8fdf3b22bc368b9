#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { startVirtualScreen } from '../lib/display.mjs';
import { nodeForScripts } from '../lib/node-for-scripts.mjs';
import { inModules, inRoot } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';
import { say, sayTrouble } from '../lib/say.mjs';
import { setUp } from '../lib/set-up.mjs';
import { hasDisplay } from '../lib/system-libraries.mjs';

const usage = `node scripts/faults/naughty-strings.mjs [--only terminal|window]

Puts every naughty string, ours and the published list, into every field of a file (name, project, prompt, negative prompt,
model, LoRA, sampler, tool, title, tags, notes; in PNG, EXIF, XMP and ComfyUI) and looks at every command of the terminal,
every export and every view of the window. npm test does the same with a choice of them.`;

const { values } = parseArgs({ options: { only: { type: 'string' }, help: { type: 'boolean', default: false } } });

const parts = {
  terminal: () => tool('vitest/vitest.mjs', ['run', 'src/main/testing/hostile/naughty-terminal.test.ts']),
  window: async () => {
    const screen = hasDisplay() ? undefined : await startVirtualScreen();
    try {
      return await tool('@playwright/test/cli.js', ['test', 'e2e/hostile-strings.e2e.ts'], screen && { DISPLAY: screen.display });
    } finally {
      await screen?.end();
    }
  },
};

const tool = async (path, args, env = {}) => {
  const program = inModules(...path.split('/'));
  const { code } = await run(nodeForScripts(), [program, ...args], { cwd: inRoot(), env: { ...process.env, ALICE_NAUGHTY: 'all', ...env } });
  return code;
};

try {
  if (values.help) say(usage);
  else {
    await setUp({ electron: values.only !== 'terminal', build: values.only !== 'terminal' });
    for (const [name, part] of Object.entries(parts)) {
      if (values.only !== undefined && values.only !== name) continue;
      const code = await part();
      say(`${name}: ${code === 0 ? 'only text everywhere' : 'something was more than text, see above'}`);
      if (code !== 0) process.exitCode = 1;
    }
  }
} catch (error) {
  sayTrouble(error);
  process.exitCode = 1;
}
