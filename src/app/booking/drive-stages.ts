/** Goes from stage to stage until the booking is settled, failed or taken back. */
import { Failure } from '../../domain/failure.ts';
import { addRoom } from './add-room.ts';
import { askSeries, resolve } from './ask-series.ts';
import { awaitRoom } from './await-room.ts';
import { addOnline, invitePeople, readBack } from './invite-people.ts';
import { inviteSeries, verifySeries } from './invite-series.ts';
import { moveMeeting } from './move-meeting.ts';
import { reopenSeries } from './reopen-series.ts';
import { sendHold } from './send-hold.ts';
import { settleDates } from './settle-dates.ts';
import { takeBackCancelled, takeBackDeclined } from './take-back.ts';
import type { Stage, Trip } from './trip.ts';

const STAGES: Readonly<Record<Stage, (trip: Trip) => Promise<Stage | undefined>>> = {
  send: sendHold,
  addRoom,
  move: moveMeeting,
  ask: awaitRoom,
  invite: invitePeople,
  readBack,
  addOnline,
  ...{ reopenSeries, settleDates, askSeries, resolve, inviteSeries, verifySeries },
  takeBackDeclined,
  takeBackCancelled,
};
const isTakingBack = (stage: Stage): boolean => stage === 'takeBackDeclined' || stage === 'takeBackCancelled';

function toLeft({ made, eventId, request }: Trip): 'nothing' | 'hold' | 'unknown' {
  if (made === 'nothing') return 'nothing';
  return made === 'made' && (eventId !== undefined || request.existing) ? 'hold' : 'unknown';
}

export interface Driver {
  /** From this stage on; while a stage is still running, after it. */
  readonly begin: (stage: Stage) => void;
  /** From the stage that failed. */
  readonly beginAgain: () => void;
  readonly isRunning: () => boolean;
}

export function createDriver(trip: Trip): Driver {
  const { stop, show, room } = trip;
  let running = false;
  let at: Stage = 'send';
  let queued: Stage | undefined;

  const step = async (stage: Stage): Promise<Stage | undefined> => {
    at = stage;
    try {
      return await STAGES[stage](trip);
    } catch (error) {
      if (stop.aborted && !isTakingBack(stage)) return 'takeBackCancelled';
      const failure = error instanceof Failure ? error : new Failure('internal', { cause: error });
      const { eventId } = trip;
      show({ phase: 'failed', room, failure, left: toLeft(trip), ...(eventId ? { eventId } : {}) });
      return undefined;
    }
  };
  /** What the user does in the last moment of a run is not lost: another try, or the end of it all. */
  const takeQueued = (last: Stage): Stage | undefined => {
    const stage = stop.aborted && !isTakingBack(last) ? 'takeBackCancelled' : queued;
    queued = undefined;
    return stage;
  };
  const drive = async (from: Stage): Promise<void> => {
    running = true;
    try {
      let last = from;
      for (let stage: Stage | undefined = from; stage !== undefined; stage = await step(last)) {
        last = stop.aborted && !isTakingBack(stage) ? 'takeBackCancelled' : stage;
      }
      const next = takeQueued(last);
      if (next !== undefined) await drive(next);
    } finally {
      running = false;
    }
  };
  const begin = (stage: Stage): void => {
    if (running) queued = stage;
    else void drive(stage);
  };
  return { begin, beginAgain: () => begin(at), isRunning: () => running };
}
