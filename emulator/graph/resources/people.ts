/** `/me/people`: who matters to the caller, most relevant first: team mates, and whom they meet. */
import { hash } from 'node:crypto';

import { defaultCalendar } from '../../mailbox/mailbox.ts';
import type { Person } from '../../world.ts';
import type { Call, Route } from '../call.ts';
import { requireMailbox } from '../call.ts';
import type { GraphAnswer } from '../graph-request.ts';
import { answerObjects } from '../odata/answer-collection.ts';

/** Sharing a team counts as much as so many meetings. */
const TEAM_MATE = 5;

interface Known {
  readonly name: string;
  readonly address: string;
  readonly person?: Person;
}

/** How often each address stands in a meeting of the caller's own calendar. */
function countMeetings(call: Call): Map<string, { readonly name: string; count: number }> {
  const mailbox = requireMailbox(call);
  const own = defaultCalendar(mailbox).id;
  const met = new Map<string, { readonly name: string; count: number }>();
  for (const event of mailbox.events.values()) {
    if (event.calendarId !== own) continue;
    const others = [event.organizer, ...event.attendees.filter(({ type }) => type !== 'resource')];
    for (const { name, address } of others) {
      const known = met.get(address.toLowerCase()) ?? { name, count: 0 };
      known.count += 1;
      met.set(address.toLowerCase(), known);
    }
  }
  return met;
}

function listTeamMates({ world, person }: Call): ReadonlySet<string> {
  const teams = world.teams.filter(({ memberIds }) => memberIds.includes(person.objectId));
  return new Set(teams.flatMap(({ memberIds }) => memberIds));
}

function listColleagues({ world, person }: Call): readonly (Person & { readonly mail: string })[] {
  return [...world.people.values()].flatMap((one) =>
    one.tenantId === person.tenantId && one !== person && one.mail !== null ? [{ ...one, mail: one.mail }] : [],
  );
}

/** A colleague of the directory, or somebody who was only ever written to. */
function toPersonJson({ name, address, person }: Known, relevance: number): Record<string, unknown> {
  const [given = '', ...rest] = name.split(' ');
  return {
    id: person?.objectId ?? hash('sha256', address).slice(0, 32),
    displayName: person?.displayName ?? name,
    givenName: person?.givenName ?? given,
    surname: person?.surname ?? rest.join(' '),
    ...{ birthday: '', personNotes: '', isFavorite: false, yomiCompany: '', department: null, profession: '' },
    jobTitle: person?.jobTitle ?? null,
    companyName: null,
    officeLocation: person?.officeLocation ?? null,
    userPrincipalName: person?.userPrincipalName ?? '',
    imAddress: person === undefined ? null : `sip:${address}`,
    scoredEmailAddresses: [{ address, relevanceScore: relevance, selectionLikelihood: 'notSpecified' }],
    ...{ phones: [], postalAddresses: [], websites: [] },
    personType: { class: 'Person', subclass: person === undefined ? 'ImplicitContact' : 'OrganizationUser' },
  };
}

/** The words of `$search`, each of which begins a name or the address. */
function isFound({ name, address }: Known, search: string): boolean {
  const words = search.replaceAll('"', ' ').toLowerCase().split(/\s+/).filter(Boolean);
  const starts = [...name.toLowerCase().split(/[\s-]+/), address.toLowerCase()];
  return words.every((word) => starts.some((start) => start.startsWith(word)));
}

/** Only what a header asks for reaches beyond the caller's own mailbox. */
const asksDirectory = (call: Call): boolean =>
  /\bdirectory\b/i.test(call.request.headers['x-peoplequery-querysources'] ?? '');

function listPeople(call: Call): GraphAnswer {
  const met = countMeetings(call);
  const mates = listTeamMates(call);
  const colleagues = listColleagues(call);
  const internal = new Set(colleagues.map(({ mail }) => mail.toLowerCase()));
  const self = call.person.mail?.toLowerCase();
  const outside = [...met].filter(([address]) => address !== self && !internal.has(address));
  const all = [
    ...colleagues.map((person) => ({ name: person.displayName, address: person.mail, person })),
    ...outside.map(([address, { name }]) => ({ name, address })),
  ].map((known: Known) => {
    const isMate = known.person !== undefined && mates.has(known.person.objectId);
    return { known, score: (met.get(known.address.toLowerCase())?.count ?? 0) + (isMate ? TEAM_MATE : 0) };
  });
  const { search } = call.query;
  const found = all
    .filter(
      ({ known, score }) => (score > 0 || asksDirectory(call)) && (search === undefined || isFound(known, search)),
    )
    .sort((a, b) => b.score - a.score || a.known.name.localeCompare(b.known.name, 'en'))
    .map(({ known, score }) => toPersonJson(known, score));
  return answerObjects(call, found, { context: `users('${call.person.objectId}')/people`, defaultTop: 10 });
}

export const peopleRoutes: readonly Route[] = [
  {
    ...{ method: 'GET', path: '/me/people', area: 'outlook', typeName: 'person' },
    allowed: ['$select', '$filter', '$orderby', '$top', '$skip', '$count', '$search'],
    handle: listPeople,
  },
];
