/** Which day or week is on screen, between the ways to those before and after it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  title: {
    margin: 0,
    flex: '0 1 auto',
    minWidth: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    '::first-letter': { textTransform: 'uppercase' },
  },
  today: { flexShrink: 0, marginInlineStart: 'auto' },
  arrow: { display: 'inline-flex', flexShrink: 0, ':dir(rtl)': { transform: 'scaleX(-1)' } },
});

export interface GridHeadProps {
  readonly title: string;
  readonly before: ReactNode;
  readonly after: ReactNode;
  readonly today: ReactNode;
}

export function GridHead({ title, before, after, today }: GridHeadProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <span className={styles.arrow}>{before}</span>
      <h2 className={styles.title} aria-live="polite">
        {title}
      </h2>
      <span className={styles.arrow}>{after}</span>
      <span className={styles.today}>{today}</span>
    </div>
  );
}
