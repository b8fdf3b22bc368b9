import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { characterDefined, conceptApproved, contextUpdated, projectCreated, styleChosen } from '@shared/events/creative-events';
import { conceptProposed } from '@shared/events/board-events';
import type { EventDraft } from '@shared/events/define-event';
import { htmlText } from '@shared/story/html-text';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../testing/temp-folder';
import { hashOf } from '../testing/trees';
import type { Brief } from './board-brief';
import type { Block } from './board-brief-blocks';
import { writeBrief } from './board-brief-file';
import { briefAsHtml } from './board-brief-html';
import { briefAsMarkdown, markdownText } from './board-brief-markdown';
import { place } from '../testing/test-hub';
import { a1111Png, drop } from '../testing/tiny-pictures';

const p = { project_id: 'p' };

/** A hub in which somebody decided things. */
async function decided(...more: readonly ((hash: string) => EventDraft)[]) {
  const here = place();
  drop(join(here.inbox, 'harbor', 'a.png'), a1111Png('boat'));
  const hub = here.open();
  await hub.start({ watch: false });
  await hub.settled();
  const asset = hub.library.assetsBefore(1e9, 1)[0]!;
  await hub.say(projectCreated({ ...p, project_name: 'harbor', description: 'A town by the sea.', project_type: 'story' }));
  for (const draft of more) await hub.say(draft(asset.content_hash));
  return { here, hub, asset };
}

const story = [
  (hash: string) => styleChosen({ ...p, style_name: 'Dusk', style_category: 'visual', reason: 'Faces stay readable.', style_prompt: 'gouache', reference_assets: [hash], alternatives_considered: [{ style_name: 'Neon', reason: 'too loud' }, 'Paper'] }),
  () => characterDefined({ ...p, character_id: 'm', character_name: 'Moth-7', character_type: 'protagonist', visual_description: { hair: 'brass' }, personality_traits: ['patient'] }),
  (hash: string) => characterDefined({ ...p, character_id: 'm', character_name: 'Moth-7', character_type: 'protagonist', visual_description: { hair: 'copper' }, personality_traits: ['patient'], version: 2, reference_assets: [hash] }),
  () => contextUpdated({ ...p, context_type: 'visual', update_type: 'addition', context_key: 'light', new_value: { from: 'below' }, update_reason: 'lanterns' }),
  (hash: string) => conceptApproved({ ...p, concept_id: 't', concept_type: 'scene', concept_name: 'The tide', description: 'They return.', concept_assets: [hash, hashOf('lost')] }),
  () => conceptProposed({ ...p, concept_id: 'b', concept_type: 'scene', concept_name: 'The bell', description: 'It rings.' }),
];

