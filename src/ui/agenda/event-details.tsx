/** The unfolded part of an event: its rooms, its people, and what can be done with it. */
import { ConferenceRoomRegular, OpenRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { AgendaEntry } from '../../domain/agenda/agenda-day.ts';
import { ActionButton, ActionLink } from '../shared/action-button.tsx';
import { toWebLink } from '../shared/web-link.ts';
import { useWords } from '../words/words-provider.tsx';
import type { AgendaActions } from './agenda-actions.ts';
import type { Shift } from '../../domain/shifts/shift.ts';
import { FlagList } from './flag-list.tsx';
import { DetailsSlot } from './details-slot.tsx';
import { EntryPlace, listOtherPlaces } from './entry-place.tsx';
import { PeopleGroups } from './people-groups.tsx';
import { toShortSubject } from './subject-words.ts';
import styles from './event-details.module.css';

export interface EventDetailsProps {
  readonly id: string;
  readonly entry: AgendaEntry;
  readonly shifts: readonly Shift[];
  readonly canBook: boolean;
  readonly actions: AgendaActions;
}

function PlaceSection({ entry }: { readonly entry: AgendaEntry }): ReactNode {
  const words = useWords();
  if (entry.rooms.length + listOtherPlaces(entry).length === 0) return null;
  return (
    <section>
      <h3 className={styles.head}>{words.t(entry.rooms.length > 0 ? 'people.rooms' : 'event.place')}</h3>
      <EntryPlace entry={entry} all />
    </section>
  );
}

export function EventDetails({ id, entry, shifts, canBook, actions }: EventDetailsProps): ReactNode {
  const { event } = entry;
  const words = useWords();
  const webLink = toWebLink(event.webLink);
  const subject = toShortSubject(event.subject.trim() === '' ? words.t('event.noSubject') : event.subject);
  const hasRoom = entry.rooms.length > 0;
  return (
    <div id={id} className={styles.root}>
      <FlagList {...{ entry, shifts, actions }} />
      <PlaceSection entry={entry} />
      <section>
        <h3 className={styles.head}>{words.t('people.heading')}</h3>
        <PeopleGroups people={entry.people} isOrganizer={event.isOrganizer} />
      </section>
      <DetailsSlot entry={entry} />
      <div className={styles.actions}>
        {canBook && (
          <ActionButton
            icon={<ConferenceRoomRegular />}
            label={words.t(hasRoom ? 'event.changeRoomNamed' : 'event.bookRoomNamed', { subject })}
            onPress={() => actions.onBookRoom(event)}
          >
            {words.t(hasRoom ? 'event.changeRoom' : 'event.bookRoom')}
          </ActionButton>
        )}
        {canBook && hasRoom && (
          <ActionButton label={words.t('event.manageNamed', { subject })} onPress={() => actions.onManage(event)}>
            {words.t('event.manage')}
          </ActionButton>
        )}
        {webLink !== undefined && (
          <ActionLink
            href={webLink}
            icon={<OpenRegular />}
            label={words.t('event.openNamed', { subject })}
            onPress={() => actions.onOpenLink(webLink)}
          >
            {words.t('event.open')}
          </ActionLink>
        )}
      </div>
    </div>
  );
}
