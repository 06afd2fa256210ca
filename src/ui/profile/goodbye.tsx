/** Right after somebody left: what is gone, what remains, and the way back. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { ActionButton } from '../shared/action-button.tsx';
import { useWords } from '../words/words-provider.tsx';
import { Remains } from './remains.tsx';

export interface GoodbyeProps {
  readonly left: 'disconnected' | 'deleted';
  readonly onOpenLink: (url: string) => void;
  readonly onConnect: () => void;
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalL,
    maxWidth: '36rem',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    ':focus': { outline: 'none' },
  },
  text: { margin: 0 },
});

export function Goodbye({ left, onOpenLink, onConnect }: GoodbyeProps): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [left]);
  return (
    <div className={styles.root}>
      <h2 ref={title} tabIndex={-1} className={styles.title}>
        {t(`goodbye.${left}`)}
      </h2>
      <p className={styles.text}>{t('goodbye.gone')}</p>
      <Remains onOpenLink={onOpenLink} />
      <ActionButton onPress={onConnect}>{t('quiet.connect')}</ActionButton>
    </div>
  );
}
