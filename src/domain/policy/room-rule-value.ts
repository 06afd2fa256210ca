/** Reads one value of `Get-CalendarProcessing` as PowerShell wrote it: JSON or text, in the language of whoever exported it. */

/** `undefined`: nothing said. `null`: something that can't be read. */
export type Read<Value> = Value | undefined | null;

const TRUE = 'true $true yes 1 wahr ja vrai oui verdadero sí si waar vero verdadeiro sim sant prawda صحيح نعم'.split(
  ' ',
);
const FALSE = 'false $false no 0 falsch nein faux non falso onwaar nee não falskt fałsz خطأ لا خاطئ'.split(' ');
const NOTHING = ['', 'null', '$null', 'unlimited', 'unbegrenzt', 'illimité', 'ilimitado', 'onbeperkt', 'غير محدود'];
const PROCESSING = ['None', 'AutoUpdate', 'AutoAccept'] as const;

/** Windows PowerShell writes an enumeration as a number, or as an object with its number and its name. */
function unwrap(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const inner = Object.entries(value).find(([name]) => name.toLowerCase() === 'value');
  return inner === undefined ? value : unwrap(inner[1]);
}

const toText = (value: unknown): string | undefined => {
  const bare = unwrap(value);
  if (bare === undefined || bare === null) return '';
  if (typeof bare === 'string') return bare.replaceAll(/[\u200e\u200f\ufeff]/gu, '').trim();
  return typeof bare === 'number' || typeof bare === 'boolean' ? String(bare) : undefined;
};

export function readFlag(value: unknown): Read<boolean> {
  const text = toText(value)?.toLowerCase();
  if (text === undefined) return null;
  if (NOTHING.includes(text)) return undefined;
  if (TRUE.includes(text)) return true;
  return FALSE.includes(text) ? false : null;
}

/** `1440`, `1.440`, `1 440`, `1440,0`. */
function toWhole(text: string): number | undefined {
  const bare = text.replace(/[.,]0+$/u, '');
  if (/^\d{1,10}$/u.test(bare)) return Number(bare);
  return /^\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+$/u.test(text) ? Number(text.replaceAll(/\D/gu, '')) : undefined;
}

/** `1.02:30:00` and `24:00:00` (.NET), `P1DT2H` (ISO 8601), in minutes. */
function toMinutes(text: string): number | undefined {
  const net = /^(?:(\d{1,5})\.)?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/u.exec(text);
  if (net !== null) return Number(net[1] ?? 0) * 1_440 + Number(net[2]) * 60 + Number(net[3]);
  const iso = /^P(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,7})M)?(?:\d+S)?)?$/iu.exec(text);
  if (iso === null || text.length < 3) return undefined;
  return Number(iso[1] ?? 0) * 1_440 + Number(iso[2] ?? 0) * 60 + Number(iso[3] ?? 0);
}

/** Windows PowerShell's JSON has a time span as an object. */
function spanMinutes(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const total = Object.entries(value).find(([name]) => name.toLowerCase() === 'totalminutes')?.[1] as unknown;
  return typeof total === 'number' ? Math.floor(total) : undefined;
}

/** A whole number from 0 to `max`, or a time span counted in units of `minutes`. */
export function readCount(value: unknown, max: number, minutes?: number): Read<number> {
  const text = toText(value);
  const span = spanMinutes(value) ?? (text === undefined ? undefined : toMinutes(text));
  if (text !== undefined && NOTHING.includes(text.toLowerCase())) return undefined;
  const whole = text === undefined ? undefined : toWhole(text);
  const count = whole ?? (span === undefined || minutes === undefined ? undefined : Math.floor(span / minutes));
  return count === undefined || count > max ? null : count;
}

export function readProcessing(value: unknown): Read<(typeof PROCESSING)[number]> {
  const text = toText(value)?.toLowerCase();
  if (text === undefined) return null;
  if (text === '' || text === '$null' || text === 'null') return undefined;
  return PROCESSING[Number(text)] ?? PROCESSING.find((name) => name.toLowerCase() === text) ?? null;
}

/** Text of a cell; empty where there is none. */
export function readText(value: unknown): string {
  return toText(value) ?? '';
}
