/** What a plan does not know, and who can change that. */
import type { ReactNode } from 'react';
import type { FailureCode } from '../../domain/failure.ts';
import { toNames } from '../../ui/planning/reason-line.tsx';
import { UnansweredRooms, UnsuitableRooms } from '../../ui/rooms/unsuitable-rooms.tsx';
import { FailureLine } from '../../ui/shared/failure-line.tsx';
import { Notice } from '../../ui/shared/notice.tsx';
import { Message } from '../../ui/words/message.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import type { MadePlan } from './make-plan.ts';

/** The permission for places is missing: another try helps nobody. */
const CLOSED: readonly FailureCode[] = ['access_denied', 'insufficient_scope', 'consent_required'];

export function PlanNotices({ made }: { readonly made: MadePlan }): ReactNode {
  const words = useWords();
  const { t } = words;
  const { plan, isFreeBusyOff, peopleFailure, roomsFailure, shiftsUnknown } = made;
  const { people } = plan.request;
  const unknown = people.filter(({ freeBusy }) => freeBusy.state === 'unknown');
  return (
    <>
      {isFreeBusyOff && people.length > 1 && <Notice intent="info">{t('planning.freeBusyOff')}</Notice>}
      {peopleFailure !== undefined && (
        <Notice intent="warning" title={t('planning.peopleFailed')}>
          <FailureLine failure={peopleFailure} />
        </Notice>
      )}
      {unknown.length > 0 && (
        <Notice intent="warning">
          <Message id="planning.unknownPeople" names={{ people: toNames(unknown, words) }} />
        </Notice>
      )}
      {shiftsUnknown !== undefined && <Notice intent="info">{t(`planning.shifts.${shiftsUnknown}`)}</Notice>}
      {roomsFailure !== undefined &&
        (CLOSED.includes(roomsFailure.code) ? (
          <Notice intent="info">{t('planning.roomsDenied')}</Notice>
        ) : (
          <Notice intent="warning" title={t('planning.roomsFailed')}>
            <FailureLine failure={roomsFailure} />
          </Notice>
        ))}
    </>
  );
}

/** The rooms behind the times: which were asked, which did not answer, and which don't suit. */
export function PlanRooms({ made, onAgain }: { readonly made: MadePlan; readonly onAgain: () => void }): ReactNode {
  const { t, number } = useWords();
  if (made.askedRooms === 0 && made.unsuitable.length === 0) return null;
  return (
    <>
      <span>{t('planning.roomsAsked', { count: number(made.askedRooms) })}</span>
      <UnansweredRooms rooms={made.unanswered} onAgain={onAgain} />
      <UnsuitableRooms rooms={made.unsuitable} />
    </>
  );
}
