/** Who will be where, by name: with their answer, and a chat or a call one press away. */
import { CallRegular, ChatRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import { PLACE_ROWS, type PlacedPerson } from '../../domain/agenda/attendee-matrix.ts';
import { ActionButton, ActionLink } from '../shared/action-button.tsx';
import { Unfold } from '../shared/unfold.tsx';
import { useWords } from '../words/words-provider.tsx';
import { useColleaguesStyles } from './colleagues-styles.ts';
import { Face } from './face.tsx';
import { PlaceBadge } from './place-badge.tsx';

/** Above it each place is folded, and shows no more at once. */
const MANY = 50;

export interface AttendeeNamesProps {
  readonly people: readonly PlacedPerson[];
  readonly photos: ReadonlyMap<string, string>;
  readonly toChat: (address: string) => string;
  readonly toCall: (address: string) => string;
  readonly onOpenLink: (url: string) => void;
}

function NameRow({ person, ...props }: AttendeeNamesProps & { readonly person: PlacedPerson }): ReactNode {
  const styles = useColleaguesStyles();
  const { t } = useWords();
  const { name, address, objectId = '', answer } = person;
  const [chat, call] = [props.toChat(address), props.toCall(address)];
  const marks = [
    t(answer === 'organizer' ? 'people.organizer' : `people.${answer}`),
    ...(person.isOptional ? [t('people.optional')] : []),
    ...(person.isExternal ? [t('matrix.external')] : []),
    ...(person.isMe ? [t('matrix.you')] : []),
  ];
  return (
    <li className={`${styles.person} ${styles.withoutBox}`} data-attendee={address}>
      <Face name={name} id={address} photo={props.photos.get(objectId.toLowerCase())} />
      <div className={styles.facts}>
        <span>
          <bdi className={styles.name} title={address}>
            {name}
          </bdi>{' '}
          <span className={styles.soft}>{marks.join(' · ')}</span>
          <br />
          <PlaceBadge whereabouts={person.whereabouts} />
        </span>
        {!person.isMe && address !== '' && (
          <span className={styles.row}>
            <ActionLink
              appearance="subtle"
              icon={<ChatRegular />}
              href={chat}
              label={t('contact.chatWith', { name })}
              onPress={() => props.onOpenLink(chat)}
            />
            <ActionLink
              appearance="subtle"
              icon={<CallRegular />}
              href={call}
              label={t('contact.callWith', { name })}
              onPress={() => props.onOpenLink(call)}
            />
          </span>
        )}
      </div>
    </li>
  );
}

function Names(props: AttendeeNamesProps): ReactNode {
  const styles = useColleaguesStyles();
  const { t } = useWords();
  const [shown, setShown] = useState(MANY);
  const rest = props.people.length - shown;
  return (
    <>
      <ul className={styles.list}>
        {props.people.slice(0, shown).map((person, index) => (
          <NameRow key={`${person.address} ${index}`} {...props} person={person} />
        ))}
      </ul>
      {rest > 0 && (
        <ActionButton appearance="subtle" onPress={() => setShown(shown + MANY)}>
          {t('people.more', { count: Math.min(MANY, rest) })}
        </ActionButton>
      )}
    </>
  );
}

export function AttendeeNames(props: AttendeeNamesProps): ReactNode {
  const { t, number } = useWords();
  const { people } = props;
  if (people.length <= MANY) return <Names {...props} />;
  return PLACE_ROWS.map((row) => ({ row, mine: people.filter((person) => person.row === row) }))
    .filter(({ mine }) => mine.length > 0)
    .map(({ row, mine }) => (
      <Unfold key={row} label={`${t(`row.${row}`)} · ${number(mine.length)}`}>
        <Names {...props} people={mine} />
      </Unfold>
    ));
}
