import type { CommandId } from '@shared/commands/all-commands';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import styles from './button.module.css';
import { useHint } from './command-caps';
import { cx } from './cx';
import { Icon } from './icon';
import { Kbd } from './kbd';

interface ButtonProps {
  readonly children?: ReactNode;
  readonly icon?: LucideIcon;
  /** The name, for a button that shows only its icon. */
  readonly label?: string;
  /** The command that it does: its present key is the hint. */
  readonly command?: CommandId;
  /** A key that is no command's and stays as it is. */
  readonly shortcut?: string;
  readonly kind?: 'plain' | 'primary' | 'quiet';
  readonly size?: 'md' | 'lg';
  readonly disabled?: boolean;
  /** Why it cannot be pressed now: it can be reached all the same, and says so. Null when it can be pressed. */
  readonly why?: string | null;
  /** For a button that stays pressed in. */
  readonly pressed?: boolean;
  readonly onPress: () => void;
}

/** Every button of the app. One that shows only an icon has its name and key as a tooltip, and one that cannot be pressed the reason. */
export function Button(props: ButtonProps) {
  const { children, icon, label, command, shortcut, kind = 'plain', size = 'md', disabled = false, why = null, pressed, onPress } = props;
  const hint = useHint(command, shortcut);
  const iconOnly = children === undefined;
  const button = (
    <AriaButton
      className={cx(styles.button, styles[kind], styles[size], iconOnly && styles.iconOnly)}
      isDisabled={disabled && why === null}
      onPress={() => { if (why === null) onPress(); }}
      {...(why !== null && { 'aria-disabled': true })}
      {...(label !== undefined && { 'aria-label': label })}
      {...(pressed !== undefined && { 'aria-pressed': pressed })}
    >
      {icon !== undefined && <Icon of={icon} size={size === 'lg' || iconOnly ? 'md' : 'sm'} inherit />}
      {children}
      {!iconOnly && hint !== null && <Kbd>{hint}</Kbd>}
    </AriaButton>
  );
  if (label === undefined && why === null) return button;
  return (
    <TooltipTrigger delay={600}>
      {button}
      <Tooltip className={cx(styles.tooltip)} offset={6}>
        {label}
        {label !== undefined && hint !== null && <Kbd>{hint}</Kbd>}
        {why !== null && <span>{why}</span>}
      </Tooltip>
    </TooltipTrigger>
  );
}
