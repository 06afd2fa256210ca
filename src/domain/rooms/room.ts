/** A meeting room as the directory describes it; many organisations leave most of it empty. */

export interface Room {
  /** SMTP address: the key of a room (its id changes with moves). */
  readonly address: string;
  readonly name: string;
  readonly capacity?: number;
  readonly building?: string;
  readonly floorNumber?: number;
  readonly floorLabel?: string;
  /** `reserved` means first come, first served: it can't be booked. */
  readonly bookingType: 'unknown' | 'standard' | 'reserved';
  readonly isWheelChairAccessible?: boolean;
  readonly teamsEnabled?: boolean;
  /** Screens, cameras, phones by their names in the directory. */
  readonly equipment: readonly { readonly kind: 'audio' | 'video' | 'display'; readonly name: string }[];
  readonly tags: readonly string[];
}
