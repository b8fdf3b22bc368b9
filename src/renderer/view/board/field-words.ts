import { t } from '@shared/language/language';

const said: Readonly<Record<string, () => string>> = {
  style_name: () => t('style name'),
  style_category: () => t('style category'),
  style_prompt: () => t('style prompt'),
  style_parameters: () => t('style parameters'),
  reference_assets: () => t('reference assets'),
  reason: () => t('reason'),
  alternatives_considered: () => t('alternatives considered'),
  character_name: () => t('character name'),
  character_type: () => t('character type'),
  visual_description: () => t('visual description'),
  personality_traits: () => t('personality traits'),
  backstory: () => t('backstory'),
  style_guidelines: () => t('style guidelines'),
  concept_name: () => t('concept name'),
  concept_type: () => t('concept type'),
  concept_assets: () => t('concept assets'),
  description: () => t('description'),
  approval_notes: () => t('approval notes'),
  production_notes: () => t('production notes'),
};

/** A field of a version; what a person named inside it stands as they wrote it: `visual description › hair`. */
export function fieldInWords(field: string): string {
  const [first = '', ...inner] = field.split('.');
  return [said[first]?.() ?? plain(first), ...inner.map(plain)].join(' › ');
}

const plain = (name: string) => name.replaceAll('_', ' ');
