/** The time as the server has it: a device whose clock is wrong must not show or book in the past. */

/** `Date` headers are cut to the second and arrive late; less than this is no error of the device's clock. */
const TOLERANCE_MS = 5_000;

export interface ServerClock {
  readonly now: () => Temporal.Instant;
  /** Takes a `Date` header. */
  readonly hear: (date: string) => void;
}

export function createServerClock(deviceNow: () => number): ServerClock {
  let offsetMs = 0;
  return {
    now: () => Temporal.Instant.fromEpochMilliseconds(Math.round(deviceNow() + offsetMs)),
    hear: (date) => {
      const at = Date.parse(date);
      if (Number.isNaN(at)) return;
      const apart = at - deviceNow();
      offsetMs = Math.abs(apart) > TOLERANCE_MS ? apart : 0;
    },
  };
}
