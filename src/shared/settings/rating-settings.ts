import { z } from 'zod';
import { t } from '../language/language';
import { storedOwnRules } from '../library/own-rule';
import { storedHttpStages } from '../library/quality-stage';
import { defineSetting, type SettingControl } from './setting';

/** How pictures are judged, and where they are said to come from. */
export const ratingSettings = {
  refile_on_rating: defineSetting({
    schema: z.boolean(),
    initial: true,
    get title() { return t('Move files when their stars change'); },
    get sentence() { return t('The file follows its rating into that folder by the same verified copy, and the timeline says why.'); },
    words: [t('refile'), t('rating'), t('folder'), t('follow'), t('stars')],
    control: { kind: 'switch' },
  }),
  quality_stages: defineSetting({
    schema: storedHttpStages,
    initial: [],
    get title() { return t('Quality stages'); },
    get sentence() { return t('Services of your choice whose scores stand beside the stars. Until you switch one on, no picture leaves this machine.'); },
    words: [t('service'), t('score'), t('http'), t('key'), t('aesthetic'), t('pipeline'), t('network')],
    get control(): SettingControl { return { kind: 'editor', button: t('Edit stages…') }; },
  }),
  source_rules: defineSetting({
    schema: storedOwnRules,
    initial: [],
    get title() { return t('Source rules'); },
    get sentence() { return t('Your own rules about which tool made a file, by its name or by what stands in it. The first that fits counts.'); },
    words: [t('tool'), t('generator'), t('metadata'), t('pattern'), t('provenance'), t('unknown'), t('made')],
    get control(): SettingControl { return { kind: 'editor', button: t('Edit rules…') }; },
  }),
} as const;
