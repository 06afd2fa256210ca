/** A line that unfolds what is under it; what is folded is not in the page. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons';
import { type ReactNode, useId, useState } from 'react';

const useStyles = makeStyles({
  button: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minHeight: '32px',
    padding: `${tokens.spacingVerticalXS} 0`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'start',
    cursor: 'pointer',
    // high contrast has no hover colour that is read without its own background
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
    '@media (max-width: 639.98px)': { minHeight: '44px' },
    '@media (pointer: coarse)': { minHeight: '44px' },
  },
  icon: {
    flexShrink: 0,
    transitionProperty: 'transform',
    transitionDuration: tokens.durationFaster,
    '@media (prefers-reduced-motion: reduce)': { transitionDuration: '0s' },
  },
  folded: { transform: 'rotate(-90deg)', ':dir(rtl)': { transform: 'rotate(90deg)' } },
});

export function Unfold(props: {
  readonly label: ReactNode;
  readonly children: ReactNode;
  readonly openAtFirst?: boolean;
}): ReactNode {
  const styles = useStyles();
  const [open, setOpen] = useState(props.openAtFirst ?? false);
  const id = useId();
  return (
    <div>
      <button
        type="button"
        className={styles.button}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <span>{props.label}</span>
        <ChevronDownRegular className={mergeClasses(styles.icon, !open && styles.folded)} aria-hidden />
      </button>
      {open && <div id={id}>{props.children}</div>}
    </div>
  );
}
