/** A piece of a line of release notes. */
export interface NotesSpan {
  readonly text: string;
  readonly style: 'plain' | 'strong' | 'emphasis' | 'code';
}

export type NotesLine = readonly NotesSpan[];

export type NotesBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly line: NotesLine }
  | { readonly kind: 'paragraph'; readonly line: NotesLine }
  | { readonly kind: 'list'; readonly items: readonly NotesLine[] };

type Entry =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph' | 'item'; readonly text: string }
  | { readonly kind: 'gap' };

const mostLetters = 200_000;

/**
 * Release notes as blocks: of Markdown headings, paragraphs, lists in one depth, **strong**, *emphasis* and `code`. A link is its
 * words alone, since whoever wrote it decides nothing about where a person goes; everything else, markup too, is text.
 */
export function parseNotes(text: string): readonly NotesBlock[] {
  const blocks: NotesBlock[] = [];
  for (const entry of entriesOf(text.slice(0, mostLetters).split(/\r\n?|\n/))) {
    const last = blocks.at(-1);
    if (entry.kind === 'gap') continue;
    const line = spansOf(entry.text);
    if (entry.kind === 'heading') blocks.push({ kind: 'heading', level: entry.level, line });
    else if (entry.kind === 'paragraph') blocks.push({ kind: 'paragraph', line });
    else if (last?.kind === 'list') blocks[blocks.length - 1] = { kind: 'list', items: [...last.items, line] };
    else blocks.push({ kind: 'list', items: [line] });
  }
  return blocks;
}

/** A line that begins nothing goes on with what stands right before it. */
function entriesOf(lines: readonly string[]): readonly Entry[] {
  const entries: Entry[] = [];
  for (const line of lines.map((each) => each.trim())) {
    const [, marks, title] = /^(#{1,6})\s+(\S.*)$/.exec(line) ?? [];
    const [, item] = /^[-*+]\s+(\S.*)$/.exec(line) ?? [];
    const last = entries.at(-1);
    if (marks !== undefined && title !== undefined) entries.push({ kind: 'heading', level: marks.length, text: title });
    else if (item !== undefined) entries.push({ kind: 'item', text: item });
    else if (line === '') entries.push({ kind: 'gap' });
    else if (last?.kind === 'item' || last?.kind === 'paragraph') entries[entries.length - 1] = { kind: last.kind, text: `${last.text} ${line}` };
    else entries.push({ kind: 'paragraph', text: line });
  }
  return entries;
}

/** Short enough for each part that no text makes it slow. */
const marked = /`([^`]{1,500})`|\*\*([^*]{1,500})\*\*|\*([^*\s](?:[^*]{0,500}[^*\s])?)\*|\[([^[\]]{1,500})\]\([^()\s]{0,2000}\)/g;

function spansOf(text: string): NotesLine {
  const spans: NotesSpan[] = [];
  const add = (words: string, style: NotesSpan['style']) => {
    const last = spans.at(-1);
    if (words === '') return;
    if (last?.style === style) spans[spans.length - 1] = { text: last.text + words, style };
    else spans.push({ text: words, style });
  };
  let from = 0;
  for (const { 0: whole, 1: code, 2: strong, 3: emphasis, 4: link, index } of text.matchAll(marked)) {
    add(text.slice(from, index), 'plain');
    if (code !== undefined) add(code, 'code');
    else if (strong !== undefined) add(strong, 'strong');
    else if (emphasis !== undefined) add(emphasis, 'emphasis');
    else add(link ?? '', 'plain');
    from = index + whole.length;
  }
  add(text.slice(from), 'plain');
  return spans;
}

/** A line without its styles, for names. */
export const wordsOfLine = (line: NotesLine): string => line.map(({ text }) => text).join('');
