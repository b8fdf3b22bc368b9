import { type CommandId, commandOf } from '@shared/commands/all-commands';
import { commandSections } from '@shared/commands/command';
import { fuzzyMatch } from '@shared/commands/fuzzy';
import type { OwnKeys } from '@shared/commands/own-keys';
import { t } from '@shared/language/language';
import type { BoardItem } from '@shared/library/board-answers';
import type { CommandHere } from '../../store/commands';
import { keysOf } from '../../store/commands-keys';

/** One line of the palette. */
export interface Entry {
  readonly key: string;
  readonly title: string;
  /** What it belongs to, or why it cannot be done. */
  readonly about: string;
  readonly disabled: boolean;
  /** Where the typed letters stand in the title. */
  readonly marks: readonly number[];
  readonly keys: string | null;
  /** A picture beside it, by hash; undefined for none. */
  readonly picture?: string;
  readonly command: CommandId | null;
  readonly run: () => unknown;
}

export interface Group {
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** Something that can be gone to. */
export interface Goal {
  readonly key: string;
  readonly title: string;
  readonly about: string;
  readonly picture?: string;
  readonly run: () => unknown;
}

const mostGoals = 6;

/** Words beside the title count less than the title. */
function scoreOf(title: string, words: string, typed: string): { readonly score: number; readonly marks: readonly number[] } | null {
  const inTitle = fuzzyMatch(title, typed);
  if (inTitle !== null) return { score: inTitle.score, marks: inTitle.at };
  const inWords = fuzzyMatch(words, typed);
  return inWords === null ? null : { score: inWords.score / 2, marks: [] };
}

interface Found {
  readonly id: CommandId;
  readonly score: number;
  readonly entry: Entry;
}

interface CommandQuestion {
  readonly here: readonly CommandHere[];
  readonly recent: readonly CommandId[];
  readonly typed: string;
  readonly own: OwnKeys;
  readonly run: (id: CommandId) => void;
}

/** The commands that fit what was typed, the best first; those that were chosen last stand in a group above. */
export function commandGroups({ here, recent, typed, own, run }: CommandQuestion): readonly Group[] {
  const found = here.flatMap(({ id, reason }): Found[] => {
    const { title, words = '', section } = commandOf(id);
    const score = scoreOf(title, words, typed);
    if (score === null) return [];
    const entry: Entry = {
      key: `command ${id}`, title, about: reason ?? (section === 'everywhere' ? '' : commandSections[section]), disabled: reason !== null,
      marks: score.marks, keys: keysOf(id, own)[0] ?? null, command: id, run: () => run(id),
    };
    return [{ id, score: score.score, entry }];
  });
  const lately = recent.flatMap((id) => found.find((one) => one.id === id) ?? []);
  const byScore = (a: Found, b: Found) => b.score - a.score || Number(a.entry.disabled) - Number(b.entry.disabled);
  const others = found.filter(({ id }) => !recent.includes(id)).toSorted(byScore);
  return [
    { title: t('Recent'), entries: lately.map(({ entry }) => entry) },
    { title: t('Commands'), entries: others.map(({ entry }) => entry) },
  ].filter(({ entries }) => entries.length > 0);
}

/** What can be gone to and fits what was typed. Nothing typed, nothing is offered. */
export function goalGroup(title: string, goals: readonly Goal[], typed: string): readonly Group[] {
  const entries = typed.trim() === '' ? [] : rankedEntries(goals, typed, mostGoals);
  return entries.length === 0 ? [] : [{ title, entries }];
}

/** The goals that fit what was typed, the best first; nothing typed, all of them as they come. */
export function rankedEntries(goals: readonly Goal[], typed: string, most: number): readonly Entry[] {
  const found = goals.flatMap((goal) => {
    const score = scoreOf(goal.title, goal.about, typed);
    return score === null ? [] : [{ goal, score }];
  });
  const best = found.toSorted((a, b) => b.score.score - a.score.score).slice(0, most);
  return best.map(({ goal, score }) => entryOf(goal, score.marks));
}

export function entryOf(goal: Goal, marks: readonly number[] = []): Entry {
  return { ...goal, disabled: false, marks, keys: null, command: null };
}

/** What an item of a board is called in a line. */
export const itemAbout = ({ kind }: BoardItem, project: string): string => ({
  style: () => t('Style of {project}', { project }),
  character: () => t('Character of {project}', { project }),
  concept: () => t('Concept of {project}', { project }),
})[kind]();
