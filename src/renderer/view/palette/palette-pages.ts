import { t } from '@shared/language/language';
import type { ProjectSummary } from '@shared/library/board-answers';
import { type PalettePage, pageTitle } from '../../store/commands-palette';
import { picturesMeant, rateMeant } from '../../store/palette-subject';
import { choicesOf, type ProjectChoice, projectOf } from '../../store/project-choices';
import type { Given } from '../../store/rate';
import { assignChosen } from '../../store/use-library-chosen-acts';
import { standAt, standNow } from '../../store/use-older';
import { changeSetting } from '../../store/use-settings';
import { choose, everything, go, setBoard, setLibrary } from '../../store/use-view';
import { dateChoices } from './date-choices';
import { entryOf, type Goal, type Group, rankedEntries } from './palette-entries';

const mostShown = 50;

/** What a page has for what was typed. */
export function pageGroups(page: PalettePage, typed: string, projects: readonly ProjectSummary[], theme: unknown): readonly Group[] {
  const entries = entriesOf(page, typed, projects, theme);
  return entries.length === 0 ? [] : [{ title: titleOf(page), entries }];
}

/** For pictures, how many are meant and what becomes of their files. */
function titleOf(page: PalettePage): string {
  if (page === 'palette.open') return t('Projects');
  const count = picturesMeant().length;
  if (page === 'palette.move') return t('Move {count, plural, one {# picture} other {# pictures}} to the folder of', { count });
  if (page === 'palette.place') {
    return t('Put {count, plural, one {# picture} other {# pictures}} on the board of; files stay where they are', { count });
  }
  return page === 'palette.rate' ? t('Rate {count, plural, one {# picture} other {# pictures}}', { count }) : pageTitle(page);
}

function entriesOf(page: PalettePage, typed: string, projects: readonly ProjectSummary[], theme: unknown) {
  switch (page) {
    // Pictures are found for the words; they are put beside these.
    case 'palette.open':
    case 'palette.project': return rankedEntries(projects.map(projectGoal), typed, mostShown);
    case 'palette.move': return choicesOf(projects, typed).slice(0, mostShown).map((choice) => entryOf(assignGoal(choice, true)));
    case 'palette.place': return choicesOf(projects, typed).slice(0, mostShown).map((choice) => entryOf(assignGoal(choice, false)));
    case 'palette.rate': return rankedEntries(ratings, typed, mostShown);
    case 'palette.date': return dateChoices(typed, new Date()).map((choice) => entryOf(dateGoal(choice)));
    case 'palette.theme': return rankedEntries(themes.map(([value, title]) => themeGoal(value, title, value === theme)), typed, mostShown);
  }
}

function assignGoal(choice: ProjectChoice, move_files: boolean): Goal {
  const { key, name, label, assets } = choice;
  return {
    key: `assign ${key}`, title: label, about: assets === null ? t('Created first') : t('{assets, plural, one {# picture} other {# pictures}}', { assets }),
    run: async () => {
      const ids = picturesMeant();
      const id = ids.length === 0 ? null : await projectOf(choice);
      if (id !== null) await assignChosen({ project: { id, name }, column_id: null, move_files }, ids);
    },
  };
}

const ratings: readonly Goal[] = ([5, 4, 3, 2, 1, 0] as const).map((stars: Given) => ({
  key: `rate ${stars}`, title: stars === 0 ? t('Clear your rating') : t('{stars, plural, one {# star} other {# stars}}', { stars }), about: stars === 0 ? t('0 none') : '★'.repeat(stars), run: () => rateMeant(stars),
}));

/** A folder of pictures that nobody has made a project of has no board: its pictures are shown. */
export function projectGoal({ id, name, assets, cover, archived_at }: ProjectSummary): Goal {
  const about = id === null ? t('Project, {assets, plural, one {# picture} other {# pictures}}', { assets }) : archived_at === null ? t('Project board') : t('Project board, archived');
  return { key: `project ${id ?? name}`, title: name, about, ...(cover !== null && { picture: cover }), run: () => goToProject(id, name) };
}

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

function dateGoal({ title, moment }: ReturnType<typeof dateChoices>[number]): Goal {
  return {
    key: `date ${title}`, title, about: t('Timeline'),
    run: async () => {
      go('timeline');
      if (moment === null) standNow();
      else await standAt({ moment });
    },
  };
}

const themes = [['system', t('As the system')], ['light', t('Light')], ['dark', t('Dark')]] as const;

function themeGoal(value: (typeof themes)[number][0], title: string, now: boolean): Goal {
  return { key: `theme ${value}`, title, about: now ? t('In use') : '', run: () => changeSetting({ key: 'theme', value }) };
}
