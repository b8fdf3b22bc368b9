import { expect, it } from 'vitest';
import { settingsSections } from './settings-sections';
import { withSettings } from './settings-document';
import { isSettingKey, settingKeys } from './settings-table';

it('[D104] the table of the README has a line for each setting, in the order of the window', () => {
  const text = withSettings('Before\n<!-- settings -->\nold\n<!-- /settings -->\nafter');
  expect(text.startsWith('Before\n<!-- settings -->\n| section')).toBe(true);
  expect(text.endsWith('|\n<!-- /settings -->\nafter')).toBe(true);
  const named = [...text.matchAll(/^\| [^|]+ \| [^|]+ \| `(\w+)` \|/gm)].map(([, key = '']) => key);
  expect(named).toEqual(settingsSections.flatMap(({ rows }): readonly string[] => rows).filter(isSettingKey));
  expect(named).toHaveLength(settingKeys.length);
  expect(text).toContain('| Appearance | Text size | `zoom` | 100 % | Makes everything');
});

it('[D104] a text without a place for it is refused', () => {
  expect(() => withSettings('nothing')).toThrow(/no place for the settings/);
});
