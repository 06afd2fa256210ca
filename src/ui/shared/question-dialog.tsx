/** One question with two answers, over everything else; Escape is an answer too, a click beside it is none. */
import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ActionButton } from './action-button.tsx';

const useStyles = makeStyles({ title: { overflowWrap: 'anywhere' } });

interface Answer {
  readonly text: string;
  readonly onPress: () => void;
  readonly disabled?: boolean;
}

export interface QuestionDialogProps {
  readonly open: boolean;
  /** `alert` (unless said): something is lost by the wrong answer. */
  readonly modalType?: 'alert' | 'modal';
  readonly title: ReactNode;
  readonly contentClass?: string;
  readonly secondary: Answer;
  readonly primary: Answer;
  readonly onDismiss: () => void;
  readonly children: ReactNode;
}

export function QuestionDialog(props: QuestionDialogProps): ReactNode {
  const styles = useStyles();
  const { open, modalType = 'alert', title, contentClass, secondary, primary, onDismiss, children } = props;
  return (
    <Dialog
      {...{ open, modalType }}
      // the second click of a double click on what opened it lands beside the dialog: it must not close it
      onOpenChange={(_, data) => !data.open && data.type !== 'backdropClick' && onDismiss()}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle className={styles.title}>{title}</DialogTitle>
          <DialogContent className={contentClass}>{children}</DialogContent>
          <DialogActions>
            <ActionButton onPress={secondary.onPress}>{secondary.text}</ActionButton>
            <ActionButton appearance="primary" disabled={primary.disabled === true} onPress={primary.onPress}>
              {primary.text}
            </ActionButton>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
