/** What a person wants to see of their agenda, as text that fits their mailbox. */
import * as v from 'valibot';
import { agendaChoicesSchema } from '../contract/calendar-write.ts';
import { type AgendaChoices, ALL_SHOWN } from './apply-choices.ts';

/** A text that is too long, or not ours, hides nothing. */
export function parseAgendaChoices(text: string | undefined): AgendaChoices {
  const parsed = v.safeParse(agendaChoicesSchema, text);
  if (!parsed.success) return ALL_SHOWN;
  const { calendars, flags } = parsed.output;
  return { hiddenCalendars: calendars, hiddenFlags: flags };
}

/** Of calendars those switched off last are kept. */
export const writeAgendaChoices = ({ hiddenCalendars, hiddenFlags }: AgendaChoices): string =>
  JSON.stringify({ v: 1, calendars: hiddenCalendars.slice(-MOST_CALENDARS), flags: hiddenFlags });

const MOST_CALENDARS = 25;
