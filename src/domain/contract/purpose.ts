/** What a person can be asked to agree to, each at a click of its own; nothing else can be asked for by a link. */

export const PURPOSES = ['agenda', 'booking', 'presence', 'people'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Short names of Graph's delegated scopes; each may be agreed to by the person alone. */
export const PURPOSE_SCOPES: Readonly<Record<Purpose, readonly string[]>> = {
  agenda: ['User.Read', 'Calendars.Read'],
  booking: ['User.Read', 'Calendars.Read', 'Calendars.ReadWrite'],
  presence: ['User.Read', 'Presence.Read.All'],
  people: ['User.Read', 'People.Read', 'User.ReadBasic.All'],
};

/** Whatever is no purpose of ours is the smallest one. */
export function parsePurpose(text: string | null): Purpose {
  return PURPOSES.find((purpose) => purpose === text) ?? 'agenda';
}
