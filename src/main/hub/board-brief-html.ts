import { htmlText } from '@shared/story/html-text';
import type { Brief } from './board-brief';
import type { Block } from './board-brief-blocks';
import { standalonePage, standalonePageEnd } from './standalone-page';

const style = `
:root { color-scheme: light dark; font: 16px/1.55 Georgia, serif; }
body { margin: 0 auto; max-width: 46rem; padding: 3rem 1.5rem; overflow-wrap: anywhere; }
h1, h2, h3, dt, figcaption { font-family: system-ui, sans-serif; }
h1 { font-size: 2rem; margin: 0 0 1rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; padding-block-end: .25rem; border-block-end: 1px solid #8886; }
h3 { font-size: 1rem; margin: 1.75rem 0 .5rem; }
p, blockquote, dd, li { white-space: pre-wrap; unicode-bidi: isolate; }
blockquote { margin: .5rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid #8886; font-style: italic; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; align-items: baseline; }
dt { font-size: .85rem; max-width: 12rem; }
dd { margin: 0; }
.pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: 1rem; margin: 1rem 0; }
figure { margin: 0; }
img { width: 100%; height: auto; border-radius: 4px; display: block; }
figcaption { font-size: .75rem; margin-block-start: .25rem; }
@media print { body { max-width: none; padding: 0; } figure, dl { break-inside: avoid; } }
`;

/** A brief as one page that needs nothing else and can do nothing. `pictures` are data addresses by hash. */
export function briefAsHtml(brief: Brief, pictures: ReadonlyMap<string, string>): string {
  const blocks = brief.blocks.map((block) => written(block, brief, pictures)).filter((part) => part !== '');
  const heading = `<h1 dir="auto">${htmlText(brief.title)}</h1>\n`;
  return `${standalonePage({ title: brief.title, style, pictures: 'data:' })}${heading}${blocks.join('\n')}\n${standalonePageEnd}`;
}

function written(block: Block, brief: Brief, pictures: ReadonlyMap<string, string>): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level} dir="auto">${htmlText(block.text)}</h${block.level}>`;
    case 'text':
      return `<p dir="auto">${htmlText(block.text)}</p>`;
    case 'quote':
      return `<blockquote dir="auto">${htmlText(block.text)}</blockquote>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li dir="auto">${htmlText(item)}</li>`).join('')}</ul>`;
    case 'facts':
      if (block.facts.length === 0) return '';
      return `<dl>${block.facts.map(([name, value]) => `<dt dir="auto">${htmlText(name)}</dt><dd dir="auto">${htmlText(value)}</dd>`).join('')}</dl>`;
    case 'pictures':
      return `<div class="pictures">${block.hashes.map((hash) => figure(brief.pictures.get(hash)?.caption ?? hash.slice(0, 12), pictures.get(hash))).join('')}</div>`;
  }
}

function figure(caption: string, address: string | undefined): string {
  const words = htmlText(caption);
  const picture = address === undefined ? '' : `<img src="${htmlText(address)}" alt="${words}">`;
  return `<figure>${picture}<figcaption dir="auto">${words}</figcaption></figure>`;
}
