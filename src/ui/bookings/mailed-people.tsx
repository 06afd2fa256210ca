/** Who is mailed by a change, said before it is sent. */
import { Fragment, type ReactNode } from 'react';
import type { Person } from '../../domain/agenda/calendar-event.ts';
import { useWords } from '../words/words-provider.tsx';
import { useBookingsStyles } from './bookings-styles.ts';

export interface MailedGroup {
  readonly title: string;
  readonly people: readonly Person[];
}

/** Name and address: two people of one name must not be mistaken for each other. */
function PersonWords({ name, address }: Person): ReactNode {
  if (name === '' || name === address) return <bdi>{address}</bdi>;
  return (
    <>
      <bdi>{name}</bdi> <bdi>{`<${address}>`}</bdi>
    </>
  );
}

export function MailedPeople({ groups }: { readonly groups: readonly MailedGroup[] }): ReactNode {
  const styles = useBookingsStyles();
  const { t } = useWords();
  const shown = groups.filter(({ people }) => people.length > 0);
  return (
    <section className={styles.rooms}>
      <h3 className={styles.small}>{t('booking.confirm.mailed')}</h3>
      {shown.length === 0 && <span>{t('mine.nobody')}</span>}
      {shown.map(({ title, people }) => (
        <div key={title}>
          <span className={styles.hint}>{title}: </span>
          {people.map((person, index) => (
            <Fragment key={person.address}>
              {index > 0 && ', '}
              <PersonWords {...person} />
            </Fragment>
          ))}
        </div>
      ))}
    </section>
  );
}
