import type { Locator, Page } from '@playwright/test';

/** Pixels of an edge that everyone sees. */
const plain = 2;

/**
 * The edge of something that can be chosen or hold the keyboard, wherever inside it is drawn, in words to compare:
 * what is thinner than two pixels is none.
 */
export const edgeOf = (thing: Locator): Promise<string> =>
  thing.evaluate((element, least) => {
    const parts = [element, ...element.querySelectorAll('*')].slice(0, 4).map((one) => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderTopColor, borderTopWidth } = getComputedStyle(one);
      const outline = outlineStyle === 'none' || Number.parseFloat(outlineWidth) < least ? '' : `${outlineWidth} ${outlineColor}`;
      const ring = boxShadow === 'none' ? '' : `${boxShadow}, border ${borderTopWidth} ${borderTopColor}`;
      return `[${outline}|${ring}]`;
    });
    return parts.join(' ');
  }, plain);

/** The longest time that anything in the page takes to glide, or to move once, in milliseconds. */
export const longestMotion = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const milliseconds = (times: string) => times.split(',').map((time) => Number.parseFloat(time) * (time.trim().endsWith('ms') ? 1 : 1_000));
    const all = [...document.querySelectorAll('*')].flatMap((element) => {
      const { transitionDuration, animationName, animationDuration } = getComputedStyle(element);
      return [...milliseconds(transitionDuration), ...(animationName === 'none' ? [] : milliseconds(animationDuration))];
    });
    return Math.max(...all);
  });
