import type { SettingKey } from '@shared/settings/settings-table';
import { showSourceRules } from '../../store/use-source-rules';
import { showStages } from '../../store/use-view';

/** The editors of settings that are lists. */
export const editors: Partial<Record<SettingKey, () => void>> = {
  source_rules: () => void showSourceRules(),
  quality_stages: () => showStages(true),
};
