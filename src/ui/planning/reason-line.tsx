/** Says the reasons of a time in one line, names kept apart from the direction of the sentence. */
import { Fragment, type ReactNode } from 'react';
import type { PlanReason } from '../../domain/planning/explain-time.ts';
import type { PlanPerson } from '../../domain/planning/plan-request.ts';
import { Message } from '../words/message.tsx';
import type { Words } from '../words/create-words.ts';
import { useWords } from '../words/words-provider.tsx';

const CAREFUL: readonly PlanReason['kind'][] = [
  'notKnown',
  'tentative',
  'outside',
  'travels',
  'inHandover',
  'noSecondRoom',
];

/** Speaks against the time, so that it stands apart. */
export const isCareful = ({ kind }: PlanReason): boolean => CAREFUL.includes(kind);

/** So many names; a meeting of fifty would make a paragraph of each reason. */
const MOST_NAMES = 4;

export function toNames(people: readonly PlanPerson[], words: Words): string {
  const rest = people.length - MOST_NAMES;
  const names = people.slice(0, MOST_NAMES).map(({ name }) => name);
  return words.list(rest > 0 ? [...names, words.t('planning.others', { count: words.number(rest) })] : names);
}

function ReasonWords({ reason }: { readonly reason: PlanReason }): ReactNode {
  const words = useWords();
  const { kind } = reason;
  switch (kind) {
    case 'allFree':
      return reason.count === 1
        ? words.t('planning.reason.meFree')
        : words.t('planning.reason.allFree', { count: words.number(reason.count) });
    case 'someFree':
      return words.t('planning.reason.someFree', {
        count: words.number(reason.count),
        all: words.number(reason.of),
      });
    case 'notKnown':
    case 'tentative':
    case 'outside':
      return <Message id={`planning.reason.${kind}`} names={{ people: toNames(reason.people, words) }} />;
    case 'travels': {
      const names = { people: toNames(reason.people, words), building: reason.building };
      return <Message id="planning.reason.travels" names={names} />;
    }
    case 'onShift':
      return (
        <Message
          id="planning.reason.onShift"
          values={{ count: words.number(reason.count) }}
          names={{ building: reason.building ?? '' }}
        />
      );
    case 'noSecondRoom':
      return (
        <Message
          id="planning.reason.noSecondRoom"
          values={{ count: words.number(reason.count) }}
          names={{ building: reason.building }}
        />
      );
    case 'remote':
    case 'placeUnknown':
      return words.t(`planning.reason.${kind}`, { count: words.number(reason.count) });
    case 'afterHandover':
    case 'inHandover':
      return words.t(`planning.reason.${kind}`);
  }
}

export function ReasonLine({ reasons }: { readonly reasons: readonly PlanReason[] }): ReactNode {
  return reasons.map((reason, index) => (
    <Fragment key={`${reason.kind} ${index}`}>
      {index > 0 && ' · '}
      <ReasonWords reason={reason} />
    </Fragment>
  ));
}
