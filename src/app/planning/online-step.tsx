/** The last look before an online meeting is made: its subject, its time, and who gets mail. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { listOnlineInvitees } from '../../domain/booking/online-event.ts';
import { SubjectField } from '../../ui/booking/meeting-fields.tsx';
import { MeetingSummary } from '../../ui/booking/meeting-summary.tsx';
import { usePlanningStyles } from '../../ui/planning/planning-styles.ts';
import { ActionButton } from '../../ui/shared/action-button.tsx';
import { FailureLine } from '../../ui/shared/failure-line.tsx';
import { Notice } from '../../ui/shared/notice.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import { MAX_SUBJECT } from '../book/meeting-draft.ts';
import { LazyScreen } from '../lazy-screen.tsx';
import { loadAgreeScreen } from '../load-agree-screen.ts';
import type { AgendaContext } from '../screens.ts';
import type { Services } from '../services.ts';
import { needsPerson } from '../session/needs-person.ts';
import type { PlannedMeeting } from './planned-meeting.ts';
import { useOnlineMeeting } from './use-online-meeting.ts';

export interface OnlineStepProps {
  readonly services: Services;
  readonly context: AgendaContext;
  readonly planned: PlannedMeeting;
  readonly onBack: () => void;
  /** `changed` makes the agenda read again. */
  readonly onDone: (changed: boolean) => void;
}

export function OnlineStep({ services, context, planned, onBack, onDone }: OnlineStepProps): ReactNode {
  const styles = usePlanningStyles();
  const { t } = useWords();
  const [subject, setSubject] = useState('');
  const { state, send } = useOnlineMeeting(services.openPlanning);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { start, end, people } = planned;
  const own = context.ownAddress === undefined ? {} : { organizerAddress: context.ownAddress };
  const named = subject.trim() === '' ? t('booking.subjectDefault') : subject.trim();
  const request = { subject: named, start, end, people, graphZone: context.mailbox.graphZone, ...own };
  const invited = listOnlineInvitees(request);
  const isTooLong = subject.length > MAX_SUBJECT;
  const canSend = invited.length > 0 && !isTooLong && state.phase !== 'sending';
  if (state.phase === 'done') {
    return (
      <div className={styles.column}>
        <MeetingSummary subject={named} start={start} end={end} />
        <Notice intent="info" actions={<ActionButton onPress={() => onDone(true)}>{t('action.close')}</ActionButton>}>
          {t('planning.online.done')}
        </Notice>
      </div>
    );
  }
  return (
    <div className={styles.column}>
      <h3 className={styles.heading} ref={title} tabIndex={-1}>
        {t('planning.online.title')}
      </h3>
      <MeetingSummary subject={named} start={start} end={end} />
      <SubjectField
        subject={subject}
        problem={isTooLong ? t('booking.problem.subjectTooLong') : undefined}
        onSubject={setSubject}
      />
      {invited.length === 0 ? (
        <Notice intent="warning">{t('planning.online.nobody')}</Notice>
      ) : (
        <div>
          {t('planning.online.mailed')}
          <ul>
            {invited.map((person) => (
              <li key={person.address}>
                <bdi>{person.name}</bdi>{' '}
                {person.name !== person.address && <bdi className={styles.quiet}>{`<${person.address}>`}</bdi>}
              </li>
            ))}
          </ul>
        </div>
      )}
      {state.phase === 'failed' &&
        (needsPerson(state.failure) ? (
          <LazyScreen
            load={loadAgreeScreen}
            screenProps={{ services, purpose: 'booking', because: state.failure, onAgreed: () => send(request) }}
          />
        ) : (
          <Notice intent="error" title={t('planning.online.failed')}>
            <FailureLine failure={state.failure} />
            <div>{t('planning.online.again')}</div>
          </Notice>
        ))}
      <div className={styles.choices}>
        <ActionButton appearance="primary" disabled={!canSend} onPress={() => send(request)}>
          {t(state.phase === 'sending' ? 'planning.online.sending' : 'planning.online.send')}
        </ActionButton>
        <ActionButton disabled={state.phase === 'sending'} onPress={onBack}>
          {t('planning.online.back')}
        </ActionButton>
      </div>
    </div>
  );
}
