import { afterEach, describe, expect, it } from 'vitest';
import { dateLocale, direction, english, inEnglish, numberLocale, partsOf, speak, t } from './language';
import { languageFile } from './language-file';

const german = (messages: Record<string, string>) => { speak({ tag: 'de', messages }); };
const counted = '{count, plural, one {# picture} other {# pictures}} chosen';

describe('[D200] what is said in the language that is spoken', () => {
  afterEach(() => { speak(english); });

  it('[D200] English says what stands in the code, with its counts grouped', () => {
    expect(t('Pause')).toBe('Pause');
    expect(t(counted, { count: 1 })).toBe('1 picture chosen');
    expect(t(counted, { count: 1_200 })).toBe('1,200 pictures chosen');
    expect([numberLocale(), dateLocale(), direction()]).toEqual(['en', 'en-GB', 'ltr']);
  });

  it('[D200] another language says its own words with its own plurals and numbers', () => {
    german({ Pause: 'Anhalten', [counted]: '{count, plural, one {# Bild} other {# Bilder}} gewählt' });
    expect(t('Pause')).toBe('Anhalten');
    expect(t(counted, { count: 1_200 })).toBe('1.200 Bilder gewählt');
    expect([numberLocale(), dateLocale()]).toEqual(['de', 'de']);
    speak({ tag: 'ar', messages: {} });
    expect(direction()).toBe('rtl');
  });

  it('[D200] what a language has no words for, or words that cannot be said, is said in English', () => {
    german({ Pause: '', [counted]: '{count, plural, one {# Bild}', 'To {name}': 'Zu {nome}' });
    expect(t('Pause')).toBe('Pause');
    expect(t('Resume')).toBe('Resume');
    expect(t(counted, { count: 2 })).toBe('2 pictures chosen');
    expect(t('To {name}', { name: 'B' })).toBe('To B');
  });

  it('[D255] a text that is called like something every object has is said as it stands in the code', () => {
    const asked = ['toString', 'constructor', 'valueOf', 'hasOwnProperty', '__proto__'];
    german({});
    expect(asked.map((text) => t(text))).toEqual(asked);
    expect(asked.map((text) => t(text, {}))).toEqual(asked);
    expect(asked.map((text) => partsOf(text, {}))).toEqual(asked.map((text) => [text]));
    german(JSON.parse('{ "constructor": "Erbauer", "__proto__": "Urbild" }') as Record<string, string>);
    expect([t('constructor'), t('__proto__'), t('constructor', {})]).toEqual(['Erbauer', 'Urbild', 'Erbauer']);
  });

  it('[D200] elements stand where the language wants them', () => {
    const strong = (words: readonly unknown[]) => ({ strong: words });
    expect(partsOf('<b>Alice</b> waits for {key}', { b: strong, key: { key: 'p' } })).toEqual([{ strong: ['Alice'] }, ' waits for ', { key: 'p' }]);
    german({ '<b>Alice</b> waits for {key}': 'Auf {key} wartet <b>Alice</b>' });
    expect(partsOf('<b>Alice</b> waits for {key}', { b: strong, key: { key: 'p' } })).toEqual(['Auf ', { key: 'p' }, ' wartet ', { strong: ['Alice'] }]);
  });

  it('[D200] what is recorded is said in English whichever language is spoken, also when it fails', () => {
    german({ Pause: 'Anhalten' });
    expect(inEnglish(() => t('Pause'))).toBe('Pause');
    expect(() => inEnglish(() => { throw new Error('no'); })).toThrow('no');
    expect(t('Pause')).toBe('Anhalten');
  });

  it('[D201] a language file has a tag and texts, and nothing too long', () => {
    expect(languageFile.safeParse({ tag: 'pt-BR', messages: { Pause: 'Pausar' } }).success).toBe(true);
    for (const bad of [{ tag: 'x y', messages: {} }, { tag: 'de', messages: { Pause: 3 } }, { tag: 'de', messages: { Pause: 'a'.repeat(4_001) } }, { tag: 'de' }]) {
      expect(languageFile.safeParse(bad).success).toBe(false);
    }
  });
});
