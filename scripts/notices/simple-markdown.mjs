/** As much of Markdown as the notices use, as HTML: headings, paragraphs, lists, tables, code, and links as their words. */
export const escaped = (text) => text.replace(/[&<>"]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter]);

const inline = (text) => escaped(text).replace(/\[([^\]]+)\]\([^)]*\)/g, '$1').replace(/`([^`]+)`/g, '<code>$1</code>');

const cellsOf = (line) => line.replace(/^\||\|$/g, '').split('|').map((cell) => inline(cell.trim()));
const row = (line, tag) => `<tr>${cellsOf(line).map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;

const table = ([head, , ...lines]) =>
  ['<table>', '<thead>', row(head, 'th'), '</thead>', '<tbody>', ...lines.map((line) => row(line, 'td')), '</tbody>', '</table>'].join('\n');

function block(lines) {
  const [first] = lines;
  if (first.startsWith('## ')) return `<h3>${inline(first.slice(3))}</h3>`;
  if (first.startsWith('|')) return table(lines);
  if (first.startsWith('- ')) return ['<ul>', ...lines.map((line) => `<li>${inline(line.slice(2))}</li>`), '</ul>'].join('\n');
  return `<p>${inline(lines.join(' '))}</p>`;
}

/** Blocks are parted by empty lines; each entry of a list stands on one line. */
export const simpleMarkdown = (text) => text.trim().split(/\n{2,}/).map((part) => block(part.split('\n'))).join('\n');
