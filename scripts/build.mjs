import { ensureBuild } from './lib/build-app.mjs';
import { sayTrouble } from './lib/say.mjs';
import { setUp } from './lib/set-up.mjs';

try {
  await setUp({ electron: false, build: false });
  await ensureBuild({ always: true });
} catch (error) {
  sayTrouble(error);
  process.exitCode = 1;
}
