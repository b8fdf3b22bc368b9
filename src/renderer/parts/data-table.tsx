import type { ReactNode } from 'react';
import { cx } from './cx';
import styles from './data-table.module.css';

export interface Column<R> {
  readonly name: string;
  /** Numbers stand at the end of their column. */
  readonly number?: boolean;
  /** Names of the machine. */
  readonly mono?: boolean;
  /** Left out where there is little room. */
  readonly optional?: boolean;
  readonly cell: (row: R) => ReactNode;
}

interface DataTableProps<R> {
  readonly label: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly keyOf: (row: R) => string;
  /** Said in place of the rows when there are none. */
  readonly none: string;
}

/** A table of figures; the first column names its row. */
export function DataTable<R>({ label, columns, rows, keyOf, none }: DataTableProps<R>) {
  if (rows.length === 0) return <p className={styles.none}>{none}</p>;
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ name, number, optional }) => (
            <th key={name} scope="col" className={cx(number && styles.number, optional && styles.optional)}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ name, number, mono, optional, cell }, index) => {
              const look = cx(number && styles.number, mono && styles.mono, optional && styles.optional);
              return index === 0 ? (
                <th key={name} scope="row" className={look}>
                  {cell(row)}
                </th>
              ) : (
                <td key={name} className={look}>
                  {cell(row)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
