import styles from './swatches.module.css';

/** The colours that a style names, beside each other. */
export function Swatches({ colours }: { readonly colours: readonly string[] }) {
  return (
    <svg className={styles.swatches} viewBox={`0 0 ${colours.length} 1`} preserveAspectRatio="none" aria-hidden>
      {colours.map((colour, index) => (
        <rect key={`${index} ${colour}`} x={index} width={1.02} height={1} fill={colour} />
      ))}
    </svg>
  );
}
