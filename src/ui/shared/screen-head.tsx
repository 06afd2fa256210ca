/** The head of a screen that opens over the agenda: its name, and the way back. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons';
import { type ReactNode, type Ref } from 'react';
import { ActionButton } from './action-button.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, minWidth: 0 },
  title: {
    margin: 0,
    minWidth: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    ':focus': { outline: 'none' },
  },
  arrow: { ':dir(rtl)': { transform: 'scaleX(-1)' } },
});

export interface ScreenHeadProps {
  readonly title: string;
  readonly back: string;
  readonly titleRef?: Ref<HTMLHeadingElement>;
  readonly onBack: () => void;
}

export function ScreenHead({ title, back, titleRef, onBack }: ScreenHeadProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <ActionButton
        appearance="subtle"
        icon={<ArrowLeft20Regular className={styles.arrow} />}
        label={back}
        onPress={onBack}
      />
      <h2 className={styles.title} ref={titleRef} tabIndex={-1}>
        {title}
      </h2>
    </div>
  );
}
