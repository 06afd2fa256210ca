/** The people of one team on a day: where each is, when they work, and a box to choose them for a meeting. */
import { Checkbox } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PersonDay } from '../../domain/shifts/team-day.ts';
import { useWords } from '../words/words-provider.tsx';
import { useColleaguesStyles } from './colleagues-styles.ts';
import { Face } from './face.tsx';
import { PlaceBadge } from './place-badge.tsx';

export interface TeamListProps {
  readonly name: string;
  readonly people: readonly PersonDay[];
  readonly photos: ReadonlyMap<string, string>;
  /** Object ids. */
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (objectId: string, isChosen: boolean) => void;
}

export function TeamList({ name, people, photos, chosen, onChoose }: TeamListProps): ReactNode {
  const styles = useColleaguesStyles();
  const { t, timeRange } = useWords();
  return (
    <section>
      <h3 className={styles.heading}>
        <bdi>{name}</bdi>
      </h3>
      <ul className={styles.list}>
        {people.map(({ person, whereabouts, shifts }) => (
          <li key={person.objectId} className={styles.person} data-person={person.address}>
            <Checkbox
              aria-label={t('who.choose', { name: person.name })}
              checked={chosen.has(person.objectId)}
              disabled={person.address === ''}
              onChange={(_, data) => onChoose(person.objectId, data.checked === true)}
            />
            <Face name={person.name} id={person.objectId} photo={photos.get(person.objectId.toLowerCase())} />
            <div>
              <div className={styles.facts}>
                <bdi className={styles.name}>{person.name}</bdi>
                <span className={styles.times}>{shifts.map(({ start, end }) => timeRange(start, end)).join(', ')}</span>
              </div>
              <PlaceBadge whereabouts={whereabouts} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