describe('[D23] a brief', () => {
  it('[D23] says what a project is, why it looks as it does, who is in it and what is approved', async () => {
    const { here, hub, asset } = await decided(...story);
    const text = briefAsMarkdown(await hub.boards.brief('p'), here.home);
    const way = asset.path!.slice(here.home.length + 1).split(/[\\/]/).map(encodeURIComponent).join('/');
    expect(text).toContain('![harbor-001.png');
    expect(text).toContain(`](${way})`);
    expect(resolve(here.home, decodeURIComponent(way))).toBe(asset.path);
    const lines = text.split('\n');
    for (const line of [
      '# harbor', '- **Type**: story', '> A town by the sea.', '7 decisions, 1 picture.', '## Style', '### Dusk', '> Faces stay readable.', '- **Prompt**: gouache',
      'Chosen over:', '- Neon: too loud', '- Paper', '## Characters', '### Moth-7, protagonist', '- **hair**: copper', '- **Traits**: patient',
      '## Context', '- **light**: from below (lanterns)', '## Concepts', '### The tide, scene', '> They return.', '## Ideas', '- The bell: It rings.', '## Best pictures',
      `*${hashOf('lost').slice(0, 12)}, not in the library*`,
    ]) expect(lines).toContain(line.replaceAll('_', '\\_'));
    expect(text).toMatch(/- Version 2, \d{4}-\d\d-\d\d: hair copper instead of brass; reference assets now picture [0-9a-f]{12}$/m);
  });

  it('[D23] as a page holds its pictures, and needs and loads nothing else', async () => {
    const { here, hub, asset } = await decided(...story);
    const thumbnail = join(here.data, 'thumbnails', asset.content_hash.slice(0, 2), `${asset.content_hash}.webp`);
    mkdirSync(join(thumbnail, '..'), { recursive: true });
    writeFileSync(thumbnail, 'a thumbnail');
    const file = join(here.home, 'brief.html');
    const brief = await hub.boards.brief('p');
    await writeBrief(brief, file, { format: 'html', folder: here.home, replace: false });
    const page = readFileSync(file, 'utf8');
    expect(page).toContain("default-src 'none'; img-src data:; style-src 'sha256-");
    const address = `data:image/webp;base64,${Buffer.from('a thumbnail').toString('base64')}`;
    expect(page.split(`src="${address}"`)).toHaveLength(5);
    expect([...page.matchAll(/(?:src|href|action|url)\s*[=(]\s*["']?([^"')]*)/gi)].map(([, found]) => found)).toEqual(Array.from({ length: 4 }, () => address));
    await expect(writeBrief(brief, file, { format: 'markdown', folder: here.home, replace: false })).rejects.toThrow(`The file ${file} is there already. Name another one.`);
    await expect(writeBrief(brief, join(here.home, 'no', 'x.md'), { format: 'markdown', folder: here.home, replace: false })).rejects.toThrow('cannot be written');
    await writeBrief(brief, file, { format: 'markdown', folder: here.home, replace: true });
    expect(readFileSync(file, 'utf8')).toMatch(/^# harbor\n/);
    expect(readdirSync(here.home).filter((name) => name.startsWith('.alice'))).toEqual([]);
  });
});

const nasty = [
  '<script>ran = 1</script>', '"><img src=x onerror=ran=1>', "' onmouseover='x", '</style><script>1</script>', '&lt;script&gt;', '[a](javascript:alert(1))', '![x](http://evil/p.png)',
  '`code`', '# heading', '- item', '1. one', '> quote', '---', '===', '~~~', '    four', '<https://evil>', 'http://evil.example www.evil.example a@evil.example', '\\', '\\*x*', '**b**', '_i_',
  '| a | b |', '$x$', '[^1]: note', '\u202eleft', 'x\u001b[31mred', 'a\r\nb\rc', '\u2028', 'javascript:alert(1)', '+ plus', '12) twelve', '=1+1',
];

/** What Markdown makes of a text but text, as CommonMark and GitHub have it. */
const markup = /(?<!\\)(?:\\\\)*[`*_[\]<>|~$@&]|^\s*(?:[-+#=]|\d+[.)]|>)|(?<!\\):\/\/|(?<!\\)www\./m;

describe('[D24] whatever people and programs write', () => {
  it('[D24] is only text in a page and in Markdown', () => {
    const text = fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'grapheme' }), fc.array(fc.constantFrom(...nasty, ' ', '\n')).map((parts) => parts.join('')));
    const block: fc.Arbitrary<Block> = fc.oneof(
      text.map((words) => ({ kind: 'heading', level: 2, text: words }) as const),
      text.map((words) => ({ kind: 'text', text: words }) as const),
      text.map((words) => ({ kind: 'quote', text: words }) as const),
      fc.array(text).map((items) => ({ kind: 'list', items }) as const),
      fc.array(fc.tuple(text, text)).map((facts) => ({ kind: 'facts', facts }) as const),
      fc.constant({ kind: 'pictures', hashes: ['h', 'i'] } as const),
    );
    const brief = fc.record({ title: text, blocks: fc.array(block, { maxLength: 6 }), caption: text, path: text })
      .map(({ title, blocks, caption, path }): Brief => ({ title, blocks, pictures: new Map([['h', { caption, path: `/home/ada/${path.replaceAll('\0', '')}/x.png`, thumbnail: '' }]]) }));
    const allowed = new Set(['!doctype', 'html', 'head', 'meta', 'title', 'style', 'body', 'h1', 'h2', 'p', 'blockquote', 'ul', 'li', 'dl', 'dt', 'dd', 'div', 'figure', 'img', 'figcaption']);
    fc.assert(
      fc.property(brief, (each) => {
        const page = briefAsHtml(each, new Map([['h', 'data:image/webp;base64,AA==']]));
        const tags = [...page.matchAll(/<\/?([a-z!][a-z0-9]*)/gi)].map(([, tag]) => tag!.toLowerCase());
        expect(tags.filter((tag) => !allowed.has(tag))).toEqual([]);
        expect(page.split('<style>')).toHaveLength(2);
        expect(page).not.toMatch(/(?![\n\t])\p{Cc}|[\u202a-\u202e]/u);
        // Attributes are Alice's own: no quote of a text ends one.
        for (const [tag] of page.matchAll(/<(?:img|h\d|p|li|d[td]|figcaption|blockquote)\b[^>]*>/g)) {
          expect(tag).toMatch(/^<[a-z0-9]+(?: dir="auto"| src="data:image\/webp;base64,AA=="| alt="[^"<>]*")*>$/);
        }
        const markdown = briefAsMarkdown(each, '/home/ada');
        expect(markdown).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e]/u);
        for (const [, address] of markdown.matchAll(/!\[(?:\\.|[^\]\\])*\]\(([^)]*)\)/g)) expect(address).toMatch(/^[^\s()<>]*$/);
      }),
      { numRuns: 500 },
    );
    const isText = (words: string) => { for (const line of markdownText(words)) expect(line).not.toMatch(markup); };
    fc.assert(fc.property(text, isText), { numRuns: 2_000 });
    nasty.forEach(isText);
    fc.assert(fc.property(text, (words) => { expect(htmlText(words)).not.toMatch(/[<>"']/); }));
  });

  it('[D24] a picture whose file is called anything lies where its address says', () => {
    const folder = tempFolder();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }).filter((name) => !/[\0/\\\ud800-\udfff]/.test(name) && name !== '.' && name !== '..'), (name) => {
        const path = join(folder, 'organized', `${name}.png`);
        const brief: Brief = { title: 't', blocks: [{ kind: 'pictures', hashes: ['h'] }], pictures: new Map([['h', { caption: 'c', path, thumbnail: '' }]]) };
        const [, address = ''] = /\(([^)]*)\)/.exec(briefAsMarkdown(brief, join(folder, 'briefs'))) ?? [];
        expect(resolve(folder, 'briefs', decodeURIComponent(address))).toBe(path);
      }),
    );
  });
});
