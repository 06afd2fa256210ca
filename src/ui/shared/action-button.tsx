/** A button that is big enough for a thumb on phones, and a link that looks and behaves like one. */
import type { JSX, MouseEvent, ReactNode } from 'react';
import styles from './action-button.module.css';
import { joinClasses } from './join-classes.ts';

// a button of our own in Fluent's tokens: Fluent's Button alone weighs a twentieth of the first screen
type Appearance = 'primary' | 'secondary' | 'subtle';

export interface ActionButtonProps {
  readonly children?: ReactNode;
  readonly icon?: JSX.Element;
  /** The whole name, where the visible words alone do not say it; begins with them. */
  readonly label?: string;
  readonly appearance?: Appearance;
  readonly disabled?: boolean;
  readonly expanded?: boolean;
  readonly className?: string;
  readonly onPress: () => void;
}

type Look = Pick<ActionButtonProps, 'appearance' | 'icon' | 'children' | 'className'>;

const toClassName = ({ appearance = 'secondary', children, className }: Look): string =>
  joinClasses(styles['root'], styles[appearance], children === undefined && styles['iconOnly'], className);

function Face({ icon, children }: Pick<Look, 'icon' | 'children'>): ReactNode {
  return (
    <>
      {icon !== undefined && (
        <span className={styles['icon']} aria-hidden>
          {icon}
        </span>
      )}
      {children !== undefined && <span>{children}</span>}
    </>
  );
}

export function ActionButton(props: ActionButtonProps): ReactNode {
  return (
    <button
      type="button"
      className={toClassName(props)}
      disabled={props.disabled}
      aria-label={props.label}
      aria-expanded={props.expanded}
      onClick={props.onPress}
    >
      <Face icon={props.icon}>{props.children}</Face>
    </button>
  );
}

export interface ActionLinkProps extends Omit<ActionButtonProps, 'disabled' | 'expanded'> {
  /** Only http and https; anything else has to be left out before (`toWebLink`). */
  readonly href: string;
}

/** The host opens the link on a plain click; the browser's own ways (middle click, copy address) stay. */
export function ActionLink(props: ActionLinkProps): ReactNode {
  const open = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    props.onPress();
  };
  return (
    <a
      href={props.href}
      target="_blank"
      rel="noopener noreferrer"
      className={toClassName(props)}
      aria-label={props.label}
      onClick={open}
    >
      <Face icon={props.icon}>{props.children}</Face>
    </a>
  );
}
