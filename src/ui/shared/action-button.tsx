/** A button that is big enough for a thumb on phones, and a link that looks and behaves like one. */
import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import type { JSX, MouseEvent, ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    whiteSpace: 'nowrap',
    '@media (max-width: 639.98px)': { minHeight: '44px', minWidth: '44px' },
    '@media (pointer: coarse)': { minHeight: '44px', minWidth: '44px' },
  },
});

export interface ActionButtonProps {
  readonly children?: ReactNode;
  readonly icon?: JSX.Element;
  /** The whole name, where the visible words alone do not say it; begins with them. */
  readonly label?: string;
  readonly appearance?: 'primary' | 'secondary' | 'subtle';
  readonly disabled?: boolean;
  readonly expanded?: boolean;
  readonly className?: string;
  readonly onPress: () => void;
}

export function ActionButton(props: ActionButtonProps): ReactNode {
  const styles = useStyles();
  return (
    <Button
      className={mergeClasses(styles.root, props.className)}
      appearance={props.appearance ?? 'secondary'}
      size="small"
      disabled={props.disabled ?? false}
      onClick={props.onPress}
      {...(props.icon === undefined ? {} : { icon: props.icon })}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
      {...(props.expanded === undefined ? {} : { 'aria-expanded': props.expanded })}
    >
      {props.children}
    </Button>
  );
}

export interface ActionLinkProps extends Omit<ActionButtonProps, 'disabled' | 'expanded'> {
  /** Only http and https; anything else has to be left out before (`toWebLink`). */
  readonly href: string;
}

/** The host opens the link on a plain click; the browser's own ways (middle click, copy address) stay. */
export function ActionLink(props: ActionLinkProps): ReactNode {
  const styles = useStyles();
  const open = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    props.onPress();
  };
  return (
    <Button
      as="a"
      href={props.href}
      target="_blank"
      rel="noopener noreferrer"
      className={mergeClasses(styles.root, props.className)}
      appearance={props.appearance ?? 'secondary'}
      size="small"
      onClick={open}
      {...(props.icon === undefined ? {} : { icon: props.icon })}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
    >
      {props.children}
    </Button>
  );
}
