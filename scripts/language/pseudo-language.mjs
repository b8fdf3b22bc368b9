import { parse, TYPE } from '@formatjs/icu-messageformat-parser';

const accents = Object.fromEntries([...'aceinorsuyACEINORSUY'].map((letter, at) => [letter, [...'äçéîñöřšüýÄÇÉÎÑÖŘŠÜÝ'][at]]));

/**
 * A language that is none: English with accents, a third longer, between ⟦ and ⟧. What stands in the window without them
 * was not said through the language files; what does not fit would not fit in German either.
 *
 * @param {readonly string[]} texts English, in ICU MessageFormat
 */
export function pseudoLanguage(texts) {
  return { tag: 'en-XA', messages: Object.fromEntries(texts.map((text) => [text, pseudo(text)])) };
}

function pseudo(text) {
  const letters = text.replaceAll(/\{[^}]*\}?/g, '').length;
  return `⟦${accented(text)}${'~'.repeat(Math.ceil(letters / 3))}⟧`;
}

/** Letters outside of places and tags; inside of a plural's forms as well. */
function accented(text) {
  const parts = [];
  let end = 0;
  for (const { start, stop } of literals(parse(text, { captureLocation: true }))) {
    parts.push(text.slice(end, start), [...text.slice(start, stop)].map((letter) => accents[letter] ?? letter).join(''));
    end = stop;
  }
  return [...parts, text.slice(end)].join('');
}

function* literals(elements) {
  for (const element of elements) {
    if (element.type === TYPE.literal) yield { start: element.location.start.offset, stop: element.location.end.offset };
    else if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const { value } of Object.values(element.options)) yield* literals(value);
    } else if (element.type === TYPE.tag) yield* literals(element.children);
  }
}
