import type { LyingFiles } from '@shared/library/lying-files';
import { create } from 'zustand';
import { askQuietly } from './ask';

const none: LyingFiles = { files: 0, whole: true };

/** Files that lie in the inbox while watching is paused; none while it goes on. */
export const useLying = create<LyingFiles>(() => none);

export async function loadLying(): Promise<void> {
  const answer = await askQuietly('inbox/lying', {});
  if (typeof answer !== 'string') useLying.setState(answer.answer);
}

export const forgetLying = () => useLying.setState(none);
