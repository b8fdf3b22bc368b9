import { basename, relative, sep } from 'node:path';
import { t } from '@shared/language/language';
import type { DryRunFile, DryRunFolder, DryRunOutcome, DryRunOutline } from '@shared/library/dry-run';
import type { Rehearsed } from './dry-run-fold';

/** Anything that the tree has a line for; `path` is null for what cannot be left out. */
export type Previewed = Omit<Rehearsed, 'path' | 'outcome'> & {
  readonly path: string | null;
  readonly name: string;
  readonly outcome: DryRunOutcome;
};

export interface DryRunTree {
  readonly outline: DryRunOutline;
  readonly files: readonly DryRunFile[];
  /** Where each file lies in the inbox, or would, or from where it moves; null for what does neither. */
  readonly paths: readonly (string | null)[];
}

interface Node {
  readonly folders: Map<string, Node>;
  readonly files: Previewed[];
}

const groups = [
  ['duplicate', 'duplicates', () => t('Duplicates')],
  ['set_aside', 'set_aside', () => t('Set aside')],
  ['stays', 'stays', () => t('Stay where they are')],
  ['not_added', 'not_added', () => t('Not added')],
] as const;
const byName = new Intl.Collator('en', { numeric: true }).compare;
const isInTree = (outcome: DryRunOutcome) => outcome === 'filed' || outcome === 'moved' || outcome === 'sidecar';
const node = (): Node => ({ folders: new Map(), files: [] });

/** Lays files out as the organized folder would hold them, and the others in a group for each reason. */
export function layOut(all: readonly Previewed[], organized: string): DryRunTree {
  const folders: DryRunFolder[] = [];
  const files: DryRunFile[] = [];
  const paths: (string | null)[] = [];
  const counts: Record<DryRunOutcome, number> = { filed: 0, moved: 0, sidecar: 0, duplicate: 0, set_aside: 0, stays: 0, not_added: 0 };

  const lay = (each: Previewed) => {
    const { name, outcome, size } = each;
    counts[outcome] += 1;
        const original = outcome === 'duplicate' && each.destination !== null ? t('The same bytes as {path}.', { path: relative(organized, each.destination) }) : null;
    const new_name = isInTree(outcome) && each.destination !== null ? basename(each.destination) : null;
    files.push({ id: files.length, name, outcome, size, new_name, sentence: original ?? each.sentence });
    paths.push(each.path);
  };
  const enter = (path: readonly string[], kind: DryRunFolder['kind'], of: Node) => {
    const place = folders.length;
    const first = files.length;
    folders.push({ path, kind, first, end: first, bytes: 0 });
    for (const [name, inside] of [...of.folders].sort(([a], [b]) => byName(a, b))) enter([...path, name], kind, inside);
    const sorted = of.files.sort((a, b) => byName(basename(a.destination ?? a.name), basename(b.destination ?? b.name)));
    for (const each of sorted) lay(each);
    const bytes = files.slice(first).reduce((sum, { size }) => sum + (size ?? 0), 0);
    folders[place] = { path, kind, first, end: files.length, bytes };
  };

  const root = node();
  for (const each of all) {
    if (!isInTree(each.outcome) || each.destination === null) continue;
    let at = root;
    for (const name of relative(organized, each.destination).split(sep).slice(0, -1)) {
      const next = at.folders.get(name) ?? node();
      at.folders.set(name, next);
      at = next;
    }
    at.files.push(each);
  }
  for (const [name, inside] of [...root.folders].sort(([a], [b]) => byName(a, b))) enter([name], 'organized', inside);
  for (const [outcome, kind, title] of groups) {
    const those = all.filter((each) => each.outcome === outcome);
    if (those.length > 0) enter([title()], kind, { folders: new Map(), files: those });
  }
  return { outline: { folders, files: files.length, counts }, files, paths };
}
