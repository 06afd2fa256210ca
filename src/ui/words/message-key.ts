/** Names every message there is, so that a key nobody wrote does not compile. */
import type account from './en/account.json';
import type admin from './en/admin.json';
import type agenda from './en/agenda.json';
import type booking from './en/booking.json';
import type bookings from './en/bookings.json';
import type fix from './en/fix.json';
import type grid from './en/grid.json';
import type help from './en/help.json';
import type colleagues from './en/colleagues.json';
import type ledger from './en/ledger.json';
import type pane from './en/pane.json';
import type planning from './en/planning.json';
import type profile from './en/profile.json';
import type series from './en/series.json';
import type shell from './en/shell.json';

export type MessageKey =
  | keyof typeof account
  | keyof typeof admin
  | keyof typeof shell
  | keyof typeof agenda
  | keyof typeof booking
  | keyof typeof bookings
  | keyof typeof fix
  | keyof typeof grid
  | keyof typeof help
  | keyof typeof colleagues
  | keyof typeof ledger
  | keyof typeof pane
  | keyof typeof planning
  | keyof typeof profile
  | keyof typeof series;

export type MessageValues = Readonly<Record<string, string | number>>;
