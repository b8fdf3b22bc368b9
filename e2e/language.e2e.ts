import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pseudoLanguage } from '../scripts/language/pseudo-language.mjs';
import { readTexts } from '../scripts/language/read-texts.mjs';
import { named } from './support/alice';
import { put } from './support/folders';
import { expect, photograph, test } from './support/test';

/** Texts in sight, and names that are read out, without a sign of the pseudo-language, but what stands as data. */
async function leftInEnglish(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const word = /\p{L}{3,}/u;
    const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const holder = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (holder === null || !word.test(text) || holder.closest('[translate="no"], code, kbd, time, title') !== null || !shown(holder)) continue;
      const said = [holder, holder.parentElement, holder.parentElement?.parentElement].some((around) => around?.textContent.includes('⟦'));
      if (!said) found.add(`${holder.tagName.toLowerCase()}.${holder.className}: ${text.slice(0, 80)}`);
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      for (const name of ['aria-label', 'title', 'placeholder']) {
        const text = element.getAttribute(name) ?? '';
        if (word.test(text) && !text.includes('⟦') && element.closest('[translate="no"]') === null) found.add(`${element.tagName.toLowerCase()}[${name}]: ${text.slice(0, 80)}`);
      }
    }
    return [...found];
  });
}

const places = {
  timeline: ['g', 't'], inbox: ['g', 'i'], board: ['g', 'p'], quality: ['g', 'q'], system: ['g', 's'], care: ['g', 'c'], history: ['2'], settings: ['Control+,'],
  library: ['g', 'l'], palette: ['Control+k'], keys: ['Shift+?'],
} as const;

/**
 * Names of tools, models, samplers, projects and files of the samples, paths, months, and reasons that are recorded; and what
 * react-aria says by itself at the end of a layer, in the languages that it knows.
 */
const written = new RegExp(
  `: (${['ComfyUI', 'A1111', 'Forge( Classic)?', 'reForge', 'InvokeAI', 'NovelAI( Diffusion.*)?', 'SwarmUI', 'uncategorized', 'Euler.*', 'DPM.*', '[a-z0-9]+([-_][a-z0-9]+)+', '[a-zA-Z]+_v\\d+',
    '/.*', '[A-Z][a-z]+ 20\\d\\d', '.*\\.(png|jpe?g|webp)', 'https://example\\.org/.*', 'The picture data stops before its end.*', 'Dismiss'].join('|')})$`, 'u');

test('[D203] in another language nothing in the window stays English but names and what people wrote', async ({ open, folders }, info) => {
  const state = join(folders.data, 'window');
  mkdirSync(state, { recursive: true });
  put(join(state, 'languages', 'en-XA.json'), JSON.stringify(pseudoLanguage(readTexts().map(({ text }) => text))));
  put(join(state, 'language.json'), JSON.stringify({ language: 'en-XA' }));
  const alice = await open([...named(folders), '--sample']);
  const { page } = alice;
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-XA');
  const found: Record<string, readonly string[]> = {};
  await expect(page.getByText('lantern-harbor').first()).toBeVisible();
  for (const [place, keys] of Object.entries(places)) {
    for (const key of keys) await page.keyboard.press(key);
    await page.waitForTimeout(500);
    found[place] = (await leftInEnglish(page)).filter((text) => !written.test(text));
    await photograph(alice, info, place);
    if (place === 'palette' || place === 'keys') await page.keyboard.press('Escape');
  }
  expect(Object.fromEntries(Object.entries(found).filter(([, texts]) => texts.length > 0))).toEqual({});
});
