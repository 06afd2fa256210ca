/** The form of a booking: when, who, how many, what; for an existing meeting only what can still be chosen. */
import type { ReactNode } from 'react';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { useFieldStyles } from '../../ui/booking/field-grid.ts';
import { MeetingSummary } from '../../ui/booking/meeting-summary.tsx';
import { HeadsField, InvitationSwitches, SubjectField } from '../../ui/booking/meeting-fields.tsx';
import { PeopleField } from '../../ui/booking/people-field.tsx';
import { PeopleFixed } from '../../ui/booking/people-fixed.tsx';
import { RepeatFields } from '../../ui/series/repeat-fields.tsx';
import { WhenFields } from '../../ui/booking/when-fields.tsx';
import type { Words } from '../../ui/words/create-words.ts';
import { useWords } from '../../ui/words/words-provider.tsx';
import type { Session } from '../../domain/contract/session.ts';
import type { AgendaContext } from '../screens.ts';
import type { Services } from '../services.ts';
import { usePeoplePicker } from './use-people-picker.ts';
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
  readonly services: Pick<Services, 'openColleagues' | 'agree'>;
  readonly session: Session;
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

function seriesProblem({ series }: MeetingDraftState, words: Words): string | undefined {
  if (series === undefined || series.ok || series.problem === 'noTime') return undefined;
  return words.t(`series.problem.${series.problem}`);
}

/** How many dates it makes, and what of them nobody would guess. */
function seriesHint({ series, times }: MeetingDraftState, words: Words): string | undefined {
  if (series?.ok !== true || times === undefined) return undefined;
  const { occurrences, repeat } = series;
  const [first, last] = [occurrences[0], occurrences.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const said = (date: Temporal.PlainDate): string => words.day(date, 'dated');
  return [
    words.t('series.summary', { count: occurrences.length, first: said(first.date), last: said(last.date) }),
    ...(first.date.equals(words.dateOf(times.start)) ? [] : [words.t('series.firstDate', { date: said(first.date) })]),
    ...(repeat.every === 'month' && first.date.day > 28 ? [words.t('series.lastOfMonth')] : []),
  ].join('. ');
}

function NewMeetingFields({ state, context, services, session }: BookFormProps): ReactNode {
  const words = useWords();
  const { draft, times, problems, actions } = state;
  const picker = usePeoplePicker({
    ...{ services, session, typed: draft.typedPeople, chosen: draft.people },
    onPick: ({ name, address }) => {
      actions.onTypePeople('');
      actions.onAddPeople(`"${name.replaceAll('"', '')}" <${address}>`);
    },
  });
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
      <RepeatFields
        values={draft.repeat}
        problem={seriesProblem(state, words)}
        hint={seriesHint(state, words)}
        onChange={actions.onRepeat}
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
        picker={picker}
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
      {(draft.twin === undefined || state.series !== undefined) && (
        <HeadsField
          heads={headsText(draft)}
          problem={problemAt(['heads'], problems, words)}
          onHeads={actions.onHeads}
        />
      )}
      {existing === undefined && (
        <InvitationSwitches
          online={draft.online}
          inviteAtOnce={draft.inviteAtOnce}
          onOnline={actions.onOnline}
          onInviteAtOnce={state.series === undefined ? actions.onInviteAtOnce : undefined}
        />
      )}
    </form>
  );
}
