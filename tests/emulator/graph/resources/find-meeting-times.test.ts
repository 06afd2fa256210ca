/** When and where Exchange suggests to meet (fact sheet B2). */
import { createStage, type Json, type Stage } from '../stage.ts';

const SHARED = { scopes: ['Calendars.Read.Shared'] };
const at = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });
const slot = (start: string, end: string) => ({ start: at(start), end: at(end) });
/** A Sunday that the story leaves empty. */
const DAY = slot('2026-12-13T08:00:00', '2026-12-13T12:00:00');
const person = (address: string, type = 'required') => ({ type, emailAddress: { address } });

describe('findMeetingTimes', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage();
  });
  const suggest = (body: object, how = {}) => stage.ask('POST /me/findMeetingTimes', body, { ...SHARED, ...how });
  const anyHour = (more: object = {}) => ({
    attendees: [person('sam@contoso.example')],
    timeConstraint: { activityDomain: 'unrestricted', timeSlots: [DAY] },
    ...more,
  });
  const book = (as: string, showAs = 'busy', from = '08:00', to = '10:00') =>
    stage.ask(
      'POST /me/events',
      { subject: 'Taken', start: at(`2026-12-13T${from}:00`), end: at(`2026-12-13T${to}:00`), showAs },
      { as },
    );
  const starts = (json: Json): string[] =>
    (json['meetingTimeSuggestions'] as readonly Json[]).map((one) =>
      String(one['meetingTimeSlot']?.['start']?.['dateTime']).slice(11, 16),
    );

  it('needs a scope for shared calendars, whatever the person may write of their own [B2] [PERM]', async () => {
    expect((await suggest(anyHour(), { scopes: ['Calendars.ReadWrite', 'Calendars.Read'] })).status).toBe(403);
    expect((await suggest(anyHour(), { scopes: ['Calendars.ReadWrite.Shared'] })).status).toBe(200);
  });

  it('suggests half-hour starts at which everybody is free, in order, with what it asked of whom [B2]', async () => {
    await book('sam');
    const { status, json } = await suggest(anyHour({ maxCandidates: 2, returnSuggestionReasons: true }));
    expect(status).toBe(200);
    expect(json['emptySuggestionsReason']).toBe('');
    expect(starts(json)).toEqual(['10:00', '10:30']);
    expect(json['meetingTimeSuggestions']).toMatchObject([
      {
        confidence: 100,
        order: 1,
        organizerAvailability: 'free',
        suggestionReason: expect.stringContaining('all attendees'),
        attendeeAvailability: [
          { availability: 'free', attendee: { type: 'required', emailAddress: { address: 'sam@contoso.example' } } },
        ],
        meetingTimeSlot: { end: { dateTime: '2026-12-13T10:30:00.0000000', timeZone: 'UTC' } },
      },
      { order: 2 },
    ]);
  });

  it('counts free 100, unknown 49, busy 0, and leaves out what fewer than half could attend [B2]', async () => {
    await book('sam', 'busy', '08:00', '12:00');
    const attendees = [person('sam@contoso.example'), person('robin@contoso.example'), person('x@elsewhere.example')];
    expect((await suggest(anyHour({ attendees }))).json['emptySuggestionsReason']).toBe(
      'attendeesUnavailableOrUnknown',
    );
    const { json } = await suggest(anyHour({ attendees, minimumAttendeePercentage: 40 }));
    expect((json['meetingTimeSuggestions'] as readonly Json[])[0]?.['confidence']).toBeCloseTo(149 / 3);
  });

  it('takes an optional attendee for a required one [B2]', async () => {
    await book('sam', 'busy', '08:00', '12:00');
    const { json } = await suggest(anyHour({ attendees: [person('sam@contoso.example', 'optional')] }));
    expect(json).toMatchObject({ emptySuggestionsReason: 'attendeesUnavailable', meetingTimeSuggestions: [] });
  });

  it('wants the organizer free unless told that they are optional [B2]', async () => {
    await book('alex', 'busy', '08:00', '12:00');
    expect((await suggest(anyHour())).json['emptySuggestionsReason']).toBe('organizerUnavailable');
    expect(starts((await suggest(anyHour({ isOrganizerOptional: true }))).json)).toHaveLength(8);
  });

  it('keeps to the mailbox’s working hours, knowing nothing of shifts, unless unrestricted [B2]', async () => {
    const night = slot('2026-12-15T00:00:00', '2026-12-15T05:00:00');
    const asked = (activityDomain: string) =>
      suggest({ timeConstraint: { activityDomain, timeSlots: [night] } }).then(({ json }) => starts(json).length);
    expect(await asked('work')).toBe(0);
    expect(await asked('unrestricted')).toBeGreaterThan(0);
    expect((await suggest({})).json['meetingTimeSuggestions']).toHaveLength(20);
  });

  it('offers free rooms of those named, and says when a required one is not to be had [B2]', async () => {
    const plain = { locationEmailAddress: 'plain@contoso.example', displayName: 'Plain', resolveAvailability: true };
    const asked = (locationEmailAddress: string) =>
      anyHour({ locationConstraint: { isRequired: true, locations: [{ ...plain, locationEmailAddress }] } });
    const { json } = await suggest(asked('plain@contoso.example'));
    expect((json['meetingTimeSuggestions'] as readonly Json[])[0]?.['locations']).toMatchObject([
      { displayName: 'Plain', locationEmailAddress: 'plain@contoso.example' },
    ]);
    expect((await suggest(asked('nothing@contoso.example'))).json['emptySuggestionsReason']).toBe(
      'locationsUnavailable',
    );
    const free = await suggest(anyHour({ locationConstraint: { suggestLocation: true } }));
    expect((free.json['meetingTimeSuggestions'] as readonly Json[])[0]?.['locations']).not.toEqual([]);
  });

  it('answers in the preferred zone [A2]', async () => {
    const { json, headers } = await suggest(anyHour(), { prefer: 'outlook.timezone="W. Europe Standard Time"' });
    expect(starts(json)[0]).toBe('09:00');
    expect(headers['Preference-Applied']).toContain('W. Europe Standard Time');
  });

  it('gives up beyond a hundred attendees [B2]', async () => {
    const attendees = Array.from({ length: 101 }, (_, i) => person(`x${i}@contoso.example`));
    expect((await suggest(anyHour({ attendees }))).json['emptySuggestionsReason']).toBe('organizerUnavailable');
  });

  it.each([
    ['a duration that is none', { meetingDuration: 'half an hour' }],
    ['no duration at all', { meetingDuration: 'PT0M' }],
    [
      'a slot that ends before its start',
      { timeConstraint: { timeSlots: [slot('2026-12-13T12:00:00', '2026-12-13T08:00:00')] } },
    ],
    ['a slot that is no time', { timeConstraint: { timeSlots: [slot('soon', 'later')] } }],
    ['an activity nobody knows', { timeConstraint: { activityDomain: 'sleep' } }],
    ['an attendee without an address', { attendees: [{ emailAddress: { name: 'Sam' } }] }],
    ['no candidates', { maxCandidates: 0 }],
    ['a percentage beyond a hundred', { minimumAttendeePercentage: 101 }],
  ])('refuses %s [B2]', async (_name, more) => {
    const { status, json } = await suggest(anyHour(more));
    expect([status, typeof json['error']?.['code']]).toEqual([400, 'string']);
  });

  it('has nothing for a person without a mailbox [F9]', async () => {
    expect((await suggest(anyHour(), { as: 'kim' })).json['error']?.['code']).toBe('MailboxNotEnabledForRESTAPI');
  });
});
