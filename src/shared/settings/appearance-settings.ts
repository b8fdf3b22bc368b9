import { z } from 'zod';
import { knownLanguages, t } from '../language/language';
import { defineSetting, type SettingControl } from './setting';

export const zoomSteps = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200] as const;

const themes = z.enum(['system', 'light', 'dark']);
const contrasts = z.enum(['system', 'normal', 'high']);
const motions = z.enum(['system', 'reduced']);
const densities = z.enum(['normal', 'compact']);

/** How Alice looks. */
export const appearanceSettings = {
  language: defineSetting({
    schema: z.string().max(35),
    initial: 'system',
    get title() { return t('Language'); },
    get sentence() { return t('What Alice speaks from its next start on. Your log, the command line and files for others stay in English.'); },
    words: [t('translation'), t('locale'), t('English')],
    get control(): SettingControl { return { kind: 'choice', options: [['system', t('System')], ...knownLanguages().map(({ tag, name }) => [tag, name] as const)] }; },
    from_next_start: true,
  }),
  theme: defineSetting({
    schema: themes,
    initial: 'system',
    get title() { return t('Theme'); },
    get sentence() { return t('Light, dark, or as the rest of your system is.'); },
    words: [t('colour'), t('color'), t('night'), t('dark mode'), t('appearance')],
    get control(): SettingControl { return { kind: 'choice', options: [['system', t('System')], ['light', t('Light')], ['dark', t('Dark')]] }; },
  }),
  contrast: defineSetting({
    schema: contrasts,
    initial: 'system',
    get title() { return t('Contrast'); },
    get sentence() { return t('High draws text and the edges of controls stronger and gives focus a wider ring.'); },
    words: [t('accessibility'), t('legible'), t('readable'), t('high contrast'), t('eyes')],
    get control(): SettingControl { return { kind: 'choice', options: [['system', t('System')], ['normal', t('Normal')], ['high', t('High')]] }; },
  }),
  density: defineSetting({
    schema: densities,
    initial: 'normal',
    get title() { return t('Density'); },
    get sentence() { return t('Compact puts more into the window: stories of the timeline take one line, and controls are smaller.'); },
    words: [t('compact'), t('rows'), t('spacing'), t('smaller')],
    get control(): SettingControl { return { kind: 'choice', options: [['normal', t('Normal')], ['compact', t('Compact')]] }; },
  }),
  motion: defineSetting({
    schema: motions,
    initial: 'system',
    get title() { return t('Motion'); },
    get sentence() { return t('Reduced lets panes and messages appear at once, without moving.'); },
    words: [t('accessibility'), t('animation'), t('reduced motion'), t('transition'), t('dizzy')],
    get control(): SettingControl { return { kind: 'choice', options: [['system', t('System')], ['reduced', t('Reduced')]] }; },
  }),
  zoom: defineSetting({
    schema: z.int().min(50).max(200),
    initial: 100,
    get title() { return t('Text size'); },
    get sentence() { return t('Makes everything in the window larger or smaller, words and pictures alike.'); },
    words: [t('zoom'), t('scale'), t('font'), t('larger'), t('smaller'), t('accessibility'), t('percent')],
    control: { kind: 'number', least: 50, most: 200, step: 10, unit: '%' },
  }),
} as const;

export type Contrast = z.infer<typeof contrasts>;
export type Density = z.infer<typeof densities>;
export type Motion = z.infer<typeof motions>;

/** The next step of the zoom in a direction; the last one again at its end. */
export function zoomBeside(zoom: number, direction: 1 | -1): number {
  const beyond = zoomSteps.filter((step) => (step - zoom) * direction > 0);
  return (direction === 1 ? beyond[0] : beyond.at(-1)) ?? zoom;
}
