/** What somebody invited can do: answer, or propose another time; the organizer alone is mailed. */
import type { ReactNode } from 'react';
import { MeetingSummary } from '../../ui/booking/meeting-summary.tsx';
import { AnswerSection } from '../answers/answer-section.tsx';
import { toEventTimes } from '../book/meeting-times.ts';
import type { FixTaskProps } from './fix-task.ts';

export function AnswerFix({ services, context, event, onSent }: FixTaskProps): ReactNode {
  return (
    <>
      <MeetingSummary subject={event.subject} {...toEventTimes(event.time, context.mailbox.zone)} />
      <AnswerSection {...{ services, context, event, onSent }} />
    </>
  );
}

export function ProposeFix({ services, context, event, onSent }: FixTaskProps): ReactNode {
  return (
    <>
      <MeetingSummary subject={event.subject} {...toEventTimes(event.time, context.mailbox.zone)} />
      <AnswerSection {...{ services, context, event, onSent }} begin={{ kind: 'tentative', proposes: true }} />
    </>
  );
}
