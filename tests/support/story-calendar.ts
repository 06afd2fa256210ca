/** What journeys plant into calendars of the story, and find in them afterwards, beside the page. */
import type { Stage } from './stage.ts';

interface Moment {
  readonly dateTime: string;
}
interface MailboxEvent {
  readonly id: string;
  readonly subject: string;
  readonly isOnlineMeeting: boolean;
  readonly start: Moment;
  readonly attendees: readonly {
    readonly emailAddress: { readonly address: string };
    readonly status: { readonly response: string };
    readonly proposedNewTime?: { readonly start: Moment };
  }[];
}

export interface Plan {
  readonly subject: string;
  readonly day: number;
  readonly from: string;
  readonly to: string;
  /** Unless said, `day`. */
  readonly endDay?: number;
  readonly people?: readonly string[];
  readonly room?: string;
  readonly online?: boolean;
}

/** In the zone of the story. */
export const dayOf = (ahead: number): string =>
  new Date(Date.now() + ahead * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'Europe/Berlin' });
/** As mailboxes hold it. */
export const toUtc = (date: string, time: string): string =>
  Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime('Europe/Berlin').toInstant().toString().slice(0, 16);
/** As Graph takes it. */
export const toMoment = (day: number, time: string) => ({
  dateTime: `${dayOf(day)}T${time}:00`,
  timeZone: 'Europe/Berlin',
});

export function createStoryCalendar(stage: () => Stage) {
  const getToken = async (person: string, audience: 'app' | 'graph'): Promise<string> => {
    const { token } = (await stage().control('POST', '/emulator/tokens', { person, audience })) as { token: string };
    return token;
  };
  const askGraph = async (
    person: string,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${stage().emulatorUrl}/v1.0${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${await getToken(person, 'graph')}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text === '' ? '{}' : text) as Record<string, unknown>;
  };
  const plant = async (organizer: string, plan: Plan): Promise<void> => {
    const { subject, day, from, to, endDay = day, people = [], room, online } = plan;
    const invite = (key: string, type: string) => ({
      type,
      emailAddress: { address: `${key}@contoso.example`, name: key },
    });
    await askGraph(organizer, 'POST', '/me/events', {
      ...{ subject, start: toMoment(day, from), end: toMoment(endDay, to) },
      ...(online === true ? { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' } : {}),
      ...(room === undefined
        ? {}
        : { location: { displayName: room, locationEmailAddress: `${room}@contoso.example` } }),
      attendees: [
        ...people.map((key) => invite(key, 'required')),
        ...(room === undefined ? [] : [invite(room, 'resource')]),
      ],
    });
  };
  const connect = async (person: string): Promise<void> => {
    await fetch(`${stage().serverUrl}/api/connection`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${await getToken(person, 'app')}` },
      body: '{"connected":true}',
    });
  };
  const listEvents = async (person: string, subject: string): Promise<readonly MailboxEvent[]> => {
    const path = `/emulator/mailboxes/${person}@contoso.example/events`;
    const { value } = (await stage().control('GET', path)) as { value: MailboxEvent[] };
    return value.filter((event) => event.subject === subject);
  };
  const findEvent = async (person: string, subject: string): Promise<MailboxEvent> => {
    const [event] = await listEvents(person, subject);
    if (event === undefined) throw new Error(`${person} has no ${subject}`);
    return event;
  };
  return { getToken, askGraph, plant, connect, listEvents, findEvent };
}
