/** The day and the week on their hours, with a way to the days before and after, and the chosen event below. */
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { AgendaDay } from '../../domain/agenda/agenda-day.ts';
import { type AgendaChoices, applyChoices } from '../../domain/agenda/apply-choices.ts';
import type { AgendaSource } from '../../domain/agenda/agenda-sources.ts';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { layOutDay } from '../../domain/agenda/lay-out-day.ts';
import type { Fix } from '../../domain/agenda/list-fixes.ts';
import type { Session } from '../../domain/contract/session.ts';
import { findWeekStart, toWeekStart } from '../../domain/time/week-start.ts';
import { AgendaSkeleton } from '../../ui/agenda/agenda-skeleton.tsx';
import { AgendaNotices } from '../../ui/agenda/agenda-notices.tsx';
import { EventRow } from '../../ui/agenda/event-row.tsx';
import { GridDetails } from '../../ui/grid/grid-details.tsx';
import { GridHead } from '../../ui/grid/grid-head.tsx';
import { TimeGrid } from '../../ui/grid/time-grid.tsx';
import { ActionButton } from '../../ui/shared/action-button.tsx';
import { FailureLine } from '../../ui/shared/failure-line.tsx';
import { Notice } from '../../ui/shared/notice.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import type { AgendaModel } from '../agenda/agenda-model.ts';
import type { AgendaPiece } from '../agenda/agenda-pieces.ts';
import { toStaleness } from '../agenda/agenda-store.ts';
import { useAgendaActions } from '../agenda/use-agenda-actions.ts';
import type { AgendaContext } from '../screens.ts';
import type { Services } from '../services.ts';
import { type OwnReading, type RangeDays, useRangeDays } from './use-range-days.ts';

export interface GridScreenProps {
  readonly services: Services;
  readonly session: Session;
  readonly model: AgendaModel;
  readonly pieces: readonly AgendaPiece[];
  /** When the agenda was read. */
  readonly asOf: Temporal.Instant;
  readonly choices: AgendaChoices;
  readonly today: Temporal.PlainDate;
  readonly kind: 'day' | 'week';
  readonly sourcesAsked: readonly AgendaSource[];
  readonly onBookRoom: (event: CalendarEvent) => void;
  readonly onManage: (event: CalendarEvent) => void;
  readonly onFix: (event: CalendarEvent, fix: Fix, around?: Pick<AgendaContext, 'shifts' | 'events'>) => void;
}

const WEEK = 7;

function findChosen(days: readonly AgendaDay[], key: string | undefined) {
  for (const day of days) {
    const entry = day.entries.find((one) => one.key === key);
    if (entry !== undefined) return { day, entry };
  }
  return undefined;
}

type ReadyRange = Extract<RangeDays, { readonly phase: 'ready' }>;

function ReadyGrid(props: GridScreenProps & { readonly range: ReadyRange }): ReactNode {
  const { model, today, choices, range, onFix } = props;
  const [chosen, setChosen] = useState<string>();
  const words = useWords();
  const { zone } = model.context.mailbox;
  const days = useMemo(() => applyChoices(range.days, choices), [range, choices]);
  const laid = useMemo(() => days.map((day) => layOutDay(day, zone)), [days, zone]);
  const { around } = range;
  const onFixHere = useCallback((event: CalendarEvent, fix: Fix) => onFix(event, fix, around), [onFix, around]);
  const onClose = useCallback(() => setChosen(undefined), []);
  const { actions, canBook } = useAgendaActions({ ...props, onFix: onFixHere }, onClose);
  const open = findChosen(days, chosen);
  // once its details stand below the hours, which may cover it
  useEffect(() => {
    document.querySelector('[data-grid-event][aria-pressed="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    // what stands above the hours stands above nothing else: on a phone the open panel covers all of it
    <div style={{ isolation: 'isolate' }}>
      <TimeGrid
        {...{ days: laid, today, chosen, calendarOf: actions.calendarOf }}
        areShiftsPending={range.areShiftsPending}
        onChoose={({ key }) => setChosen(key === chosen ? undefined : key)}
      />
      {open !== undefined && (
        <GridDetails label={words.t('grid.chosen')} onClose={onClose}>
          <EventRow
            entry={open.entry}
            date={open.day.date}
            shifts={open.day.shifts}
            isOpen
            canBook={canBook(open.entry)}
            actions={actions}
          />
        </GridDetails>
      )}
    </div>
  );
}

/** The agenda above tells of its own days; these were read apart from it. */
function OwnNotices(
  props: Pick<GridScreenProps, 'sourcesAsked'> & { readonly own: OwnReading; readonly now: Temporal.Instant },
): ReactNode {
  const { whole, asOf, failure, retry } = props.own;
  return (
    <AgendaNotices
      {...{ asOf, problems: whole.problems, skipped: whole.skipped }}
      stale={failure && toStaleness(failure, props.now)}
      sourcesAsked={props.sourcesAsked}
      isZoneGuessed={false}
      onRetry={retry}
    />
  );
}

export function GridScreen(props: GridScreenProps): ReactNode {
  const { services, session, model, pieces, asOf, today, kind } = props;
  const words = useWords();
  const [date, setDate] = useState(today);
  const count = kind === 'week' ? WEEK : 1;
  const firstDay = findWeekStart(services.host.locale);
  const from = useMemo(() => (kind === 'week' ? toWeekStart(date, firstDay) : date), [kind, date, firstDay]);
  const range = useRangeDays({ services, session, zone: model.context.mailbox.zone, pieces, asOf, from, count });
  const go = (days: number) => () => setDate(date.add({ days }));
  return (
    <>
      <GridHead
        title={
          kind === 'week'
            ? words.t('grid.weekOf', { day: words.day(from, 'full') })
            : [words.nearDay(date, today) ?? [], words.day(date, 'full')].flat().join(' · ')
        }
        before={
          <ActionButton
            icon={<ChevronLeftRegular />}
            label={words.t(`grid.before.${kind}`)}
            appearance="subtle"
            onPress={go(-count)}
          />
        }
        after={
          <ActionButton
            icon={<ChevronRightRegular />}
            label={words.t(`grid.after.${kind}`)}
            appearance="subtle"
            onPress={go(count)}
          />
        }
        today={<ActionButton onPress={() => setDate(today)}>{words.t('grid.today')}</ActionButton>}
      />
      {range.phase === 'loading' && <AgendaSkeleton label={words.t('agenda.loading')} />}
      {range.phase === 'failed' && (
        <Notice intent="error" actions={<ActionButton onPress={range.retry}>{words.t('action.retry')}</ActionButton>}>
          <FailureLine failure={range.failure} />
        </Notice>
      )}
      {range.phase === 'ready' && range.own !== undefined && (
        <OwnNotices sourcesAsked={props.sourcesAsked} own={range.own} now={services.now()} />
      )}
      {range.phase === 'ready' && <ReadyGrid {...props} range={range} />}
    </>
  );
}
