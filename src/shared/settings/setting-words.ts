import { numberLocale, t } from '../language/language';
import { type SettingKey, settingOf } from './settings-table';

/** A value of a setting as a person reads it. */
export function valueInWords(key: SettingKey, value: unknown): string {
  const { control } = settingOf(key);
  switch (control.kind) {
    case 'switch':
      return value === true ? t('on') : t('off');
    case 'choice':
      return control.options.find(([option]) => option === value)?.[1] ?? String(value);
    case 'number': {
      if (typeof value !== 'number') return control.usual === undefined ? t('none') : t('usual');
      return `${value.toLocaleString(numberLocale())} ${control.unit}`;
    }
    case 'folder':
      if (typeof value === 'string') return value;
      return control.none === undefined ? t('not chosen') : t('none');
    case 'text':
      return typeof value === 'string' && value !== '' ? shortly(value) : control.none;
    case 'editor': {
      const entries = typeof value === 'object' && value !== null ? Object.keys(value).length : Number(value);
      return t('{entries, plural, one {# entry} other {# entries}}', { entries });
    }
  }
}

const mostShown = 120;
const shortly = (text: string): string => (text.length > mostShown ? `${text.slice(0, mostShown)}…` : text);
