/** The people of a plan, those who must come and those who may: typed, pasted, or found by name. */
import { useState } from 'react';
import type { Invitee } from '../../domain/booking/booking.ts';
import type { Session } from '../../domain/contract/session.ts';
import { parsePeople } from '../../ui/booking/parse-people.ts';
import type { PeopleFieldProps } from '../../ui/booking/people-field.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import { usePeoplePicker } from '../book/use-people-picker.ts';
import type { Services } from '../services.ts';
import { MOST_PEOPLE, type PlanWish, type WishProblem } from './plan-wish.ts';

type Kind = Invitee['kind'];

interface Typed {
  readonly text: string;
  readonly rejected: readonly string[];
}

const NOTHING: Typed = { text: '', rejected: [] };

export interface PeopleFieldsInput {
  readonly services: Pick<Services, 'openColleagues' | 'agree'>;
  readonly session: Session;
  readonly wish: PlanWish;
  readonly problems: readonly WishProblem[];
  readonly ownAddress: string | undefined;
  readonly onChange: (change: Partial<PlanWish>) => void;
}

export interface PeopleFields {
  readonly required: PeopleFieldProps;
  readonly optional: PeopleFieldProps;
  /** With what is typed and not yet added: nobody may be forgotten. Undefined where that can't be read. */
  readonly settle: () => PlanWish | undefined;
}

/** What is typed goes to the people of its kind; an address named twice stays where it was. */
function addPeople(wish: PlanWish, text: string, kind: Kind, own: string | undefined) {
  const { people, rejected } = parsePeople(text, wish.people);
  const added = people
    .slice(wish.people.length)
    .filter(({ address }) => address.toLowerCase() !== own?.toLowerCase())
    .map((person) => ({ ...person, kind }));
  return { people: [...wish.people, ...added], rejected };
}

function useProblem(kind: Kind, { rejected }: Typed, problems: readonly WishProblem[]): string | undefined {
  const words = useWords();
  if (rejected.length > 0) {
    return words.t('booking.problem.address', { count: rejected.length, addresses: words.list(rejected) });
  }
  const isTooMany = kind === 'required' && problems.includes('tooManyPeople');
  return isTooMany ? words.t('planning.problem.tooManyPeople', { count: words.number(MOST_PEOPLE) }) : undefined;
}

/** One of the two fields, with a search of its own. */
function usePeopleKind(kind: Kind, { services, session, wish, problems, ownAddress, onChange }: PeopleFieldsInput) {
  const [typed, setTyped] = useState(NOTHING);
  const onAdd = (text: string): void => {
    const { people, rejected } = addPeople(wish, text, kind, ownAddress);
    setTyped({ text: rejected.join('; '), rejected });
    onChange({ people });
  };
  const picker = usePeoplePicker({
    ...{ services, session, typed: typed.text, chosen: wish.people },
    onPick: ({ name, address }) => onAdd(`"${name.replaceAll('"', '')}" <${address}>`),
  });
  const problem = useProblem(kind, typed, problems);
  const field: PeopleFieldProps = {
    ...{ typed: typed.text, problem, picker, onAdd },
    people: wish.people.filter((person) => person.kind === kind),
    onType: (text) => setTyped({ text, rejected: [] }),
    onRemove: (address) => onChange({ people: wish.people.filter((person) => person.address !== address) }),
  };
  return { field, clear: () => setTyped(NOTHING) };
}

export function usePeopleFields(input: PeopleFieldsInput): PeopleFields {
  const { wish, ownAddress } = input;
  const fields = { required: usePeopleKind('required', input), optional: usePeopleKind('optional', input) };
  const settle = (): PlanWish | undefined => {
    let settled = wish;
    for (const kind of ['required', 'optional'] as const) {
      const { people, rejected } = addPeople(settled, fields[kind].field.typed, kind, ownAddress);
      if (rejected.length > 0) return undefined;
      settled = { ...settled, people };
    }
    fields.required.clear();
    fields.optional.clear();
    return settled;
  };
  return { required: fields.required.field, optional: fields.optional.field, settle };
}
