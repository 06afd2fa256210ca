/** The chosen event of the grid, kept in sight below the hours however far they reach. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { KeyboardEvent, ReactNode } from 'react';
import { ActionButton } from '../shared/action-button.tsx';
import { useWords } from '../words/words-provider.tsx';

const useStyles = makeStyles({
  root: {
    position: 'sticky',
    insetBlockEnd: 0,
    zIndex: 3,
    display: 'flex',
    alignItems: 'flex-start',
    maxHeight: '45vh',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
  },
  list: { flex: '1 1 0', minWidth: 0, listStyleType: 'none', margin: 0, padding: 0 },
});

export interface GridDetailsProps {
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function GridDetails({ label, onClose, children }: GridDetailsProps): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose();
  };
  return (
    <section className={styles.root} aria-label={label} onKeyDown={onKeyDown}>
      <ul className={styles.list}>{children}</ul>
      <ActionButton appearance="subtle" icon={<DismissRegular />} label={t('grid.close')} onPress={onClose} />
    </section>
  );
}
