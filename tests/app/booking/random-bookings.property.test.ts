/** Random bookings by several people against rooms of random policies on a failing network; each sequence has its seed. */
import type { BookingRules } from '../../../src/app/booking/booking-rules.ts';
import { BUGS } from '../../support/planted-bugs.ts';
import { createFuzzWorld } from '../../support/random-bookings.ts';
import { playSequence } from '../../support/play-bookings.ts';

const IS_FULL = process.env['FULL'] === '1';
const SEQUENCES = IS_FULL ? 2_000 : 200;
const FIRST_SEED = Number(process.env['PROPERTY_SEED'] ?? 20_261_122);
/** Within so many sequences each planted bug has to be found. */
const MOST_UNTIL_FOUND = 500;

jest.setTimeout(IS_FULL ? 1_800_000 : 600_000);

describe('random bookings', () => {
  const world = createFuzzWorld();

  it(`leaves no double booking, orphan, early invitation or wrong word in ${SEQUENCES} sequences`, async () => {
    const wrong: string[] = [];
    for (let index = 0; index < SEQUENCES && wrong.length === 0; index += 1) {
      const seed = FIRST_SEED + index;
      for (const what of await playSequence(world, seed)) wrong.push(`seed ${seed}: ${what}`);
    }
    process.stdout.write(`random bookings: seeds ${FIRST_SEED} to ${FIRST_SEED + SEQUENCES - 1}\n`);
    expect(wrong).toEqual([]);
  });

  it.each(Object.entries(BUGS))('finds the planted bug: %s', async (_, bug: Partial<BookingRules>) => {
    let found: number | undefined;
    for (let index = 0; index < MOST_UNTIL_FOUND && found === undefined; index += 1) {
      if ((await playSequence(world, FIRST_SEED + index, bug)).length > 0) found = index;
    }
    expect(found).toBeDefined();
  });
});
