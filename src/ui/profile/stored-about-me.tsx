/** All that is stored about me, and the button that deletes it, after one question. */
import { Skeleton, SkeletonItem, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useRef, useState } from 'react';
import type { Connection } from '../../domain/contract/session.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { FailureLine } from '../shared/failure-line.tsx';
import { Notice } from '../shared/notice.tsx';
import { QuestionDialog } from '../shared/question-dialog.tsx';
import { useWords } from '../words/words-provider.tsx';
import type { StoredPhase, WishPhase } from './profile-phases.ts';

export interface StoredAboutMeProps {
  readonly stored: StoredPhase;
  readonly wish: WishPhase;
  readonly onDelete: () => void;
  readonly onReadAgain: () => void;
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: tokens.spacingVerticalS },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    minHeight: '68px',
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  shade: { display: 'grid', rowGap: tokens.spacingVerticalS, width: '100%', minHeight: '68px' },
  soft: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** The server's time in words; a time that nobody can read is shown as it came. */
function sinceText(since: string, locale: string, zone: string): string {
  const ms = Date.parse(since);
  if (Number.isNaN(ms)) return since;
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: zone,
    calendar: 'gregory',
  }).format(ms);
}

function Facts({ connection }: { readonly connection: Connection }): ReactNode {
  const styles = useStyles();
  const { t, locale, clock } = useWords();
  const { connected, connectedSince, welcomeSeen } = connection;
  const facts = [
    { key: 'connected', value: t(connected ? 'profile.yes' : 'profile.no') },
    {
      key: 'since',
      value: connectedSince === null ? t('profile.never') : sinceText(connectedSince, locale.formats, clock.zone),
    },
    {
      key: 'welcomeSeen',
      value: welcomeSeen === null ? t('profile.never') : t('profile.release', { release: welcomeSeen }),
    },
  ] as const;
  return (
    <dl className={styles.facts}>
      {facts.map(({ key, value }) => (
        <div key={key} style={{ display: 'contents' }}>
          <dt className={styles.term}>{t(`profile.${key}`)}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Stored({ stored, onReadAgain }: Pick<StoredAboutMeProps, 'stored' | 'onReadAgain'>): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  switch (stored.phase) {
    case 'loading':
      return (
        <Skeleton className={styles.shade} aria-label={t('profile.storedLoading')}>
          <SkeletonItem size={16} />
          <SkeletonItem size={16} />
          <SkeletonItem size={16} />
        </Skeleton>
      );
    case 'ready':
      return <Facts connection={stored.connection} />;
    case 'failed':
      return (
        <Notice
          intent="error"
          title={t('profile.storedFailed')}
          actions={<ActionButton onPress={onReadAgain}>{t('action.retry')}</ActionButton>}
        >
          <FailureLine failure={stored.failure} />
        </Notice>
      );
  }
}

function DeleteQuestion(props: {
  readonly open: boolean;
  readonly onDelete: () => void;
  readonly onKeep: () => void;
}): ReactNode {
  const { t } = useWords();
  return (
    <QuestionDialog
      open={props.open}
      title={t('profile.deleteTitle')}
      secondary={{ text: t('profile.deleteCancel'), onPress: props.onKeep }}
      primary={{ text: t('profile.deleteConfirm'), onPress: props.onDelete }}
      onDismiss={props.onKeep}
    >
      {t('profile.deleteText')}
    </QuestionDialog>
  );
}

export function StoredAboutMe(props: StoredAboutMeProps): ReactNode {
  const { stored, wish, onDelete, onReadAgain } = props;
  const styles = useStyles();
  const { t } = useWords();
  const [isAsking, setAsking] = useState(false);
  const asker = useRef<Element | null>(null);
  const close = (): void => {
    setAsking(false);
    if (asker.current instanceof HTMLElement) asker.current.focus();
  };
  const erased = wish.phase !== 'idle' && wish.kind === 'erase' ? wish : undefined;
  return (
    <section className={styles.root}>
      <h3 className={styles.heading}>{t('profile.stored')}</h3>
      <Stored stored={stored} onReadAgain={onReadAgain} />
      <p className={styles.soft}>{t('profile.nothingElse')}</p>
      <ActionButton
        disabled={wish.phase === 'busy'}
        onPress={() => {
          asker.current = document.activeElement;
          setAsking(true);
        }}
      >
        {t('profile.delete')}
      </ActionButton>
      <span role="status">
        {erased?.phase === 'busy' && t('profile.deleting')}
        {erased?.phase === 'done' && t('profile.deleted')}
      </span>
      {erased?.phase === 'failed' && (
        <Notice intent="error" title={t('profile.deleteFailed')}>
          <FailureLine failure={erased.failure} />
        </Notice>
      )}
      <DeleteQuestion
        open={isAsking}
        onKeep={close}
        onDelete={() => {
          close();
          onDelete();
        }}
      />
    </section>
  );
}
