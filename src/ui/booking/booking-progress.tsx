/** A booking's own card: where it stands, since when, and what can be done; its state changes in place. */
import { Spinner, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircle20Filled,
  ClockRegular,
  DismissCircle20Filled,
  InfoRegular,
  Warning20Filled,
} from '@fluentui/react-icons';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { BookingState } from '../../domain/booking/booking.ts';
import { useWords } from '../words/words-provider.tsx';
import { ProgressActions, type ProgressActionHandlers } from './progress-actions.tsx';
import { ProgressDetails } from './progress-details.tsx';
import {
  type BookingManner,
  type ProgressTone,
  listRoomNames,
  peopleLine,
  progressHeadline,
  progressTone,
} from './progress-words.ts';

export interface BookingProgressProps extends ProgressActionHandlers {
  readonly state: BookingState;
  /** Ticks each second; only the counted seconds change with it. */
  readonly now: Temporal.Instant;
  readonly manner: BookingManner;
  /** Takes the focus when it appears, as after Send. */
  readonly takesFocus?: boolean;
}

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderInlineStartWidth: tokens.strokeWidthThickest,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
    ':focus': { outline: 'none' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  working: { borderInlineStartColor: tokens.colorBrandStroke1 },
  asking: { borderInlineStartColor: tokens.colorBrandStroke1 },
  good: { borderInlineStartColor: tokens.colorStatusSuccessBorder2 },
  warning: { borderInlineStartColor: tokens.colorStatusWarningBorder2 },
  bad: { borderInlineStartColor: tokens.colorStatusDangerBorder2 },
  quiet: {},
  room: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'flex-start',
    minHeight: '24px',
  },
  icon: { flexShrink: 0, fontSize: '20px', lineHeight: 0, marginBlockStart: '1px' },
  iconGood: { color: tokens.colorStatusSuccessForeground1 },
  iconWarning: { color: tokens.colorStatusWarningForeground1 },
  iconBad: { color: tokens.colorStatusDangerForeground1 },
  words: { display: 'flex', flexDirection: 'column', flex: '1 1 11rem', minWidth: 0 },
  soft: { color: tokens.colorNeutralForeground2 },
  seconds: { flexShrink: 0, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

const SECOND_MS = 1000;

function ToneIcon({ tone }: { readonly tone: ProgressTone }): ReactNode {
  const styles = useStyles();
  const withTone = (extra: string | undefined): string => mergeClasses(styles.icon, extra);
  switch (tone) {
    case 'working':
    case 'asking':
      return <Spinner className={styles.icon} size="extra-tiny" aria-hidden />;
    case 'good':
      return <CheckmarkCircle20Filled className={withTone(styles.iconGood)} aria-hidden />;
    case 'warning':
      return <Warning20Filled className={withTone(styles.iconWarning)} aria-hidden />;
    case 'bad':
      return <DismissCircle20Filled className={withTone(styles.iconBad)} aria-hidden />;
    case 'quiet':
      return <InfoRegular className={styles.icon} aria-hidden />;
  }
}

/** Whole seconds since the room was asked, or until the next try. Not announced: a voice that counts helps nobody. */
function CountedSeconds(props: { readonly state: BookingState; readonly now: Temporal.Instant }): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const { state, now } = props;
  const between = (a: Temporal.Instant, b: Temporal.Instant): number =>
    Math.max(0, Math.floor((b.epochMilliseconds - a.epochMilliseconds) / SECOND_MS));
  if (state.phase === 'asking' || state.phase === 'awaitingApproval') {
    return (
      <span className={styles.seconds}>
        <ClockRegular aria-hidden /> {t('booking.seconds', { seconds: between(state.since, now) })}
      </span>
    );
  }
  if (state.phase === 'waiting') {
    return <span className={styles.seconds}>{t('booking.nextTryIn', { seconds: between(now, state.until) })}</span>;
  }
  return null;
}

/** Focus follows the card when it appears, and stays with it when the pressed button has gone. */
function useCardFocus(phase: BookingState['phase'], takesFocus: boolean) {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) card.current?.focus();
  }, [takesFocus]);
  useEffect(() => {
    if (takesFocus && document.activeElement === document.body) card.current?.focus();
  }, [phase, takesFocus]);
  return card;
}

export function BookingProgress(props: BookingProgressProps): ReactNode {
  const { state, now, manner, takesFocus = false } = props;
  const styles = useStyles();
  const words = useWords();
  const heading = useId();
  const card = useCardFocus(state.phase, takesFocus);
  const tone = progressTone(state);
  const people = peopleLine(state, manner, words);
  return (
    <section ref={card} tabIndex={-1} className={mergeClasses(styles.card, styles[tone])} aria-labelledby={heading}>
      <h3 id={heading} className={styles.room}>
        <bdi>{words.list(listRoomNames(state))}</bdi>
      </h3>
      <div className={styles.line}>
        <ToneIcon tone={tone} />
        <div className={styles.words} role="status" aria-live="polite">
          <Text weight="semibold">{progressHeadline(state, manner, words)}</Text>
          {people !== undefined && <Text className={styles.soft}>{people}</Text>}
          <ProgressDetails state={state} />
        </div>
        <CountedSeconds state={state} now={now} />
      </div>
      <ProgressActions state={state} on={props} />
    </section>
  );
}
