import { t } from '@shared/language/language';
import type { DryRunOutline } from '@shared/library/dry-run';
import { useMemo, useState } from 'react';
import { VirtualRows } from '../../parts/virtual-rows';
import { loadPreviewed, tickPreviewed, useDryRun } from '../../store/use-dry-run';
import { DryRunRowView } from './dry-run-row';
import { type DryRunRow, dryRunRows } from './dry-run-rows';
import styles from './dry-run.module.css';

/** The folders that would result, and what would not be filed. Arrows fold and move, Space ticks. */
export function DryRunTree({ outline, canTick }: { readonly outline: DryRunOutline; readonly canTick: boolean }) {
  const { files, left, found } = useDryRun();
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string | null>(null);
  const rows = useMemo(() => dryRunRows(outline, folded, found), [outline, folded, found]);
  const row = rows.find(({ key }) => key === active);

  const fold = (key: string, open: boolean) => {
    const next = new Set(folded);
    if (open) next.delete(key);
    else next.add(key);
    setFolded(next);
  };
  const idsOf = (of: DryRunRow) => (of.kind === 'folder' ? of.ids : [of.id]);
  const firstRefused = outline.folders.find(({ kind }) => kind === 'stays' || kind === 'not_added')?.first ?? outline.files;
  const tickedOf = (of: DryRunRow): boolean | 'some' | null => {
    const ids = idsOf(of);
    if (!canTick || (ids[0] ?? 0) >= firstRefused) return null;
    const out = ids.filter((id) => left.has(id)).length;
    if (out === 0) return true;
    return out === ids.length ? false : 'some';
  };
  const tick = (of: DryRunRow) => {
    const ticked = tickedOf(of);
    if (ticked !== null) tickPreviewed(idsOf(of), ticked !== true);
  };
  const toParent = (of: DryRunRow) => {
    const above = rows.slice(0, rows.indexOf(of)).findLast((each) => each.level < of.level);
    if (above !== undefined) setActive(above.key);
  };
  const sentence = row?.kind === 'file' ? (files.get(row.id)?.sentence ?? null) : null;

  return (
    <>
      <VirtualRows
        label={t('What would result')}
        role="treegrid"
        className={styles.tree}
        rows={rows}
        active={active}
        render={(each) => (
          <DryRunRowView
            row={each}
            file={each.kind === 'file' ? files.get(each.id) : undefined}
            ticked={tickedOf(each)}
            onTick={() => tick(each)}
            onFold={() => { if (each.kind === 'folder') fold(each.key, !each.open); }}
          />
        )}
        rowProps={(each) => ({
          'aria-level': each.level,
          ...(each.kind === 'folder' && { 'aria-expanded': each.open }),
          ...(tickedOf(each) !== null && { 'aria-selected': tickedOf(each) === true }),
        })}
        onMove={(each) => setActive(each.key)}
        onPick={(each) => setActive(each.key)}
        onKey={(event) => {
          if (row === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
          if (event.key === ' ') tick(row);
          else if (event.key === 'ArrowLeft' && row.kind === 'folder' && row.open) fold(row.key, false);
          else if (event.key === 'ArrowLeft') toParent(row);
          else if (event.key === 'ArrowRight' && row.kind === 'folder') fold(row.key, true);
          else if (event.key === 'Enter' && row.kind === 'folder') fold(row.key, !row.open);
          else return;
          event.preventDefault();
        }}
        onSight={(first, last) => {
          const inSight = rows.slice(rows.indexOf(first), rows.indexOf(last) + 30);
          void loadPreviewed(inSight.flatMap((each) => (each.kind === 'file' ? [each.id] : [])));
        }}
      />
      <p className={styles.sentence} aria-live="polite">
        {sentence}
      </p>
    </>
  );
}
