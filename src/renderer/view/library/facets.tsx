import { toolName } from '@shared/library/provenance';
import type { Stars as StarCount } from '@shared/library/rating';
import { CheckboxButton, CheckboxField, CheckboxGroup, Label } from 'react-aria-components';
import type { ReactNode } from 'react';
import { cx } from '../../parts/cx';
import { number } from '../../parts/numbers';
import { Stars } from '../../parts/stars';
import { setLibrary, useView } from '../../store/use-view';
import styles from './facets.module.css';
import type { Library } from './use-library';

const starRows: readonly (StarCount | 0)[] = [5, 4, 3, 2, 1, 0];
const shownTools = 12;

/** What there is in the loaded library, by stars, tool and project; each choice narrows. */
export function Facets({ library }: { readonly library: Library }) {
  const { stars, tools, project } = useView((state) => state.library);
  const chosenStars = stars.map(String);
  return (
    <aside className={styles.facets} aria-label="Narrow the library" data-pane>
      <Facet
        name="Stars"
        value={chosenStars}
        onChange={(values) => setLibrary({ stars: starRows.filter((row) => values.includes(String(row))) })}
        rows={starRows
          .filter((row) => library.stars.has(row) || stars.includes(row))
          .map((row) => [String(row), row === 0 ? 'Not rated' : <Stars key="stars" stars={row} />, library.stars.get(row) ?? 0])}
      />
      <Facet
        name="Tool"
        value={[...tools]}
        onChange={(values) => setLibrary({ tools: values })}
        rows={byCount(library.tools, tools).slice(0, shownTools).map(([tool, count]) => [tool, toolName(tool), count])}
      />
      <Facet
        name="Project"
        value={project === null ? [] : [project]}
        onChange={(values) => setLibrary({ project: values.at(-1) ?? null })}
        rows={byCount(library.projects, project === null ? [] : [project]).slice(0, shownTools).map(([name, count]) => [name, name, count])}
      />
    </aside>
  );
}

/** The largest first; what is chosen stays even when nothing is left of it. */
function byCount(counts: ReadonlyMap<string, number>, chosen: readonly string[]): readonly (readonly [string, number])[] {
  const empty = chosen.filter((name) => !counts.has(name)).map((name) => [name, 0] as const);
  return [...counts, ...empty].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}

interface FacetProps {
  readonly name: string;
  readonly value: string[];
  readonly rows: readonly (readonly [value: string, name: ReactNode, count: number])[];
  readonly onChange: (values: string[]) => void;
}

function Facet({ name, value, rows, onChange }: FacetProps) {
  if (rows.length === 0) return null;
  return (
    <CheckboxGroup className={cx(styles.facet)} value={value} onChange={onChange}>
      <Label className={cx(styles.heading)}>{name}</Label>
      {rows.map(([option, shown, count]) => (
        <CheckboxField key={option} value={option}>
          <CheckboxButton className={cx(styles.row)}>
          <span className={styles.check}>
            <svg viewBox="0 0 12 12" aria-hidden>
              <path d="m2.5 6.3 2.4 2.4 4.6-5.2" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" />
            </svg>
          </span>
          <span className={styles.name}>{shown}</span>
          <span className={styles.count}>{number(count)}</span>
          </CheckboxButton>
        </CheckboxField>
      ))}
    </CheckboxGroup>
  );
}
