/** Lays out the agenda anew when something was read and when the day turns, and not otherwise. */
import { useMemo } from 'react';
import type { Session } from '../../domain/contract/session.ts';
import type { Services } from '../services.ts';
import { useTicking } from '../use-ticking.ts';
import { type AgendaModel, toAgendaModel } from './agenda-model.ts';
import { joinPieces } from './agenda-pieces.ts';
import type { AgendaState } from './agenda-state.ts';
import { toToday } from './agenda-windows.ts';
import { useKnownPlaces } from './use-known-places.ts';

const DAY_CHECK_MS = 20_000;

export interface AgendaView {
  readonly zone: string;
  readonly today: Temporal.PlainDate;
  readonly model?: AgendaModel;
}

export function useAgendaModel(
  state: AgendaState,
  services: Services,
  session: Session,
  deviceZone: string,
): AgendaView {
  const pieces = state.phase === 'ready' ? state.pieces : undefined;
  const until = state.phase === 'ready' ? state.until : undefined;
  const zone = useMemo(() => (pieces && joinPieces(pieces).mailbox?.zone) ?? deviceZone, [pieces, deviceZone]);
  const todayText = useTicking(() => toToday(services.now(), zone).toString(), DAY_CHECK_MS, zone);
  const known = useKnownPlaces(services, session, pieces);
  return useMemo(() => {
    const today = Temporal.PlainDate.from(todayText);
    if (pieces === undefined || until === undefined) return { zone, today };
    const ready = { pieces, until };
    return { zone, today, model: toAgendaModel({ ready, today, now: services.now(), session, known, deviceZone }) };
  }, [pieces, until, todayText, zone, services, session, known, deviceZone]);
}
