import { readFileSync } from 'node:fs';
import { inRoot } from '../lib/paths.mjs';
import { shippedPackages } from './shipped-packages.mjs';
import { escaped, simpleMarkdown } from './simple-markdown.mjs';

const begin = '<!-- packages:begin -->';
const end = '<!-- packages:end -->';
const read = (path) => readFileSync(inRoot(path), 'utf8');

function packageTable() {
  const rows = shippedPackages().map(({ name, licence }) => `| ${name} | ${licence ?? 'see its folder'} |`);
  return ['| package | licence |', '|---|---|', ...rows].join('\n');
}

/** THIRD-PARTY-NOTICES.md with today's list of packages in it. */
function noticesText() {
  const text = read('THIRD-PARTY-NOTICES.md');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`THIRD-PARTY-NOTICES.md has no place for the packages: ${begin} … ${end}.`);
  return `${text.slice(0, from + begin.length)}\n${packageTable()}\n${text.slice(to)}`;
}

/** The notices as a page that the app can show without any other program: licences as they are, the list as tables. */
function noticesPage(notices) {
  const section = (title, html) => `<section>\n<h2>${escaped(title)}</h2>\n${html}\n</section>`;
  const part = (title, text) => section(title, `<pre>${escaped(text.trim())}</pre>`);
  const shown = notices.replace(/<!--.*?-->\n?/g, '').replace(/^# .*\n+/, '');
  return [
    '<!doctype html>', '<html lang="en">', '<head>', '<meta charset="utf-8">', '<meta name="color-scheme" content="light dark">',
    '<title>Third-party notices of Alice</title>', '<link rel="stylesheet" href="notices.css">', '</head>', '<body>', '<main>',
    '<h1>Third-party notices</h1>',
    section('What Alice contains', simpleMarkdown(shown)),
    part('The quality model: OpenCV and The University of Texas at Austin', read('resources/quality/NOTICE.txt')),
    part('Apache License 2.0', read('resources/quality/LICENSE-Apache-2.0.txt')),
    part('Licence of Alice', read('LICENSE')),
    '</main>', '</body>', '</html>', '',
  ].join('\n');
}

/** What is generated, by path. */
export function generatedNotices() {
  const notices = noticesText();
  return new Map([['THIRD-PARTY-NOTICES.md', notices], ['resources/docs/notices.html', noticesPage(notices)]]);
}
