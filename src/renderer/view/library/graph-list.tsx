import { t } from '@shared/language/language';
import type { GraphStep, GraphSteps } from '@shared/library/file-metadata';
import { Section } from '../../parts/section';
import styles from './graph-list.module.css';

/** A ComfyUI graph to read from top to bottom: each node stands below those that flow into it. */
export function GraphList({ graph: { steps, nodes } }: { readonly graph: GraphSteps }) {
  const others = nodes - steps.length;
  return (
    <Section title={t('Graph')} end={<span className={styles.about}>{t('{nodes, plural, one {# node} other {# nodes}}', { nodes })}</span>}>
      <ol className={styles.steps} aria-label={t('Nodes of the graph')}>
        {steps.map((step) => (
          <Step key={step.id} step={step} />
        ))}
      </ol>
      {others > 0 && (
        <p className={styles.about}>
          {t('{others, plural, one {# node} other {# nodes}} that lead to no picture, or are too many to list.', { others })}
        </p>
      )}
    </Section>
  );
}

function Step({ step: { id, type, values, from } }: { readonly step: GraphStep }) {
  return (
    <li className={styles.step}>
      <h4 className={styles.type} dir="auto">
        {type} <span>{id}</span>
      </h4>
      <dl>
        {values.map(([name, value]) => (
          <div key={name} className={styles.input}>
            <dt dir="auto">{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
        {from.map(({ input, id: source, type: sourceType }) => (
          <div key={input} className={styles.input}>
            <dt dir="auto">{input}</dt>
            <dd className={styles.link} dir="auto">
              ← {sourceType} {source}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
