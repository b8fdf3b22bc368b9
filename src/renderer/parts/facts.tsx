import styles from './facts.module.css';

export type Fact = readonly [name: string, value: string];

/** Facts of the machine: names and values, the values in mono and selectable. */
export function Facts({ facts, monoNames = false }: { readonly facts: readonly Fact[]; readonly monoNames?: boolean }) {
  return (
    <dl className={styles.facts} data-mono={monoNames}>
      {facts.map(([name, value]) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
