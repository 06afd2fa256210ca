/** Sets up a tenant on a clock that stands still, and asks its Graph as a person of the seed; keeps what was asked for the checker. */
import { createGraph } from '../../../emulator/graph/create-graph.ts';
import type { GraphAnswer, GraphFault } from '../../../emulator/graph/graph-request.ts';
import { createWorld, type WorldOptions } from '../../../emulator/seed/create-world.ts';
import type { SeededWorld } from '../../../emulator/seed/seeded-world.ts';
import { recordTraffic } from '../../support/record-traffic.ts';
import { createWorldClock } from '../../../emulator/world-clock.ts';

/** A Monday, early in the morning in Berlin. */
export const NOW = '2026-11-23T05:00:00Z';

export const ALL_SCOPES = [
  'User.Read',
  'Calendars.Read',
  'Calendars.ReadWrite',
  'MailboxSettings.Read',
  'MailboxSettings.ReadWrite',
  'Place.Read.All',
  'Team.ReadBasic.All',
  'TeamMember.Read.All',
  'Schedule.Read.All',
  'Presence.Read.All',
  'People.Read',
  'User.ReadBasic.All',
];

export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly requestBody?: unknown;
  readonly status: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly responseBody?: unknown;
  /** Kept from checkers, who would mistake it. */
  readonly isOffRecord?: boolean;
}

export interface Ask {
  readonly as?: string;
  readonly prefer?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly scopes?: readonly string[];
}

export interface Stage {
  readonly world: SeededWorld;
  readonly traffic: Exchange[];
  /** `GET /me/events?$top=1`, with a body where the method takes one. */
  ask(line: string, body?: unknown, how?: Ask): Promise<GraphAnswer & { readonly json: Json }>;
  /** Lets world time pass. */
  pass(ms: number): void;
}

/** An answer's JSON, read without ceremony. */
export interface Json {
  readonly [name: string]: Json & (string | number | boolean | null | readonly Json[] | Json);
}

/** A batch in which a test asks for what there is not. */
const hasRefusal = ({ body }: GraphAnswer): boolean => {
  const { responses = [] } = (body ?? {}) as { readonly responses?: readonly { readonly status: number }[] };
  return responses.some(({ status }) => status === 400 || status === 405);
};

export function createStage(
  options: Partial<WorldOptions> & {
    readonly now?: string;
    readonly findFault?: (method: string, path: string) => GraphFault | undefined;
  } = {},
): Stage {
  const { now = NOW, findFault = () => undefined, ...rest } = options;
  const clock = createWorldClock(Date.parse(now), () => 0);
  const world = createWorld({ seed: 'small', clock, ...rest });
  const graph = createGraph({ world, findFault });
  const traffic: Exchange[] = [];
  return {
    world,
    traffic,
    pass: (ms) => clock.advance(ms),
    ask: async (line, body, { as = 'alex', prefer, headers = {}, scopes = ALL_SCOPES } = {}) => {
      const [method = '', target = ''] = line.split(/ (.*)/s);
      const [path = '', query = ''] = target.split(/\?(.*)/s);
      const person = [...world.people.values()].find(({ key }) => key === as);
      if (person === undefined) throw new Error(`no person ${as}`);
      const answer = await graph.answer({
        ...{ method, path, query: new URLSearchParams(query), body },
        headers: { ...headers, ...(prefer === undefined ? undefined : { prefer }) },
        caller: { tenantId: person.tenantId, objectId: person.objectId, scopes: new Set(scopes) },
      });
      if (answer.status < 400) {
        const exchange: Exchange = {
          ...{ method, url: `/v1.0${target}`, status: answer.status, responseHeaders: answer.headers },
          ...(body === undefined ? undefined : { requestBody: body }),
          ...(answer.body === undefined ? undefined : { responseBody: answer.body }),
          ...(answer.isOffRecord === true ? { isOffRecord: true } : undefined),
        };
        traffic.push(exchange);
        const isRecorded = exchange.isOffRecord !== true && answer.faulted !== true && !hasRefusal(answer);
        if (isRecorded) recordTraffic('emulator', JSON.stringify(exchange));
      }
      return { ...answer, json: answer.body as Json };
    },
  };
}
