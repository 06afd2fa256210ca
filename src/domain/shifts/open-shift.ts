/** A shift that a team offers and nobody has taken yet: an offer, never a shift of mine. */
export interface OpenShift {
  readonly id: string;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly team: string;
  /** May be empty. */
  readonly label: string;
  /** How many people may still take it. */
  readonly slots: number;
  /** The building the organisation named for the team or its scheduling group. */
  readonly building?: string;
}
