import type { LyingFiles } from '@shared/library/lying-files';
import { create } from 'zustand';
import { askQuietly } from './ask';

const none: LyingFiles = { files: 0, whole: true };

/** Files that lie in the inbox while watching is paused; none while it goes on. */
export const useLying = create<LyingFiles>(() => none);

let asked = 0;

export async function loadLying(): Promise<void> {
  const mine = (asked += 1);
  const answer = await askQuietly('inbox/lying', {});
  if (mine === asked && typeof answer !== 'string') useLying.setState(answer.answer);
}

/** An answer that is still on its way is about a pause that is over. */
export function forgetLying(): void {
  asked += 1;
  useLying.setState(none);
}
