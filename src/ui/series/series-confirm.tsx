/** The last look before a series is sent: which rooms are asked for how many dates, and who gets mail when. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { BookingRequest, Invitee } from '../../domain/booking/booking.ts';
import { listInvitees } from '../../domain/booking/written-attendees.ts';
import type { Room } from '../../domain/rooms/room.ts';
import { findPlace, listRooms, type SeriesDate } from '../../domain/series/series-wish.ts';
import { MeetingSummary } from '../booking/meeting-summary.tsx';
import { QuestionDialog } from '../shared/question-dialog.tsx';
import { useWords } from '../words/words-provider.tsx';

export interface SeriesConfirmProps {
  /** Undefined: closed. */
  readonly plan: { readonly request: BookingRequest; readonly room: Room } | undefined;
  readonly onSend: () => void;
  readonly onBack: () => void;
}

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, overflowWrap: 'anywhere' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  hint: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

function RoomLines({ dates, room }: { readonly dates: readonly SeriesDate[]; readonly room: Room }): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const places = dates.flatMap((one) => findPlace(one, room) ?? []);
  const count = (address: string): number =>
    places.filter((place) => place.room.address.toLowerCase() === address.toLowerCase()).length;
  return (
    <ul className={styles.list}>
      {listRooms(dates, room).map(({ address, name }) => (
        <li key={address}>{t('series.confirm.roomDates', { room: name, count: count(address) })}</li>
      ))}
    </ul>
  );
}

function PeopleLine({ people }: { readonly people: readonly Invitee[] }): ReactNode {
  const { t } = useWords();
  if (people.length === 0) return <span>{t('booking.confirm.nobodyElse')}</span>;
  return people.map(({ name, address }, index) => (
    <span key={address}>
      {index > 0 && ', '}
      <bdi>{name === '' || name === address ? address : `${name} <${address}>`}</bdi>
    </span>
  ));
}

function PlanWords({ request, room }: { readonly request: BookingRequest; readonly room: Room }): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const dates = request.series?.dates ?? [];
  const people = listInvitees(request, room);
  const skipped = dates.filter(({ choice }) => choice.kind === 'skip').length;
  const other = dates.filter(({ choice }) => choice.kind === 'other').length;
  return (
    <>
      <MeetingSummary subject={request.subject} start={request.start} end={request.end} />
      <span>{t('series.confirm.dates', { count: dates.length - skipped })}</span>
      <div>
        <h3 className={styles.heading}>{t('series.confirm.rooms')}</h3>
        <RoomLines dates={dates} room={room} />
      </div>
      <div>
        <h3 className={styles.heading}>{t('series.confirm.people')}</h3>
        <PeopleLine people={people} />
      </div>
      {other > 0 && people.length > 0 && <span>{t('series.confirm.updates', { count: other })}</span>}
      {skipped > 0 && <span>{t('series.confirm.skipped', { count: skipped })}</span>}
      <span className={styles.hint}>{t('series.confirm.hold')}</span>
    </>
  );
}

export function SeriesConfirm({ plan, onSend, onBack }: SeriesConfirmProps): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  // the words stay while the dialog fades
  const [said, setSaid] = useState(plan);
  if (plan !== undefined && plan !== said) setSaid(plan);
  if (said === undefined) return null;
  return (
    <QuestionDialog
      open={plan !== undefined}
      modalType="modal"
      title={t('series.confirm.title')}
      contentClass={styles.content}
      secondary={{ text: t('booking.confirm.back'), onPress: onBack }}
      primary={{ text: t('booking.confirm.send'), onPress: onSend }}
      onDismiss={onBack}
    >
      <PlanWords {...said} />
    </QuestionDialog>
  );
}
