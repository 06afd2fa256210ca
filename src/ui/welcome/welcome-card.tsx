/** The first visit: what the app sees and can do and never does, in plain words, and two answers. */
import { Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { Edit20Regular, Eye20Regular, ShieldCheckmark20Regular, type FluentIcon } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Failure } from '../../domain/failure.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { FailureLine } from '../shared/failure-line.tsx';
import { Notice } from '../shared/notice.tsx';
import { Unfold } from '../shared/unfold.tsx';
import { Message } from '../words/message.tsx';
import { useWords } from '../words/words-provider.tsx';
import { WelcomeDetails } from './welcome-details.tsx';

export type WelcomePhase =
  | { readonly phase: 'idle' }
  | { readonly phase: 'connecting' }
  | { readonly phase: 'noting' }
  | { readonly phase: 'failed'; readonly wish: 'connect' | 'later'; readonly failure: Failure };

export interface WelcomeCardProps {
  readonly state: WelcomePhase;
  readonly organisation: string;
  /** The organisation's own words; may be empty. */
  readonly welcomeText: string;
  readonly onConnect: () => void;
  readonly onLater: () => void;
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalL,
    maxWidth: '40rem',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL}`,
    boxSizing: 'border-box',
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    ':focus': { outline: 'none' },
  },
  facts: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, margin: 0 },
  fact: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    '> dd': { gridColumnStart: 2 },
  },
  icon: { fontSize: '24px', color: tokens.colorBrandForeground1 },
  term: { fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
  organisation: {
    margin: 0,
    padding: tokens.spacingHorizontalM,
    borderInlineStartWidth: tokens.strokeWidthThickest,
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
    backgroundColor: tokens.colorNeutralBackground2,
    whiteSpace: 'pre-line',
  },
  caption: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const FACTS: readonly { readonly key: 'see' | 'can' | 'never'; readonly Icon: FluentIcon }[] = [
  { key: 'see', Icon: Eye20Regular },
  { key: 'can', Icon: Edit20Regular },
  { key: 'never', Icon: ShieldCheckmark20Regular },
];

function Facts(): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <dl className={styles.facts}>
      {FACTS.map(({ key, Icon }) => (
        <div key={key} className={styles.fact}>
          <Icon className={styles.icon} aria-hidden />
          <dt className={styles.term}>{t(`welcome.${key}`)}</dt>
          <dd className={styles.text}>{t(`welcome.${key}Text`)}</dd>
        </div>
      ))}
    </dl>
  );
}

export function WelcomeCard(props: WelcomeCardProps): ReactNode {
  const { state, organisation, welcomeText } = props;
  const styles = useStyles();
  const { t } = useWords();
  const isBusy = state.phase === 'connecting' || state.phase === 'noting';
  return (
    <div className={styles.root}>
      <h2 className={styles.title}>{t('welcome.title')}</h2>
      {organisation !== '' && (
        <p className={styles.text}>
          <Message id="welcome.from" names={{ organisation }} />
        </p>
      )}
      <Facts />
      {welcomeText !== '' && (
        <blockquote className={styles.organisation}>
          <bdi>{welcomeText}</bdi>
        </blockquote>
      )}
      {state.phase === 'failed' && (
        <Notice intent="error" title={t(state.wish === 'connect' ? 'welcome.failed' : 'welcome.laterFailed')}>
          <FailureLine failure={state.failure} organisation={organisation} />
        </Notice>
      )}
      <p className={styles.caption}>{t('welcome.asked')}</p>
      <div className={styles.actions}>
        <ActionButton appearance="primary" disabled={isBusy} onPress={props.onConnect}>
          {t('welcome.connect')}
        </ActionButton>
        <ActionButton disabled={isBusy} onPress={props.onLater}>
          {t('welcome.later')}
        </ActionButton>
        <span role="status">
          {state.phase === 'connecting' && <Spinner size="tiny" label={t('welcome.connecting')} />}
        </span>
      </div>
      <Unfold label={t('welcome.details')}>
        <WelcomeDetails />
      </Unfold>
    </div>
  );
}
