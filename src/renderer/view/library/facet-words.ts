import { type FacetName, sizeClasses } from '@shared/library/library-filter';
import { toolName } from '@shared/library/provenance';
import { starsInWords } from '@shared/story/words';

/** The facets in the order in which they stand in the pane. */
export const facetTitles: readonly (readonly [FacetName, string])[] = [
  ['stars', 'Stars'],
  ['tool', 'Tool'],
  ['model', 'Model'],
  ['lora', 'LoRA'],
  ['project', 'Project'],
  ['sampler', 'Sampler'],
  ['media', 'Kind'],
  ['rated_by', 'Rated by'],
  ['issue', 'Measured issue'],
  ['not_rated', 'Not measured'],
  ['month', 'Made in'],
  ['origin', 'Comes from'],
  ['state', 'File'],
];

export const titleOf = (name: FacetName): string => facetTitles.find(([one]) => one === name)?.[1] ?? name;

const words: Partial<Record<FacetName, Readonly<Record<string, string>>>> = {
  media: { image: 'Pictures', video: 'Videos' },
  state: { present: 'In its place', missing: 'Missing' },
  rated_by: { own: 'You', measured: 'Measured' },
  issue: { blur: 'Blur', noise: 'Noise', blockiness: 'JPEG blocks', clipping: 'Clipped light', low_resolution: 'Low resolution' },
  origin: { ai: 'AI', camera: 'Camera', editor: 'Editor', screenshot: 'Screenshot', unknown: 'Not known' },
};

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A value of a facet as people call it. */
export function valueInWords(name: FacetName, value: string): string {
  switch (name) {
    case 'tool':
      return toolName(value);
    case 'stars':
      return value === '0' ? 'not rated' : starsInWords(Number(value));
    case 'project':
      return value === 'uncategorized' ? 'Uncategorized' : value;
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
  if (from === 0) return `Under ${to ?? ''} px`;
  return to === undefined ? `${from} px and more` : `${from} – ${to - 1} px`;
}
