import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Alice } from './alice';

/** What stands in the way of people, in the words of axe; small blemishes are left out. */
export async function obstacles({ page }: Alice): Promise<string[]> {
  // What moves is judged when it has come to rest.
  await page.evaluate(() => {
    const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity);
    return Promise.allSettled(ending.map((one) => one.finished));
  });
  const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  // Nothing found counts only where something was looked at.
  expect(passes.map(({ id }) => id)).toEqual(expect.arrayContaining(['color-contrast', 'button-name', 'document-title']));
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, impact, nodes }) => nodes.map((node) => `${impact ?? ''} ${id}: ${node.html.slice(0, 160)} (${node.any.map(({ message }) => message).join('; ').slice(0, 200)})`));
}
