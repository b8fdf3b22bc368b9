import { t } from '@shared/language/language';
import type { Said } from '@shared/language/said';
import type { ChangeEvent } from '@shared/story/personal-changes';

/** Changes of settings and sources that a person wants taken back. They are not the hub's: whoever keeps them takes them back. */
export interface ChangesAsked {
  readonly label: Said;
  readonly scope: 'operation' | 'batch' | 'undo';
  readonly undone_undo_id: string | null;
  /** Newest first. */
  readonly changes: readonly {
    readonly event: ChangeEvent;
    /** A newer change of the same thing is in effect. */
    readonly overtaken: boolean;
  }[];
}

/** What is said where nobody keeps settings. */
export const inThisWindow = (): string => t('Settings and sources are taken back in the window of Alice, under Care, History.');

/** What is said of each where everything since a moment is taken back. */
export const leftByMoment = (): string =>
  t('Going back to a moment leaves settings and sources as they are. Changes of them have entries of their own in the history; undo them there.');
