import { answerEvent } from '../../src/graph/answer-event.ts';
import { createGraph } from '../../src/graph/create-graph.ts';
import { setCurrentLocation } from '../../src/graph/set-current-location.ts';
import { fakeClock, scriptedFetch } from '../support/scripted-fetch.ts';

const setUp = () => {
  const world = scriptedFetch(new Response(null, { status: 202 }));
  const getToken = (): Promise<string> => Promise.resolve('t');
  return {
    ...world,
    graph: createGraph({ base: 'http://graph.test', fetch: world.fetch, clock: fakeClock(), getToken }),
  };
};

describe('answerEvent', () => {
  it('accepts with a message that the organizer is mailed', async () => {
    const { graph, asked } = setUp();
    await answerEvent(graph, { eventId: 'A=', kind: 'accept', comment: 'Gladly' });
    expect(asked).toMatchObject([
      {
        url: 'http://graph.test/v1.0/me/events/A%3D/accept',
        body: JSON.stringify({ comment: 'Gladly', sendResponse: true }),
      },
    ]);
  });

  it('proposes another time in the zone of the mailbox', async () => {
    const { graph, asked } = setUp();
    const proposal = {
      start: Temporal.Instant.from('2026-11-24T09:00:00Z'),
      end: Temporal.Instant.from('2026-11-24T09:30:00Z'),
      graphZone: 'W. Europe Standard Time',
    };
    await answerEvent(graph, { eventId: 'A', kind: 'tentative', comment: '', proposal });
    expect(asked[0]?.url).toBe('http://graph.test/v1.0/me/events/A/tentativelyAccept');
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({
      sendResponse: true,
      proposedNewTime: {
        start: { dateTime: '2026-11-24T10:00:00', timeZone: 'W. Europe Standard Time' },
        end: { dateTime: '2026-11-24T10:30:00', timeZone: 'W. Europe Standard Time' },
      },
    });
  });
});

describe('setCurrentLocation', () => {
  it('is about today alone', async () => {
    const { graph, asked } = setUp();
    await setCurrentLocation(graph, { kind: 'remote' });
    expect(asked).toMatchObject([
      {
        url: 'http://graph.test/v1.0/me/settings/workHoursAndLocations/occurrences/setCurrentLocation',
        body: JSON.stringify({ updateScope: 'currentDay', workLocationType: 'remote' }),
      },
    ]);
  });
});
