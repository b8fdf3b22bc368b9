import { t } from '@shared/language/language';
import type { DryRunFile, DryRunFolder } from '@shared/library/dry-run';
import { bytesInWords } from '@shared/story/words';
import { ArrowRight, Ban, ChevronDown, ChevronRight, Copy, FileX2, Folder, FolderInput, type LucideIcon, Paperclip, Pin } from 'lucide-react';
import { cx } from '../../parts/cx';
import { Icon } from '../../parts/icon';
import type { DryRunRow } from './dry-run-rows';
import styles from './dry-run.module.css';
import { TickBox } from './tick-box';

const outcomes: Readonly<Record<DryRunFile['outcome'], readonly [LucideIcon, string]>> = {
  filed: [ArrowRight, t('Filed')],
  moved: [FolderInput, t('Moved')],
  sidecar: [Paperclip, t('Goes along')],
  duplicate: [Copy, t('Duplicate')],
  set_aside: [FileX2, t('Set aside')],
  stays: [Pin, t('Stays')],
  not_added: [Ban, t('Not added')],
};

const kinds: Readonly<Record<DryRunFolder['kind'], LucideIcon>> = {
  organized: Folder, duplicates: Copy, set_aside: FileX2, stays: Pin, not_added: Ban,
};
/** Folders are called as they are; groups are said in the language of the window. */
const groups: Readonly<Record<Exclude<DryRunFolder['kind'], 'organized'>, string>> = {
  duplicates: t('Duplicates'), set_aside: t('Set aside'), stays: t('Stay where they are'), not_added: t('Not added'),
};
const nameOf = ({ kind, path }: DryRunFolder) => (kind === 'organized' ? (path.at(-1) ?? '') : groups[kind]);

interface RowProps {
  readonly row: DryRunRow;
  /** Undefined while it is being loaded. */
  readonly file: DryRunFile | undefined;
  /** Null where nothing can be unticked. */
  readonly ticked: boolean | 'some' | null;
  readonly onTick: () => void;
  readonly onFold: () => void;
}

/** A folder with its sums, or a file with what would become of it. */
export function DryRunRowView({ row, file, ticked, onTick, onFold }: RowProps) {
  const name = row.kind === 'folder' ? nameOf(row.folder) : (file?.name ?? '');
  return (
    <div role="gridcell" className={cx(styles.cells, ticked === false && styles.left)}>
      <span className={styles.box}>{ticked !== null && <TickBox ticked={ticked} label={t('Add {name}', { name })} onTick={onTick} />}</span>
      <span className={styles.name} style={{ paddingInlineStart: (row.level - 1) * 18 }}>
        {row.kind === 'folder' ? (
          <>
            <button type="button" tabIndex={-1} className={styles.fold} aria-label={row.open ? t('Fold {name}', { name }) : t('Unfold {name}', { name })} onClick={onFold}>
              <Icon of={row.open ? ChevronDown : ChevronRight} size="sm" />
            </button>
            <Icon of={kinds[row.folder.kind]} size="sm" />
          </>
        ) : (
          <span className={styles.noFold} />
        )}
        <span className={styles.words} title={name} dir="auto">
          {name}
        </span>
      </span>
      {row.kind === 'folder' ? <FolderSums row={row} /> : file !== undefined && <FileOutcome file={file} />}
    </div>
  );
}

function FolderSums({ row }: { readonly row: Extract<DryRunRow, { kind: 'folder' }> }) {
  const { first, end, bytes, kind } = row.folder;
  const all = row.ids.length === end - first;
  return (
    <>
      <span className={styles.outcome}>
        {all
          ? t('{count, plural, one {# file} other {# files}}', { count: end - first })
          : t('{shown, number} of {count, plural, one {# file} other {# files}}', { shown: row.ids.length, count: end - first })}
      </span>
      <span className={styles.size}>{all && kind !== 'not_added' ? bytesInWords(bytes) : ''}</span>
    </>
  );
}

function FileOutcome({ file }: { readonly file: DryRunFile }) {
  const [icon, word] = outcomes[file.outcome];
  return (
    <>
      <span className={cx(styles.outcome, (file.outcome === 'set_aside' || file.outcome === 'not_added') && styles.aside)}>
        <Icon of={icon} size="sm" inherit />
        <span className={styles.verdict}>{word}</span>
        <span className={cx(styles.words, file.new_name !== null && styles.mono, file.outcome === 'moved' && styles.whole)} title={file.new_name ?? file.sentence ?? ''} dir="auto">
          {file.new_name ?? file.sentence}
        </span>
        {file.outcome === 'moved' && <span className={cx(styles.words, styles.from)} title={file.sentence ?? ''} dir="auto">{file.sentence}</span>}
      </span>
      <span className={styles.size}>{file.size === null ? '' : bytesInWords(file.size)}</span>
    </>
  );
}
