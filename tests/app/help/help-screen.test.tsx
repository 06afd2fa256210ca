import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HelpedDoor } from '../../../src/app/help/helped-door.tsx';
import { HelpScreen } from '../../../src/app/help/help-screen.tsx';
import help from '../../../src/ui/words/en/help.json';
import { findAxeViolations } from '../../support/axe.ts';
import { showScreen } from '../../support/show-screen.tsx';

describe('HelpScreen', () => {
  it('unfolds every topic, and together they say all that there is', async () => {
    const { container } = showScreen(
      <HelpScreen helpContact="the help desk, 1234" isTrouble={false} onClose={() => {}} />,
    );
    screen.getByText(help['help.connect.start']);
    for (const button of screen.getAllByRole('button', { expanded: false })) await userEvent.click(button);
    for (const [key, text] of Object.entries(help)) if (key !== 'help.back') expect(container).toHaveTextContent(text);
    screen.getByText('the help desk, 1234');
    expect(await findAxeViolations(container)).toEqual([]);
  });

  it('begins with what is wrong where something is, puts the focus on its title, and leads back', async () => {
    let closed = 0;
    showScreen(<HelpScreen helpContact="" isTrouble onClose={() => (closed += 1)} />);
    screen.getByText(help['help.mend.doorText']);
    expect(screen.queryByText(help['help.connect.start'])).toBeNull();
    expect(screen.getByRole('heading', { name: 'Help' })).toHaveFocus();
    expect(screen.queryByText(/^Your organisation says/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(closed).toBe(1);
  });
});

describe('HelpedDoor', () => {
  it('opens the help, and stands there again afterwards', async () => {
    const copy = { copy: 'idle', onCopy: () => {} } as const;
    showScreen(<HelpedDoor code="timeout" helpContact="Ask Kim" onRetry={() => {}} {...copy} />);
    await userEvent.click(screen.getByRole('button', { name: 'Help' }));
    await screen.findByText(help['help.mend.oddText']);
    screen.getByText('Ask Kim');
    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    screen.getByText('No answer came in time.');
  });
});
