/** Fills what a story leaves empty: rooms that are always busy, colleagues' ordinary weeks, and as many events as asked for. */
import { plantEvent } from '../mailbox/meeting-actions.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import { type Group, type GroupPlans, planMeetings, type Span } from './plan-meetings.ts';
import { plantPlans, toPlannedEvent } from './plant-plans.ts';
import type { Cast } from './plant-events.ts';
import type { Scenario, ScenarioRoom } from './scenario.ts';
import type { SeededWorld } from './seeded-world.ts';
import type { StoryDays } from './story-days.ts';

/** People whose calendars hold the story and nothing else. */
const STORY_PEOPLE = ['alex', 'sam', 'robin', 'kim', 'jo'];
const PEOPLE_PER_GROUP = 5;
const MAX_OWN_EVENTS = 5000;
const HOUR_MS = 3_600_000;

/** One booking after another through the working day, made by colleagues in turn. */
function keepBusy(cast: Cast, room: ScenarioRoom, organizers: readonly Mailbox[]): void {
  const mailbox = cast.mailboxOf(room.key);
  const [first, last] = room.busy ?? [0, -1];
  for (let day = first; mailbox !== undefined && day <= last; day += 1) {
    const openMs = cast.days.at(day, '08:00');
    for (let hour = 0; hour < 10; hour += 1) {
      const organizer = organizers[(((day + hour) % organizers.length) + organizers.length) % organizers.length];
      if (organizer === undefined) return;
      const plan = {
        ...{
          key: `busy:${room.key}:${day}:${hour}`,
          organizer,
          subject: 'Project room',
          isOnline: false,
          isPrivate: false,
        },
        ...{ startMs: openMs + hour * HOUR_MS, endMs: openMs + (hour + 1) * HOUR_MS },
        invited: [{ mailbox, response: 'accepted' as const }],
      };
      plantEvent(cast.exchange, organizer, toPlannedEvent(cast.exchange, plan, cast.days.timeZone));
    }
  }
}

const listSpans = (room: Mailbox): Span[] => [...room.events.values()].map(({ time }) => time);

/** Holds the last plan alone: neighbours are often looked at together, and all plans would fill the memory. */
function createPlanner(days: StoryDays): (group: Group) => GroupPlans {
  let last: { readonly group: Group; readonly plans: GroupPlans } | undefined;
  return (group) => {
    if (last?.group !== group) last = { group, plans: planMeetings(days, group) };
    return last.plans;
  };
}

/** Groups of people with their share of the rooms; a calendar is filled when it is first looked at. */
function fillOnDemand(cast: Cast, world: SeededWorld, people: readonly Mailbox[], rooms: readonly Mailbox[]): void {
  const groups = Math.max(1, Math.ceil(people.length / PEOPLE_PER_GROUP));
  const perGroup = Math.ceil(rooms.length / groups);
  const nowMs = cast.exchange.clock.now();
  // what is made up bears the time of the seed, whenever that happens
  const exchange = { ...cast.exchange, clock: { ...cast.exchange.clock, now: () => nowMs } };
  const planGroup = createPlanner(cast.days);
  for (let index = 0; index < groups; index += 1) {
    const groupRooms = rooms.slice(index * perGroup, (index + 1) * perGroup);
    const group: Group = {
      key: `group-${index}`,
      people: people.slice(index * PEOPLE_PER_GROUP, (index + 1) * PEOPLE_PER_GROUP),
      rooms: groupRooms,
      taken: new Map(groupRooms.filter(({ events }) => events.size > 0).map((room) => [room, listSpans(room)])),
    };
    for (const mailbox of [...group.people, ...group.rooms])
      world.mailboxes.addSource(mailbox, () =>
        plantPlans(exchange, mailbox, planGroup(group).get(mailbox) ?? [], cast.days.timeZone),
      );
  }
}

/** So many events in a person's seven days from today, through the working hours of each. */
function plantCount(cast: Cast, organizer: Mailbox, count: number, colleagues: readonly Mailbox[]): void {
  const perDay = Math.ceil(count / 7);
  for (let number = 0; number < count; number += 1) {
    const [day, slot] = [number % 7, Math.floor(number / 7)];
    const startMs = cast.days.at(day, '08:00') + Math.floor((slot * 570) / perDay) * 60_000;
    const invited = colleagues.slice(0, number % 5).map((mailbox) => ({ mailbox, response: 'accepted' as const }));
    const plan = {
      ...{ key: `count:${organizer.address}:${number}`, organizer, invited, startMs, endMs: startMs + 30 * 60_000 },
      ...{ subject: `Meeting ${number + 1}`, isOnline: number % 3 === 0, isPrivate: false },
    };
    plantEvent(cast.exchange, organizer, toPlannedEvent(cast.exchange, plan, cast.days.timeZone));
  }
}

function plantCounts(cast: Cast, events: number, colleagues: readonly Mailbox[]): void {
  const alex = cast.mailboxOf('alex');
  if (alex !== undefined) plantCount(cast, alex, Math.min(events, MAX_OWN_EVENTS), colleagues);
  const more = Math.max(0, events - MAX_OWN_EVENTS);
  for (const [index, colleague] of colleagues.entries()) {
    const share = Math.floor((more * (index + 1)) / colleagues.length) - Math.floor((more * index) / colleagues.length);
    plantCount(cast, colleague, share, []);
  }
}

export function fillCalendars(cast: Cast, world: SeededWorld, scenario: Scenario, events: number | undefined): void {
  const toMailboxes = (keys: readonly string[]): Mailbox[] => keys.flatMap((key) => cast.mailboxOf(key) ?? []);
  const colleagues = toMailboxes(scenario.people.map(({ key }) => key).filter((key) => !STORY_PEOPLE.includes(key)));
  const organizers = colleagues.length > 0 ? colleagues.slice(0, 10) : toMailboxes(['robin']);
  for (const room of scenario.rooms) if (room.busy !== undefined) keepBusy(cast, room, organizers);
  if (events !== undefined) plantCounts(cast, events, colleagues);
  const rooms = toMailboxes(scenario.rooms.filter(({ quiet }) => !quiet).map(({ key }) => key));
  fillOnDemand(cast, world, colleagues, rooms);
}
