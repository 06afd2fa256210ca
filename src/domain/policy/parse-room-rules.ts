/** Reads what `Get-CalendarProcessing` says of rooms, from ConvertTo-Json or Export-Csv, row by row: what can't be read is named. */
import type { RoomRule } from '../contract/admin.ts';
import { readCount, readFlag, readProcessing, readText } from './room-rule-value.ts';
import { splitCsv } from './split-csv.ts';

export interface ReadRoomRule {
  /** In lower case. */
  readonly address: string;
  readonly rule: Omit<RoomRule, 'room'>;
}
export type RoomRuleWhy = 'noAddress' | 'badValue' | 'twice' | 'tooMany' | 'noRule';
export interface RoomRuleProblem {
  /** Of the text, or the number of the entry in JSON. The first is 1. */
  readonly line: number;
  readonly why: RoomRuleWhy;
  /** The property that can't be read, or the name of the room that has no address. */
  readonly about?: string;
}
export interface ParsedRoomRules {
  readonly rooms: readonly ReadRoomRule[];
  readonly problems: readonly RoomRuleProblem[];
  /** Nothing of the text could be understood: neither JSON nor a table with the columns of rooms. */
  readonly unreadable: boolean;
}

/** Column names in lower case, without spaces. */
type Row = ReadonlyMap<string, unknown>;
interface Entry {
  readonly line: number;
  readonly row: Row;
}

const MAX_ROOMS = 10_000;
const MAX_CHARS = 40_000_000;
const ADDRESS = /^[^\s@<>"(),;:\\[\]]+@[^\s@<>"(),;:\\[\]]+$/u;
const MAX_ADDRESS = 320;
const ADDRESSES = ['address', 'primarysmtpaddress', 'emailaddress', 'windowsemailaddress', 'mail', 'email', 'room'];
const NAMES = ['identity', 'mailboxownerid', 'userprincipalname', 'name', 'displayname', 'mailbox'];
const MAX_INT = 2_147_483_647;

const toColumn = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]/gu, '');

function parseJson(text: string): readonly Entry[] | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
  const list = Array.isArray(parsed) ? (parsed as unknown[]) : [parsed];
  // `{ "value": [ … ] }`, as Windows PowerShell writes what came through a pipeline
  const only = list.length === 1 && isObject(list[0]) ? Object.entries(list[0]) : [];
  const inner = only.find(([name, value]) => name.toLowerCase() === 'value' && Array.isArray(value))?.[1] as unknown;
  const items = Array.isArray(inner) ? (inner as unknown[]) : list;
  if (!items.some(isObject)) return undefined;
  return items.map((item, index) => ({
    line: index + 1,
    row: new Map(isObject(item) ? Object.entries(item).map(([name, value]) => [toColumn(name), value]) : []),
  }));
}

function parseTable(text: string): readonly Entry[] | undefined {
  const [head, ...rows] = splitCsv(text);
  const columns = head?.fields.map(toColumn) ?? [];
  if (![...ADDRESSES, ...NAMES].some((name) => columns.includes(name))) return undefined;
  return rows.map(({ line, fields }) => ({
    line,
    row: new Map(columns.map((name, index) => [name, fields[index]])),
  }));
}

type FindAddress = (name: string) => string | undefined;

function findRoom(row: Row, findAddress: FindAddress): { readonly address?: string; readonly name: string } {
  const texts = (columns: readonly string[]): string[] =>
    columns.map((name) => readText(row.get(name)).replace(/^smtp:/iu, '')).filter((text) => text !== '');
  const [addresses, names] = [texts(ADDRESSES), texts(NAMES)];
  const written = [...addresses, ...names].find((text) => ADDRESS.test(text) && text.length <= MAX_ADDRESS);
  // an identity may be a path: contoso.example/Rooms/Boardroom
  const known = [...names, ...addresses].map((text) => findAddress(text) ?? findAddress(text.split('/').at(-1) ?? ''));
  const address = written ?? known.find((found) => found !== undefined);
  const name = names[0] ?? addresses[0] ?? '';
  return address === undefined ? { name } : { address: address.toLowerCase(), name };
}

