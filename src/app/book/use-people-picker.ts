/** Looks people up while somebody types a name; what was not agreed to is asked for at a click, never by itself. */
import { useEffect, useState } from 'react';
import type { Session } from '../../domain/contract/session.ts';
import type { Colleague } from '../../domain/shifts/colleague.ts';
import type { PeoplePicker } from '../../ui/booking/people-suggestions.tsx';
import { usePhotos } from '../colleagues/use-photos.ts';
import type { Services } from '../services.ts';
import { toFailure } from '../to-failure.ts';

const WAIT_MS = 250;
const SHORTEST = 2;

interface Search {
  readonly word: string;
  readonly phase: PeoplePicker['phase'];
  readonly found: readonly Colleague[];
}

export interface PickerInput {
  readonly services: Pick<Services, 'openColleagues' | 'agree'>;
  readonly session: Session;
  readonly typed: string;
  readonly chosen: readonly { readonly address: string }[];
  readonly onPick: (person: Colleague) => void;
}

/** Whole addresses, and lists of them, need no search. */
function toWord(typed: string): string {
  const word = typed.trim();
  return word.length < SHORTEST || /[@;,<>]/u.test(word) ? '' : word;
}

/** Undefined where the organisation offers no search for people. */
export function usePeoplePicker({ services, session, typed, chosen, onPick }: PickerInput): PeoplePicker | undefined {
  const { openColleagues, agree } = services;
  const isOn = session.features.people;
  const word = isOn ? toWord(typed) : '';
  const [search, setSearch] = useState<Search>({ word: '', phase: 'idle', found: [] });
  const [attempt, setAttempt] = useState(0);
  const [active, setActive] = useState<number>();
  useEffect(() => {
    if (word === '') return undefined;
    let isWanted = true;
    const show = (phase: Search['phase'], found: readonly Colleague[] = []): void => {
      if (!isWanted) return;
      setSearch({ word, phase, found });
      setActive(undefined);
    };
    const timer = setTimeout(() => {
      show('searching');
      openColleagues()
        .then((colleagues) => colleagues.search(word))
        .then(
          (found) => show('found', found),
          (error: unknown) => {
            const { code } = toFailure(error);
            show(code === 'consent_required' || code === 'access_denied' ? 'agree' : 'failed');
          },
        );
    }, WAIT_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [openColleagues, word, attempt]);
  const taken = new Set(chosen.map(({ address }) => address.toLowerCase()));
  const found = word === '' ? [] : search.found.filter(({ address }) => !taken.has(address.toLowerCase()));
  const photos = usePhotos(
    openColleagues,
    found.map(({ objectId }) => objectId),
  );
  if (!isOn) return undefined;
  const onAgree = (): void => {
    void agree('people').then(
      () => setAttempt((count) => count + 1),
      () => setSearch({ word, phase: 'failed', found: [] }),
    );
  };
  return { phase: word === '' ? 'idle' : search.phase, found, photos, active, onActive: setActive, onPick, onAgree };
}
