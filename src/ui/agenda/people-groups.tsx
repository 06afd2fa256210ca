/** The people of an event by their answer: organizer apart, long groups folded and shown piece by piece. */
import { type ReactNode, useState } from 'react';
import type { AttendeeGroups } from '../../domain/agenda/agenda-day.ts';
import type { Answer, Attendee } from '../../domain/agenda/calendar-event.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { useWords } from '../words/words-provider.tsx';
import { ANSWERS, countPeople } from './people-counts.tsx';
import styles from './people-groups.module.css';

/** Above it groups are folded, and no group shows more at once. */
const MANY = 50;

function PeopleList(props: { readonly people: readonly Attendee[] }): ReactNode {
  const words = useWords();
  const [shown, setShown] = useState(MANY);
  const rest = props.people.length - shown;
  return (
    <>
      <ul className={styles.list}>
        {props.people.slice(0, shown).map((person, index) => (
          <li key={`${person.address}${index}`} className={styles.person} title={person.address}>
            <bdi>{person.name === '' ? person.address : person.name}</bdi>
            {person.kind === 'optional' && <span className={styles.optional}> ({words.t('people.optional')})</span>}
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <ActionButton appearance="subtle" onPress={() => setShown(shown + MANY)}>
          {words.t('people.more', { count: Math.min(MANY, rest) })}
        </ActionButton>
      )}
    </>
  );
}

function AnswerGroup(props: {
  readonly answer: Answer;
  readonly people: readonly Attendee[];
  readonly folded: boolean;
}): ReactNode {
  const words = useWords();
  const { answer, people, folded } = props;
  const [isOpen, setIsOpen] = useState(!folded);
  const title = `${words.t(`people.${answer}`)} · ${words.number(people.length)}`;
  if (!folded) {
    return (
      <div className={styles.group}>
        <div className={styles.head}>{title}</div>
        <PeopleList people={people} />
      </div>
    );
  }
  return (
    <details className={styles.group} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>{title}</summary>
      {isOpen && <PeopleList people={people} />}
    </details>
  );
}

export interface PeopleGroupsProps {
  readonly people: AttendeeGroups;
  readonly isOrganizer: boolean;
}

export function PeopleGroups({ people, isOrganizer }: PeopleGroupsProps): ReactNode {
  const words = useWords();
  const total = countPeople(people);
  const { organizer } = people;
  return (
    <div className={styles.root}>
      {isOrganizer && <div>{words.t('people.youOrganize')}</div>}
      {!isOrganizer && organizer !== undefined && (
        <div>
          <span className={styles.head}>{words.t('people.organizer')} · </span>
          <bdi title={organizer.address}>{organizer.name === '' ? organizer.address : organizer.name}</bdi>
        </div>
      )}
      {total === 0 && <div>{words.t('people.onlyYou')}</div>}
      {ANSWERS.filter((answer) => people[answer].length > 0).map((answer) => (
        <AnswerGroup key={answer} answer={answer} people={people[answer]} folded={total > MANY} />
      ))}
    </div>
  );
}
