import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type ComponentProps,
  type HTMLAttributes,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { cx } from './cx';
import { moveBetweenRows } from './move-between-rows';
import { useSlots } from './row-slots';
import { rowsFrom, useKeptPlace, useSight } from './use-kept-place';
import styles from './virtual-rows.module.css';

export interface VirtualRow {
  readonly key: string;
  /** Pixels; known before a row is drawn, so that scrolling never jumps. */
  readonly height: number;
  /** Headings and gaps: the arrow keys pass over them. */
  readonly skip?: boolean;
}

interface VirtualRowsProps<R extends VirtualRow> {
  readonly label: string;
  readonly role: 'grid' | 'treegrid';
  /** Whether several things can be chosen at once. */
  readonly multiselectable?: boolean;
  readonly rows: readonly R[];
  /** The row that the keyboard is on. It stays in the document however far one scrolls. */
  readonly active: string | null;
  readonly className?: string | undefined;
  /** The active thing's id when it is inside the row, as a cell is. */
  readonly activeDescendant?: string;
  readonly render: (row: R) => ReactNode;
  /** Rows of one kind are built alike: those that come are drawn into elements of those that go. */
  readonly kindOf?: (row: R) => string;
  readonly rowProps?: (row: R) => HTMLAttributes<HTMLDivElement>;
  readonly onMove: (row: R) => void;
  readonly onPick?: (row: R, event: MouseEvent) => void;
  /** Keys that are not moves between rows; called before those. Call `preventDefault` to keep a key. */
  readonly onKey?: (event: KeyboardEvent) => void;
  readonly onNearEnd?: () => void;
  readonly onTopChange?: (atTop: boolean) => void;
  readonly onNearStart?: () => void;
  /** Told of each scroll, with how far down it is. */
  readonly onScrolled?: (top: number) => void;
  /** Raised to ask for a scroll to the top. */
  readonly toTop?: number;
  /** What is in sight stays where it is when rows come or go above it. */
  readonly keepPlace?: boolean;
  /** A row that is put at the top once for each `times`. */
  readonly stand?: { readonly key: string; readonly times: number } | null;
  /** Told of the first and the last row in sight, headings aside, whenever they are others. */
  readonly onSight?: (first: R, last: R) => void;
}

const nearEnd = 20;
/** Where elements wait that no row needs: the list cuts off what lies above it. */
const outOfSight = -10_000;

