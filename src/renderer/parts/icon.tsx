import type { LucideIcon } from 'lucide-react';
import { cx } from './cx';
import styles from './icon.module.css';

interface IconProps {
  readonly of: LucideIcon;
  readonly size?: 'sm' | 'md' | 'lg' | 'xl';
  /** Takes the colour of the text around it instead of the quiet grey. */
  readonly inherit?: boolean;
}

const sizes = { sm: 14, md: 16, lg: 20, xl: 28 } as const;
const strokes = { sm: 1.6, md: 1.6, lg: 1.5, xl: 1.3 } as const;

/** A line icon. Always beside words or inside a control that has a name, so it is hidden from readers. */
export function Icon({ of: Drawing, size = 'md', inherit = false }: IconProps) {
  return <Drawing size={sizes[size]} strokeWidth={strokes[size]} className={cx(styles.icon, inherit && styles.inherit)} aria-hidden />;
}
