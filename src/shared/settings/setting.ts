import type { z } from 'zod';

/** How a setting is changed in the window. */
export type SettingControl =
  | { readonly kind: 'switch' }
  | { readonly kind: 'choice'; readonly options: readonly (readonly [value: string, name: string])[] }
  | {
    readonly kind: 'number';
    readonly least: number;
    readonly most: number;
    readonly step: number;
    readonly unit: string;
    /** What no number stands for, as words; left out when there must be one. */
    readonly usual?: string;
  }
  /** A folder is chosen in a dialog of the system: paths never come from the window. */
  | { readonly kind: 'folder'; /** What is said when none is chosen; left out when there must be one. */ readonly none?: string }
  | {
    readonly kind: 'text';
    /** Stands in the empty field. */
    readonly example: string;
    /** What is said of an empty text. */
    readonly none: string;
    /** Why a text will not do, as a sentence; null when it will. */
    readonly problem: (text: string) => string | null;
  }
  /** Something with an editor of its own. */
  | { readonly kind: 'editor'; readonly button: string };

export type Platform = 'darwin' | 'linux' | 'win32';

/** Something that a person can set. The window, its calls, export and import, and the README say what stands here. */
export interface Setting<S extends z.ZodType = z.ZodType> {
  readonly schema: S;
  /** What holds until a person changes it. */
  readonly initial: z.output<S>;
  readonly title: string;
  /** What it does. */
  readonly sentence: string;
  /** Other words that it is looked for by. */
  readonly words: readonly string[];
  readonly control: SettingControl;
  /** Systems that have it; all when left out. */
  readonly only_on?: readonly Platform[];
  /** Changed, it holds from the next start of Alice on. */
  readonly from_next_start?: true;
  /** Names a place on this machine, which means nothing on another. */
  readonly is_place?: true;
}

export function defineSetting<S extends z.ZodType>(setting: Setting<S>): Setting<S> {
  return setting;
}
