/** Somebody of the directory, as far as the directory tells. */
export interface Colleague {
  readonly objectId: string;
  readonly name: string;
  /** SMTP address; empty where there is no mailbox. */
  readonly address: string;
  /** A guest: of another organisation. */
  readonly isExternal: boolean;
}
