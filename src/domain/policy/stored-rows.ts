/** Reads what the database keeps as text. */
import * as v from 'valibot';
import { INTEGRATION_STATES } from '../contract/session.ts';
import { DEFAULT_SETTINGS, settingsSchema, type Settings } from '../contract/settings.ts';

/** The columns of a tenant's row. */
export interface TenantRow {
  readonly state: string;
  /** JSON. */
  readonly settings: string;
  readonly etag: string;
  /** JSON. */
  readonly suspended_by: string | null;
}

export interface TenantRecord {
  readonly state: (typeof INTEGRATION_STATES)[number];
  readonly settings: Settings;
  readonly etag: string;
  /** Steps of the proof that suspended it; absent where nobody but a person did. */
  readonly suspendedBy?: readonly string[];
}

const parseSettings = (text: string): Settings => v.parse(settingsSchema, JSON.parse(text));
const suspendedBySchema = v.array(v.string());
const changed = v.optional(v.record(v.string(), v.unknown()));
const detailSchema = v.object({ from: changed, to: changed });

export const toTenantRecord = (row: TenantRow): TenantRecord => ({
  state: v.parse(v.picklist(INTEGRATION_STATES), row.state),
  settings: parseSettings(row.settings),
  etag: row.etag,
  ...(row.suspended_by === null ? {} : { suspendedBy: v.parse(suspendedBySchema, JSON.parse(row.suspended_by)) }),
});

/** Of a row of the audit trail. */
export const parseDetail = (text: string): v.InferOutput<typeof detailSchema> =>
  v.parse(detailSchema, JSON.parse(text));

/** The instant before which a tenant's audit rows are deleted, as ISO 8601. `settings`: JSON; null: the tenant is gone. */
export function toAuditStart(settings: string | null, nowMs: number): string {
  const { retention } = settings === null ? DEFAULT_SETTINGS : parseSettings(settings);
  return new Date(nowMs - retention.auditDays * 86_400_000).toISOString();
}
