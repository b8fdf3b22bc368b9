import { AxeBuilder } from '@axe-core/playwright';
import { themes } from './screens-window.mjs';

/**
 * What stands in the way of people on the screen that is open, in both themes: each finding of axe with the screen's name,
 * small blemishes and targets below 24 pixels included.
 */
export async function obstaclesOn(window, name, of = window.page) {
  const found = [];
  for (const theme of themes) {
    await window.light(theme);
    await of.waitForTimeout(150);
    const { violations } = await new AxeBuilder({ page: of }).setLegacyMode().options({ rules: { 'target-size': { enabled: true } } }).analyze();
    for (const { id, impact, nodes } of violations) {
      for (const { html, any } of nodes) found.push(`${name}, ${theme}: ${impact} ${id}: ${html.slice(0, 160)} (${any.map(({ message }) => message).join('; ').slice(0, 200)})`);
    }
  }
  return found;
}
