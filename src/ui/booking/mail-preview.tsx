/** Who is mailed by a booking, and when: shown before anything is sent, and while the room is asked. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Fragment, type ReactNode } from 'react';
import type { Person } from '../../domain/agenda/calendar-event.ts';
import type { MailList } from '../../domain/booking/mail-list.ts';
import { Message } from '../words/message.tsx';
import { useWords } from '../words/words-provider.tsx';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    margin: 0,
    rowGap: tokens.spacingVerticalXXS,
    overflowWrap: 'anywhere',
  },
  term: { fontWeight: tokens.fontWeightSemibold, ':not(:first-child)': { marginBlockStart: tokens.spacingVerticalS } },
  value: { margin: 0, maxHeight: '30vh', overflowY: 'auto' },
  address: { color: tokens.colorNeutralForeground2 },
});

/** Name and address: two people of one name must not be mistaken for each other. */
function PersonWords({ person }: { readonly person: Person }): ReactNode {
  const styles = useStyles();
  if (person.name === '' || person.name === person.address) return <bdi>{person.address}</bdi>;
  return (
    <>
      <bdi>{person.name}</bdi> <bdi className={styles.address}>{`<${person.address}>`}</bdi>
    </>
  );
}

function People({ people }: { readonly people: readonly Person[] }): ReactNode {
  return people.map((person, index) => (
    <Fragment key={person.address}>
      {index > 0 && ', '}
      <PersonWords person={person} />
    </Fragment>
  ));
}

export interface MailPreviewProps {
  readonly mailed: MailList;
  readonly inviteAtOnce: boolean;
}

export function MailPreview({ mailed, inviteAtOnce }: MailPreviewProps): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const { room, twin, people } = mailed;
  const together = inviteAtOnce && people.length > 0;
  return (
    <dl className={styles.list}>
      <dt className={styles.term}>{t('booking.confirm.now')}</dt>
      <dd className={styles.value}>
        <Message id="booking.confirm.theRoom" names={{ room: room.name }} />
        {twin !== undefined && ', '}
        {twin !== undefined && <Message id="booking.confirm.theRoom" names={{ room: twin.name }} />}
        {together && ', '}
        {together && <People people={people} />}
      </dd>
      {people.length === 0 ? (
        <dd className={styles.value}>{t('booking.confirm.nobodyElse')}</dd>
      ) : (
        !inviteAtOnce && (
          <>
            <dt className={styles.term}>{t('booking.confirm.afterYes')}</dt>
            <dd className={styles.value}>
              <People people={people} />
            </dd>
          </>
        )
      )}
    </dl>
  );
}
