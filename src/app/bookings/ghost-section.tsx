/** Rooms that my coming meetings hold and may not need: each with its reason, given back one by one. */
import { type ReactNode, useMemo, useState } from 'react';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { type Ghost, type GhostReason, listGhosts } from '../../domain/booking/list-ghosts.ts';
import type { Session } from '../../domain/contract/session.ts';
import { GhostItem } from '../../ui/bookings/ghost-item.tsx';
import { useBookingsStyles } from '../../ui/bookings/bookings-styles.ts';
import { Message } from '../../ui/words/message.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import { toEventTimes } from '../book/meeting-times.ts';
import { useRooms } from '../book/use-rooms.ts';
import type { AgendaContext } from '../screens.ts';
import type { Services } from '../services.ts';
import { useWhereabouts } from './use-whereabouts.ts';

export interface GhostSectionProps {
  readonly services: Services;
  readonly session: Session;
  readonly context: AgendaContext;
  readonly events: readonly CalendarEvent[];
  readonly onGiveBack: (ghost: Ghost) => void;
}

function ReasonWords({ reason }: { readonly reason: GhostReason }): ReactNode {
  const { t } = useWords();
  if (reason.kind === 'allDeclined') return t('mine.ghost.allDeclined', { count: reason.count });
  if (reason.kind !== 'twoRooms') return t(`mine.ghost.${reason.kind}`);
  const { name, address } = reason.otherRoom;
  const subject = reason.other.subject === '' ? t('booking.noSubject') : reason.other.subject;
  return <Message id="mine.ghost.twoRooms" names={{ room: name === '' ? address : name, subject }} />;
}

function useGhosts({ services, session, context, events }: GhostSectionProps): readonly Ghost[] {
  const { state } = useRooms(services.listRooms, undefined);
  const { shifts, mailbox } = context;
  const [now] = useState(services.now);
  const buildings = useMemo(() => {
    const rooms = state.phase === 'ready' ? state.rooms : [];
    return new Map(rooms.map((room) => [room.address.toLowerCase(), room.building]));
  }, [state]);
  const search = {
    ...{ events, shifts, now, zone: mailbox.zone },
    buildingOf: (address: string) => buildings.get(address),
  };
  // where everybody were away: only of these meetings it has to be asked
  const maybe = listGhosts({ ...search, whereIs: () => 'remote' }).filter(({ reason }) => reason.kind === 'remote');
  const whereIs = useWhereabouts(
    services.openColleagues,
    maybe.map(({ event }) => event),
    session.features.freeBusy || session.features.shifts,
  );
  // until the rooms are listed, two rooms of one meeting may be a pair in two buildings
  const isListed = state.phase === 'failed' || (state.phase === 'ready' && state.isWhole);
  const isPair = ({ event, reason }: Ghost): boolean => reason.kind === 'twoRooms' && reason.other.id === event.id;
  return listGhosts({ ...search, whereIs }).filter((ghost) => isListed || !isPair(ghost));
}

export function GhostSection(props: GhostSectionProps): ReactNode {
  const styles = useBookingsStyles();
  const { t } = useWords();
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const toKey = ({ event, room }: Ghost): string => `${event.id} ${room.address}`;
  const ghosts = useGhosts(props).filter((ghost) => !kept.has(toKey(ghost)));
  if (ghosts.length === 0) return null;
  return (
    <section className={styles.root} aria-label={t('mine.ghosts')}>
      <h3 className={styles.heading}>{t('mine.ghosts')}</h3>
      <span className={styles.hint}>{t('mine.ghostsHint')}</span>
      <ul className={styles.list}>
        {ghosts.map((ghost) => (
          <GhostItem
            key={toKey(ghost)}
            event={ghost.event}
            room={ghost.room}
            times={toEventTimes(ghost.event.time, props.context.mailbox.zone)}
            reason={<ReasonWords reason={ghost.reason} />}
            onGiveBack={() => props.onGiveBack(ghost)}
            onKeep={() => setKept(new Set([...kept, toKey(ghost)]))}
          />
        ))}
      </ul>
    </section>
  );
}
