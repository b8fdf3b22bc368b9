import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import styles from './action-menu.module.css';
import buttons from './button.module.css';
import { cx } from './cx';
import { Icon } from './icon';

export interface Action {
  readonly id: string;
  readonly name: string;
  readonly icon?: LucideIcon;
  readonly disabled?: boolean;
  readonly run: () => void;
}

interface ActionMenuProps {
  /** Its name, for readers; shown when there is nothing else. */
  readonly label: string;
  readonly icon: LucideIcon;
  readonly kind?: 'plain' | 'primary' | 'quiet';
  readonly actions: readonly Action[];
  readonly children?: ReactNode;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}

/** A button with what can be done. */
export function ActionMenu({ label, icon, kind = 'plain', actions, children, open, onOpenChange }: ActionMenuProps) {
  const controlled = { ...(open !== undefined && { isOpen: open }), ...(onOpenChange !== undefined && { onOpenChange }) };
  const iconOnly = children === undefined;
  return (
    <MenuTrigger {...controlled}>
      <Button className={cx(buttons.button, buttons[kind], buttons.md, iconOnly && buttons.iconOnly)} aria-label={label}>
        <Icon of={icon} size={iconOnly ? 'md' : 'sm'} inherit />
        {children}
      </Button>
      <Popover className={cx(styles.popover)} placement="bottom end" offset={6}>
        <Menu
          className={cx(styles.menu)}
          aria-label={label}
          disabledKeys={actions.filter(({ disabled }) => disabled === true).map(({ id }) => id)}
          onAction={(key) => actions.find(({ id }) => id === key)?.run()}
        >
          {actions.map(({ id, name, icon: drawing }) => (
            <MenuItem key={id} id={id} textValue={name} className={cx(styles.item)}>
              {drawing !== undefined && <Icon of={drawing} size="sm" />}
              {name}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
