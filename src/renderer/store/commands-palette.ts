import type { CommandId } from '@shared/commands/all-commands';
import { deepLink, linkToAsset, linkToEvent } from '@shared/library/deep-link';
import type { LibraryCard } from '@shared/library/library-answer';
import { defaultSort } from '@shared/library/library-filter';
import type { Revision } from '@shared/library/board';
import type { ProjectPage, ProjectSummary } from '@shared/library/board-answers';
import { create } from 'zustand';
import { ask, askQuietly } from './ask';
import { type CommandHere, commandsHere } from './commands';
import { showLink } from './open-links';

const mostRecent = 5;
const mostPictures = 6;
const pause = 80;

/** An item of a project's board, by the name that holds now. */
export interface BoardItem {
  readonly kind: 'style' | 'character' | 'concept';
  readonly id: string;
  readonly name: string;
  readonly project_id: string;
  readonly project: string;
}

interface PaletteState {
  readonly open: boolean;
  /** What could be done where the palette was opened. */
  readonly commands: readonly CommandHere[];
  /** The commands that were chosen last, the latest first. */
  readonly recent: readonly CommandId[];
  readonly projects: readonly ProjectSummary[];
  readonly items: readonly BoardItem[];
  /** Pictures that were found for the words, with these words. */
  readonly pictures: { readonly words: string; readonly cards: readonly LibraryCard[] };
}

const noPictures: PaletteState['pictures'] = { words: '', cards: [] };

export const usePalette = create<PaletteState>(() => ({
  open: false, commands: [], recent: [], projects: [], items: [], pictures: noPictures,
}));

export function showPalette(open: boolean): void {
  if (!open) {
    usePalette.setState({ open });
    return;
  }
  usePalette.setState({ open, commands: commandsHere().filter(({ id }) => id !== 'app.palette'), pictures: noPictures });
  void loadProjects();
}

export function rememberCommand(id: CommandId): void {
  usePalette.setState(({ recent }) => ({ recent: [id, ...recent.filter((one) => one !== id)].slice(0, mostRecent) }));
}

async function loadProjects(): Promise<void> {
  const found = await askQuietly('board/projects', {});
  if (typeof found === 'string') return;
  usePalette.setState({ projects: found.answer });
  const pages = await Promise.all(found.answer.flatMap(({ id }) => (id === null ? [] : [askQuietly('board/page', { project_id: id })])));
  const items = pages.flatMap((page) => (typeof page === 'string' ? [] : itemsOf(page.answer)));
  usePalette.setState({ items });
}

function itemsOf({ summary, styles, characters, concepts }: ProjectPage): BoardItem[] {
  const { id: project_id, name: project } = summary;
  if (project_id === null) return [];
  return [
    ...styles.map(({ id, name }) => ({ kind: 'style' as const, id, name })),
    ...characters.map(({ id, versions }) => ({ kind: 'character' as const, id, name: newest(versions)?.character_name ?? id })),
    ...concepts.map(({ id, versions }) => ({ kind: 'concept' as const, id, name: newest(versions)?.concept_name ?? id })),
  ].map((item) => ({ ...item, project_id, project }));
}

function newest<Data>(versions: readonly Revision<Data>[]): Data | undefined {
  return versions.filter(({ removed }) => !removed).toSorted((a, b) => b.sequence - a.sequence)[0]?.data;
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
