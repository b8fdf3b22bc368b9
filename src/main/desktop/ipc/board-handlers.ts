import { basename, dirname, join } from 'node:path';
import { t } from '@shared/language/language';
import { toldOf } from '@shared/language/said';
import { app, dialog } from 'electron';
import type { Hub } from '../../hub';
import { writeBrief } from '../../hub/board-brief-file';
import { BoardError } from '../../hub/board-checks';
import { type Handlers, PersonalError } from './registry';

type BoardCall = Extract<keyof Handlers, `board/${string}`>;

const bestOnPage = 60;
const endings = { html: 'html', markdown: 'md' } as const;

/** Projects and their boards. */
export function boardHandlers(hub: () => Hub): Pick<Handlers, BoardCall> {
  const boards = () => hub().boards;
  /** What a person asks to be done: done, or why not in a sentence. */
  const done = async (said: Promise<void>): Promise<null> => {
    await said.catch(inWords);
    return null;
  };
  return {
    'board/projects': () => boards().projects(),
    'board/items': ({ limit }) => boards().items(limit),
    'board/of-picture': ({ content_hash }) => boards().whereabouts(content_hash),
    'board/open': ({ cards_per_column, ...which }) => boards().open(which, cards_per_column).catch(inWords),
    'board/column': ({ column_id, after, limit, ...which }) => boards().column(which, column_id, after, limit).catch(inWords),
    'board/cards': ({ cards, ...which }) => boards().cards(which, cards).catch(inWords),
    'board/item-history': ({ before, limit, ...item }) => boards().itemHistory(item, before, limit),
    'board/decisions': ({ project_id, before, limit }) => boards().decisions(project_id, before, limit),
    'board/moments': ({ project_id }) => boards().moments(project_id),
    'board/page': ({ project_id }) => boards().page(project_id, bestOnPage).catch(inWords),
    'board/create-project': (wish) => done(boards().createProject(wish)),
    'board/change-project': (wish) => done(boards().changeProject(wish)),
    'board/archive-project': (wish) => done(boards().archiveProject(wish)),
    'board/choose-style': (wish) => done(boards().chooseStyle(wish)),
    'board/define-character': (wish) => done(boards().defineCharacter(wish)),
    'board/update-context': (wish) => done(boards().updateContext(wish)),
    'board/propose-concept': (wish) => done(boards().proposeConcept(wish)),
    'board/approve-concept': (wish) => done(boards().approveConcept(wish)),
    'board/remove-revision': (wish) => done(boards().removeRevision(wish)),
    'board/write-note': (wish) => done(boards().writeNote(wish)),
    'board/remove-note': (wish) => done(boards().removeNote(wish)),
    'board/add-column': (wish) => done(boards().addColumn(wish)),
    'board/rename-column': (wish) => done(boards().renameColumn(wish)),
    'board/move-column': (wish) => done(boards().moveColumn(wish)),
    'board/remove-column': (wish) => done(boards().removeColumn(wish)),
    'board/place-cards': (wish) => done(boards().placeCards(wish)),
    'board/remove-cards': (wish) => done(boards().removeCards(wish)),
    'board/assign-assets': (wish) => boards().assignAssets(wish).catch(inWords),
    'board/save-brief': ({ project_id, format }) => saveBrief(hub(), project_id, format).catch(inWords),
  };
}

function inWords(error: unknown): never {
  throw error instanceof BoardError ? new PersonalError(toldOf(error)) : error;
}

async function saveBrief({ boards }: Hub, projectId: string, format: 'html' | 'markdown'): Promise<{ file_name: string | null }> {
  const brief = await boards.brief(projectId);
  const name = `${brief.title.replace(/[\p{Cc}<>:"/\\|?*]/gu, '_').slice(0, 100)}.${endings[format]}`;
  const chosen = await dialog.showSaveDialog({
    title: t('Save the brief'),
    defaultPath: join(app.getPath('documents'), name),
    filters: [format === 'html' ? { name: t('Web page'), extensions: ['html'] } : { name: t('Markdown'), extensions: ['md'] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  if (chosen.canceled || chosen.filePath === '') return { file_name: null };
  await writeBrief(brief, chosen.filePath, { format, folder: dirname(chosen.filePath), replace: true });
  return { file_name: basename(chosen.filePath) };
}
