import fc from 'fast-check';
import type { BusyBlock } from '../../../src/domain/rooms/free-busy.ts';
import type { ColleagueKnowledge, Presences } from '../../../src/domain/shifts/colleague-knowledge.ts';
import { findWhereabouts } from '../../../src/domain/shifts/find-whereabouts.ts';
import type { ColleagueShift } from '../../../src/domain/shifts/whereabouts.ts';
import type { Interval } from '../../../src/domain/time/intervals.ts';

const BASE = Temporal.Instant.from('2026-03-28T00:00:00Z').epochMilliseconds;
const at = (minutes: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(BASE + minutes * 60_000);
const toInterval = ([start, length]: readonly [number, number]): Interval => ({
  start: at(start),
  end: at(start + length),
});
const stretch = fc.tuple(fc.integer({ min: 0, max: 2_880 }), fc.integer({ min: 1, max: 600 })).map(toInterval);
const people = ['a', 'b', 'c'] as const;

const shift = fc.record({
  span: stretch,
  userObjectId: fc.constantFrom(...people),
  kind: fc.constantFrom('shift' as const, 'off' as const),
  teamId: fc.constantFrom('t1', 't2'),
  building: fc.option(fc.constantFrom('HQ', 'Annex')),
});
const shifts = fc.array(shift, { maxLength: 8 }).map((all) =>
  all.map(({ span, building, ...rest }): ColleagueShift => {
    return { ...rest, ...span, team: rest.teamId, ...(building === null ? {} : { building }) };
  }),
);
const blocks = fc.array(
  fc.record({ span: stretch, status: fc.constantFrom('oof' as const, 'workingElsewhere' as const, 'busy' as const) }),
  { maxLength: 5 },
);
const presence = fc.record({
  asOf: fc.integer({ min: -600, max: 3_600 }),
  who: fc.constantFrom(...people),
  kind: fc.constantFrom('office' as const, 'remote' as const),
});
const known = fc.record({ shifts, blocks, presence }).map((drawn): ColleagueKnowledge => ({
  shifts: { told: { shifts: drawn.shifts, problems: [] } },
  presence: {
    told: { asOf: at(drawn.presence.asOf), places: new Map([[drawn.presence.who, { kind: drawn.presence.kind }]]) },
  },
  freeBusy: {
    told: new Map([['a@x.example', drawn.blocks.map(({ span, status }): BusyBlock => ({ ...span, status }))]]),
  },
}));
const find = (knowledge: ColleagueKnowledge, when: Interval, id: string = 'a') =>
  findWhereabouts({ objectId: id, address: `${id}@x.example` }, when, knowledge);

describe('findWhereabouts, whatever was said', () => {
  it('says nothing that no source said: what a source is named for is true of it', () => {
    fc.assert(
      fc.property(known, stretch, (knowledge, when) => {
        const { place, source } = find(knowledge, when);
        expect(source === undefined).toBe(place.kind === 'unknown');
        const told = (knowledge.shifts as { told: { shifts: readonly ColleagueShift[] } }).told.shifts;
        if (place.kind === 'office' && source === 'teamsShifts') {
          expect(told.some((one) => one.userObjectId === 'a' && one.building === place.building)).toBe(true);
        }
        if (source === 'presence') {
          const { asOf } = (knowledge.presence as { told: Presences }).told;
          expect(when.start.epochMilliseconds - asOf.epochMilliseconds).toBeLessThanOrEqual(3_600_000);
          expect(when.end.epochMilliseconds).toBeGreaterThan(asOf.epochMilliseconds);
        }
      }),
    );
  });

  it('of one minute is the same in any order of what was said, and never depends on what was said of others', () => {
    fc.assert(
      fc.property(known, stretch, fc.nat(), (knowledge, when, turn) => {
        const { shifts: all } = (knowledge.shifts as { told: { shifts: readonly ColleagueShift[] } }).told;
        const cut = all.length === 0 ? 0 : turn % all.length;
        const turned: ColleagueKnowledge = {
          ...knowledge,
          shifts: { told: { shifts: [...all.slice(cut), ...all.slice(0, cut)], problems: [] } },
        };
        const placed = find(knowledge, when).place;
        expect(find(turned, when).place).toEqual(placed);
        const alone: ColleagueKnowledge = {
          ...knowledge,
          shifts: { told: { shifts: all.filter(({ userObjectId }) => userObjectId === 'a'), problems: [] } },
        };
        const own = find(alone, when).place;
        // others' shifts can only tell that the schedule is out, and so that somebody is off
        expect(own.kind === placed.kind || (own.kind === 'unknown' && placed.kind === 'off')).toBe(true);
      }),
    );
  });

  it('knows less, never something else, where a source is switched off', () => {
    fc.assert(
      fc.property(known, stretch, (knowledge, when) => {
        const off = { why: 'switchedOff' } as const;
        const silent: ColleagueKnowledge = { shifts: off, presence: off, freeBusy: off };
        expect(find(silent, when).place).toEqual({ kind: 'unknown', why: 'switchedOff' });
        for (const source of ['shifts', 'presence', 'freeBusy'] as const) {
          const only: ColleagueKnowledge = { ...silent, [source]: knowledge[source] };
          const named = find(only, when).source;
          expect([undefined, source === 'shifts' ? 'teamsShifts' : source]).toContain(named);
        }
      }),
    );
  });
});
