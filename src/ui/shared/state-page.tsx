/** Says one thing in place of the agenda: why there is none, and what can be done about it. Stands inside the page's frame. */
import type { ReactNode } from 'react';
import styles from './state-page.module.css';

export interface StatePageProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

export function StatePage(props: StatePageProps): ReactNode {
  return (
    <div className={styles.root}>
      <h2 className={styles.title}>{props.title}</h2>
      {props.children}
      {props.actions !== undefined && <div className={styles.actions}>{props.actions}</div>}
    </div>
  );
}
