/** What a person says of their own, to organizers and to their work plan; the code comes with the first answer. */
import { PURPOSE_SCOPES } from '../../domain/contract/purpose.ts';
import { type EventAnswer, answerEvent } from '../../graph/answer-event.ts';
import { setCurrentLocation } from '../../graph/set-current-location.ts';
import type { Way, Wish } from '../choose-transport.ts';

export interface AnswerServices {
  /** Mails the organizer. */
  readonly answerEvent: (answer: EventAnswer) => Promise<void>;
  /** For today alone. */
  readonly setCurrentLocation: (place: Parameters<typeof setCurrentLocation>[1]) => Promise<void>;
}

interface AnswerSetup {
  readonly choose: (wish: Wish) => Promise<Way>;
  readonly patiently: <T>(run: () => Promise<T>) => Promise<T>;
}

/** No window comes by itself: a missing scope fails the answer, and its screen asks the person. */
export function createAnswerServices({ choose, patiently }: AnswerSetup): AnswerServices {
  const write = async (): Promise<Way['graph']> => (await choose({ scopes: PURPOSE_SCOPES.booking })).graph;
  return {
    answerEvent: (answer) => patiently(async () => answerEvent(await write(), answer)),
    setCurrentLocation: (place) => patiently(async () => setCurrentLocation(await write(), place)),
  };
}
