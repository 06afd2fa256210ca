/** The people of a meeting that is still to come: where they will be, how to reach them, and my own answer. */
import { type ReactNode, useState } from 'react';
import type { AgendaEntry } from '../../domain/agenda/agenda-day.ts';
import type { Session } from '../../domain/contract/session.ts';
import type { Interval } from '../../domain/time/intervals.ts';
import { AttendeeNames } from '../../ui/colleagues/attendee-names.tsx';
import { AttendeeTable } from '../../ui/colleagues/attendee-table.tsx';
import { useColleaguesStyles } from '../../ui/colleagues/colleagues-styles.ts';
import { SourceList } from '../../ui/colleagues/source-list.tsx';
import { ActionLink } from '../../ui/shared/action-button.tsx';
import { Unfold } from '../../ui/shared/unfold.tsx';
import { Message } from '../../ui/words/message.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import { AnswerSection, canAnswer } from '../answers/answer-section.tsx';
import { LazyScreen } from '../lazy-screen.tsx';
import { loadAgreeScreen } from '../load-agree-screen.ts';
import type { AgendaContext } from '../screens.ts';
import type { Services } from '../services.ts';
import { toCallLink, toChatLink } from './deep-links.ts';
import { type MatrixState, useMatrix } from './use-matrix.ts';
import { usePhotos } from './use-photos.ts';

export interface EventPeopleProps {
  readonly services: Services;
  readonly session: Session;
  readonly context: AgendaContext;
  readonly entry: AgendaEntry;
  /** My answer was sent: the agenda reads again. */
  readonly onAnswered: () => void;
}

/** Teams opens a chat with so many at most. */
const MOST_CHAT = 20;

interface PlacesProps extends EventPeopleProps {
  readonly ready: Extract<MatrixState, { phase: 'ready' }>;
  readonly onAgree: (purpose: 'presence' | 'people') => void;
}

function Places({ services, session, ready, onAgree }: PlacesProps): ReactNode {
  const styles = useColleaguesStyles();
  const { t, number, list } = useWords();
  const { matrix, learned, reference, isNow } = ready;
  const people = matrix.organizer === undefined ? matrix.people : [matrix.organizer, ...matrix.people];
  const photos = usePhotos(
    services.openColleagues,
    session.features.people ? people.map(({ objectId = '' }) => objectId) : [],
  );
  const { sure, maybe, unknown } = matrix.expected;
  const values = { sure: number(sure), maybe: number(maybe), unknown: number(unknown) };
  return (
    <>
      {reference !== undefined && <p className={styles.text}>{t('matrix.expected', values)}</p>}
      <AttendeeTable people={matrix.people} />
      {reference !== undefined && (
        <p className={styles.soft}>
          <Message id={`matrix.reference.${reference.from}`} names={{ building: reference.building }} />
        </p>
      )}
      {matrix.groups.length > 0 && (
        <p className={styles.soft}>
          <Message
            id="matrix.groups"
            names={{ names: list(matrix.groups.map(({ name, address }) => name || address)) }}
          />
        </p>
      )}
      <Unfold label={t('matrix.who')}>
        <AttendeeNames
          {...{ people, photos, onOpenLink: services.host.openLink }}
          toChat={(address) => toChatLink([address])}
          toCall={toCallLink}
        />
      </Unfold>
      <SourceList known={learned.knowledge} people={learned.people} isNow={isNow} onAgree={onAgree} />
    </>
  );
}

function PlacesSection(props: EventPeopleProps & { readonly time: Interval }): ReactNode {
  const { services, session, context, entry, time } = props;
  const styles = useColleaguesStyles();
  const { t } = useWords();
  const { state, again } = useMatrix({ services, session, context, event: entry.event, time });
  const [purpose, setPurpose] = useState<'presence' | 'people'>();
  const onAgreed = (): void => {
    setPurpose(undefined);
    again();
  };
  return (
    <section className={styles.root} aria-label={t('matrix.title')}>
      <h3 className={styles.heading}>{t('matrix.title')}</h3>
      {state.phase === 'loading' && <span role="status">{t('who.loading')}</span>}
      {state.phase === 'silent' && <p className={styles.soft}>{t('matrix.none')}</p>}
      {state.phase === 'ready' && <Places {...props} ready={state} onAgree={setPurpose} />}
      {purpose !== undefined && (
        <LazyScreen
          load={loadAgreeScreen}
          screenProps={{
            ...{ services, purpose, onAgreed, organisation: session.organisation.name },
            onLater: () => setPurpose(undefined),
          }}
        />
      )}
    </section>
  );
}

function listOthers({ event, people }: AgendaEntry, ownAddress: string | undefined): readonly string[] {
  const all = [...people.accepted, ...people.tentative, ...people.none].map(({ address }) => address);
  const organizer = event.isOrganizer ? '' : (event.organizer?.address ?? '');
  const own = ownAddress?.toLowerCase();
  return [organizer, ...all].filter((address) => address !== '' && address.toLowerCase() !== own);
}

export function EventPeople(props: EventPeopleProps): ReactNode {
  const { services, context, entry } = props;
  const styles = useColleaguesStyles();
  const { t } = useWords();
  const { time } = entry.event;
  const [now] = useState(services.now);
  if (time.kind !== 'timed' || Temporal.Instant.compare(time.end, now) <= 0) return null;
  const others = listOthers(entry, context.ownAddress);
  const chat = toChatLink(others);
  return (
    <div className={styles.root}>
      {canAnswer(entry.event) && (
        <AnswerSection {...{ services, context }} event={entry.event} onSent={props.onAnswered} />
      )}
      {others.length > 0 && <PlacesSection {...props} time={time} />}
      {others.length > 0 && others.length <= MOST_CHAT && (
        <div>
          <ActionLink href={chat} onPress={() => services.host.openLink(chat)}>
            {t('contact.chatAll')}
          </ActionLink>
        </div>
      )}
    </div>
  );
}
