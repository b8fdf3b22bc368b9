import { numberLocale } from '@shared/language/language';

const grouped = new Intl.NumberFormat(numberLocale());

/** `1,284`. */
export function number(value: number): string {
  return grouped.format(value);
}
