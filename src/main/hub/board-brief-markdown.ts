import { isAbsolute, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { printableText } from '@shared/story/printable';
import type { Brief } from './board-brief';
import type { Block } from './board-brief-blocks';

/** A brief as Markdown, with pictures by their way from the folder in which it will lie. */
export function briefAsMarkdown(brief: Brief, folder: string): string {
  const parts = [`# ${oneLine(brief.title)}`, ...brief.blocks.map((block) => written(block, brief, folder))];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function written(block: Block, brief: Brief, folder: string): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${oneLine(block.text)}`;
    case 'text':
      return markdownText(block.text).join('\\\n');
    case 'quote':
      return markdownText(block.text).map((line) => `> ${line}`).join('\\\n');
    case 'list':
      return block.items.map((item) => `- ${oneLine(item)}`).join('\n');
    case 'facts':
      return block.facts.map(([name, value]) => `- **${oneLine(name)}**: ${oneLine(value)}`).join('\n');
    case 'pictures':
      return block.hashes.map((hash) => pictureOf(brief, hash, folder)).join('\n\n');
  }
}

function pictureOf({ pictures }: Brief, hash: string, folder: string): string {
  const { caption, path } = pictures.get(hash) ?? { caption: hash.slice(0, 12), path: null };
  const words = oneLine(caption);
  return path === null ? `*${words}*` : `![${words}](${addressOf(path, folder)})\\\n*${words}*`;
}

/** The way to a file as an address; whatever its name is, it cannot end the address. */
function addressOf(path: string, folder: string): string {
  const way = relative(folder, path);
  // On another drive there is no way.
  const parts = isAbsolute(way) ? null : way.split(sep).map(encodeURIComponent).join('/');
  return (parts ?? pathToFileURL(path).href).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

/** What could begin or end something within a line, make a link of itself, or be taken for markup or a formula. */
const inline = /[\\`*_[\]<>&|~$@]|:(?=\/\/)/g;
/** What makes something of a line when it stands at its beginning. */
const beginning = /^([#+\-=]|\d{1,9}(?=[.)]))/;

/** Text that is only ever text in Markdown, line by line. */
export function markdownText(words: string): string[] {
  const lines = printableText(words.replace(/\r\n?/g, '\n')).split('\n').map((line) => line.replaceAll('\t', ' ').trim()).filter((line) => line !== '');
  return lines.map((line) =>
    line
      .replace(inline, (sign) => `\\${sign}`)
      .replace(beginning, (sign) => (/\d/.test(sign) ? sign : `\\${sign}`))
      .replace(/^(\d{1,9})([.)])/, '$1\\$2')
      .replace(/(www)\./gi, '$1\\.'));
}

function oneLine(words: string): string {
  return markdownText(words).join(' ');
}
