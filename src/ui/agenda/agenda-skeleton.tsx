/** The layout of the agenda before there is one: the next line, then days with their ground and rows. */
import type { ReactNode } from 'react';
import styles from './agenda-skeleton.module.css';

function Bar(props: { readonly shape: 'next' | 'head' | 'ground' | 'row' }): ReactNode {
  return (
    <div className={styles[props.shape]}>
      <div className={styles.bar} style={{ height: '100%' }} />
    </div>
  );
}

export function DaySkeleton(): ReactNode {
  return (
    <div className={styles.day} aria-hidden>
      <Bar shape="head" />
      <Bar shape="ground" />
      <Bar shape="row" />
      <Bar shape="row" />
    </div>
  );
}

/** `label` is what a screen reader hears while the boxes pulse. */
export function AgendaSkeleton(props: { readonly label: string }): ReactNode {
  return (
    <div role="status" aria-label={props.label}>
      <Bar shape="next" />
      <DaySkeleton />
      <DaySkeleton />
      <DaySkeleton />
    </div>
  );
}
