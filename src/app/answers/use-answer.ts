/** Sends my answer to an invitation, once at a time, and tells how that ended. */
import { useRef, useState } from 'react';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import type { AnswerFormProps, AnswerState, ProposedTime } from '../../ui/colleagues/answer-form.tsx';
import type { EventAnswer } from '../../graph/answer-event.ts';
import type { Interval } from '../../domain/time/intervals.ts';
import { toFailure } from '../to-failure.ts';
import type { AgendaContext } from '../screens.ts';
import type { Services } from '../services.ts';

/** Undefined where a field is empty, the end not after the start, or the start not ahead. */
function findProposal({ start, end }: ProposedTime, zone: string, now: Temporal.Instant): Interval | undefined {
  try {
    const [from, to] = [start, end].map((text) => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant());
    if (from === undefined || to === undefined) return undefined;
    const isAhead = Temporal.Instant.compare(from, now) > 0 && Temporal.Instant.compare(to, from) > 0;
    return isAhead ? { start: from, end: to } : undefined;
  } catch {
    return undefined;
  }
}

export const toProposedTime = (time: Interval, zone: string): ProposedTime => {
  const toText = (instant: Temporal.Instant): string =>
    instant.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
  return { start: toText(time.start), end: toText(time.end) };
};

interface AnswerSetup {
  readonly services: Pick<Services, 'openAnswers' | 'now'>;
  readonly context: AgendaContext;
  readonly event: CalendarEvent;
  readonly onSent: () => void;
}

export function useAnswer({ services, context, event, onSent }: AnswerSetup) {
  const [state, setState] = useState<AnswerState>({ phase: 'idle' });
  const isBusy = useRef(false);
  const wanted = useRef<() => void>(undefined);
  const onSend: AnswerFormProps['onSend'] = (kind, comment, typed) => {
    if (isBusy.current) return;
    const { zone, graphZone } = context.mailbox;
    const time = typed && findProposal(typed, zone, services.now());
    if (typed !== undefined && time === undefined) return setState({ phase: 'badTime' });
    const proposal = time && { ...time, graphZone };
    const about = { eventId: event.id, comment };
    const answer = kind === 'accept' ? { ...about, kind } : { ...about, kind, ...(proposal ? { proposal } : {}) };
    wanted.current = () => sendAnswer(answer);
    sendAnswer(answer);
  };
  const sendAnswer = (answer: EventAnswer): void => {
    isBusy.current = true;
    setState({ phase: 'sending' });
    services
      .openAnswers()
      .then((answers) => answers.answerEvent(answer))
      .then(
        () => {
          setState({ phase: 'sent' });
          onSent();
        },
        (error: unknown) => setState({ phase: 'failed', failure: toFailure(error) }),
      )
      .finally(() => {
        isBusy.current = false;
      });
  };
  return {
    state,
    onSend,
    /** What was to be sent, once more: the permission for it is there now. */
    again: () => wanted.current?.(),
    reset: () => setState({ phase: 'idle' }),
  };
}
