/** The progress of a booking that an earlier visit left open, until it is finished or taken back. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import { groupAttendees } from '../../domain/agenda/group-attendees.ts';
import { type HoldMark, HOLD_PREFIX, parseHoldMark } from '../../domain/booking/hold-mark.ts';
import { LeaveDialog } from '../../ui/booking/leave-dialog.tsx';
import { MeetingSummary } from '../../ui/booking/meeting-summary.tsx';
import type { BookingManner } from '../../ui/booking/progress-words.ts';
import { ScreenHead } from '../../ui/shared/screen-head.tsx';
import { WordsProvider, useWords } from '../../ui/words/words-provider.tsx';
import type { ResumeScreenProps } from '../screens.ts';
import { BookingRun } from './booking-run.tsx';
import { toEventTimes } from './meeting-times.ts';
import { useLeaveGuard } from './use-leave-guard.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
});

function toManner(mark: HoldMark | undefined, { event }: ResumeScreenProps): BookingManner {
  const { accepted, tentative, declined, none } = groupAttendees(event);
  const invited = accepted.length + tentative.length + declined.length + none.length;
  const existing = mark?.existing ?? false;
  return { existing, inviteAtOnce: false, peopleCount: (mark?.people.length ?? 0) + (existing ? invited : 0) };
}

function ResumeScreenContent(props: ResumeScreenProps): ReactNode {
  const { services, context, event, booking, onDone } = props;
  const styles = useStyles();
  const { t } = useWords();
  const guard = useLeaveGuard(booking, () => onDone(true));
  const mark = parseHoldMark(event.holdMark ?? '');
  const manner = toManner(mark, props);
  const { start, end } = toEventTimes(event.time, context.mailbox.zone);
  const subject = mark?.subject ?? event.subject.replace(HOLD_PREFIX, '');
  return (
    <div className={styles.root}>
      <ScreenHead title={t('booking.titleResume')} back={t('booking.back')} onBack={guard.leave} />
      <MeetingSummary subject={subject} start={start} end={end} />
      <BookingRun services={services} booking={booking} manner={manner} onDone={guard.leave} />
      <LeaveDialog open={guard.isAsking} manner={manner} onStay={guard.stay} onLeave={guard.leave} />
    </div>
  );
}

export function ResumeScreen(props: ResumeScreenProps): ReactNode {
  const words = useWords();
  const { zone, hourCycle } = props.context.mailbox;
  const inMailboxZone = useMemo(() => words.withClock({ zone, hourCycle }), [words, zone, hourCycle]);
  return (
    <WordsProvider words={inMailboxZone}>
      <ResumeScreenContent {...props} />
    </WordsProvider>
  );
}
