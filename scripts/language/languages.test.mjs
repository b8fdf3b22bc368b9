import { readdirSync, readFileSync } from 'node:fs';
import { isStructurallySame, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { inRoot } from '../lib/paths.mjs';
import { pseudoLanguage } from './pseudo-language.mjs';
import { readTexts } from './read-texts.mjs';

const said = readTexts();
const texts = [...new Set(said.map(({ text }) => text))];
const fileOf = (name) => JSON.parse(readFileSync(inRoot('resources', 'languages', name), 'utf8'));
/** Names of the places in a text, and of the tags around words. */
const placesOf = (text) => [...new Set(namesIn(parse(text)))].sort();

function* namesIn(elements) {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    yield element.value;
    if (element.type === TYPE.tag) yield* namesIn(element.children);
    if (element.type !== TYPE.plural && element.type !== TYPE.select) continue;
    for (const { value } of Object.values(element.options)) yield* namesIn(value);
  }
}

describe('[D202] the language files', () => {
  it('[D202] en.json holds every text that the code says and no other; npm run languages writes it', () => {
    expect(texts.length).toBeGreaterThan(1_500);
    expect(Object.keys(fileOf('en.json').messages)).toEqual(texts);
  });

  it('[D202] each text that has places can be said, and is given what stands in them', () => {
    const wrong = said.filter(({ text, values }) => {
      if (values !== null && values.length === 0) return false;
      return values !== null && placesOf(text).join() !== [...new Set(values)].sort().join();
    });
    expect(wrong).toEqual([]);
  });

  it.each(readdirSync(inRoot('resources', 'languages')).filter((name) => name !== 'en.json'))('[D202] %s says only texts of the code, with the same places', (name) => {
    const { tag, messages } = fileOf(name);
    expect(name).toBe(`${tag}.json`);
    const withPlaces = new Set(said.filter(({ values }) => values === null || values.length > 0).map(({ text }) => text));
    const wrong = Object.entries(messages).filter(([text, words]) => {
      if (!texts.includes(text)) return true;
      return words !== '' && withPlaces.has(text) && !isStructurallySame(parse(text), parse(words)).success;
    });
    expect(wrong).toEqual([]);
  });

  it('[D202] the pseudo-language has words for every text, longer and between brackets, with the same places', () => {
    const { messages } = pseudoLanguage(texts);
    expect(Object.keys(messages)).toEqual(texts);
    for (const [text, words] of Object.entries(messages)) {
      expect(words).toMatch(/^⟦.*⟧$/s);
      expect(words.length).toBeGreaterThan(text.length);
      expect(placesOf(words)).toEqual(placesOf(text));
    }
  });
});
