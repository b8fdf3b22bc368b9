import { type SettingsSection, wordsOf } from './settings-sections';

/** The words of a search, each in small letters. */
export function searchWords(text: string): readonly string[] {
  return text.toLowerCase().split(/\s+/).filter((word) => word !== '');
}

/** The rows of each section in which all words occur: in title, sentence, further words, or the section's title. */
export function findSettings(sections: readonly SettingsSection[], text: string): readonly SettingsSection[] {
  const wanted = searchWords(text);
  if (wanted.length === 0) return sections;
  return sections.flatMap((section) => {
    const rows = section.rows.filter((row) => {
      const { title, sentence, words } = wordsOf(row);
      const all = [section.title, title, sentence, ...words].join('\n').toLowerCase();
      return wanted.every((word) => all.includes(word));
    });
    return rows.length === 0 ? [] : [{ ...section, rows }];
  });
}

export interface MarkedPart {
  readonly text: string;
  readonly marked: boolean;
}

/** A text in parts, with those marked that a search found. */
export function markedParts(text: string, words: readonly string[]): readonly MarkedPart[] {
  const lower = text.toLowerCase();
  // Letters that change their length with their case would shift the marks.
  if (lower.length !== text.length) return [{ text, marked: false }];
  const marked = new Array<boolean>(text.length).fill(false);
  for (const word of words) {
    for (let at = lower.indexOf(word); word !== '' && at !== -1; at = lower.indexOf(word, at + 1)) marked.fill(true, at, at + word.length);
  }
  const parts: MarkedPart[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && marked[at] === marked[at - 1]) continue;
    parts.push({ text: text.slice(from, at), marked: marked[at - 1] ?? false });
    from = at;
  }
  return parts;
}
