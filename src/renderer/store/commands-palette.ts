import { type CommandId, commandOf, isCommandId } from '@shared/commands/all-commands';
import type { paletteCommands } from '@shared/commands/palette-commands';
import type { BoardItem, ProjectSummary } from '@shared/library/board-answers';
import { deepLink, linkToAsset, linkToEvent } from '@shared/library/deep-link';
import type { LibraryCard } from '@shared/library/library-answer';
import { defaultSort } from '@shared/library/library-filter';
import { create } from 'zustand';
import { ask, askQuietly } from './ask';
import { type CommandHere, commandsHere } from './commands';
import { showLink } from './open-links';
import { useView } from './use-view';
import { useViewMemory } from './use-view-memory';

const mostRecent = 5;
const mostPictures = 6;
const mostItems = 2_000;
const pause = 80;

/** A page of the palette is called as the command that leads to it. */
export type PalettePage = keyof typeof paletteCommands;

export const pageOf = (id: CommandId | null): PalettePage | null => (id?.startsWith('palette.') === true ? (id as PalettePage) : null);

/** What a page is called, without the dots that promise it. */
export const pageTitle = (page: PalettePage): string => commandOf(page).title.replace('…', '');

interface PaletteState {
  readonly open: boolean;
  /** How often it was opened: each time begins with nothing written, also while it was still closing. */
  readonly times: number;
  /** Null for all that the palette has. */
  readonly page: PalettePage | null;
  /** What could be done where the palette was opened. */
  readonly commands: readonly CommandHere[];
  readonly projects: readonly ProjectSummary[];
  readonly items: readonly BoardItem[];
  /** Pictures that were found for the words, with these words. */
  readonly pictures: { readonly words: string; readonly cards: readonly LibraryCard[] };
}

const noPictures: PaletteState['pictures'] = { words: '', cards: [] };

export const usePalette = create<PaletteState>(() => ({
  open: false, times: 0, page: null, commands: [], projects: [], items: [], pictures: noPictures,
}));

/** While pictures are decided about, what lies behind that layer is not offered. */
const offered = (deciding: boolean) => ({ id }: CommandHere): boolean => id !== 'app.palette' && (!deciding || commandOf(id).section === 'deciding');

export function showPalette(open: boolean, page: PalettePage | null = null): void {
  if (!open) {
    usePalette.setState({ open });
    return;
  }
  const { times } = usePalette.getState();
  const commands = commandsHere().filter(offered(useView.getState().cull !== null));
  usePalette.setState({ open, times: times + 1, page, commands, pictures: noPictures });
  // The field is there before the answers are: it waits for none of them.
  void loadProjects();
  void loadItems();
}

export const turnPage = (page: PalettePage | null) => usePalette.setState({ page });

/** The commands that were chosen last, the latest first; those that are gone since are left out. */
export const recentOf = (kept: readonly string[]): readonly CommandId[] => kept.filter(isCommandId);

export function rememberCommand(id: CommandId): void {
  useViewMemory.setState(({ recent }) => ({ recent: [id, ...recent.filter((one) => one !== id)].slice(0, mostRecent) }));
}

async function loadProjects(): Promise<void> {
  const found = await askQuietly('board/projects', {});
  if (typeof found !== 'string') usePalette.setState({ projects: found.answer });
}

async function loadItems(): Promise<void> {
  const found = await askQuietly('board/items', { limit: mostItems });
  if (typeof found !== 'string') usePalette.setState({ items: found.answer });
}

let asked = 0;

/** Looks for pictures once the typing rests for a moment; only the last question counts. */
export async function findPictures(words: string): Promise<void> {
  asked += 1;
  const mine = asked;
  const still = () => mine === asked && usePalette.getState().open;
  if (words.length < 2) {
    usePalette.setState({ pictures: noPictures });
    return;
  }
  await new Promise((resolve) => setTimeout(resolve, pause));
  if (!still()) return;
  const found = await askQuietly('library/find', { filter: { words }, sort: defaultSort });
  if (typeof found === 'string' || !still()) return;
  const ids = [...found.answer.ids.subarray(0, mostPictures)];
  const cards = ids.length === 0 ? null : await askQuietly('library/cards', { ids });
  if (still()) usePalette.setState({ pictures: { words, cards: cards === null || typeof cards === 'string' ? [] : cards.answer } });
}

/** The link that a pasted link, hash or event id means; null for everything else. */
export function linkOf(text: string): string | null {
  const wanted = text.trim();
  if (deepLink(wanted) !== null) return wanted;
  const asHash = linkToAsset(wanted.toLowerCase());
  const asEvent = linkToEvent(wanted.toLowerCase());
  if (/\d/.test(wanted) && deepLink(asHash) !== null) return asHash;
  return deepLink(asEvent) === null ? null : asEvent;
}

export async function followPasted(link: string): Promise<void> {
  const opened = await ask('app/follow-link', { address: link });
  if (opened !== null) showLink(opened);
}
