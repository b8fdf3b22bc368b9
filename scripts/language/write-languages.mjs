import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { say } from '../lib/say.mjs';
import { readTexts } from './read-texts.mjs';

/**
 * Writes resources/languages/en.json from the code. With a tag, that language's file is made or brought up to date as well:
 * what is translated stays, new texts come without words, and texts that the code says no more go.
 */
const folder = join(root, 'resources', 'languages');
const english = [...new Set(readTexts().map(({ text }) => text))];
const tag = process.argv[2];
if (tag !== undefined && Intl.getCanonicalLocales(tag)[0] !== tag) throw new Error(`${tag} is no language tag. Write one such as de or pt-BR.`);

mkdirSync(folder, { recursive: true });
write('en', { tag: 'en', messages: Object.fromEntries(english.map((text) => [text, text])) });
if (tag !== undefined) {
  const file = join(folder, `${tag}.json`);
  const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).messages : {};
  const messages = Object.fromEntries(english.map((text) => [text, Object.hasOwn(before, text) ? before[text] : '']));
  write(tag, { tag, messages });
  say(`${tag}: ${Object.values(messages).filter((words) => words === '').length} of ${english.length} texts have no words yet.`);
}

function write(name, language) {
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(language, null, 1)}\n`);
}
