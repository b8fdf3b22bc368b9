import type { CommandId } from '@shared/commands/all-commands';
import { countOf } from '@shared/story/words';
import { useMemo } from 'react';
import { rememberCommand, usePalette, followPasted, linkOf } from '../../store/commands-palette';
import { runCommand } from '../../store/commands';
import { useKeys } from '../../store/commands-keys';
import { choose, everything, go, goToPicture, setBoard, setLibrary, showSearch, useView } from '../../store/use-view';
import { commandGroups, type Entry, entryOf, goalGroup, type Goal, type Group, itemAbout } from './palette-entries';

/** What the palette offers for what was typed, in groups. A `>` in front leaves commands only. */
export function usePaletteGroups(text: string): readonly Group[] {
  const { commands, recent, projects, items, pictures } = usePalette();
  const own = useKeys((state) => state.own);
  const saved = useView((state) => state.library.saved);
  return useMemo(() => {
    const onlyCommands = text.startsWith('>');
    const typed = (onlyCommands ? text.slice(1) : text).trim();
    const run = (id: CommandId) => {
      rememberCommand(id);
      runCommand(id);
    };
    const ofCommands = commandGroups({ here: commands, recent, typed, own, run });
    if (onlyCommands) return ofCommands;
    const link = linkOf(typed);
    const pasted: readonly Group[] = link === null ? [] : [{
      title: 'Link', entries: [entryOf({ key: 'link', title: `Open ${link}`, about: 'What was pasted', run: () => followPasted(link) })],
    }];
    const projectGoals = projects.map(({ id, name, assets, cover }): Goal => ({
      key: `project ${id ?? name}`, title: name, about: id === null ? `Project, ${countOf(assets, 'picture')}` : 'Project board',
      ...(cover !== null && { picture: cover }), run: () => goToProject(id, name),
    }));
    const itemGoals = items.map((item): Goal => ({
      key: `${item.kind} ${item.project_id} ${item.id}`, title: item.name, about: itemAbout(item),
      run: () => {
        go('board');
        setBoard({ project_id: item.project_id, part: 'board', text: '', at: null, open: { kind: item.kind, id: item.id } });
      },
    }));
    const savedGoals = saved.map(({ name, filter }): Goal => ({ key: `saved ${name}`, title: name, about: 'Saved search', run: () => showSearch(filter) }));
    const shown: readonly Entry[] = pictures.words === typed ? pictures.cards.map((card) => entryOf({
      key: `picture ${card.id}`, title: card.file_name, about: card.project, picture: card.content_hash, run: () => goToPicture(card.content_hash),
    })) : [];
    return [
      ...pasted,
      ...ofCommands,
      ...goalGroup('Projects', [...projectGoals, ...itemGoals], typed),
      ...goalGroup('Saved searches', savedGoals, typed),
      ...(shown.length === 0 ? [] : [{ title: 'Pictures', entries: shown }]),
    ];
  }, [text, commands, recent, projects, items, pictures, own, saved]);
}

/** A folder of pictures that nobody has made a project of has no board: its pictures are shown. */
function goToProject(id: string | null, name: string): void {
  if (id !== null) {
    go('board');
    setBoard({ project_id: id, part: 'board', text: '', at: null, open: null });
    return;
  }
  go('library');
  setLibrary(everything);
  choose({ project: [name] });
}
