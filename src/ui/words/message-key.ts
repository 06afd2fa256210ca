/** Names every message there is, so that a key nobody wrote does not compile. */
import type agenda from './en/agenda.json';
import type booking from './en/booking.json';
import type profile from './en/profile.json';
import type shell from './en/shell.json';

export type MessageKey = keyof typeof shell | keyof typeof agenda | keyof typeof booking | keyof typeof profile;

export type MessageValues = Readonly<Record<string, string | number>>;
