/** The agenda on screen: what was read, as days, with everything that is not whole about it said. */
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { AgendaEntry } from '../../domain/agenda/agenda-day.ts';
import type { AgendaSource } from '../../domain/agenda/agenda-sources.ts';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import type { Session } from '../../domain/contract/session.ts';
import type { AgendaActions } from '../../ui/agenda/agenda-actions.ts';
import { toAgendaBlocks } from '../../ui/agenda/agenda-blocks.ts';
import { AgendaEnd, AgendaList } from '../../ui/agenda/agenda-list.tsx';
import { AgendaNotices } from '../../ui/agenda/agenda-notices.tsx';
import { DaySection } from '../../ui/agenda/day-section.tsx';
import type { Services } from '../services.ts';
import { type AgendaModel, isBookable } from './agenda-model.ts';
import type { ReadyAgenda } from './agenda-state.ts';
import type { AgendaStore } from './agenda-store.ts';
import { DayPiece } from './day-piece.tsx';
import { NextLineScreen } from './next-line-screen.tsx';
import { useListEnd } from './use-list-end.ts';
import { createViewport } from './viewport.ts';

export interface AgendaScreenProps {
  readonly services: Services;
  readonly session: Session;
  readonly ready: ReadyAgenda;
  readonly store: AgendaStore;
  readonly model: AgendaModel;
  readonly today: Temporal.PlainDate;
  /** What an earlier visit left unfinished. */
  readonly holds: ReactNode;
  readonly onBookRoom: (event: CalendarEvent) => void;
}

const SOURCES: readonly AgendaSource[] = ['calendar', 'otherCalendars', 'workPlan', 'mailboxSettings'];

function useOpenKeys(): { readonly openKeys: ReadonlySet<string>; readonly onToggle: (key: string) => void } {
  const [openKeys, setOpenKeys] = useState<ReadonlySet<string>>(() => new Set());
  const onToggle = useCallback((key: string) => {
    setOpenKeys((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  }, []);
  return { openKeys, onToggle };
}

function useDays(props: AgendaScreenProps): ReactNode {
  const { services, model, today, onBookRoom } = props;
  const { openKeys, onToggle } = useOpenKeys();
  const [viewport] = useState(createViewport);
  useEffect(() => viewport.start(), [viewport]);
  useEffect(() => void performance.mark('agenda-shown'), []);
  const actions: AgendaActions = useMemo(
    () => ({ onToggle, onOpenLink: services.host.openLink, onBookRoom }),
    [onToggle, services, onBookRoom],
  );
  const canBook = useCallback(
    (entry: AgendaEntry) => isBookable(entry, model.whole, services.now()),
    [model, services],
  );
  const days = useMemo(() => toAgendaBlocks(model.days), [model]);
  const areShiftsPending = model.whole.isRestPending && props.session.features.shifts;
  return days.map(({ day, blocks }) => (
    <DaySection key={day.date.toString()} date={day.date} today={today}>
      {blocks.map((block) => (
        <DayPiece
          key={block.id}
          viewport={viewport}
          rowsAbove={block.rowsAbove}
          day={day}
          block={block}
          areShiftsPending={areShiftsPending}
          openKeys={openKeys}
          canBook={canBook}
          actions={actions}
        />
      ))}
    </DaySection>
  ));
}

export function AgendaScreen(props: AgendaScreenProps): ReactNode {
  const { services, session, ready, store, model } = props;
  const days = useDays(props);
  const onMore = useCallback(() => void store.loadMore(), [store]);
  const endPlace = useListEnd(onMore, ready.more === 'idle');
  const { whole, context } = model;
  return (
    <AgendaList
      nextLine={<NextLineScreen services={services} events={whole.events} />}
      notices={
        <>
          {props.holds}
          <AgendaNotices
            asOf={ready.asOf}
            stale={ready.stale}
            problems={whole.problems}
            sourcesAsked={session.features.shifts ? [...SOURCES, 'teamsShifts'] : SOURCES}
            skipped={whole.skipped}
            isZoneGuessed={context.zoneIsGuessed}
            onRetry={() => void store.refresh()}
          />
        </>
      }
      isEmpty={model.isEmpty && !whole.isRestPending && ready.pieces.length === 1}
      isZoneGuessed={context.zoneIsGuessed}
      end={
        <AgendaEnd state={ready.more} lastDay={ready.until.subtract({ days: 1 })} onMore={onMore} place={endPlace} />
      }
    >
      {days}
    </AgendaList>
  );
}
