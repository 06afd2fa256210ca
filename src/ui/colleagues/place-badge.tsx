/** Where somebody is, by icon and word, with who says so or why it is not known. */
import {
  BriefcaseRegular,
  BuildingRegular,
  HomeRegular,
  PauseCircleRegular,
  QuestionCircleRegular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { PersonPlace, Whereabouts } from '../../domain/shifts/whereabouts.ts';
import type { Words } from '../words/create-words.ts';
import type { MessageKey } from '../words/message-key.ts';
import { useWords } from '../words/words-provider.tsx';
import { useColleaguesStyles } from './colleagues-styles.ts';

const ICONS = {
  office: BuildingRegular,
  remote: HomeRegular,
  onShift: BriefcaseRegular,
  off: PauseCircleRegular,
  unknown: QuestionCircleRegular,
} as const satisfies Record<PersonPlace['kind'], unknown>;

const WORDS: Readonly<Record<PersonPlace['kind'], MessageKey>> = {
  office: 'place.onSite',
  remote: 'place.remote',
  onShift: 'place.onShift',
  off: 'place.off',
  unknown: 'place.unknown',
};

/** Who says so, or why nobody does; of another organisation is said beside the name already. */
function findReason({ place, source }: Whereabouts, t: Words['t']): string {
  if (place.kind === 'unknown') return place.why === 'external' ? '' : t(`why.${place.why}`);
  return source === undefined ? '' : t(`from.${source}`);
}

export function PlaceBadge({ whereabouts }: { readonly whereabouts: Whereabouts }): ReactNode {
  const styles = useColleaguesStyles();
  const { t } = useWords();
  const { place } = whereabouts;
  const Icon = ICONS[place.kind];
  const why = findReason(whereabouts, t);
  const building = place.kind === 'office' ? place.building : undefined;
  return (
    <span className={styles.badge} data-place={place.kind}>
      <span className={styles.icon}>
        <Icon aria-hidden />
      </span>
      <span>
        {t(WORDS[place.kind])}
        {building !== undefined && (
          <>
            {' · '}
            <bdi>{building}</bdi>
          </>
        )}
      </span>{' '}
      {why !== '' && <span className={styles.soft}>({why})</span>}
    </span>
  );
}
