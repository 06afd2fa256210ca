import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PlanScreen } from '../../../src/app/planning/plan-screen.tsx';
import type { PlannedMeeting } from '../../../src/app/planning/planned-meeting.ts';
import type { PlanSoFar } from '../../../src/app/planning/use-plan.ts';
import type { Services } from '../../../src/app/services.ts';
import type { Invitee } from '../../../src/domain/booking/booking.ts';
import { Failure } from '../../../src/domain/failure.ts';
import type { BusyBlock, FreeBusy } from '../../../src/domain/rooms/free-busy.ts';
import { sampleRoom } from '../../domain/samples/sample-room.ts';
import { findAxeViolations } from '../../support/axe.ts';
import { fakeColleagues } from '../../support/fake-colleagues.ts';
import { instant } from '../../support/screen-events.ts';
import { fakeServices, fakeSession } from '../../support/screen-services.ts';
import { showScreen } from '../../support/show-screen.tsx';

const SAM: Invitee = { name: 'Sam Okafor', address: 'sam@contoso.example', kind: 'required' };
const ROOMS = [
  sampleRoom({ name: 'Boardroom', address: 'boardroom@contoso.example', capacity: 8, building: 'HQ' }),
  sampleRoom({ name: 'Garden', address: 'garden@contoso.example', capacity: 10, building: 'HQ' }),
];
const mailbox = { zone: 'Europe/Amsterdam', graphZone: 'W. Europe Standard Time', hourCycle: 'h23' } as const;
const CONTEXT = { mailbox, zoneIsGuessed: false, shifts: [], events: [], ownAddress: 'alex@contoso.example' };

interface Opened {
  readonly about?: Partial<Services>;
  readonly features?: object;
  readonly people?: readonly Invitee[];
  readonly soFar?: PlanSoFar;
  readonly busy?: Readonly<Record<string, readonly BusyBlock[]>>;
}

function open({ about, features, people = [SAM], soFar, busy = {} }: Opened = {}) {
  const booked: { planned: PlannedMeeting; soFar: PlanSoFar }[] = [];
  const left: boolean[] = [];
  const toFreeBusy = (address: string): FreeBusy => ({ address, state: 'known', blocks: busy[address] ?? [] });
  const services = fakeServices({
    listRooms: () => Promise.resolve(ROOMS),
    readFreeBusy: (addresses) => Promise.resolve(addresses.map(toFreeBusy)),
    ...about,
  });
  const session = fakeSession({ features: { ...fakeSession().features, ...features } });
  const view = showScreen(
    <PlanScreen
      {...{ services, session, people, context: CONTEXT }}
      {...(soFar === undefined ? {} : { soFar })}
      onBook={(planned, before) => booked.push({ planned, soFar: before })}
      onDone={(changed) => left.push(changed)}
    />,
  );
  return { ...view, booked, left };
}

const find = () => userEvent.click(screen.getByRole('button', { name: 'Find times' }));
const best = () => screen.findByRole('list', { name: 'Best times' });
const card = async () => within(await best()).getAllByRole('listitem')[0] ?? document.body;

