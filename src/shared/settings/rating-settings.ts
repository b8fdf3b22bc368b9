import { z } from 'zod';
import { storedOwnRules } from '../library/own-rule';
import { storedHttpStages } from '../library/quality-stage';
import { defineSetting } from './setting';

/** How pictures are judged, and where they are said to come from. */
export const ratingSettings = {
  refile_on_rating: defineSetting({
    schema: z.boolean(),
    initial: true,
    title: 'Move files when their stars change',
    sentence: 'The file follows its rating into that folder by the same verified copy, and the timeline says why.',
    words: ['refile', 'rating', 'folder', 'follow', 'stars'],
    control: { kind: 'switch' },
  }),
  quality_stages: defineSetting({
    schema: storedHttpStages,
    initial: [],
    title: 'Quality stages',
    sentence: 'Services of your choice whose scores stand beside the stars. Until you switch one on, no picture leaves this machine.',
    words: ['service', 'score', 'http', 'key', 'aesthetic', 'pipeline', 'network'],
    control: { kind: 'editor', button: 'Edit stages…' },
  }),
  source_rules: defineSetting({
    schema: storedOwnRules,
    initial: [],
    title: 'Source rules',
    sentence: 'Your own rules about which tool made a file, by its name or by what stands in it. The first that fits counts.',
    words: ['tool', 'generator', 'metadata', 'pattern', 'provenance', 'unknown', 'made'],
    control: { kind: 'editor', button: 'Edit rules…' },
  }),
} as const;
