import { t } from '@shared/language/language';
import { ask } from '../ask';
import { say } from '../use-toasts';

/** Asks where the brief of a project is to go, writes it there, and says so. */
export async function saveBrief(project_id: string, format: 'html' | 'markdown'): Promise<void> {
  const saved = await ask('board/save-brief', { project_id, format });
  if (saved !== null && saved.file_name !== null) say(t('The brief is saved as {file_name}, in the folder that you chose.', { file_name: saved.file_name }));
}
