import type { CareOverview } from '@shared/ipc/answers';
import { t } from '@shared/language/language';
import type { Finding, Mend } from '@shared/library/care-report';
import { bytesInWords } from '@shared/story/words';
import { create } from 'zustand';
import { ask, askQuietly } from './ask';
import { say } from './use-toasts';

interface CareState {
  /** The last answer, also when a newer one could not be had. */
  readonly overview: CareOverview | null;
  readonly problem: string | null;
  /** Findings that are being mended. */
  readonly mending: ReadonlySet<string>;
  /** Why a finding could not be mended, by its id. */
  readonly failed: ReadonlyMap<string, string>;
  readonly backing_up: boolean;
}

/** How the files fare, as the main process last told it. */
export const useCare = create<CareState>(() => ({
  overview: null, problem: null, mending: new Set(), failed: new Map(), backing_up: false,
}));

export async function loadCare(): Promise<void> {
  const answer = await askQuietly('care/overview', {});
  if (typeof answer === 'string') useCare.setState({ problem: answer });
  else useCare.setState({ overview: answer.answer, problem: null });
}

export async function checkFiles(deep: boolean): Promise<void> {
  useCare.setState({ failed: new Map() });
  await ask('care/check', { deep });
  await loadCare();
}

/** Mends findings in one of the ways that are offered for them. */
export async function mendFindings(findings: readonly Finding[], mend: Mend): Promise<void> {
  const ids = findings.map(({ id }) => id);
  useCare.setState(({ mending }) => ({ mending: new Set([...mending, ...ids]) }));
  const report = await ask('care/mend', { ids, mend });
  useCare.setState(({ mending, failed }) => ({
    mending: new Set([...mending].filter((id) => !ids.includes(id))),
    failed: new Map([...failed, ...(report?.failed ?? []).map(({ id, message }) => [id, message] as const)]),
  }));
  if (report !== null && report.mended.length > 0) say(t('{mended, plural, one {# finding} other {# findings}} mended', { mended: report.mended.length }));
  await loadCare();
}

export async function backUpNow(): Promise<void> {
  useCare.setState({ backing_up: true });
  const made = await ask('care/back-up', {});
  useCare.setState({ backing_up: false });
  if (made !== null) say(made.problem ?? t('The log is backed up and the copy is checked'), made.problem === null ? 'done' : 'problem');
  await loadCare();
}

export async function emptyTrash(): Promise<void> {
  const gone = await ask('care/empty-trash', {});
  if (gone !== null) say(t('{files, plural, one {# file} other {# files}} gone from the trash, {bytes} free', { files: gone.files, bytes: bytesInWords(gone.bytes) }));
  await loadCare();
}

/** Looks whether a missing file is there again. */
export async function lookAgain(content_hash: string): Promise<void> {
  const answer = await ask('care/look-again', { content_hash });
  if (answer !== null) say(answer.found ? t('The file is there again') : t('The file is still not there. All that is known of it is kept.'));
}

export const showWhereItWas = (content_hash: string) => ask('library/show-where-it-was', { content_hash });
