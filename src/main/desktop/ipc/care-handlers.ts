import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { t } from '@shared/language/language';
import { toldOf } from '@shared/language/said';
import type { CareProgress, CareReport } from '@shared/library/care-report';
import { shell } from 'electron';
import type { Hub } from '../../hub';
import { type Handlers, PersonalError } from './registry';

type CareCall =
  | 'care/overview' | 'care/check' | 'care/mend' | 'care/look-again' | 'care/back-up' | 'care/empty-trash' | 'library/show-where-it-was';

/** The last check of the files, for as long as the app runs. */
export function careHandlers(hub: () => Hub): Pick<Handlers, CareCall> {
  let report: CareReport | null = null;
  let progress: CareProgress | null = null;
  let problem: string | null = null;

  const check = async (deep: boolean) => {
    if (progress !== null) return;
    progress = { part: 'log', done: 0, total: null };
    problem = null;
    try {
      report = await hub().doctor({ deep, onProgress: (next) => { progress = next; } });
    } catch (error) {
      problem = t('The check came to no end: {error} Nothing was touched; check again.', { error: toldOf(error) });
    } finally {
      progress = null;
    }
  };

  return {
    'care/overview': async () => {
      const trash = await hub().trash.list();
      return {
        report,
        progress,
        problem,
        open_operations: hub().openOperations(),
        trash: { files: trash.length, bytes: trash.reduce((sum, { bytes }) => sum + bytes, 0) },
        backups: hub().backups(),
      };
    },
    'care/check': ({ deep }) => {
      void check(deep);
      return null;
    },
    'care/mend': async ({ ids, mend }) => {
      const done = await hub().mend(ids, mend);
      const mended = new Set(done.mended);
      if (report !== null) report = { ...report, findings: report.findings.filter(({ id }) => !mended.has(id)) };
      return done;
    },
    'care/look-again': async ({ content_hash }) => ({ found: await hub().lookAgain(content_hash) }),
    'care/back-up': async () => {
      const made = await hub().backUpNow().catch((error: unknown) => { throw new PersonalError(toldOf(error)); });
      return { problem: made.second_copy_problem?.() ?? null };
    },
    'care/empty-trash': async () => {
      const gone = await hub().trash.empty();
      return { files: gone.length, bytes: gone.reduce((sum, { bytes }) => sum + bytes, 0) };
    },
    'library/show-where-it-was': async ({ content_hash }) => {
      const path = hub().library.asset(content_hash)?.path;
      if (!path) throw new PersonalError(t('This picture is not filed.'));
      const refusal = await shell.openPath(nearestFolder(path));
      if (refusal !== '') throw new PersonalError(t('The folder could not be opened: {refusal}', { refusal }));
      return null;
    },
  };
}

/** The folder of a file, or what is left above it. */
function nearestFolder(path: string): string {
  let folder = dirname(path);
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}
