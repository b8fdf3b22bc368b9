import { t } from '../language/language';
import type { measuredIssues } from './quality-overview';

const issues: Readonly<Record<(typeof measuredIssues)[number], () => string>> = {
  blur: () => t('blur'),
  noise: () => t('noise'),
  blockiness: () => t('blockiness'),
  clipping: () => t('clipping'),
  low_resolution: () => t('low resolution'),
};

/** What was measured beside the score, within a sentence; an issue of a newer version by its name. */
export function issueInWords(issue: string): string {
  return Object.entries(issues).find(([name]) => name === issue)?.[1]() ?? issue.replaceAll('_', ' ');
}
