/** The people of the open item: what each has answered, and where they are at its time, with the source that says so. */
import { BuildingRegular, HomeRegular, PauseCircleRegular, QuestionCircleRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import type { Answer, Person } from '../../domain/agenda/calendar-event.ts';
import type { PersonPlace, Whereabouts } from '../../domain/shifts/whereabouts.ts';
import { ActionButton } from '../shared/action-button.tsx';
import type { Words } from '../words/create-words.ts';
import { useWords } from '../words/words-provider.tsx';
import { usePaneStyles } from './pane-styles.ts';

export interface PlacedPerson extends Person {
  /** Absent while nobody was invited yet. */
  readonly answer?: Answer | 'organizer';
  readonly isOptional?: boolean;
  /** Absent while it is asked. */
  readonly whereabouts?: Whereabouts | undefined;
}

const PORTION = 20;
const ICONS = {
  office: BuildingRegular,
  onShift: BuildingRegular,
  remote: HomeRegular,
  off: PauseCircleRegular,
  unknown: QuestionCircleRegular,
} as const satisfies Record<PersonPlace['kind'], unknown>;

function toPlaceWords({ place, source }: Whereabouts, { t }: Words): string {
  if (place.kind === 'unknown') return t(`pane.unknown.${place.why}`);
  const said = source === undefined ? '' : t(`pane.source.${source}`);
  const building = place.kind === 'office' || place.kind === 'onShift' ? place.building : undefined;
  const where =
    building === undefined || building === '' ? t(`pane.place.${place.kind}`) : t('pane.place.at', { building });
  return said === '' ? where : t('pane.place.said', { where, source: said });
}

function PersonRow({ person }: { readonly person: PlacedPerson }): ReactNode {
  const styles = usePaneStyles();
  const words = useWords();
  const { name, address, answer, isOptional = false, whereabouts } = person;
  const Icon = ICONS[whereabouts?.place.kind ?? 'unknown'];
  return (
    <li className={styles.row} title={address}>
      <span className={styles.icon}>
        <Icon aria-hidden />
      </span>
      <span>
        <bdi>{name === '' ? address : name}</bdi>
        {isOptional && ` (${words.t('people.optional')})`}
        {answer !== undefined && ` · ${words.t(`people.${answer}`)}`}
        <br />
        <span className={styles.quiet}>
          {whereabouts === undefined ? words.t('pane.place.asking') : toPlaceWords(whereabouts, words)}
        </span>
      </span>
    </li>
  );
}

export interface PeoplePlacesProps {
  readonly people: readonly PlacedPerson[];
  /** Offered where a source did not answer. */
  readonly onAgain: () => void;
}

const isFailed = ({ whereabouts }: PlacedPerson): boolean =>
  whereabouts?.place.kind === 'unknown' && whereabouts.place.why === 'failed';

export function PeoplePlaces({ people, onAgain }: PeoplePlacesProps): ReactNode {
  const styles = usePaneStyles();
  const { t } = useWords();
  const [shown, setShown] = useState(PORTION);
  const rest = people.length - shown;
  return (
    <section className={styles.section}>
      <h3 className={styles.head}>{t('people.heading')}</h3>
      {people.length === 0 && <span>{t('people.onlyYou')}</span>}
      <ul className={styles.list}>
        {people.slice(0, shown).map((person, index) => (
          <PersonRow key={`${person.address}${index}`} person={person} />
        ))}
      </ul>
      {people.some(isFailed) && (
        <div className={styles.actions}>
          <ActionButton onPress={onAgain}>{t('pane.place.again')}</ActionButton>
        </div>
      )}
      {rest > 0 && (
        <ActionButton appearance="subtle" onPress={() => setShown(shown + PORTION)}>
          {t('people.more', { count: Math.min(PORTION, rest) })}
        </ActionButton>
      )}
    </section>
  );
}
