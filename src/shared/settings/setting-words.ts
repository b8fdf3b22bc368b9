import { t } from '../language/language';
import { type SettingKey, settingOf } from './settings-table';

/** A value of a setting as a person reads it. */
export function valueInWords(key: SettingKey, value: unknown): string {
  const { control } = settingOf(key);
  switch (control.kind) {
    case 'switch':
      return value === true ? 'on' : 'off';
    case 'choice':
      return control.options.find(([option]) => option === value)?.[1] ?? String(value);
    case 'number': {
      if (typeof value !== 'number') return control.usual?.toLowerCase() ?? 'none';
      return control.unit === '%' ? `${value} %` : `${value.toLocaleString('en')} ${control.unit}`;
    }
    case 'folder':
      return typeof value === 'string' ? value : (control.none?.toLowerCase() ?? t('not chosen'));
    case 'editor': {
      const entries = typeof value === 'object' && value !== null ? Object.keys(value).length : Number(value);
      return entries === 1 ? '1 entry' : t('{entries} entries', { entries });
    }
  }
}
