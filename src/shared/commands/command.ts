import { t } from '../language/language';

/** Where a command runs; what runs everywhere stands last when keys are looked up, so a place may use them for itself. */
export const commandSections = {
  timeline: t('Timeline'),
  library: t('Library'),
  board: t('Projects'),
  quality: t('Quality'),
  stacks: t('Stacks'),
  deciding: t('Deciding'),
  system: t('System'),
  care: t('Care'),
  inbox: t('Inbox'),
  settings: t('Settings'),
  everywhere: t('Everywhere'),
} as const;

export type CommandSection = keyof typeof commandSections;

/** Something that a person can have done: by key, by menu, or by the palette. */
export interface Command {
  readonly title: string;
  readonly section: CommandSection;
  /** As tinykeys writes them: `$mod+k`, `g i`, `Shift+?`. The first is the one that is shown. */
  readonly keys: readonly string[];
  /** Words to be found by, beside those of the title. */
  readonly words?: string;
  /** Runs also while something is written and under layers. */
  readonly typing?: true;
  /** Hears its keys only while the list of the place has the keyboard: elsewhere they press buttons, or are too near to a slip. */
  readonly onList?: true;
  /** Hears its keys before the control that has the keyboard, which may let none through. */
  readonly early?: true;
}

/** What each command is told by, in one area. */
export type Commands = Readonly<Record<string, Command>>;
