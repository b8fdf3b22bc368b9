import { t } from '@shared/language/language';
import type { OwnRule } from '@shared/library/own-rule';
import { create } from 'zustand';
import { ask, askQuietly } from './ask';
import { sayWithUndo } from './say-with-undo';
import { useView } from './use-view';

interface SourceRules {
  readonly shown: boolean;
  /** The rules that are kept; null while they are not known. */
  readonly rules: readonly OwnRule[] | null;
}

export const useSourceRules = create<SourceRules>(() => ({ shown: false, rules: null }));

export async function showSourceRules(): Promise<void> {
  useSourceRules.setState({ shown: true, rules: null });
  const rules = await ask('settings/source-rules', {});
  useSourceRules.setState(rules === null ? { shown: false } : { rules });
}

export const hideSourceRules = () => useSourceRules.setState({ shown: false });

/** Keeps rules instead of those that were; comes back with a sentence when they cannot be kept. */
export async function keepSourceRules(rules: readonly OwnRule[]): Promise<string | null> {
  const answer = await askQuietly('settings/keep-source-rules', { rules: [...rules] });
  if (typeof answer === 'string') return answer;
  useSourceRules.setState({ rules });
  await sayWithUndo(t('Source rules changed'), 'setting');
  return null;
}

/** Tries a rule on the open picture, and says what came of it. */
export async function trySourceRule(rule: OwnRule): Promise<{ readonly fits: boolean; readonly sentence: string }> {
  const { open } = useView.getState().library;
  if (open === null) return { fits: false, sentence: t('Open a picture in the library to try the rule on it.') };
  const answer = await askQuietly('settings/try-source-rule', { rule, content_hash: open });
  return typeof answer === 'string' ? { fits: false, sentence: answer } : answer.answer;
}
