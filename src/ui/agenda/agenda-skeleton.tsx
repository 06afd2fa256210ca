/** The layout of the agenda before there is one: the next line, then days with their ground and rows. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  bar: {
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    animationName: { from: { opacity: 1 }, '50%': { opacity: 0.55 }, to: { opacity: 1 } },
    animationDuration: '2s',
    animationIterationCount: 'infinite',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
  next: { height: '56px' },
  day: {
    padding: `${tokens.spacingVerticalM} 0`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  head: { height: tokens.lineHeightBase400, width: '12rem', maxWidth: '60%' },
  ground: { height: '32px' },
  row: { height: '44px' },
});

function Bar(props: { readonly shape: 'next' | 'head' | 'ground' | 'row' }): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles[props.shape]}>
      <div className={styles.bar} style={{ height: '100%' }} />
    </div>
  );
}

export function DaySkeleton(): ReactNode {
  const styles = useStyles();
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
