import { dateLocale, t } from '@shared/language/language';
import { type FacetName, sizeClasses } from '@shared/library/library-filter';
import { toolName } from '@shared/library/provenance';
import { starsInWords } from '@shared/story/words';

/** The facets in the order in which they stand in the pane. */
export const facetTitles: readonly (readonly [FacetName, string])[] = [
  ['stars', t('Stars')],
  ['tool', t('Tool')],
  ['model', t('Model')],
  ['lora', t('LoRA')],
  ['project', t('Project')],
  ['sampler', t('Sampler')],
  ['media', t('Kind')],
  ['rated_by', t('Rated by')],
  ['issue', t('Measured issue')],
  ['not_rated', t('Not measured')],
  ['month', t('Made in')],
  ['origin', t('Comes from')],
  ['state', t('File')],
];

export const titleOf = (name: FacetName): string => facetTitles.find(([one]) => one === name)?.[1] ?? name;

const words: Partial<Record<FacetName, Readonly<Record<string, string>>>> = {
  media: { image: t('Pictures'), video: t('Videos') },
  state: { present: t('In its place'), missing: t('Missing') },
  rated_by: { own: t('You'), measured: t('Measured') },
  issue: { blur: t('Blur'), noise: t('Noise'), blockiness: t('JPEG blocks'), clipping: t('Clipped light'), low_resolution: t('Low resolution') },
  origin: { ai: t('AI'), camera: t('Camera'), editor: t('Editor'), screenshot: t('Screenshot'), unknown: t('Not known') },
};

const month = new Intl.DateTimeFormat(dateLocale(), { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A value of a facet as people call it. */
export function valueInWords(name: FacetName, value: string): string {
  switch (name) {
    case 'tool':
      return toolName(value);
    case 'stars':
      return value === '0' ? t('not rated') : starsInWords(Number(value));
    case 'project':
      return value === 'uncategorized' ? t('Uncategorized') : value;
    case 'month':
      return /^\d{4}-\d{2}$/.test(value) ? month.format(new Date(`${value}-01`)) : value;
    default:
      return words[name]?.[value] ?? value;
  }
}

/** Facets whose values are words out of files. They stand in mono: nobody should take them for Alice's own. */
export const fromFiles: ReadonlySet<FacetName> = new Set(['model', 'lora', 'sampler']);

/** A class of sizes by its place among them. */
export function sizeInWords(at: number): string {
  const from = sizeClasses[at] ?? 0;
  const to = sizeClasses[at + 1];
  if (from === 0) return t('Under {to} px', { to: String(to ?? '') });
  return to === undefined ? t('{from} px and more', { from: String(from) }) : t('{from} – {to} px', { from: String(from), to: String(to - 1) });
}
