import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { type NotesBlock, parseNotes, wordsOfLine } from './notes-text';

const changelog = readFileSync(resolve(import.meta.dirname, '../../../CHANGELOG.md'), 'utf8');
const wordsOf = (block: NotesBlock): readonly string[] => (block.kind === 'list' ? block.items : [block.line]).map(wordsOfLine);

it('[D273] the change log of the project becomes one heading for each version, newest first, with one list under each', () => {
  const [title, ...blocks] = parseNotes(changelog);
  expect(title).toMatchObject({ kind: 'heading', level: 1 });
  expect(blocks.map(({ kind }) => kind)).toEqual(blocks.map((_, at) => (at % 2 === 0 ? 'heading' : 'list')));
  const versions = blocks.filter(({ kind }) => kind === 'heading').flatMap(wordsOf).map((words) => /\d+\.\d+\.\d+/.exec(words)?.[0]);
  expect(versions.slice(-4)).toEqual(['0.4.0', '0.3.0', '0.2.0', '0.1.0']);
  expect(blocks.flatMap((block) => (block.kind === 'list' ? block.items : []))).toHaveLength(changelog.split('\n').filter((line) => line.startsWith('- ')).length);
  // Not a word is lost on the way.
  const letters = (text: string) => text.replace(/\]\([^)]*\)|[\s#`*[\]-]/g, '');
  expect(letters([title!, ...blocks].flatMap(wordsOf).join(' '))).toBe(letters(changelog));
});

it('[D273] lines that go on, styles and links are read; a link is its words alone', () => {
  expect(parseNotes('## One\r\n- first\n  goes on\n\n* second **strong** `co*de*`\n\nWords, [here](https://evil.example/x)\nand *Help › About*, 2 * 3 * 4.\n### Two')).toEqual([
    { kind: 'heading', level: 2, line: [{ text: 'One', style: 'plain' }] },
    {
      kind: 'list', items: [
        [{ text: 'first goes on', style: 'plain' }],
        [{ text: 'second ', style: 'plain' }, { text: 'strong', style: 'strong' }, { text: ' ', style: 'plain' }, { text: 'co*de*', style: 'code' }],
      ],
    },
    { kind: 'paragraph', line: [
      { text: 'Words, here and ', style: 'plain' }, { text: 'Help › About', style: 'emphasis' }, { text: ', 2 * 3 * 4.', style: 'plain' },
    ] },
    { kind: 'heading', level: 3, line: [{ text: 'Two', style: 'plain' }] },
  ]);
});

it('[D273] everything else is text, and no text makes it slow', () => {
  const odd = '<img src=x onerror=alert(1)> [a](javascript:alert(1) **never ended `nor this ![picture](x)';
  expect(parseNotes(odd).flatMap(wordsOf)).toEqual(['<img src=x onerror=alert(1)> [a](javascript:alert(1) **never ended `nor this !picture']);
  const before = performance.now();
  for (const sign of ['[', '`', '**', '#', '- ', '[a](', '\n']) parseNotes(sign.repeat(200_000));
  expect(performance.now() - before).toBeLessThan(3_000);
  expect(parseNotes('')).toEqual([]);
});
