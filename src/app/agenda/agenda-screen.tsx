/** The agenda on screen: what was read, as days, with everything that is not whole about it said. */
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { AgendaDay, AgendaEntry } from '../../domain/agenda/agenda-day.ts';
import { applyChoices } from '../../domain/agenda/apply-choices.ts';
import type { AgendaSource } from '../../domain/agenda/agenda-sources.ts';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import type { Fix } from '../../domain/agenda/list-fixes.ts';
import type { Session } from '../../domain/contract/session.ts';
import { toAgendaBlocks } from '../../ui/agenda/agenda-blocks.ts';
import { AgendaEnd, AgendaList } from '../../ui/agenda/agenda-list.tsx';
import { AgendaNotices } from '../../ui/agenda/agenda-notices.tsx';
import { DetailsProvider } from '../../ui/agenda/details-slot.tsx';
import { DaySection } from '../../ui/agenda/day-section.tsx';
import { type AgendaLook, ViewBar } from '../../ui/agenda/view-bar.tsx';
import { CrashBoundary } from '../crash-boundary.tsx';
import { LazyScreen } from '../lazy-screen.tsx';
import { loadChoices, loadEventPeople, loadGridScreen } from '../lazy-screens.ts';
import type { AgendaContext } from '../screens.ts';
import type { Services } from '../services.ts';
import type { AgendaModel } from './agenda-model.ts';
import type { ReadyAgenda } from './agenda-state.ts';
import type { AgendaStore } from './agenda-store.ts';
import { useAgendaActions } from './use-agenda-actions.ts';
import { useChoices } from './use-choices.ts';
import { DayPiece } from './day-piece.tsx';
import { NextLineScreen } from './next-line-screen.tsx';
import { awaitsShifts } from './to-days.ts';
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
  readonly onManage: (event: CalendarEvent) => void;
  readonly onFix: (event: CalendarEvent, fix: Fix, around?: Pick<AgendaContext, 'shifts' | 'events'>) => void;
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

function useDays(props: AgendaScreenProps, shown: readonly AgendaDay[]): ReactNode {
  const { model, today } = props;
  const { openKeys, onToggle } = useOpenKeys();
  const [viewport] = useState(createViewport);
  useEffect(() => viewport.start(), [viewport]);
  useEffect(() => void performance.mark('agenda-shown'), []);
  const { actions, canBook } = useAgendaActions(props, onToggle);
  const days = useMemo(() => toAgendaBlocks(shown), [shown]);
  const areShiftsPending = awaitsShifts(model.whole, props.session);
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
  const { services, session, ready, store, model, today } = props;
  const [view, setView] = useState<AgendaLook>({ kind: 'list', isChoosing: false });
  const { memory: choices, isPageOnly, change } = useChoices(services);
  const shown = useMemo(() => applyChoices(model.days, choices), [model, choices]);
  const days = useDays(props, shown);
  const onMore = useCallback(() => void store.loadMore(), [store]);
  const endPlace = useListEnd(onMore, ready.more === 'idle');
  const { whole, context } = model;
  const showDetails = useCallback(
    (entry: AgendaEntry) => (
      <CrashBoundary instead="">
        <LazyScreen
          isQuiet
          load={loadEventPeople}
          screenProps={{ services, session, context, entry, onAnswered: () => void store.refresh() }}
        />
      </CrashBoundary>
    ),
    [services, session, context, store],
  );
  const sourcesAsked = session.features.shifts ? [...SOURCES, 'teamsShifts' as const] : SOURCES;
  const choicesProps = { calendars: whole.calendars, choices, isPageOnly, onChange: change };
  return (
    <DetailsProvider show={showDetails}>
      <AgendaList
        nextLine={<NextLineScreen {...{ services, session, context }} events={whole.events} />}
        notices={
          <>
            {props.holds}
            <AgendaNotices
              asOf={ready.asOf}
              stale={ready.stale}
              problems={whole.problems}
              sourcesAsked={sourcesAsked}
              skipped={whole.skipped}
              isZoneGuessed={context.zoneIsGuessed}
              onRetry={() => void store.refresh()}
            />
          </>
        }
        bar={
          <>
            <ViewBar view={view} onView={setView} />
            {view.isChoosing && <LazyScreen load={loadChoices} screenProps={choicesProps} />}
          </>
        }
        isEmpty={view.kind === 'list' && model.isEmpty && !whole.isRestPending && ready.pieces.length === 1}
        isZoneGuessed={context.zoneIsGuessed}
        end={
          view.kind === 'list' && (
            <AgendaEnd
              state={ready.more}
              lastDay={ready.until.subtract({ days: 1 })}
              onMore={onMore}
              place={endPlace}
            />
          )
        }
      >
        {view.kind === 'list' ? (
          days
        ) : (
          <LazyScreen
            load={loadGridScreen}
            screenProps={{
              ...{ services, session, model, choices, today, pieces: ready.pieces, asOf: ready.asOf, kind: view.kind },
              ...{ sourcesAsked, onBookRoom: props.onBookRoom, onManage: props.onManage, onFix: props.onFix },
            }}
          />
        )}
      </AgendaList>
    </DetailsProvider>
  );
}
