/** Everything the emulated tenants hold besides accounts: mailboxes, places, teams with their shifts, work plans. */
import type { IdSource } from '../mailbox/ids.ts';
import type { MailboxStore } from '../mailbox/mailbox-store.ts';
import type { Recurrence } from '../mailbox/mailbox.ts';
import type { World } from '../world.ts';

/** A building, floor, room, … in Graph's own shape, with its type. */
export interface Place {
  readonly type: 'building' | 'floor' | 'section' | 'room' | 'workspace' | 'desk' | 'roomList';
  readonly tenantId: string;
  readonly json: Readonly<Record<string, unknown>>;
  /** Lower-case addresses of a room list's rooms. */
  readonly members: readonly string[];
}

export interface ShiftItem {
  readonly startMs: number;
  readonly endMs: number;
  readonly displayName: string | null;
  readonly notes: string | null;
  readonly theme: string;
  readonly activities: readonly {
    readonly startMs: number;
    readonly endMs: number;
    readonly displayName: string;
    readonly isPaid: boolean;
  }[];
}

export interface TeamShift {
  readonly id: string;
  readonly userId: string;
  readonly groupId: string | null;
  readonly shared: ShiftItem | null;
  readonly draft: ShiftItem | null;
  readonly isStagedForDeletion: boolean;
}

export interface TeamTimeOff {
  readonly id: string;
  readonly userId: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly reasonId: string;
}

export interface Team {
  readonly id: string;
  readonly tenantId: string;
  readonly displayName: string;
  readonly description: string;
  /** Object ids. */
  readonly memberIds: readonly string[];
  /** Absent: the team never set up Shifts. */
  readonly schedule?: {
    readonly timeZone: string;
    readonly shifts: readonly TeamShift[];
    readonly openShifts: readonly {
      readonly id: string;
      readonly groupId: string;
      readonly shared: ShiftItem;
      readonly openSlotCount: number;
    }[];
    readonly timesOff: readonly TeamTimeOff[];
    readonly reasons: readonly { readonly id: string; readonly displayName: string; readonly iconType: string }[];
    readonly groups: readonly {
      readonly id: string;
      readonly displayName: string;
      readonly userIds: readonly string[];
    }[];
    readonly dayNotes: readonly { readonly id: string; readonly date: string; readonly text: string }[];
  };
}

export type WorkLocationType = 'unspecified' | 'office' | 'remote' | 'timeOff';

export interface WorkOccurrence {
  readonly id: string;
  readonly recurrenceId: string | null;
  readonly startMs: number;
  readonly endMs: number;
  readonly workLocationType: WorkLocationType;
  readonly placeId: string | null;
  readonly timeOff: { readonly isAllDay: boolean; readonly subject: string } | null;
}

export interface WorkRecurrence {
  readonly id: string;
  readonly start: { readonly dateTime: string; readonly timeZone: string };
  readonly end: { readonly dateTime: string; readonly timeZone: string };
  readonly recurrence: Recurrence;
  readonly workLocationType: WorkLocationType;
  readonly placeId: string | null;
}

export interface WorkPlan {
  readonly occurrences: Map<string, WorkOccurrence>;
  readonly recurrences: Map<string, WorkRecurrence>;
}

export interface SeededWorld extends World {
  readonly seed: string;
  /** World time when it was made. */
  readonly plantedMs: number;
  readonly ids: IdSource;
  readonly mailboxes: MailboxStore;
  readonly places: readonly Place[];
  readonly teams: readonly Team[];
  /** By object id. */
  readonly workPlans: Map<string, WorkPlan>;
}
