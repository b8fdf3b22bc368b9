import { z } from 'zod';
import { t } from '../language/language';
import { storedOwnRules } from '../library/own-rule';
import { storedHttpStages } from '../library/quality-stage';
import { defineSetting } from './setting';

/** How pictures are judged, and where they are said to come from. */
export const ratingSettings = {
  refile_on_rating: defineSetting({
    schema: z.boolean(),
    initial: true,
    title: t('Move files when their stars change'),
    sentence: t('The file follows its rating into that folder by the same verified copy, and the timeline says why.'),
    words: ['refile', 'rating', 'folder', 'follow', 'stars'],
    control: { kind: 'switch' },
  }),
  quality_stages: defineSetting({
    schema: storedHttpStages,
    initial: [],
    title: t('Quality stages'),
    sentence: t('Services of your choice whose scores stand beside the stars. Until you switch one on, no picture leaves this machine.'),
    words: ['service', 'score', 'http', 'key', 'aesthetic', 'pipeline', 'network'],
    control: { kind: 'editor', button: t('Edit stages…') },
  }),
  source_rules: defineSetting({
    schema: storedOwnRules,
    initial: [],
    title: t('Source rules'),
    sentence: t('Your own rules about which tool made a file, by its name or by what stands in it. The first that fits counts.'),
    words: ['tool', 'generator', 'metadata', 'pattern', 'provenance', 'unknown', 'made'],
    control: { kind: 'editor', button: t('Edit rules…') },
  }),
} as const;
