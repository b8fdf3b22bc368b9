import type { HttpStage, StagesNow } from '@shared/library/quality-stage';
import { t } from '@shared/language/language';
import { create } from 'zustand';
import { ask, askQuietly } from './ask';
import { sayWithUndo } from './say-with-undo';
import { useLog } from './use-log';
import { showStages, useView } from './use-view';

/** The stages of the quality pipeline; null while they are not known. */
export const useStages = create<{ readonly now: StagesNow | null }>(() => ({ now: null }));

export async function askStages(): Promise<void> {
  useStages.setState({ now: null });
  const now = await ask('quality/stages', {});
  if (now === null) showStages(false);
  else useStages.setState({ now });
}

/** Keeps a stage; a key of null leaves the one that is kept. Comes back with a sentence when it cannot be kept. */
export async function keepStage(stage: HttpStage, key: string | null): Promise<string | null> {
  return took(await askQuietly('quality/keep-stage', { stage, key }), t('Stage {name} changed', { name: stage.name }));
}

/** Comes back with a sentence when it cannot be removed. */
export async function removeStage(name: string): Promise<string | null> {
  return took(await askQuietly('quality/remove-stage', { name }), t('Stage {name} removed', { name }));
}

/** The picture that a stage is tried on: the open one, else the one that was filed last. */
export function pictureToTry(): { readonly content_hash: string; readonly file_name: string } | null {
  const { assets } = useLog.getState();
  const { open } = useView.getState().library;
  const opened = open === null ? undefined : assets.get(open);
  if (opened?.media_type === 'image') return opened;
  const filed = [...assets.values()].filter(({ media_type, filed_sequence }) => media_type === 'image' && filed_sequence !== null);
  return filed.sort((a, b) => (b.filed_sequence ?? 0) - (a.filed_sequence ?? 0))[0] ?? null;
}

/** Asks a stage about one picture; nothing is kept. What came of it, as a sentence. */
export async function tryStage(stage: HttpStage, key: string | null, content_hash: string): Promise<string> {
  const answer = await askQuietly('quality/try-stage', { stage, key, content_hash });
  return typeof answer === 'string' ? answer : answer.answer.sentence;
}

async function took(answer: { readonly answer: StagesNow } | string, said: string): Promise<string | null> {
  if (typeof answer === 'string') return answer;
  useStages.setState({ now: answer.answer });
  await sayWithUndo(said, 'setting');
  return null;
}
