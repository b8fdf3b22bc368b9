import { t } from '@shared/language/language';
import { randomUUID } from 'node:crypto';
import type { DryRunBegun, DryRunFile, DryRunOf, DryRunState } from '@shared/library/dry-run';
import type { AddedFiles } from '../adapters/files/add-to-inbox';
import { KeptUntilAsked } from '../kernel/kept-until-asked';
import { messageOf, type ReportBug } from '../kernel/report-bug';
import { type DryRun, rehearse, type RehearsalOptions } from './dry-run';
import type { Moves, OwnGiven } from './dry-run-moves';
import { DryRunRefused } from './dry-run-staging';

interface Run extends DryRunBegun {
  readonly inbox: string;
  readonly abort: AbortController;
  state: DryRunState;
  result: DryRun | null;
}

/** Files that are to be previewed, and the project to which they would be added. */
export interface Given {
  readonly paths: readonly string[];
  readonly project: string | null;
  /** Pictures of the library that were dropped with them, and would move to it; null for none. */
  readonly own: OwnGiven | null;
}

const none: Given = { paths: [], project: null, own: null };

/** The preview that a person looks at: one at a time, the newest. */
export class DryRuns {
  #run: Run | null = null;
  readonly #dropped = new KeptUntilAsked<Given>();

  /** Keeps what was dropped for a preview until the window asks for it. */
  async keepDropped(paths: readonly string[], project: string | null = null, own: OwnGiven | null = null): Promise<AddedFiles> {
    this.#dropped.keep({ paths, project, own });
    return { added: 0, problems: [] };
  }

  /** What was dropped last, once. */
  takeDropped(): Given {
    return this.#dropped.take() ?? none;
  }

  /**
   * @param given null for what waits in the inbox
   * @param moves what was planned for pictures of the library among it
   */
  begin(options: RehearsalOptions, given: Given | null, moves: Moves | null, reportBug: ReportBug): DryRunBegun {
    this.end();
    const of: DryRunOf = given === null ? 'waiting' : 'given';
    const project = moves === null ? null : (given?.project ?? null);
    const run: Run = {
      id: randomUUID(), of, project, inbox: options.inbox, abort: new AbortController(), state: { kind: 'running', done: 0, total: null }, result: null,
    };
    this.#run = run;
    const onProgress = (done: number, total: number | null) => { run.state = { kind: 'running', done, total }; };
    const wish = { paths: given?.paths ?? null, project: given?.project ?? null, moves, signal: run.abort.signal, onProgress };
    rehearse(options, wish).then(
      (result) => {
        run.result = result;
        run.state = { kind: 'ready', outline: result.tree.outline };
      },
      (error: unknown) => {
        if (run.abort.signal.aborted) return;
        if (!(error instanceof DryRunRefused)) reportBug({ where: 'a preview', error });
        const sentence = error instanceof DryRunRefused ? error.message : t('The preview came to no end ({problem}). No file was touched; try it again.', { problem: messageOf(error) });
        run.state = { kind: 'failed', sentence };
      },
    );
    return { id: run.id, of, project };
  }

  state(id: string): DryRunState {
    return this.#run?.id === id ? this.#run.state : { kind: 'failed', sentence: t('This preview is not open any more. No file was touched.') };
  }

  files(id: string, ids: readonly number[]): readonly DryRunFile[] {
    const all = this.#resultOf(id)?.tree.files ?? [];
    return ids.flatMap((each) => all[each] ?? []);
  }

  /** The files that hold all words in what the tree shows of them. */
  find(id: string, words: string): readonly number[] {
    const wanted = words.toLowerCase().split(/\s+/).filter((word) => word !== '');
    const tree = this.#resultOf(id)?.tree;
    if (tree === undefined) return [];
    const around = new Array<string>(tree.files.length).fill('');
    // The innermost folder comes last, and its path holds those of the others.
    for (const { path, first, end } of tree.outline.folders) around.fill(path.join('\n'), first, end);
    return tree.files.flatMap(({ id: place, name, new_name, sentence }) => {
      const all = [around[place], name, new_name ?? '', sentence ?? ''].join('\n').toLowerCase();
      return wanted.every((word) => all.includes(word)) ? [place] : [];
    });
  }

  /** The result for an inbox, and the end of its preview; null when it is not open, not ready, or was made for another inbox. */
  take(id: string, inbox: string): { readonly of: DryRunOf; readonly result: DryRun } | null {
    const run = this.#run;
    if (run?.id !== id || run.result === null || run.inbox !== inbox) return null;
    this.#run = null;
    return { of: run.of, result: run.result };
  }

  leave(id: string): void {
    if (this.#run?.id === id) this.end();
  }

  end(): void {
    this.#run?.abort.abort();
    this.#run = null;
  }

  #resultOf(id: string): DryRun | null {
    return this.#run?.id === id ? this.#run.result : null;
  }
}
