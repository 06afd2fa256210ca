import { groupRefusals, listRefusedStretches, listRelaxations } from '../../../src/domain/planning/group-refusals.ts';
import { block, samplePerson, samplePlan } from '../samples/sample-plan.ts';

const me = samplePerson('Alex', { kind: 'me' });
const busy = (name: string, from: string, to: string) =>
  samplePerson(name, { freeBusy: { state: 'known', blocks: [block(from, to)] } });

describe('what did not make it', () => {
  const plan = samplePlan(
    { people: [me, busy('Sam', '24T09:00', '24T12:00'), busy('Robin', '24T11:00', '24T17:00')] },
    [],
  );

  it('is grouped by who stands in the way', () => {
    expect(groupRefusals(plan)).toEqual([
      { kind: 'busy', person: 2, count: 24 },
      { kind: 'busy', person: 1, count: 12 },
    ]);
  });

  it('is told as stretches of starts that share their reasons', () => {
    const [sam, robin] = [
      { kind: 'busy', person: 1 },
      { kind: 'busy', person: 2 },
    ];
    expect(listRefusedStretches(plan)).toEqual([
      { from: 36, to: 40, obstacles: [sam] },
      { from: 41, to: 47, obstacles: [sam, robin] },
      { from: 48, to: 64, obstacles: [robin] },
    ]);
  });

  it('names first what would open the most, and never a day off', () => {
    expect(listRelaxations(plan)).toEqual([
      { kind: 'makeOptional', person: 2, opens: 17 },
      { kind: 'makeOptional', person: 1, opens: 5 },
    ]);
    const alone = samplePlan({ people: [me], mode: 'inPerson' }, []);
    expect(listRelaxations(alone)).toEqual([{ kind: 'goOnline', opens: 29 }]);
    const off = { ...me, freeBusy: { state: 'known' as const, blocks: [block('24T00:00', '25T00:00', 'oof')] } };
    expect(listRelaxations(samplePlan({ people: [off] }, []))).toEqual([]);
  });
});
