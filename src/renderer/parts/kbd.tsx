import styles from './kbd.module.css';

/** A key cap. Readers hear the key from the control's description, not from here. */
export function Kbd({ children }: { readonly children: string }) {
  return (
    <kbd className={styles.kbd} aria-hidden>
      {children}
    </kbd>
  );
}
