import { settingsSections } from './settings-sections';
import { isSettingKey, settingOf } from './settings-table';
import { valueInWords } from './setting-words';

const begin = '<!-- settings -->';
const end = '<!-- /settings -->';

/** The settings as a table in Markdown, by section. */
function settingsDocument(): string {
  const rows = settingsSections.flatMap(({ title: section, rows: keys }) =>
    keys.filter(isSettingKey).map((key) => {
      const { title, sentence, initial, control } = settingOf(key);
      const first = control.kind === 'editor' ? 'none' : valueInWords(key, initial);
      return `| ${section} | ${title} | \`${key}\` | ${first} | ${sentence} |`;
    }),
  );
  return ['| section | setting | in `settings.json` | at first | what it does |', '|---|---|---|---|---|', ...rows].join('\n');
}

/** A text with the table of the settings between its markers. @throws when the markers are not there */
export function withSettings(text: string): string {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`There is no place for the settings: ${begin} and ${end} are missing.`);
  return `${text.slice(0, from + begin.length)}\n${settingsDocument()}\n${text.slice(to)}`;
}
