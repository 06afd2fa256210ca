import { ALLOWED_CALLS } from '../../../src/domain/policy/allowed-calls.ts';
import { checkBody, matchCall, type Policy } from '../../../src/domain/policy/check-call.ts';
import { AGENDA_CHOICES_ID, ROOM_MEMORY_ID, toMemoryExpand } from '../../../src/domain/contract/calendar-write.ts';

const on: Policy = {
  features: { freeBusy: true, shifts: true, presence: true, people: true },
  shiftSources: [],
  now: Temporal.Instant.from('2026-11-23T08:00:00Z'),
};
const withoutShifts: Policy = { ...on, features: { ...on.features, shifts: false } };
const codeOf = (method: string, url: string, policy = on): string => {
  try {
    return matchCall(method, url, policy).rule.template;
  } catch (error) {
    return String((error as { code?: unknown }).code);
  }
};

describe('matchCall', () => {
  it.each([
    ['GET', '/me/events/AAMk1=', '/me/events/{event}'],
    ['DELETE', '/me/events/AAMk1=', '/me/events/{event}'],
    ['POST', '/me/events/AAMk1=/cancel', '/me/events/{event}/cancel'],
    [
      'GET',
      '/places/floor.1@contoso.example/microsoft.graph.roomlist/rooms',
      '/places/{mailbox}/microsoft.graph.roomlist/rooms',
    ],
    ['POST', '/places/plain@contoso.example/checkIns', '/places/{mailbox}/checkIns'],
    ['GET', '/places/plain@contoso.example/checkIns', 'not_allowed'],
    ['POST', '/me/events/AAMk1=/accept', '/me/events/{event}/accept'],
    ['POST', '/me/events/AAMk1=/tentativelyAccept', '/me/events/{event}/tentativelyAccept'],
    ['POST', '/me/events/AAMk1=/decline', '/me/events/{event}/decline'],
    ['GET', '/me/events/AAMk1=/accept', 'not_allowed'],
    ['POST', '/users/sam/events/AAMk1=/accept', 'not_allowed'],
    ['POST', '/me/calendars/AAMk2=/events/AAMk1=/accept', 'not_allowed'],
    [
      'POST',
      '/me/settings/workHoursAndLocations/occurrences/setCurrentLocation',
      '/me/settings/workHoursAndLocations/occurrences/setCurrentLocation',
    ],
    ['POST', '/me/settings/workHoursAndLocations/occurrences', 'not_allowed'],
    ['POST', '/users/sam/settings/workHoursAndLocations/occurrences/setCurrentLocation', 'not_allowed'],
    ['PATCH', '/me/settings/workHoursAndLocations', 'not_allowed'],
    [
      'GET',
      '/me/events/AAMk1=/instances?startDateTime=2026-12-01T00:00:00Z&endDateTime=2027-01-01T00:00:00Z',
      '/me/events/{event}/instances',
    ],
    ['GET', '/me/events/AAMk1=/instances', 'bad_request'],
    ['GET', '/me/events/AAMk1=/instances?startDateTime=x&endDateTime=y', 'not_allowed'],
    ['POST', '/me/events/AAMk1=/instances', 'not_allowed'],
    ['GET', '/me/events/AAMk1=/exceptionOccurrences', 'not_allowed'],
    ['POST', '/me/events/AAMk1=/forward', 'not_allowed'],
    ['POST', '/me/sendMail', 'not_allowed'],
    ['POST', '/me/findMeetingTimes', 'not_allowed'],
    ['GET', '/me/events/Delta', 'not_allowed'],
    ['GET', '/me/calendars/delta/calendarView', 'not_allowed'],
    ['GET', '/places/plain@contoso.example', 'not_allowed'],
    ['CONNECT', '/me', 'not_allowed'],
  ])('%s %s is %s', (method, url, expected) => {
    expect(codeOf(method, url)).toBe(expected);
  });

  it('knows Teams Shifts only where the organisation uses them', () => {
    const schedule = '/teams/fbc5fcee-db1e-4777-bea1-2302394f5430/schedule';
    expect(codeOf('GET', schedule)).toBe('/teams/{team}/schedule');
    expect(codeOf('GET', schedule, withoutShifts)).toBe('not_allowed');
    expect(codeOf('GET', '/me/joinedTeams', withoutShifts)).toBe('not_allowed');
    expect(codeOf('GET', '/me/joinedTeams', { ...withoutShifts, shiftSources: ['teamsShifts'] })).toBe(
      '/me/joinedTeams',
    );
  });

  const team = '/teams/fbc5fcee-db1e-4777-bea1-2302394f5430/schedule';
  const span = (item: string): string =>
    `?$filter=${encodeURIComponent(`${item}/startDateTime ge 2026-11-23T00:00:00Z and ${item}/endDateTime le 2026-11-30T00:00:00Z`)}`;
  it.each([
    [`${team}/timesOff${span('sharedTimeOff')}`, '/teams/{team}/schedule/timesOff'],
    [`${team}/openShifts${span('sharedOpenShift')}`, '/teams/{team}/schedule/openShifts'],
    [`${team}/timeOffReasons`, '/teams/{team}/schedule/timeOffReasons'],
    [`${team}/timesOff${span('draftTimeOff')}`, 'not_allowed'],
    [`${team}/timesOff${span('sharedShift')}`, 'not_allowed'],
    [`${team}/timesOff?$expand=user`, 'not_allowed'],
    [`${team}/timeOffRequests`, 'not_allowed'],
    [`${team}/timesOff/TOFF_1`, 'not_allowed'],
    ['/me/settings/workHoursAndLocations/recurrences', '/me/settings/workHoursAndLocations/recurrences'],
    ['/me/settings/workHoursAndLocations/recurrences?$expand=x', 'not_allowed'],
    ['/me/settings/workHoursAndLocations', 'not_allowed'],
  ])('lists of a schedule and of the work plan, by their ends alone: %s is %s', (url, expected) => {
    expect(codeOf('GET', url)).toBe(expected);
    if (url.startsWith('/teams/')) expect(codeOf('GET', url, withoutShifts)).toBe('not_allowed');
  });

  const places = '/places/microsoft.graph.room';
  it.each([
    ["building eq 'HQ'", places],
    ["building eq 'O''Brien''s Höhe'", places],
    ["building eq 'HQ' or capacity gt 1", 'not_allowed'],
    ["building eq 'HQ' and building ne ''", 'not_allowed'],
    ['capacity gt 1', 'not_allowed'],
  ])('lets rooms be asked for by one building alone: %s is %s', (filter, expected) => {
    expect(codeOf('GET', `${places}?$filter=${encodeURIComponent(filter)}`)).toBe(expected);
  });

  it.each([
    [`/me/calendar?$select=id&$expand=${toMemoryExpand(ROOM_MEMORY_ID)}`, '/me/calendar'],
    [`/me/calendar?$select=id&$expand=${toMemoryExpand(AGENDA_CHOICES_ID)}`, '/me/calendar'],
    [`/me/calendar?$select=id&$expand=${toMemoryExpand(`${AGENDA_CHOICES_ID}X`)}`, 'not_allowed'],
    ['/me/calendar?$select=id&$expand=events', 'not_allowed'],
    [`/me/calendar?$select=id,owner&$expand=${toMemoryExpand(ROOM_MEMORY_ID)}`, 'not_allowed'],
    ['/me/calendar', 'bad_request'],
  ])('reads of the default calendar nothing but our own property: %s is %s', (url, expected) => {
    expect(codeOf('GET', encodeURI(url))).toBe(expected);
  });

  const memory = '{"v":1,"favourites":["plain@contoso.example"],"recents":[],"floors":[{"building":"hq","floor":3}]}';
  const choices = '{"v":1,"calendars":["AAMk0="],"flags":["noRoom"]}';
  const property = (value: string, id = ROOM_MEMORY_ID) => ({ singleValueExtendedProperties: [{ id, value }] });
  it.each([
    ['the memory of rooms', property(memory), 'ok'],
    ['what the agenda shows', property(choices, AGENDA_CHOICES_ID), 'ok'],
    ['one under the name of the other', property(choices), 'bad_request'],
    ['a flag that is none', property(choices.replace('noRoom', 'Project Falcon'), AGENDA_CHOICES_ID), 'bad_request'],
    ['words for a calendar', property(choices.replace('AAMk0=', 'what was said'), AGENDA_CHOICES_ID), 'bad_request'],
    ['more in the choices', property(choices.replace('"v":1', '"v":1,"note":"x"'), AGENDA_CHOICES_ID), 'bad_request'],
    ['a name beside it', { ...property(memory), name: 'x' }, 'bad_request'],
    ['a name alone', { name: 'x' }, 'bad_request'],
    ['another property', property(memory, 'String {6f1d8f5e-3c55-4b43-9d0a-7a0f0b8f6d21} Name X'), 'bad_request'],
    ['free text', property('what was said in the meeting'), 'bad_request'],
    ['more in the memory', property(memory.replace('"v":1', '"v":1,"note":"x"')), 'bad_request'],
    ['what is no address', property(memory.replace('@', ' ')), 'bad_request'],
  ])('writes to the default calendar %s: %#', (_name, body, expected) => {
    const call = matchCall('PATCH', '/me/calendar', on);
    const check = (): string => {
      try {
        return checkBody(call, body, on).body === undefined ? 'nothing' : 'ok';
      } catch (error) {
        return String((error as { code?: unknown }).code);
      }
    };
    expect(check()).toBe(expected);
  });

  const schedule = '/teams/fbc5fcee-db1e-4777-bea1-2302394f5430/schedule';
  const sam = "mail eq 'sam@contoso.example'";
  const samId = "id eq '1c5fd34b-7c6c-4b0c-9a5e-3a2f0c5d8e11'";
  const from = 'ge 2026-11-23T00:00:00Z';
  it.each([
    [`${schedule}/timesOff?$filter=sharedTimeOff/startDateTime ${from}`, `/teams/{team}/schedule/timesOff`],
    [`${schedule}/timesOff?$filter=draftTimeOff/startDateTime ${from}`, 'not_allowed'],
    [`${schedule}/schedulingGroups`, '/teams/{team}/schedule/schedulingGroups'],
    [`${schedule}/dayNotes`, 'not_allowed'],
    [`/users?$filter=${sam}&$select=id,mail`, '/users'],
    [`/users?$filter=${sam} or mail eq 'o''brien@contoso.example'&$select=id`, '/users'],
    [`/users?$filter=${samId} or ${samId}&$select=id,displayName&$top=15`, '/users'],
    [`/users?$filter=${samId} or ${sam}&$select=id`, 'not_allowed'],
    [`/users?$filter=${Array(16).fill(sam).join(' or ')}&$select=id`, 'not_allowed'],
    [`/users?$filter=startswith(mail,'a')&$select=id`, 'not_allowed'],
    [`/users?$filter=${sam} or accountEnabled eq true&$select=id`, 'not_allowed'],
    [`/users?$search="displayName:sa" OR "mail:sa"&$select=id,displayName&$top=10`, '/users'],
    [`/users?$search="displayName:sa" OR "mail:x"&$select=id`, 'not_allowed'],
    [`/users?$search="jobTitle:sa" OR "mail:sa"&$select=id`, 'not_allowed'],
    [`/users?$search="displayName:sa" OR "mail:sa"&$filter=${sam}&$select=id`, 'bad_request'],
    ['/users?$select=id', 'bad_request'],
    [`/users?$filter=${sam}`, 'bad_request'],
    [`/users?$filter=${sam}&$select=id,mobilePhone`, 'not_allowed'],
    ['/users/1c5fd34b-7c6c-4b0c-9a5e-3a2f0c5d8e11', 'not_allowed'],
    ['/users/1c5fd34b-7c6c-4b0c-9a5e-3a2f0c5d8e11/presence', 'not_allowed'],
    ['/users/1c5fd34b-7c6c-4b0c-9a5e-3a2f0c5d8e11/photos/48x48/$value', 'not_allowed'],
    ['/me/people?$search="sa"&$select=id,displayName&$top=8', '/me/people'],
    ['/me/people?$select=id', 'bad_request'],
    ['/me/people?$search="sa"&$select=phones', 'not_allowed'],
    [
      '/places/birch@contoso.example/microsoft.graph.room?$select=building,floorNumber',
      '/places/{mailbox}/microsoft.graph.room',
    ],
    ['/places/birch@contoso.example/microsoft.graph.room', 'bad_request'],
  ])('asks of colleagues only what it needs: %s is %s', (url, expected) => {
    expect(codeOf('GET', encodeURI(url))).toBe(expected);
  });

  it('asks after colleagues only where the organisation shows something of them', () => {
    const none = { ...on, features: { freeBusy: true, shifts: false, presence: false, people: false } };
    const users = encodeURI(`/users?$filter=${sam}&$select=id`);
    const people = encodeURI('/me/people?$search="sa"&$select=id');
    expect(codeOf('GET', users, none)).toBe('not_allowed');
    expect(codeOf('GET', users, { ...none, features: { ...none.features, presence: true } })).toBe('/users');
    expect(codeOf('GET', people, { ...none, features: { ...none.features, presence: true } })).toBe('not_allowed');
    expect(codeOf('POST', '/communications/getPresencesByUserId', none)).toBe('not_allowed');
    expect(codeOf('GET', `${schedule}/timesOff`, none)).toBe('not_allowed');
  });

  const id = '1c5fd34b-7c6c-4b0c-9a5e-3a2f0c5d8e11';
  it.each([
    ['one', { ids: [id] }, 'ok'],
    ['650', { ids: Array(650).fill(id) }, 'ok'],
    ['651', { ids: Array(651).fill(id) }, 'bad_request'],
    ['none', { ids: [] }, 'bad_request'],
    ['an address', { ids: ['sam@contoso.example'] }, 'bad_request'],
    ['another field', { ids: [id], more: true }, 'bad_request'],
  ])('asks for the presence of people by id: %s', (_name, body, expected) => {
    const call = matchCall('POST', '/communications/getPresencesByUserId', on);
    const check = (): string => {
      try {
        return checkBody(call, body, on).body === undefined ? 'nothing' : 'ok';
      } catch (error) {
        return String((error as { code?: unknown }).code);
      }
    };
    expect(check()).toBe(expected);
  });

  it('never reaches into another user, mail, or a whole directory', () => {
    for (const { template, oneOf } of ALLOWED_CALLS) {
      if (template === '/users') expect(oneOf).toEqual(['$filter', '$search']);
      else expect(template).toMatch(/^\/(me|places|teams|communications\/getPresencesByUserId)(\/|$)/);
    }
  });
});
