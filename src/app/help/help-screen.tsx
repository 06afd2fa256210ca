/** The employee's help: connect, what is seen, shifts, booking, and what to do where something is wrong. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { HelpTopics } from '../../ui/help/help-topics.tsx';
import { ScreenHead } from '../../ui/shared/screen-head.tsx';
import { Message } from '../../ui/words/message.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import type { HelpScreenProps } from '../screens.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    maxWidth: '640px',
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  contact: { margin: 0, overflowWrap: 'anywhere' },
});

export function HelpScreen({ helpContact, isTrouble, onClose }: HelpScreenProps): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className={styles.root}>
      <ScreenHead title={t('help.title')} back={t('help.back')} titleRef={title} onBack={onClose} />
      <HelpTopics isTrouble={isTrouble} />
      {helpContact !== '' && (
        <p className={styles.contact}>
          <Message id="door.contact" names={{ contact: helpContact }} />
        </p>
      )}
    </div>
  );
}