describe('PlanScreen', () => {
  it('finds times with their reasons in words, opens what did not make it, and hands a chosen one on', async () => {
    const morning = { start: instant('2026-11-23T07:00:00Z'), end: instant('2026-11-23T13:00:00Z'), status: 'busy' };
    const { container, booked } = open({ busy: { [SAM.address]: [morning as BusyBlock] } });
    await find();
    const first = await card();
    expect(first).toHaveTextContent('all 2 free');
    expect(first).toHaveTextContent(/Boardroom.* free, fits 8/);
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Best times' })).toHaveFocus());
    await userEvent.click(screen.getByRole('button', { name: /^Why \d+ of \d+ times did not make it/ }));
    expect(screen.getAllByText(/Sam Okafor/).length).toBeGreaterThan(1);
    expect(screen.getByText('Rooms asked: 2, the most suitable ones')).toBeVisible();
    expect(await findAxeViolations(container)).toEqual([]);
    await userEvent.click(within(first).getByRole('button', { name: /^Choose/ }));
    expect(booked).toMatchObject([{ planned: { heads: 2, people: [SAM], weeks: 1, online: false } }]);
    expect(booked[0]?.planned.rooms.map(({ room }) => room.name)).toEqual(['Boardroom']);
  });

  it('shows the same times again to whoever comes back from the booking form, without asking anew', async () => {
    const first = open();
    await find();
    await userEvent.click(within(await card()).getByRole('button', { name: /^Choose/ }));
    const [{ soFar } = { soFar: undefined }] = first.booked;
    const shown = (await best()).textContent;
    first.unmount();
    const asks = jest.fn(() => Promise.reject(new Failure('offline')));
    open({ ...(soFar === undefined ? {} : { soFar }), about: { listRooms: asks, readFreeBusy: asks } });
    expect((await best()).textContent).toBe(shown);
    expect(screen.getByRole('heading', { name: 'Best times' })).toHaveFocus();
    expect(screen.getByRole('button', { name: /Remove Sam Okafor/u })).toBeVisible();
    expect(asks).not.toHaveBeenCalled();
  });

  it('says that times are older than what was changed since', async () => {
    open();
    await find();
    await best();
    await userEvent.click(screen.getByRole('button', { name: '30 min' }));
    expect(await screen.findByText('Something was changed since. Look for times again.')).toBeVisible();
  });

  it('names what would help where no time suits everybody, and looks again with it', async () => {
    const always = { start: instant('2026-11-01T00:00:00Z'), end: instant('2027-01-01T00:00:00Z'), status: 'busy' };
    open({ busy: { [SAM.address]: [always as BusyBlock] } });
    await find();
    expect(await screen.findByText('No time suits everybody')).toBeVisible();
    const help = screen.getByRole('button', { name: /^Sam Okafor optional/ });
    // a long address, or a long language, stays inside of its button on a phone
    expect(help).toHaveStyle({ whiteSpace: 'normal' });
    await userEvent.click(help);
    expect(await card()).toHaveTextContent('without Sam Okafor: busy');
  });

  it('counts nobody as free whom the organisation does not show, and says who can change that', async () => {
    open({ features: { freeBusy: false } });
    await find();
    expect(await screen.findByText(/An administrator of the app can change that/)).toBeVisible();
    expect(await card()).toHaveTextContent(/not known whether free: Sam Okafor/);
  });

  it.each([
    ['consent_required', /needs the consent of a directory administrator. Times are shown without rooms/],
    ['upstream_unavailable', /Times are shown without rooms/],
  ] as const)('plans without rooms after %s', async (code, said) => {
    open({ about: { listRooms: () => Promise.reject(new Failure(code)) } });
    await find();
    expect(await screen.findByText(said)).toBeVisible();
    expect(within(await card()).getByRole('button', { name: /^Choose/ })).toBeEnabled();
  });

  it('says why nothing could be planned, and tries again', async () => {
    const openColleagues = jest
      .fn<Promise<ReturnType<typeof fakeColleagues>>, []>()
      .mockRejectedValueOnce(new Failure('cancelled'))
      .mockResolvedValue(fakeColleagues());
    open({ about: { openColleagues } });
    await find();
    expect(await screen.findByText('No plan could be made')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await card()).toHaveTextContent('all 2 free');
  });

  it('finds people by name, those who may come too', async () => {
    const noor = { objectId: 'noor-id', name: 'Noor de Vries', address: 'noor@contoso.example', isExternal: false };
    const openColleagues = () => Promise.resolve(fakeColleagues({ search: () => Promise.resolve([noor]) }));
    open({ features: { people: true }, about: { openColleagues } });
    const field = screen.getByRole('combobox', { name: 'Optional people' });
    await userEvent.type(field, 'noor');
    await screen.findByRole('option', { name: /Noor de Vries/ });
    await userEvent.keyboard('{ArrowDown}{Enter}');
    const optional = screen.getByLabelText('Optional people of the meeting');
    expect(within(optional).getByText('Noor de Vries')).toBeVisible();
    expect(field).toHaveValue('');
  });

  it('forgets nobody who was typed and not added, and asks nothing where that can’t be read', async () => {
    const asks = jest.fn(() => Promise.resolve([]));
    open({ people: [], about: { readFreeBusy: asks } });
    await userEvent.type(screen.getByLabelText('People to invite'), 'sam@');
    await find();
    expect(await screen.findByText(/sam@/)).toBeVisible();
    expect(asks).not.toHaveBeenCalled();
  });

  it('asks for days and hours in which the meeting fits', async () => {
    open();
    const last = screen.getByLabelText('Last day');
    await userEvent.clear(last);
    await userEvent.type(last, '2026-11-01');
    expect(screen.getByText('The last day lies before the first.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Find times' })).toBeDisabled();
  });
});
