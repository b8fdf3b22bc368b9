import type { CommandId } from '@shared/commands/all-commands';
import { t } from '@shared/language/language';
import { useMemo } from 'react';
import { followPasted, linkOf, recentOf, rememberCommand, usePalette } from '../../store/commands-palette';
import { runCommand } from '../../store/commands';
import { useKeys } from '../../store/commands-keys';
import { useSettings } from '../../store/use-settings';
import { go, goToPicture, setBoard, showSearch, useView } from '../../store/use-view';
import { useViewMemory } from '../../store/use-view-memory';
import { commandGroups, type Entry, entryOf, goalGroup, type Goal, type Group, itemAbout } from './palette-entries';
import { pageGroups, projectGoal } from './palette-pages';

/** What the palette offers for what was typed, in groups. A `>` in front leaves commands only. */
export function usePaletteGroups(text: string): readonly Group[] {
  const { page, commands, projects, items, pictures } = usePalette();
  const recent = useViewMemory((state) => state.recent);
  const theme = useSettings((state) => state.now?.values.theme);
  const own = useKeys((state) => state.own);
  const saved = useView((state) => state.library.saved);
  return useMemo(() => {
    const shown: readonly Entry[] = pictures.words === text.trim() ? pictures.cards.map((card) => entryOf({
      key: `picture ${card.id}`, title: card.file_name, about: card.project, picture: card.content_hash, run: () => goToPicture(card.content_hash),
    })) : [];
    const ofPictures: readonly Group[] = shown.length === 0 ? [] : [{ title: t('Pictures'), entries: shown }];
    if (page === 'palette.open') return [...pageGroups(page, text, projects, theme), ...ofPictures];
    if (page !== null) return pageGroups(page, text, projects, theme);
    const marked = text.startsWith('>');
    const onlyCommands = marked || useView.getState().cull !== null;
    const typed = (marked ? text.slice(1) : text).trim();
    const run = (id: CommandId) => {
      rememberCommand(id);
      runCommand(id);
    };
    const ofCommands = commandGroups({ here: commands, recent: recentOf(recent), typed, own, run });
    if (onlyCommands) return ofCommands;
    const link = linkOf(typed);
    const pasted: readonly Group[] = link === null ? [] : [{
      title: t('Link'), entries: [entryOf({ key: 'link', title: t('Open {link}', { link }), about: t('What was pasted'), run: () => followPasted(link) })],
    }];
    const projectGoals = projects.map(projectGoal);
    const called = new Map(projects.map(({ id, name }) => [id, name]));
    const itemGoals = items.map((item): Goal => ({
      key: `${item.kind} ${item.project_id} ${item.id}`, title: item.name, about: itemAbout(item, called.get(item.project_id) ?? t('a project')),
      run: () => {
        go('board');
        setBoard({ project_id: item.project_id, part: 'board', text: '', at: null, open: { kind: item.kind, id: item.id } });
      },
    }));
    const savedGoals = saved.map(({ name, filter }): Goal => ({ key: `saved ${name}`, title: name, about: t('Saved search'), run: () => showSearch(filter) }));
    return [
      ...pasted,
      ...ofCommands,
      ...goalGroup(t('Projects'), [...projectGoals, ...itemGoals], typed),
      ...goalGroup(t('Saved searches'), savedGoals, typed),
      ...ofPictures,
    ];
  }, [text, page, commands, recent, projects, items, pictures, own, saved, theme]);
}