/** A list of any length that draws only the rows in sight. */
export function VirtualRows<R extends VirtualRow>(props: VirtualRowsProps<R>) {
  const { label, role, multiselectable, rows, active, activeDescendant, render, kindOf, rowProps, onMove, onPick, onKey } = props;
  const { onNearEnd, onNearStart, onTopChange, onScrolled, onSight, toTop, keepPlace = false, stand = null } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [byKeys, setByKeys] = useState(false);
  const id = useId();
  const places = useMemo(() => new Map(rows.map((row, index) => [row.key, index])), [rows]);
  const activeIndex = active === null ? -1 : (places.get(active) ?? -1);

  const { laid, lay, scrolled } = useKeptPlace({ scroller, rows, keepPlace, stand });
  const { top } = laid;
  const rangeExtractor = useCallback(
    (range: Range) => {
      const shown = top === null ? defaultRangeExtractor(range) : rowsFrom(rows, top, scroller.current?.clientHeight ?? window.innerHeight);
      return activeIndex === -1 || shown.includes(activeIndex) ? shown : [...shown, activeIndex].sort((a, b) => a - b);
    },
    [activeIndex, rows, top],
  );
  const getItemKey = useCallback((index: number) => rows[index]?.key ?? index, [rows]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rows[index]?.height ?? 0,
    getItemKey,
    rangeExtractor,
    overscan: 6,
  });
  // Of its own offset the virtualizer may hear only after this is drawn.
  lay(virtual.scrollElement?.scrollTop ?? 0, places);
  const noticeSight = useSight(scroller, rows, onSight);

  // Only a change of the active row scrolls, not rows that arrive above it. Where the list was just led to, it is in sight.
  const shown = useRef<string | null>(null);
  const stood = useRef(0);
  const standTimes = stand?.times ?? 0;
  useEffect(() => {
    if (active === shown.current || activeIndex === -1) return;
    shown.current = active;
    const isStood = stood.current !== standTimes;
    stood.current = standTimes;
    if (isStood) return;
    // Headings above the first row come into sight with it.
    const isFirst = rows.findIndex(({ skip }) => skip !== true) === activeIndex;
    virtual.scrollToIndex(isFirst ? 0 : activeIndex, { align: isFirst ? 'start' : 'auto' });
  }, [active, activeIndex, rows, virtual, standTimes]);

  useEffect(() => {
    if (toTop !== undefined && toTop > 0) scroller.current?.scrollTo({ top: 0 });
  }, [toTop]);

  const items = virtual.getVirtualItems();
  const drawn = items.flatMap(({ index, start, size }) => {
    const row = rows[index];
    return row === undefined ? [] : [{ row, index, start, size, key: row.key, kind: kindOf?.(row) ?? row.key }];
  });
  const slots = useSlots(drawn, kindOf !== undefined, top !== null);
  const last = items.at(-1)?.index ?? 0;
  const first = items.find(({ index }) => index !== activeIndex)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - nearEnd) onNearEnd?.();
  }, [last, rows.length, onNearEnd]);
  useEffect(() => {
    if (first <= nearEnd) onNearStart?.();
  }, [first, onNearStart]);

  const wasAtTop = useRef(true);
  const noticeTop = (top: number) => {
    const atTop = top < 8;
    if (atTop === wasAtTop.current) return;
    wasAtTop.current = atTop;
    onTopChange?.(atTop);
  };

  const handleKey = (event: KeyboardEvent<HTMLDivElement>) => {
    setByKeys(true);
    if (event.target !== event.currentTarget) return;
    onKey?.(event);
    if (event.isDefaultPrevented() || event.ctrlKey || event.metaKey || event.altKey) return;
    const visible = Math.max(1, items.length - 12);
    const target = moveBetweenRows(rows, activeIndex, event.key, visible);
    if (target === null) return;
    event.preventDefault();
    onMove(target);
  };

  const pick = (event: MouseEvent<HTMLDivElement>) => {
    if (!(event.target instanceof Element) || event.target.closest('button') !== null) return;
    const place = event.target.closest<HTMLElement>('[data-row]')?.dataset['row'];
    const row = place === undefined ? undefined : rows[Number(place)];
    if (row !== undefined && row.skip !== true) onPick?.(row, event);
  };

  const rowId = (key: string) => `${id}${key}`;
  return (
    <Grid
      ref={scroller}
      role={role}
      aria-label={label}
      aria-multiselectable={multiselectable}
      aria-rowcount={rows.length}
      aria-activedescendant={activeDescendant ?? (activeIndex === -1 ? undefined : rowId(active ?? ''))}
      tabIndex={0}
      data-keys={byKeys}
      data-pane-focus
      className={cx(styles.scroller, props.className)}
      onScroll={(event) => {
        noticeTop(event.currentTarget.scrollTop);
        noticeSight();
        onScrolled?.(event.currentTarget.scrollTop);
        scrolled(event.currentTarget.scrollTop);
      }}
      onKeyDown={handleKey}
      onPointerDown={() => setByKeys(false)}
      onFocus={(event) => {
        setByKeys(event.currentTarget.matches(':focus-visible'));
        const first = rows.find((row) => row.skip !== true);
        if (activeIndex === -1 && first !== undefined && event.target === event.currentTarget && event.target.matches(':focus-visible')) onMove(first);
      }}
      onClick={pick}
    >
      <div role="presentation" className={styles.space} style={{ height: virtual.getTotalSize() }}>
        {[...slots.drawn, ...slots.idle].map(([slot, { row, index, start, size }], at) => {
          const isIdle = at >= slots.drawn.length;
          return (
            <div
              key={slot}
              role="row"
              id={rowId(row.key)}
              aria-rowindex={index + 1}
              data-row={index}
              data-active={!isIdle && index === activeIndex}
              {...rowProps?.(row)}
              aria-hidden={isIdle || undefined}
              inert={isIdle}
              className={styles.row}
              style={{ height: size, transform: `translateY(${isIdle ? outOfSight : start}px)` }}
            >
              {render(row)}
            </div>
          );
        })}
      </div>
    </Grid>
  );
}

/** The element that holds the keyboard for all of its rows. */
function Grid(props: ComponentProps<'div'>) {
  return <div {...props} />;
}
