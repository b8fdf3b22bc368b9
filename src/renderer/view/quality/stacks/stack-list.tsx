import { t } from '@shared/language/language';
import type { Stack } from '@shared/library/stacks';
import { type KeyboardEvent, useMemo } from 'react';
import { type VirtualRow, VirtualRows } from '../../../parts/virtual-rows';
import { moveTo, useStacks } from '../../../store/use-stacks';
import { pictureId, StackRow } from './stack-row';
import { stackKey, useStackCommands } from './stack-keys';
import { nameOfStack } from './stack-words';
import styles from './stack-row.module.css';

interface Row extends VirtualRow {
  /** Null for the line that says how many there are. */
  readonly stack: Stack | null;
}

const rowHeight = 216;
const lastHeight = 48;

/** The stacks, and the keyboard in them: up and down between stacks, left and right between pictures. */
export function StackList({ stacks, total }: { readonly stacks: readonly Stack[]; readonly total: number }) {
  const { active, picture } = useStacks();
  const rows = useMemo(() => {
    const all = stacks.map((stack): Row => ({ key: stack.id, height: rowHeight, stack }));
    return total > stacks.length ? [...all, { key: 'more', height: lastHeight, skip: true, stack: null }] : all;
  }, [stacks, total]);
  const stack = stacks.find(({ id }) => id === active) ?? null;
  const card = stack?.cards.find(({ content_hash }) => content_hash === picture) ?? stack?.cards[0] ?? null;
  useStackCommands(stack, card);
  const onKey = (event: KeyboardEvent) => {
    if (stack !== null && card !== null && stackKey(event, stack, card)) event.preventDefault();
  };
  return (
    <VirtualRows
      label={t('Stacks')}
      role="grid"
      className={styles.list}
      rows={rows}
      active={stack?.id ?? null}
      {...(stack !== null && card !== null && { activeDescendant: pictureId(stack, card) })}
      render={(row) =>
        row.stack === null ? (
          <div role="gridcell" className={styles.more}>
            {t('{shown, number} of {total, number} stacks. Decide about these, and the next ones come.', { shown: stacks.length, total })}
          </div>
        ) : (
          <StackRow stack={row.stack} active={row.stack === stack} picture={row.stack === stack ? card : null} />
        )
      }
      rowProps={(row) => (row.stack === null ? {} : { 'aria-label': nameOfStack(row.stack) })}
      onMove={(row) => moveTo(row.stack?.id ?? null)}
      onPick={(row) => {
        if (row.stack !== null && row.stack !== stack) moveTo(row.stack.id);
      }}
      onKey={onKey}
    />
  );
}
