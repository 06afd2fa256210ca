import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { LazyScreen, type LoadScreen } from '../../../src/app/lazy-screen.tsx';
import { orBack } from '../../../src/app/pane/or-back.tsx';
import { showScreen } from '../../support/show-screen.tsx';

interface TaskProps {
  readonly onDone: (changed: boolean) => void;
}

it('leads back to the item where what was opened beside it can’t be fetched, and fetches it when it is opened again', async () => {
  let tries = 0;
  const Task = (): ReactNode => <p>the task</p>;
  const load: LoadScreen<TaskProps> = () => {
    tries += 1;
    return tries === 1 ? Promise.reject(new Error('offline')) : Promise.resolve(Task);
  };
  const loadTask = orBack(load);
  function Item(): ReactNode {
    const [isOpen, setIsOpen] = useState(false);
    if (isOpen) return <LazyScreen load={loadTask} screenProps={{ onDone: setIsOpen }} />;
    return <button onClick={() => setIsOpen(true)}>the item</button>;
  }
  showScreen(<Item />);
  await userEvent.click(screen.getByRole('button', { name: 'the item' }));
  expect(await screen.findByText('This part of the page could not be loaded.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  await userEvent.click(screen.getByRole('button', { name: 'the item' }));
  expect(await screen.findByText('the task')).toBeVisible();
});
