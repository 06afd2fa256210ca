/** My answer to an invitation, wherever it is given: with its times inside my shifts, and the question for a permission that is missing. */
import type { ReactNode } from 'react';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { MAX_COMMENT } from '../../domain/contract/answer-write.ts';
import { AnswerForm, type AnswerFormProps } from '../../ui/colleagues/answer-form.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import { LazyScreen } from '../lazy-screen.tsx';
import { loadAgreeScreen } from '../load-agree-screen.ts';
import type { AgendaContext } from '../screens.ts';
import type { Services } from '../services.ts';
import { needsPerson } from '../session/needs-person.ts';
import { TimeChoice, useSuggestions } from './time-choice.tsx';
import { toProposedTime, useAnswer } from './use-answer.ts';

export interface AnswerSectionProps {
  readonly services: Services;
  readonly context: AgendaContext;
  readonly event: CalendarEvent;
  /** Where somebody came to do one thing: the answer they begin with, and whether they propose. */
  readonly begin?: AnswerFormProps['begin'];
  readonly onSent: () => void;
}

export const canAnswer = ({ time, isOrganizer, isCancelled, myAnswer, organizer }: CalendarEvent): boolean =>
  time.kind === 'timed' && !isOrganizer && !isCancelled && myAnswer !== 'organizer' && organizer !== undefined;

export function AnswerSection({ services, context, event, begin, onSent }: AnswerSectionProps): ReactNode {
  const { t } = useWords();
  const { zone } = context.mailbox;
  const { state, onSend, again, reset } = useAnswer({ services, context, event, onSent });
  const suggestions = useSuggestions({ services, context, event });
  const { time } = event;
  if (time.kind !== 'timed') return null;
  if (state.phase === 'failed' && needsPerson(state.failure)) {
    const asked = { services, purpose: 'booking' as const, because: state.failure, onAgreed: again, onLater: reset };
    return <LazyScreen load={loadAgreeScreen} screenProps={asked} />;
  }
  const texts = suggestions.map((one) => toProposedTime(one, zone));
  return (
    <AnswerForm
      {...{ state, onSend, begin }}
      onReset={reset}
      maxMessage={MAX_COMMENT}
      time={toProposedTime(time, zone)}
      takesProposals={event.refusesProposals !== true}
      subject={event.subject === '' ? t('event.noSubject') : event.subject}
      organizer={event.organizer?.name || (event.organizer?.address ?? '')}
      renderSuggestions={(chosen, onChoose) => (
        <TimeChoice
          times={suggestions}
          chosen={texts.findIndex(({ start, end }) => start === chosen.start && end === chosen.end)}
          onChoose={(index) => {
            const text = texts[index];
            if (text !== undefined) onChoose(text);
          }}
        />
      )}
    />
  );
}
