/** The form of a booking: when, who, how many, what; for an existing meeting only what can still be chosen. */
import type { ReactNode } from 'react';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { useFieldStyles } from '../../ui/booking/field-grid.ts';
import { MeetingSummary } from '../../ui/booking/meeting-summary.tsx';
import { HeadsField, InvitationSwitches, SubjectField } from '../../ui/booking/meeting-fields.tsx';
import { PeopleField } from '../../ui/booking/people-field.tsx';
import { PeopleFixed } from '../../ui/booking/people-fixed.tsx';
import { WhenFields } from '../../ui/booking/when-fields.tsx';
import type { Words } from '../../ui/words/create-words.ts';
import { useWords } from '../../ui/words/words-provider.tsx';
import type { AgendaContext } from '../screens.ts';
import { type DraftProblem, headsText } from './meeting-draft.ts';
import type { MeetingDraftState } from './use-meeting-draft.ts';

const MINUTE_MS = 60_000;
const START_PROBLEMS: readonly DraftProblem[] = ['past', 'tooFarAhead', 'incomplete'];
const END_PROBLEMS: readonly DraftProblem[] = ['endNotAfterStart', 'tooLong'];
const PEOPLE_PROBLEMS: readonly DraftProblem[] = ['noAttendee', 'tooManyPeople', 'badAddress'];

export interface BookFormProps {
  readonly state: MeetingDraftState;
  readonly context: AgendaContext;
  readonly existing?: CalendarEvent | undefined;
}

/** The first of the problems that belongs to a field, in one sentence. */
function problemAt(
  field: readonly DraftProblem[],
  problems: readonly DraftProblem[],
  words: Words,
): string | undefined {
  const found = field.find((problem) => problems.includes(problem));
  return found === undefined ? undefined : words.t(`booking.problem.${found}`);
}

function peopleProblem({ draft, problems }: MeetingDraftState, words: Words): string | undefined {
  const { rejectedPeople } = draft;
  if (rejectedPeople.length === 0) return problemAt(PEOPLE_PROBLEMS, problems, words);
  return words.t('booking.problem.address', { count: rejectedPeople.length, addresses: words.list(rejectedPeople) });
}

function NewMeetingFields({ state, context }: BookFormProps): ReactNode {
  const words = useWords();
  const { draft, times, problems, actions } = state;
  const lengthMs = times === undefined ? undefined : times.end.epochMilliseconds - times.start.epochMilliseconds;
  return (
    <>
      <WhenFields
        values={draft.typed}
        startProblem={problemAt(START_PROBLEMS, problems, words)}
        endProblem={problemAt(END_PROBLEMS, problems, words)}
        lengthMinutes={lengthMs === undefined ? undefined : lengthMs / MINUTE_MS}
        zoneIsGuessed={context.zoneIsGuessed}
        onStart={actions.onStart}
        onEnd={actions.onEnd}
        onLength={actions.onLength}
      />
      <SubjectField
        subject={draft.subject}
        problem={problemAt(['subjectTooLong'], problems, words)}
        onSubject={actions.onSubject}
      />
      <PeopleField
        people={draft.people}
        typed={draft.typedPeople}
        problem={peopleProblem(state, words)}
        onType={actions.onTypePeople}
        onAdd={actions.onAddPeople}
        onRemove={actions.onRemovePerson}
      />
    </>
  );
}

function ExistingMeeting({ state, existing }: BookFormProps): ReactNode {
  const words = useWords();
  const { draft, times, problems } = state;
  const problem = problemAt([...START_PROBLEMS, ...END_PROBLEMS, ...PEOPLE_PROBLEMS], problems, words);
  return (
    <>
      {times !== undefined && <MeetingSummary subject={existing?.subject ?? ''} start={times.start} end={times.end} />}
      <PeopleFixed people={draft.people} problem={problem} />
    </>
  );
}

export function BookForm(props: BookFormProps): ReactNode {
  const { state, existing } = props;
  const fields = useFieldStyles();
  const words = useWords();
  const { draft, problems, actions } = state;
  return (
    <form className={fields.form} noValidate onSubmit={(event) => event.preventDefault()}>
      {existing === undefined ? <NewMeetingFields {...props} /> : <ExistingMeeting {...props} />}
      <HeadsField heads={headsText(draft)} problem={problemAt(['heads'], problems, words)} onHeads={actions.onHeads} />
      {existing === undefined && (
        <InvitationSwitches
          online={draft.online}
          inviteAtOnce={draft.inviteAtOnce}
          onOnline={actions.onOnline}
          onInviteAtOnce={actions.onInviteAtOnce}
        />
      )}
    </form>
  );
}