type Fields = Omit<RoomRule, 'room' | 'openToAll' | 'needsApproval' | 'releaseMinutes'>;
type Readers = { readonly [Field in keyof Fields]-?: readonly [string, (value: unknown) => Fields[Field] | null] };
const READERS: Readers = {
  processing: ['AutomateProcessing', readProcessing],
  bookingWindowDays: ['BookingWindowInDays', (value) => readCount(value, 1_080, 1_440)],
  // 0: no limit
  maxMinutes: ['MaximumDurationInMinutes', (value) => toLimit(readCount(value, MAX_INT, 1))],
  allowConflicts: ['AllowConflicts', readFlag],
  allowRecurring: ['AllowRecurringMeetings', readFlag],
  conflictPercent: ['ConflictPercentageAllowed', (value) => readCount(value, 100)],
  maxConflicts: ['MaximumConflictInstances', (value) => readCount(value, MAX_INT)],
  workingHoursOnly: ['ScheduleOnlyDuringWorkHours', readFlag],
  enforceCapacity: ['EnforceCapacity', readFlag],
  enforceHorizon: ['EnforceSchedulingHorizon', readFlag],
};

function toLimit(minutes: number | null | undefined): number | null | undefined {
  return minutes === 0 ? undefined : minutes;
}

/** Who may book: with AllBookInPolicy everyone; otherwise, with AllRequestInPolicy, everyone may ask and somebody decides. */
function readPolicy(row: Row): {
  readonly policy: Pick<RoomRule, 'openToAll' | 'needsApproval'>;
  readonly bad?: string;
} {
  const book = readFlag(row.get('allbookinpolicy'));
  const request = readFlag(row.get('allrequestinpolicy'));
  if (book === null) return { policy: {}, bad: 'AllBookInPolicy' };
  if (request === null) return { policy: {}, bad: 'AllRequestInPolicy' };
  if (book === undefined) return { policy: {} };
  if (book) return { policy: { openToAll: true, needsApproval: false } };
  return { policy: { openToAll: false, ...(request === undefined ? {} : { needsApproval: request }) } };
}

/** `bad` names the first property that can't be read: half a rule would explain refusals wrongly. */
function readRule(row: Row): { readonly rule: Omit<RoomRule, 'room'>; readonly bad?: string } {
  const { policy, bad } = readPolicy(row);
  const rule: Record<string, unknown> = { ...policy };
  if (bad !== undefined) return { rule: {}, bad };
  for (const [field, [column, read]] of Object.entries(READERS)) {
    const value = read(row.get(column.toLowerCase()));
    if (value === null) return { rule: {}, bad: column };
    if (value !== undefined) rule[field] = value;
  }
  const release = readCount(row.get('releaseminutes'), 240);
  if (release === null || (release !== undefined && release > 0 && release < 5))
    return { rule: {}, bad: 'ReleaseMinutes' };
  if (release !== undefined && release > 0) rule['releaseMinutes'] = release;
  return { rule };
}

/** @param findAddress the address of the one room of this name, where there is exactly one. */
export function parseRoomRules(text: string, findAddress: FindAddress = () => undefined): ParsedRoomRules {
  const bare = text.replace(/^\uFEFF/u, '');
  const looksJson = /^\s*[[{]/u.test(bare);
  const entries = text.length > MAX_CHARS ? undefined : looksJson ? parseJson(bare) : parseTable(bare);
  if (entries === undefined) return { rooms: [], problems: [], unreadable: true };
  const rooms = new Map<string, ReadRoomRule>();
  const problems: RoomRuleProblem[] = [];
  for (const { line, row } of entries) {
    const { address, name } = findRoom(row, findAddress);
    const { rule, bad } = readRule(row);
    if (address === undefined) problems.push({ line, why: 'noAddress', about: name });
    else if (bad !== undefined) problems.push({ line, why: 'badValue', about: bad });
    else if (Object.keys(rule).length === 0) problems.push({ line, why: 'noRule', about: address });
    else if (rooms.has(address)) problems.push({ line, why: 'twice', about: address });
    else if (rooms.size >= MAX_ROOMS) problems.push({ line, why: 'tooMany' });
    else rooms.set(address, { address, rule });
  }
  return { rooms: [...rooms.values()], problems, unreadable: false };
}
