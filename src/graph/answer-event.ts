/** Answers an invitation, with a message and, short of accepting, another time (Graph: event-accept, event-decline, event-tentativelyaccept). */
import type { AnswerBody } from '../domain/contract/answer-write.ts';
import type { Interval } from '../domain/time/intervals.ts';
import { toGraphDateTime } from '../domain/time/graph-date-time.ts';
import type { Graph } from './graph.ts';
import { eventPath } from './read-event.ts';

export type EventAnswer = {
  readonly eventId: string;
  /** May be empty. */
  readonly comment: string;
} & (
  | { readonly kind: 'accept' }
  | {
      readonly kind: 'tentative' | 'decline';
      /** Only where the event allows it; `graphZone` is the zone in which the organizer will read it. */
      readonly proposal?: Interval & { readonly graphZone: string };
    }
);

const ACTIONS = { accept: 'accept', tentative: 'tentativelyAccept', decline: 'decline' } as const;

/** The organizer is mailed; one that declines finds the event gone from their calendar. Fails with `gone` where it was gone before. */
export async function answerEvent(graph: Graph, answer: EventAnswer): Promise<void> {
  const proposal = answer.kind === 'accept' ? undefined : answer.proposal;
  const body: AnswerBody = {
    ...(answer.comment === '' ? {} : { comment: answer.comment }),
    sendResponse: true,
    ...(proposal && {
      proposedNewTime: {
        start: toGraphDateTime(proposal.start, proposal.graphZone),
        end: toGraphDateTime(proposal.end, proposal.graphZone),
      },
    }),
  };
  await graph.send({ method: 'POST', path: `${eventPath(answer.eventId)}/${ACTIONS[answer.kind]}`, body });
}
