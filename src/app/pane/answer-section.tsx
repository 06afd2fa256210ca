/** Sends the answer to the invitation that lies open; where the permission is missing, the person is asked for it here. */
import { type ReactNode, useState } from 'react';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import type { Session } from '../../domain/contract/session.ts';
import type { Failure } from '../../domain/failure.ts';
import { type AnswerKind, AnswerForm } from '../../ui/pane/answer-form.tsx';
import { LazyScreen } from '../lazy-screen.tsx';
import { loadAgreeScreen } from '../load-agree-screen.ts';
import type { Services } from '../services.ts';
import { needsPerson } from '../session/needs-person.ts';
import { toFailure } from '../to-failure.ts';

export interface AnswerSectionProps {
  readonly services: Services;
  readonly session: Session;
  readonly event: CalendarEvent;
  readonly onAnswered: () => void;
}

export function AnswerSection({ services, session, event, onAnswered }: AnswerSectionProps): ReactNode {
  const [comment, setComment] = useState('');
  const [isSending, setIsSending] = useState(false);
  const [failed, setFailed] = useState<{ readonly failure: Failure; readonly kind: AnswerKind }>();
  const { organizer, myAnswer } = event;
  const send = async (kind: AnswerKind): Promise<void> => {
    setIsSending(true);
    setFailed(undefined);
    try {
      const answers = await services.openAnswers();
      await answers.answerEvent({ eventId: event.id, kind, comment: comment.trim() });
      setComment('');
      onAnswered();
    } catch (error) {
      setFailed({ failure: toFailure(error), kind });
    } finally {
      setIsSending(false);
    }
  };
  if (failed !== undefined && needsPerson(failed.failure)) {
    const asked = {
      ...{ services, purpose: 'booking' as const, because: failed.failure },
      organisation: session.organisation.name,
      onAgreed: () => void send(failed.kind),
      onLater: () => setFailed(undefined),
    };
    return <LazyScreen load={loadAgreeScreen} screenProps={asked} />;
  }
  return (
    <AnswerForm
      now={myAnswer === 'organizer' ? 'none' : myAnswer}
      organizer={organizer === undefined || organizer.name === '' ? (organizer?.address ?? '') : organizer.name}
      {...{ comment, isSending }}
      failure={failed?.failure}
      onComment={setComment}
      onAnswer={(kind) => void send(kind)}
    />
  );
}
