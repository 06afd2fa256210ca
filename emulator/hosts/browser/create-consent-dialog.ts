/** Runs in the host page: asks the person for consent in a dialog of the host. Sent as text, so it refers to nothing outside of itself. */
import type { MissingConsent } from '../broker.ts';

export type AskConsent = (consent: MissingConsent) => Promise<boolean>;

/** Answers true for "Accept", false for "Cancel" and a closed dialog; one question at a time. */
export function createConsentDialog(dialog: HTMLDialogElement): AskConsent {
  const title = dialog.querySelector('h2');
  const list = dialog.querySelector('ul');
  const accept = dialog.querySelector<HTMLButtonElement>('button[value=accept]');
  const note = dialog.querySelector('p');
  let before: Promise<unknown> = Promise.resolve();

  const show = (consent: MissingConsent): Promise<boolean> =>
    new Promise((resolve) => {
      if (title === null || list === null || accept === null || note === null) return resolve(false);
      title.textContent = consent.needsAdmin ? 'Need admin approval' : 'Permissions requested';
      note.textContent = consent.needsAdmin
        ? 'Office Shifts needs permissions that only an admin can grant:'
        : 'Office Shifts asks you to agree that it may:';
      list.replaceChildren(
        ...consent.scopes.map((scope) => {
          const item = document.createElement('li');
          item.textContent = `${scope.title} (${scope.name})`;
          return item;
        }),
      );
      accept.hidden = consent.needsAdmin;
      dialog.returnValue = 'cancel';
      dialog.addEventListener('close', () => resolve(dialog.returnValue === 'accept'), { once: true });
      dialog.showModal();
    });

  return (consent) => {
    const answer = before.then(() => show(consent));
    before = answer;
    return answer;
  };
}
